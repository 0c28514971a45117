/** The record of what happened: one chain of events an agency, each holding the hash of the one before. */
import { createHash } from 'node:crypto'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
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

/** The last event of a chain. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

/** The end of a chain that has not begun. */
export const first: Head = { seq: 0, hash: '' }

/** An event as its hash covers it: each column as the text the database keeps, so that no bit of it goes unseen. */
export interface Link {
  readonly agencyId: string
  readonly seq: number
  readonly id: string
  readonly subject: string
  readonly at: string
  readonly actor: string
  readonly kind: string
  readonly data: string
  readonly algorithm: string
  readonly previousHash: string
}

/**
 * Adds an event to its agency's chain, in the transaction of what it tells of. Whoever adds next waits for this
 * transaction to end, so that the chain never forks. Gives the event's number in the chain, from 1.
 */
export async function appendEvent(tx: Tx, added: NewEvent, algorithm: ChainAlgorithm = 'sha256'): Promise<number> {
  const agencyId = added.agencyId.toLowerCase()
  const { row, head } = following(await lockedHead(tx, agencyId), added, algorithm)
  await Promise.all([tx.insert(event).values(row), setHead(tx, agencyId, head)])
  return head.seq
}

const atOnce = 500

/** Adds an agency's events in the order given, with the hashes they would have one by one, in a few statements. */
export async function appendEvents(
  tx: Tx,
  agency: string,
  added: readonly Omit<NewEvent, 'agencyId'>[],
  algorithm: ChainAlgorithm = 'sha256',
): Promise<void> {
  const agencyId = agency.toLowerCase()
  let last = await lockedHead(tx, agencyId)
  const rows = added.map(one => {
    const { row, head } = following(last, { ...one, agencyId }, algorithm)
    last = head
    return row
  })
  for (let from = 0; from < rows.length; from += atOnce) {
    await tx.insert(event).values(rows.slice(from, from + atOnce))
  }
  await setHead(tx, agencyId, last)
}

/** The event as it is kept behind the last one, and the end of the chain it makes. */
function following(before: Head, added: NewEvent, algorithm: ChainAlgorithm) {
  const link: Link = {
    agencyId: added.agencyId.toLowerCase(),
    seq: before.seq + 1,
    id: added.id.toLowerCase(),
    subject: stored(added.subject),
    at: added.at.toISOString().replace('Z', '000Z'),
    actor: stored(added.actor),
    kind: stored(added.kind),
    data: canonical(added.data),
    algorithm,
    previousHash: before.hash,
  }
  const hash = hashOf(link)
  const row = { ...link, at: added.at, data: sql`${link.data}::json`, hash }
  return { row, head: { seq: link.seq, hash } satisfies Head }
}

function setHead(tx: Tx, agencyId: string, head: Head) {
  return tx.update(eventHead).set(head).where(eq(eventHead.agencyId, agencyId))
}

/**
 * Adds an event that may be there only once, such as a reminder or a lateness for its due date: does so unless the
 * agency's chain has one of that kind, subject and `data.due`. Tells whether it was added. However late and however
 * often a job runs, and however many run at once, there is one event for each due date.
 */
export async function appendOnce(
  tx: Tx,
  added: NewEvent & { readonly data: { readonly due: string } },
  algorithm: ChainAlgorithm = 'sha256',
): Promise<boolean> {
  const { agencyId, subject, kind, data } = added
  // Whoever adds at the same time waits here, and then sees what we have added.
  await lockedHead(tx, agencyId)
  const same = and(
    eq(event.agencyId, agencyId),
    eq(event.subject, subject),
    eq(event.kind, kind),
    sql`${event.data}->>'due' = ${data.due}`,
  )
  const [there] = await tx.select({ seq: event.seq }).from(event).where(same).limit(1)
  if (there) return false
  await appendEvent(tx, added, algorithm)
  return true
}

async function lockedHead(tx: Tx, agencyId: string): Promise<Head> {
  const lock = () => tx.select(headColumns).from(eventHead).where(eq(eventHead.agencyId, agencyId)).for('update')
  const [head] = await lock()
  if (head) return head
  await tx
    .insert(eventHead)
    .values({ agencyId, ...first })
    .onConflictDoNothing()
  const [made = first] = await lock()
  return made
}

const headColumns = { seq: eventHead.seq, hash: eventHead.hash }

/** A text as the database will give it back: half a character, which has no place in UTF-8, becomes U+FFFD. */
function stored(text: string): string {
  return Buffer.from(text).toString()
}

/** The hash of everything an event says, and of the one before it. */
function hashOf({ agencyId, seq, id, subject, at, actor, kind, data, algorithm, previousHash }: Link): string {
  const whole = JSON.stringify([agencyId, seq, id, subject, at, actor, kind, data, algorithm, previousHash])
  return createHash(algorithm).update(whole).digest('hex')
}

/** JSON with the keys of every object in order, so that the same content is always the same text. */
function canonical(value: unknown): string {
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

const linkColumns = {
  agencyId: event.agencyId,
  seq: event.seq,
  id: event.id,
  subject: event.subject,
  at: sql<string>`to_char(${event.at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  actor: event.actor,
  kind: event.kind,
  data: sql<string>`${event.data}::text`,
  algorithm: event.algorithm,
  previousHash: event.previousHash,
  hash: event.hash,
}

/** Goes through an agency's chain from its beginning, some at a time, and names the first link that does not hold. */
export async function verifyChain(tx: Tx, agencyId: string): Promise<Verification> {
  let before: Head = first
  for (;;) {
    const links = await tx
      .select(linkColumns)
      .from(event)
      .where(and(eq(event.agencyId, agencyId), gt(event.seq, before.seq)))
      .orderBy(asc(event.seq))
      .limit(batch)
    for (const link of links) {
      const broken = linkTrouble(link, before)
      if (broken) return { count: before.seq, broken }
      before = link
    }
    if (links.length === batch) continue
    const [head = first] = await tx.select(headColumns).from(eventHead).where(eq(eventHead.agencyId, agencyId))
    // Else somebody has added more meanwhile.
    if (links.length === 0 || head.seq <= before.seq) {
      return { count: before.seq, broken: endTrouble(agencyId, before, head) }
    }
  }
}

/** Why an event does not follow the one before it; null where it does. */
export function linkTrouble(link: Link & Head, before: Head): BrokenLink | null {
  const { agencyId, seq } = link
  const at = { agencyId, seq }
  if (seq !== before.seq + 1) return missingFrom(agencyId, before.seq + 1)
  if (link.previousHash !== before.hash) {
    return {
      ...at,
      says: { zh: `第 ${seq} 条记录与前一条不衔接。`, en: `Event ${seq} does not follow the one before it.` },
    }
  }
  if (!isKnown(link.algorithm) || hashOf(link) !== link.hash) {
    return { ...at, says: { zh: `第 ${seq} 条记录的内容被改动过。`, en: `The content of event ${seq} was altered.` } }
  }
  return null
}

function missingFrom(agencyId: string, seq: number): BrokenLink {
  return { agencyId, seq, says: { zh: `第 ${seq} 条记录缺失。`, en: `Event ${seq} is missing.` } }
}

/** Whether the chain ends in the event its head names: one cut short or written anew does not. */
export function endTrouble(agencyId: string, last: Head, head: Head): BrokenLink | null {
  if (head.seq > last.seq) return missingFrom(agencyId, last.seq + 1)
  if (head.seq === last.seq && head.hash === last.hash) return null
  const seq = Math.min(head.seq + 1, last.seq)
  return {
    agencyId,
    seq,
    says: { zh: `第 ${seq} 条记录与末尾标记不符。`, en: `Event ${seq} is not what the end of the chain names.` },
  }
}

function isKnown(algorithm: string): algorithm is ChainAlgorithm {
  return chainAlgorithms.some(known => known === algorithm)
}

/** The agencies that have a chain, or events without one. */
export async function chains(tx: Tx): Promise<string[]> {
  const heads = tx.select({ agencyId: eventHead.agencyId }).from(eventHead)
  const rows = await union(heads, tx.select({ agencyId: event.agencyId }).from(event)).orderBy(sql`1`)
  return rows.map(({ agencyId }) => agencyId)
}
