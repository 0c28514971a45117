/** What letters say, in their table: sealed. Their state stands in the case. */
import { and, asc, eq } from 'drizzle-orm'
import { requestLetter } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'

export type LetterRow = typeof requestLetter.$inferSelect

const isLetter = (agencyId: string, requestId: string, id: string) =>
  and(eq(requestLetter.agencyId, agencyId), eq(requestLetter.requestId, requestId), eq(requestLetter.id, id))

export async function lettersOf(tx: Tx, agencyId: string, requestId: string): Promise<LetterRow[]> {
  return tx
    .select()
    .from(requestLetter)
    .where(and(eq(requestLetter.agencyId, agencyId), eq(requestLetter.requestId, requestId)))
    .orderBy(asc(requestLetter.id))
}

export async function letterById(tx: Tx, agencyId: string, requestId: string, id: string): Promise<LetterRow | null> {
  const [row] = await tx
    .select()
    .from(requestLetter)
    .where(isLetter(agencyId, requestId, id))
  return row ?? null
}

/** Adds the letter, or puts it in the place of what was kept of it. */
export async function putLetter(tx: Tx, row: LetterRow): Promise<void> {
  const target = [requestLetter.agencyId, requestLetter.id]
  await tx.insert(requestLetter).values(row).onConflictDoUpdate({ target, set: row })
}
