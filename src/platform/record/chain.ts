/** The record of what happened: one chain of events an agency, each holding the hash of the one before. */
import { createHash } from 'node:crypto'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Tx } from '../db/connect.ts'
import type { Sentence } from '../trouble.ts'
import { event, eventHead } from './schema.ts'

export const chainAlgorithms = ['sha256', 'sm3'] as const
export type ChainAlgorithm = (typeof chainAlgorithms)[number]

export interface NewEvent {
  readonly agencyId: string
  readonly id: string
  readonly subject: string
  readonly at: Date
  /** The account's id, or who else: `visitor`, `job:reminders`. */
  readonly actor: string
  readonly kind: string
  readonly data: Readonly<Record<string, unknown>>
}

export type StoredEvent = typeof event.$inferSelect

const first = { seq: 0, hash: '' }

/**
 * Adds an event to its agency's chain, in the transaction of what it tells of. Whoever adds next waits for this
 * transaction to end, so that the chain never forks. Gives the event's number in the chain, from 1.
 */
export async function appendEvent(tx: Tx, added: NewEvent, algorithm: ChainAlgorithm = 'sha256'): Promise<number> {
  const { agencyId } = added
  await tx
    .insert(eventHead)
    .values({ agencyId, ...first })
    .onConflictDoNothing()
  const [head = first] = await tx
    .select({ seq: eventHead.seq, hash: eventHead.hash })
    .from(eventHead)
    .where(eq(eventHead.agencyId, agencyId))
    .for('update')
  const unsigned = { ...added, seq: head.seq + 1, algorithm, previousHash: head.hash }
  const hash = hashOf(unsigned)
  await tx.insert(event).values({ ...unsigned, hash })
  await tx.update(eventHead).set({ seq: unsigned.seq, hash }).where(eq(eventHead.agencyId, agencyId))
  return unsigned.seq
}

/** The hash of everything an event says, and of the one before it. */
export function hashOf(stored: Omit<StoredEvent, 'hash'>): string {
  const { agencyId, seq, id, subject, at, actor, kind, data, algorithm, previousHash } = stored
  const whole = canonical([agencyId, seq, id, subject, at.toISOString(), actor, kind, data, algorithm, previousHash])
  return createHash(algorithm).update(whole).digest('hex')
}

/** JSON with the keys of every object in order, so that the same content is always the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonical(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

export interface BrokenLink {
  readonly agencyId: string
  /** The event at which the chain no longer holds. */
  readonly seq: number
  readonly says: Sentence
}

export interface Verification {
  readonly count: number
  readonly broken: BrokenLink | null
}

const batch = 2000

/** Goes through an agency's chain from its beginning and names the first link that does not hold. */
export async function verifyChain(tx: Tx, agencyId: string): Promise<Verification> {
  let before: { readonly seq: number; readonly hash: string } = first
  for (;;) {
    const events = await tx
      .select()
      .from(event)
      .where(and(eq(event.agencyId, agencyId), gt(event.seq, before.seq)))
      .orderBy(asc(event.seq))
      .limit(batch)
    for (const stored of events) {
      const broken = linkTrouble(stored, before)
      if (broken) return { count: before.seq, broken }
      before = stored
    }
    if (events.length < batch) break
  }
  return { count: before.seq, broken: await endTrouble(tx, agencyId, before) }
}

function linkTrouble(stored: StoredEvent, before: { readonly seq: number; readonly hash: string }): BrokenLink | null {
  const { agencyId, seq } = stored
  const at = { agencyId, seq }
  if (seq !== before.seq + 1) {
    const missing = before.seq + 1
    return { agencyId, seq: missing, says: { zh: `第 ${missing} 条记录缺失。`, en: `Event ${missing} is missing.` } }
  }
  if (stored.previousHash !== before.hash) {
    return {
      ...at,
      says: { zh: `第 ${seq} 条记录与前一条不衔接。`, en: `Event ${seq} does not follow the one before it.` },
    }
  }
  if (!isKnown(stored.algorithm) || hashOf(stored) !== stored.hash) {
    return { ...at, says: { zh: `第 ${seq} 条记录的内容被改动过。`, en: `The content of event ${seq} was altered.` } }
  }
  return null
}

function isKnown(algorithm: string): algorithm is ChainAlgorithm {
  return chainAlgorithms.some(known => known === algorithm)
}

/** Whether the chain ends where the head says: events cut off the end leave no gap of their own. */
async function endTrouble(tx: Tx, agencyId: string, last: { readonly seq: number; readonly hash: string }) {
  const [head = first] = await tx
    .select({ seq: eventHead.seq, hash: eventHead.hash })
    .from(eventHead)
    .where(eq(eventHead.agencyId, agencyId))
  if (head.seq === last.seq && head.hash === last.hash) return null
  const seq = last.seq + 1
  return {
    agencyId,
    seq,
    says: {
      zh: `第 ${seq} 条之后的记录与末尾标记不符。`,
      en: `What follows event ${last.seq} is not what the head says.`,
    },
  }
}

/** The agencies that have a chain. */
export async function chains(tx: Tx): Promise<string[]> {
  const rows = await tx.select({ agencyId: eventHead.agencyId }).from(eventHead).orderBy(sql`1`)
  return rows.map(({ agencyId }) => agencyId)
}
