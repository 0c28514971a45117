/** A call that is made twice is carried out once: the second gets the first one's answer. */
import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '../db/connect.ts'
import { idempotency } from './schema.ts'

export interface KeyedCall {
  readonly agencyId: string
  readonly caller: string
  readonly key: string
  /** Hash of everything that was asked. */
  readonly hash: string
  readonly now: Date
}

/** What is told instead of doing it again. */
export type Repeat =
  | { readonly refusal: { readonly code: string; readonly says: { readonly zh: string; readonly en: string } } }
  | { readonly answer: unknown }

/**
 * Does the work unless the same caller has had it done under the same key; then gives the kept answer. A call under
 * way elsewhere is waited for. The same key for another request is refused. With `secret` the answer is not kept:
 * a repeated call is told that it was carried out.
 */
export async function once<T extends object>(
  tx: Tx,
  { agencyId, caller, key, hash, now }: KeyedCall,
  work: () => Promise<T>,
  secret = false,
): Promise<T | (Repeat & { readonly record: readonly []; readonly token?: undefined })> {
  const row = { agencyId, caller, key, requestHash: hash, at: now }
  const [taken] = await tx.insert(idempotency).values(row).onConflictDoNothing().returning({ key: idempotency.key })
  const here = and(eq(idempotency.agencyId, agencyId), eq(idempotency.caller, caller), eq(idempotency.key, key))
  if (!taken) {
    const [kept] = await tx.select().from(idempotency).where(here)
    return { ...repeat(kept?.requestHash === hash, kept?.answer), record: [] }
  }
  const done = await work()
  if ('answer' in done && !secret)
    await tx
      .update(idempotency)
      .set({ answer: { value: done.answer } })
      .where(here)
  // A refusal leaves its traces but no answer: the same key may be tried again once its reason is mended.
  if ('refusal' in done) await tx.delete(idempotency).where(here)
  return done
}

function repeat(same: boolean, kept: unknown): Repeat {
  if (!same) return { refusal: otherRequest }
  if (kept === null || kept === undefined) return { refusal: alreadyDone }
  return { answer: (kept as { readonly value: unknown }).value }
}

const otherRequest = {
  code: 'key_of_another_call',
  says: {
    zh: '这个 Idempotency-Key 已用于另一个操作，请换一个新的值。',
    en: 'This Idempotency-Key belongs to another call; use a new value.',
  },
}

const alreadyDone = {
  code: 'already_done',
  says: {
    zh: '这个操作已经完成，结果只显示一次，不再重复显示。',
    en: 'This was carried out already; its result is shown only once.',
  },
}

/** Forgets the calls before a time; returns how many. */
export async function forgetCalls(tx: Tx, before: Date): Promise<number> {
  const gone = await tx.delete(idempotency).where(lt(idempotency.at, before)).returning({ key: idempotency.key })
  return gone.length
}
