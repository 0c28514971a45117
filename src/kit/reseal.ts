/** Brings the sealed columns of a slice under a new data key, all of them through one list. */
import { and, eq } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { type AgencyKeys, needsReseal, reseal, type SealedPlace } from '../platform/crypto/seal.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Resealer } from './keys.ts'

export interface SealedColumn {
  readonly table: PgTable & { readonly agencyId: AnyPgColumn }
  /** What names a row within its agency. */
  readonly row: AnyPgColumn
  readonly value: AnyPgColumn
  readonly name: string
  readonly placeOf: (row: string) => SealedPlace
}

/** Gives how many values were sealed anew. */
export function resealerOf(columns: readonly SealedColumn[]): Resealer {
  return async (tx, keys) => {
    let resealed = 0
    for (const column of columns) resealed += await resealColumn(tx, keys, column)
    return resealed
  }
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
