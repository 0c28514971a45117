/** Templates of letters in their table. */
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { account } from '../../../kit/schema/people.ts'
import { letterTemplate } from '../../../kit/schema/requests.ts'
import type { LetterId } from '../../../law/letters.ts'
import type { Tx } from '../../../platform/db/connect.ts'

export type TemplateRow = typeof letterTemplate.$inferSelect

/** All that lists tell of one: its size, not its bytes. */
export interface TemplateLine extends Omit<TemplateRow, 'content' | 'agencyId'> {
  readonly size: number
  readonly author: string | null
}

const { letter, version, name, sha256, authorId, savedAt, inForceAt, inForceBy, content } = letterTemplate
const isLetter = (agencyId: string, id: LetterId) => and(eq(letterTemplate.agencyId, agencyId), eq(letter, id))

/** By letter, the latest first; of one letter where it is named. */
export async function templatesOf(tx: Tx, agencyId: string, of?: LetterId): Promise<TemplateLine[]> {
  const size = sql<number>`octet_length(${content})`.mapWith(Number)
  return tx
    .select({ letter, version, name, sha256, authorId, savedAt, inForceAt, inForceBy, size, author: account.name })
    .from(letterTemplate)
    .leftJoin(account, eq(account.id, authorId))
    .where(of === undefined ? eq(letterTemplate.agencyId, agencyId) : isLetter(agencyId, of))
    .orderBy(asc(letter), desc(version))
}

export async function templateOf(tx: Tx, agencyId: string, of: LetterId, n: number): Promise<TemplateRow | null> {
  const [row] = await tx
    .select()
    .from(letterTemplate)
    .where(and(isLetter(agencyId, of), eq(version, n)))
  return row ?? null
}

/** Null where the standard one is in force. */
export async function templateInForce(
  tx: Tx,
  agencyId: string,
  of: LetterId,
): Promise<Pick<TemplateRow, 'version' | 'content'> | null> {
  const [row] = await tx
    .select({ version, content })
    .from(letterTemplate)
    .where(and(isLetter(agencyId, of), isNotNull(inForceAt)))
  return row ?? null
}

export async function addTemplateRow(tx: Tx, row: TemplateRow): Promise<void> {
  await tx.insert(letterTemplate).values(row)
}

/** Takes the one in force out of it, and puts the version into its place; null: the standard one. */
export async function putInForce(
  tx: Tx,
  { agencyId, letter: of }: { readonly agencyId: string; readonly letter: LetterId },
  next: { readonly version: number; readonly by: string; readonly at: Date } | null,
): Promise<void> {
  await tx
    .update(letterTemplate)
    // Who put it into force stays: it tells what was looked at before from what still waits.
    .set({ inForceAt: null })
    .where(and(isLetter(agencyId, of), isNotNull(inForceAt)))
  if (next === null) return
  await tx
    .update(letterTemplate)
    .set({ inForceAt: next.at, inForceBy: next.by })
    .where(and(isLetter(agencyId, of), eq(version, next.version)))
}
