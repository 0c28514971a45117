/** Papers of cases in their table; what they hold is in the store of files, closed. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { requestPaper } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'

export type PaperRow = typeof requestPaper.$inferSelect

export async function addPaperRow(tx: Tx, row: PaperRow): Promise<void> {
  await tx.insert(requestPaper).values(row)
}

/** Those not removed, in the order they came. */
export async function papersOf(tx: Tx, agencyId: string, requestId: string): Promise<PaperRow[]> {
  return tx
    .select()
    .from(requestPaper)
    .where(
      and(eq(requestPaper.agencyId, agencyId), eq(requestPaper.requestId, requestId), isNull(requestPaper.removedAt)),
    )
    .orderBy(asc(requestPaper.at), asc(requestPaper.id))
}

const isPaper = (agencyId: string, requestId: string, id: string) =>
  and(eq(requestPaper.agencyId, agencyId), eq(requestPaper.requestId, requestId), eq(requestPaper.id, id))

export async function paperById(tx: Tx, agencyId: string, requestId: string, id: string): Promise<PaperRow | null> {
  const [row] = await tx
    .select()
    .from(requestPaper)
    .where(and(isPaper(agencyId, requestId, id), isNull(requestPaper.removedAt)))
  return row ?? null
}

export async function changePaper(
  tx: Tx,
  { agencyId, requestId, id }: Pick<PaperRow, 'agencyId' | 'requestId' | 'id'>,
  changes: Partial<Pick<PaperRow, 'removedAt' | 'found' | 'pages'>>,
): Promise<void> {
  await tx
    .update(requestPaper)
    .set(changes)
    .where(isPaper(agencyId, requestId, id))
}
