/** How the worker says that it does its work: it writes down the time, as one of its jobs, every minute. */
import { eq } from 'drizzle-orm'
import { installation } from '../kit/schema/desk.ts'
import type { Tx } from '../platform/db/connect.ts'

const key = 'worker.heartbeat'

export async function beat(tx: Tx, now: Date): Promise<void> {
  const value = { at: now.toISOString() }
  await tx
    .insert(installation)
    .values({ key, value, secret: false })
    .onConflictDoUpdate({ target: installation.key, set: { value } })
}

/** When a worker last did a job; null where none ever has. */
export async function lastBeat(tx: Tx): Promise<Date | null> {
  const [row] = await tx.select({ value: installation.value }).from(installation).where(eq(installation.key, key))
  return row ? new Date((row.value as { readonly at: string }).at) : null
}
