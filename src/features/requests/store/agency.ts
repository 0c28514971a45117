/** The agency, its sections and its people, as far as requests need them. */
import { and, eq, inArray } from 'drizzle-orm'
import { agency, section } from '../../../kit/schema/agencies.ts'
import { account, membership } from '../../../kit/schema/people.ts'
import type { Tx } from '../../../platform/db/connect.ts'

export type AgencyRow = typeof agency.$inferSelect

export async function agencyOf(tx: Tx, agencyId: string): Promise<AgencyRow | null> {
  const [row] = await tx.select().from(agency).where(eq(agency.id, agencyId))
  return row ?? null
}

/** The section somebody works in; null for none, and for people of another agency. */
export async function sectionOfMember(tx: Tx, agencyId: string, accountId: string): Promise<string | null> {
  const [row] = await tx
    .select({ sectionId: membership.sectionId })
    .from(membership)
    .where(and(eq(membership.agencyId, agencyId), eq(membership.accountId, accountId)))
  return row?.sectionId ?? null
}

export async function isOpenSection(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const here = and(eq(section.agencyId, agencyId), eq(section.id, id), eq(section.status, 'open'))
  return (await tx.$count(section, here)) > 0
}

/** Names of accounts and of the agency's sections, by id. */
export async function namesOf(tx: Tx, agencyId: string, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const all = [...ids]
  const [accounts, sections] = await Promise.all([
    tx.select({ id: account.id, name: account.name }).from(account).where(inArray(account.id, all)),
    tx
      .select({ id: section.id, name: section.name })
      .from(section)
      .where(and(eq(section.agencyId, agencyId), inArray(section.id, all))),
  ])
  return Object.fromEntries([...accounts, ...sections].map(({ id, name }) => [id, name]))
}
