/** How often something may be done: counted in the database, so that all servers count together. */
import { eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '../db/connect.ts'
import { rate } from './schema.ts'

export interface Allowance {
  /** What is counted: `sign-in 203.0.113.7`. */
  readonly bucket: string
  readonly most: number
  /** Length of the window, in ms. */
  readonly within: number
}

/** Counts one more. Gives the ms to wait where that is too many, else 0. */
export async function countOne(tx: Tx, { bucket, most, within }: Allowance, now: Date): Promise<number> {
  const begun = new Date(now.getTime() - within)
  const isOver = sql`${rate.startedAt} <= ${begun.toISOString()}::timestamptz`
  const [row] = await tx
    .insert(rate)
    .values({ bucket, startedAt: now, count: 1 })
    .onConflictDoUpdate({
      target: rate.bucket,
      set: {
        startedAt: sql`CASE WHEN ${isOver} THEN ${now.toISOString()}::timestamptz ELSE ${rate.startedAt} END`,
        count: sql`CASE WHEN ${isOver} THEN 1 ELSE ${rate.count} + 1 END`,
      },
    })
    .returning()
  if (!row || row.count <= most) return 0
  return Math.max(1, row.startedAt.getTime() + within - now.getTime())
}

/** The ms to wait before one more may be counted, 0 where it may be now; counts nothing. */
export async function waitOf(tx: Tx, { bucket, most, within }: Allowance, now: Date): Promise<number> {
  const [row] = await tx.select().from(rate).where(eq(rate.bucket, bucket))
  if (!row || row.count < most) return 0
  return Math.max(0, row.startedAt.getTime() + within - now.getTime())
}

/** Forgets windows begun before a time. */
export async function forgetCounts(tx: Tx, before: Date): Promise<void> {
  await tx.delete(rate).where(lt(rate.startedAt, before))
}
