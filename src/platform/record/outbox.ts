/**
 * Official acts on their way out (mail, SMS, delivery): written in the transaction that causes them, sent afterwards by
 * whoever claims them. A message counts as sent only when its sender has given evidence; one whose sender died is sent
 * again, so senders pass the message's id on, that a receiver can tell it is the same.
 */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/connect.ts'
import { outbox } from './schema.ts'

export interface Message {
  readonly agencyId: string
  readonly id: string
  /** How it goes out: `mail`, `sms`. */
  readonly kind: string
  /** What it is about, as in the record: `request:…`. */
  readonly subject: string
  readonly payload: Readonly<Record<string, unknown>>
}

export interface Claimed extends Message {
  /** From 1. */
  readonly attempt: number
}

/** Sends one message and gives what proves it (the answer of the mail server, a delivery number). Throws where it did not. */
export type Send = (message: Claimed) => Promise<Readonly<Record<string, unknown>>>

export interface SendOptions {
  readonly now: () => Date
  /** How long one sending may take, in ms; after it another sender takes the message for abandoned. */
  readonly within?: number
}

export interface Sendings {
  readonly sent: number
  readonly failed: number
}

const minute = 60_000
const longestPause = 6 * 60 * minute

/** Puts a message in the outbox, to be sent from `dueAt` on, if the transaction comes to its end. */
export async function enqueue(tx: Tx, message: Message, dueAt: Date): Promise<void> {
  await tx.insert(outbox).values({ ...message, dueAt, attempts: 0 })
}

/** Sends what is due, one after the other, until nothing is; several may do so at once and never take the same. */
export async function sendDue(
  database: Database,
  send: Send,
  { now, within = 5 * minute }: SendOptions,
): Promise<Sendings> {
  const total = { sent: 0, failed: 0 }
  for (;;) {
    const message = await database.transaction('installation', tx => claim(tx, now(), within))
    if (!message) return total
    const done = await attempt(database, send, message, now)
    total[done ? 'sent' : 'failed'] += 1
  }
}

async function attempt(database: Database, send: Send, message: Claimed, now: () => Date): Promise<boolean> {
  let evidence: Readonly<Record<string, unknown>>
  try {
    evidence = await send(message)
  } catch (error) {
    await database.transaction({ agency: message.agencyId }, tx => putBack(tx, message, error, now()))
    return false
  }
  await database.transaction({ agency: message.agencyId }, tx => markSent(tx, message, evidence, now()))
  return true
}

/** The longest due message that nobody is sending; undefined where there is none. */
async function claim(tx: Tx, now: Date, within: number): Promise<Claimed | undefined> {
  const at = sql`${now.toISOString()}::timestamptz`
  const free = tx
    .select({ agencyId: outbox.agencyId, id: outbox.id })
    .from(outbox)
    .where(
      sql`${outbox.sentAt} IS NULL AND ${outbox.dueAt} <= ${at}
        AND (${outbox.claimedUntil} IS NULL OR ${outbox.claimedUntil} <= ${at})`,
    )
    .orderBy(outbox.dueAt, outbox.id)
    .limit(1)
    .for('update', { skipLocked: true })
  const [row] = await tx
    .update(outbox)
    .set({ claimedUntil: new Date(now.getTime() + within), attempts: sql`${outbox.attempts} + 1` })
    .where(sql`(${outbox.agencyId}, ${outbox.id}) IN ${free}`)
    .returning()
  if (!row) return undefined
  const { agencyId, id, kind, subject, payload, attempts } = row
  return { agencyId, id, kind, subject, payload: payload as Message['payload'], attempt: attempts }
}

/** It went out: that holds whoever else has claimed it meanwhile. */
async function markSent(tx: Tx, { agencyId, id }: Claimed, evidence: object, now: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({ sentAt: now, evidence, claimedUntil: null, lastError: null })
    .where(and(eq(outbox.agencyId, agencyId), eq(outbox.id, id), isNull(outbox.sentAt)))
}

/** To be tried again, each time after twice the pause; unless another has claimed or sent it since. */
async function putBack(tx: Tx, { agencyId, id, attempt }: Claimed, error: unknown, now: Date): Promise<void> {
  const pause = Math.min(minute * 2 ** (attempt - 1), longestPause)
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  await tx
    .update(outbox)
    .set({ lastError, dueAt: new Date(now.getTime() + pause), claimedUntil: null })
    .where(and(eq(outbox.agencyId, agencyId), eq(outbox.id, id), isNull(outbox.sentAt), eq(outbox.attempts, attempt)))
}
