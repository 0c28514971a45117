/**
 * Official acts on their way out (mail, SMS, delivery): written in the transaction that causes them, sent afterwards by
 * whoever claims them. A message counts as sent only when its sender has given evidence; one whose sender died is sent
 * again, so senders pass the message's id on, that a receiver can tell it is the same.
 */
import { and, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
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
  /** The attempt before this one ended without a word: it may have gone out. */
  readonly uncertain: boolean
}

/** What proves a sending: the answer of the mail server, a delivery number. */
export interface Evidence {
  /** False where it was only written down for people to hand on: then it is not marked as sent. */
  readonly sent?: boolean
  readonly [more: string]: unknown
}

/** Sends one message. Throws where it did not go out, or may not have. */
export type Send = (message: Claimed) => Promise<Evidence>

/**
 * What follows from a message having gone out, written in the transaction that marks it as sent: neither is there
 * without the other. Gives what is kept of the sending. Where it throws the message counts as maybe sent.
 */
export type Enter = (tx: Tx, message: Claimed, evidence: Evidence) => Promise<Evidence>

export interface SendOptions {
  readonly now: () => Date
  /** How long one sending may take, in ms; after it another sender takes the message for abandoned. */
  readonly within?: number
  /** Only messages of these kinds; all where left out. */
  readonly kinds?: readonly string[]
  /** Whether an error will be the same however often it is tried; none is where left out. */
  readonly isFinal?: (error: unknown) => boolean
  /** Nothing follows where left out. */
  readonly enter?: Enter
}

export interface Sendings {
  readonly sent: number
  /** Not gone out: to be tried again, refused for good, or written down. */
  readonly failed: number
}

const minute = 60_000
const longestPause = 6 * 60 * minute

/**
 * Puts a message in the outbox, to be sent from `dueAt` on, if the transaction comes to its end. One of the same id that
 * is there already stays as it is. Tells whether it was put in.
 */
export async function enqueue(tx: Tx, message: Message, dueAt: Date): Promise<boolean> {
  const put = await tx
    .insert(outbox)
    .values({ ...message, dueAt, attempts: 0 })
    .onConflictDoNothing()
    .returning({ id: outbox.id })
  return put.length > 0
}

/**
 * The same for what people ask for once more: one that was given up, refused or only written down, is tried anew. One
 * that waits or was sent stays as it is. Tells whether it now waits because of this.
 */
export async function enqueueAgain(tx: Tx, message: Message, dueAt: Date): Promise<boolean> {
  if (await enqueue(tx, message, dueAt)) return true
  const taken = await tx
    .update(outbox)
    .set({ payload: message.payload, dueAt, stoppedAt: null, evidence: null, claimedUntil: null })
    .where(and(isMessage(message), isNotNull(outbox.stoppedAt)))
    .returning({ id: outbox.id })
  return taken.length > 0
}

/** Whether one of these is on its way just now, or may have gone out unheard: what it says can no longer be taken back. */
export async function isLeaving(tx: Tx, agencyId: string, ids: readonly string[]): Promise<boolean> {
  const begun = and(gt(outbox.attempts, 0), isNull(outbox.lastError), isNull(outbox.stoppedAt))
  const [row] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.agencyId, agencyId), inArray(outbox.id, [...ids]), isNull(outbox.sentAt), begun))
    .limit(1)
  return row !== undefined
}

/** Those of these that have gone out, with what is kept of it. */
export async function sentOf(
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly at: Date; readonly evidence: Evidence }[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: outbox.id, at: outbox.sentAt, evidence: outbox.evidence })
    .from(outbox)
    .where(and(eq(outbox.agencyId, agencyId), inArray(outbox.id, [...ids]), isNotNull(outbox.sentAt)))
  return rows.flatMap(({ id, at, evidence }) =>
    at === null ? [] : [{ id, at, evidence: (evidence ?? {}) as Evidence }],
  )
}

/** Sends what is due, one after the other, until nothing is; several may do so at once and never take the same. */
export async function sendDue(database: Database, send: Send, options: SendOptions): Promise<Sendings> {
  const total = { sent: 0, failed: 0 }
  for (;;) {
    const message = await database.transaction('installation', tx => claim(tx, options))
    if (!message) return total
    const done = await attempt(database, send, message, options)
    total[done ? 'sent' : 'failed'] += 1
  }
}

async function attempt(database: Database, send: Send, message: Claimed, options: SendOptions): Promise<boolean> {
  const scope = { agency: message.agencyId }
  const { now, enter } = options
  let evidence: Evidence
  try {
    evidence = await send(message)
  } catch (error) {
    await database.transaction(scope, tx => putBack(tx, message, error, options))
    return false
  }
  const told = { ...evidence, attempt: message.attempt, ...(message.uncertain ? { maybeBefore: true } : {}) }
  const isSent = evidence.sent !== false
  await database.transaction(scope, async tx => {
    const kept = isSent && enter ? await enter(tx, message, told) : told
    await markDone(tx, message, { ...(isSent ? { sentAt: now() } : { stoppedAt: now() }), evidence: kept })
  })
  return isSent
}

/** The longest due message that nobody is sending; undefined where there is none. */
async function claim(tx: Tx, { now, within = 5 * minute, kinds }: SendOptions): Promise<Claimed | undefined> {
  const at = now()
  const [row] = await tx
    .select()
    .from(outbox)
    .where(
      and(
        isNull(outbox.sentAt),
        isNull(outbox.stoppedAt),
        lte(outbox.dueAt, at),
        or(isNull(outbox.claimedUntil), lte(outbox.claimedUntil, at)),
        kinds && inArray(outbox.kind, [...kinds]),
      ),
    )
    .orderBy(outbox.dueAt, outbox.id)
    .limit(1)
    .for('update', { skipLocked: true })
  if (!row) return undefined
  const { agencyId, id, kind, subject, payload, attempts, lastError } = row
  const uncertain = attempts > 0 && lastError === null
  // What ends without a word again and again may go out each time: it comes round ever more seldom.
  const held = uncertain ? Math.min(within * 2 ** attempts, longestPause) : within
  await tx
    .update(outbox)
    .set({ claimedUntil: new Date(at.getTime() + held), attempts: attempts + 1, lastError: null })
    .where(isMessage(row))
  return { agencyId, id, kind, subject, payload: payload as Message['payload'], attempt: attempts + 1, uncertain }
}

function isMessage({ agencyId, id }: Pick<Message, 'agencyId' | 'id'>) {
  return and(eq(outbox.agencyId, agencyId), eq(outbox.id, id), isNull(outbox.sentAt))
}

/** It went out, or was written down: that holds whoever else has claimed it meanwhile. */
async function markDone(tx: Tx, message: Claimed, done: Partial<typeof outbox.$inferInsert>): Promise<void> {
  await tx
    .update(outbox)
    .set({ ...done, claimedUntil: null, lastError: null })
    .where(isMessage(message))
}

/**
 * To be tried again, each time after twice the pause, or stopped; unless another has claimed or sent it since. When it
 * was due stays, so that its age is known.
 */
async function putBack(tx: Tx, message: Claimed, error: unknown, { now, isFinal }: SendOptions): Promise<void> {
  const pause = Math.min(minute * 2 ** (message.attempt - 1), longestPause)
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const next = isFinal?.(error)
    ? { stoppedAt: now(), claimedUntil: null }
    : { claimedUntil: new Date(now().getTime() + pause) }
  await tx
    .update(outbox)
    .set({ lastError, ...next })
    .where(and(isMessage(message), eq(outbox.attempts, message.attempt)))
}

export interface Backlog {
  /** How many should have gone out and have not. */
  readonly count: number
  /** When the oldest of them was due; null where there is none. */
  readonly oldest: Date | null
  /** How many were refused for good; what was written down for people to hand on is not among them. */
  readonly stopped: number
}

/** What should have gone out and has not: by it an installation tells whether it does its work. */
export async function outboxBacklog(tx: Tx, now: Date): Promise<Backlog> {
  const late = sql`${outbox.stoppedAt} IS NULL AND ${outbox.dueAt} <= ${now.toISOString()}::timestamptz`
  const refused = sql`${outbox.stoppedAt} IS NOT NULL AND ${outbox.evidence} IS NULL`
  const [row] = await tx
    .select({
      count: sql<number>`(count(*) FILTER (WHERE ${late}))::int`,
      oldest: sql<string | null>`(min(${outbox.dueAt}) FILTER (WHERE ${late}))::text`,
      stopped: sql<number>`(count(*) FILTER (WHERE ${refused}))::int`,
    })
    .from(outbox)
    .where(isNull(outbox.sentAt))
  const oldest = row?.oldest ?? null
  return { count: row?.count ?? 0, oldest: oldest === null ? null : new Date(oldest), stopped: row?.stopped ?? 0 }
}
