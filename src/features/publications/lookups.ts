/** People and sections, as far as publications name them. */
import { and, eq } from 'drizzle-orm'
import { section } from '../../kit/schema/agencies.ts'
import { account } from '../../kit/schema/people.ts'
import type { Tx } from '../../platform/db/connect.ts'

export async function sectionName(tx: Tx, agencyId: string, id: string): Promise<string | null> {
  const [row] = await tx.select({ name: section.name }).from(section).where(isSection(agencyId, id))
  return row?.name ?? null
}

export async function isOpenSection(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  return (await tx.$count(section, and(isSection(agencyId, id), eq(section.status, 'open')))) > 0
}

function isSection(agencyId: string, id: string) {
  return and(eq(section.agencyId, agencyId), eq(section.id, id))
}

export async function accountName(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.select({ name: account.name }).from(account).where(eq(account.id, id))
  return row?.name ?? null
}
