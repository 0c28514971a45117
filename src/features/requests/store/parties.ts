/** Who is consulted, in its table: sealed. */
import { and, asc, eq } from 'drizzle-orm'
import { requestParty } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { type PartyMask, partyMask } from '../sealed.ts'

export interface PartyRow extends Omit<typeof requestParty.$inferSelect, 'mask'> {
  readonly mask: PartyMask
}

export async function addParty(tx: Tx, row: PartyRow): Promise<void> {
  await tx.insert(requestParty).values(row)
}

/** In the order they were entered. */
export async function partiesOf(tx: Tx, agencyId: string, requestId: string): Promise<PartyRow[]> {
  const rows = await tx
    .select()
    .from(requestParty)
    .where(and(eq(requestParty.agencyId, agencyId), eq(requestParty.requestId, requestId)))
    .orderBy(asc(requestParty.id))
  return rows.map(row => ({ ...row, mask: partyMask.parse(row.mask) }))
}
