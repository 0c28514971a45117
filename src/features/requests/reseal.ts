/** Everything this slice seals in columns, in one list: a new data key brings all of it under itself. */
import { and, eq } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { applicationDraft, request, requestLetter, requestPaper, requestParty } from '../../kit/schema/requests.ts'
import type { AgencyKeys, SealedPlace } from '../../platform/crypto/seal.ts'
import { needsReseal, reseal } from '../../platform/crypto/seal.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { applicantPlace, draftPlace, letterPlace, paperPlace, partyPlace } from './sealed.ts'

interface SealedColumn {
  readonly table: PgTable & { readonly agencyId: AnyPgColumn }
  /** What names a row within its agency. */
  readonly row: AnyPgColumn
  readonly value: AnyPgColumn
  readonly name: string
  readonly placeOf: (row: string) => SealedPlace
}

const sealedColumns: readonly SealedColumn[] = [
  { table: request, row: request.id, value: request.applicant, name: 'applicant', placeOf: applicantPlace },
  { table: requestParty, row: requestParty.id, value: requestParty.party, name: 'party', placeOf: partyPlace },
  { table: requestLetter, row: requestLetter.id, value: requestLetter.content, name: 'content', placeOf: letterPlace },
  { table: requestPaper, row: requestPaper.id, value: requestPaper.key, name: 'key', placeOf: paperPlace },
  {
    table: applicationDraft,
    row: applicationDraft.nameHash,
    value: applicationDraft.fields,
    name: 'fields',
    placeOf: draftPlace,
  },
]

/** Gives how many values were sealed anew. */
export async function resealRequests(tx: Tx, keys: AgencyKeys): Promise<number> {
  let resealed = 0
  for (const column of sealedColumns) resealed += await resealColumn(tx, keys, column)
  return resealed
}

async function resealColumn(tx: Tx, keys: AgencyKeys, { table, row, value, name, placeOf }: SealedColumn) {
  const own = eq(table.agencyId, keys.agencyId)
  const rows = await tx.select({ id: row, sealed: value }).from(table).where(own).for('update')
  const old = rows
    .map(({ id, sealed }) => ({ id: String(id), sealed: String(sealed) }))
    .filter(({ sealed }) => needsReseal(keys, sealed))
  for (const { id, sealed } of old) {
    const changes = { [name]: reseal(keys, placeOf(id), sealed) }
    await tx
      .update(table)
      .set(changes)
      .where(and(own, eq(row, id)))
  }
  return old.length
}
