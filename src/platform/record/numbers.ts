/** Numbers people read (受理号, 文号, 索引号): given out in order, never twice. */
import { sql } from 'drizzle-orm'
import type { Tx } from '../db/connect.ts'
import { numberSeries } from './schema.ts'

export interface Series {
  readonly agencyId: string
  /** What is numbered: `request`, `letter`. */
  readonly series: string
  readonly year: number
}

/**
 * The next number, from 1. Taken in the transaction that uses it: where that is rolled back, the number was never
 * given; until it ends, others wait.
 */
export async function takeNumber(tx: Tx, of: Series): Promise<number> {
  const [row] = await tx
    .insert(numberSeries)
    .values({ ...of, last: 1 })
    .onConflictDoUpdate({
      target: [numberSeries.agencyId, numberSeries.series, numberSeries.year],
      set: { last: sql`${numberSeries.last} + 1` },
    })
    .returning({ last: numberSeries.last })
  if (!row) throw new Error(`no number for ${of.series}`)
  return row.last
}
