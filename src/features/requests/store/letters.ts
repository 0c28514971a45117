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

/** Puts the signature beside the file it is of. False where that file is no longer the letter's. */
export async function saveSignature(
  tx: Tx,
  of: { readonly agencyId: string; readonly requestId: string; readonly letterId: string; readonly pdfId: string },
  signature: object,
): Promise<boolean> {
  const here = and(isLetter(of.agencyId, of.requestId, of.letterId), eq(requestLetter.pdfId, of.pdfId))
  const saved = await tx.update(requestLetter).set({ signature }).where(here).returning({ id: requestLetter.id })
  return saved.length > 0
}
