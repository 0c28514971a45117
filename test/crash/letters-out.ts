/** What must hold of letters that go out electronically: the outbox, the cases and what has really left, held together. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { and, eq, ne } from 'drizzle-orm'
import { messageId } from '../../src/features/requests/letters/leaving.ts'
import { letterSender } from '../../src/features/requests/letters/sending.ts'
import type { KeptRequest } from '../../src/features/requests/store/requests.ts'
import { subjectOf } from '../../src/features/requests/store/timeline.ts'
import type { Services } from '../../src/kit/services.ts'
import type { Tx } from '../../src/platform/db/connect.ts'
import type { Mailer } from '../../src/platform/mail/message.ts'
import { sendDue } from '../../src/platform/record/outbox.ts'
import { event, outbox } from '../../src/platform/record/schema.ts'
import { zhang } from '../support/request-office.ts'

/** A letter whose sending was asked for, and whose asking was answered. */
export interface Queued {
  readonly requestId: string
  readonly letterId: string
  readonly way: 'online' | 'email'
}

/** A mail that has left, whatever the program came to know of it. */
interface Left {
  readonly id: string
  readonly to: string
}

/** Letters leave in one write: what stands in this file has left, whoever was killed when. */
function mailerInto(file: string, left: () => void): Mailer {
  return {
    send: async ({ id, to }) => {
      appendFileSync(file, `${JSON.stringify({ id, to })}\n`)
      left()
      return { sent: true, messageId: id, answer: '250 ok' }
    },
    check: async () => undefined,
  }
}

const nothing = () => undefined

/** Sends what waits, as the worker does, as though it were that time. `left` is called when a mail has just left. */
export async function sendLetters(
  services: Services,
  mails: string,
  { at, left = nothing }: { readonly at: Date; readonly left?: () => void },
): Promise<void> {
  const { send, enter } = letterSender({ ...services, mailer: mailerInto(mails, left) })
  await sendDue(services.database, send, { now: () => at, within: 60_000, kinds: ['letter'], enter })
}

export function leftBy(mails: string): Left[] {
  const lines = existsSync(mails) ? readFileSync(mails, 'utf8').split('\n') : []
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as Left)
}

type Row = typeof outbox.$inferSelect

interface Known {
  readonly cases: readonly KeptRequest[]
  readonly rows: readonly Row[]
  readonly left: readonly Left[]
  /** Per message: how often the record says it was sent, and what it says of the last time. */
  readonly entered: ReadonlyMap<string, { readonly times: number; readonly maybeBefore: boolean }>
  readonly told: number
}

/** `isOver`: nothing may wait any more. */
export async function wrongSendings(
  tx: Tx,
  world: { readonly agencyId: string; readonly mails: string },
  cases: readonly KeptRequest[],
  { queued, isOver }: { readonly queued: readonly Queued[]; readonly isOver: boolean },
): Promise<string[]> {
  const known = await knownOf(tx, world, cases)
  return [
    ...queued.flatMap(one => lost(known, one)),
    ...known.rows.flatMap(row => [...wrongRow(known, row), ...(isOver && !row.sentAt ? [`${row.id}: waits`] : [])]),
    ...known.left.flatMap(one => neverAsked(known, one)),
    ...cases.flatMap(kept => neverLeft(known, kept)),
    ...untold(known),
  ]
}

async function knownOf(
  tx: Tx,
  { agencyId, mails }: { readonly agencyId: string; readonly mails: string },
  cases: readonly KeptRequest[],
): Promise<Known> {
  const mine = await tx.select().from(outbox).where(eq(outbox.agencyId, agencyId))
  const byJob = and(eq(event.agencyId, agencyId), eq(event.actor, 'job:letters'), ne(event.kind, 'requests.splitOff'))
  const entered = new Map<string, { times: number; maybeBefore: boolean }>()
  for (const { data } of await tx.select({ data: event.data }).from(event).where(byJob)) {
    const { message, maybeBefore = false } = (data as { how: { message: string; maybeBefore?: boolean } }).how
    entered.set(message, { times: (entered.get(message)?.times ?? 0) + 1, maybeBefore })
  }
  const left = leftBy(mails)
  const told = mine.filter(({ kind, subject }) => kind !== 'letter' && subject.startsWith('request:')).length
  return { cases, rows: mine.filter(({ kind }) => kind === 'letter'), left, entered, told }
}

/** What was told to be on its way waits or has left. */
function lost({ rows }: Known, { requestId, letterId, way }: Queued): string[] {
  const row = rows.find(({ id }) => id === messageId(letterId, way))
  const is = row?.subject === subjectOf(requestId) && row.stoppedAt === null
  return is ? [] : [`${letterId}: was to go by ${way} and does not wait`]
}

/** Marked as sent, entered in the case and in the record: all three or none; twice only where the evidence says so. */
function wrongRow({ cases, left, entered }: Known, { id, payload, sentAt, evidence, attempts }: Row): string[] {
  const { requestId, letterId, way } = payload as Queued
  const letter = cases.find(kept => kept.case.id === requestId)?.case.letters.find(one => one.id === letterId)
  const times = left.filter(one => one.id === id).length
  const record = entered.get(id)
  const said = evidence as { attempt: number; maybeBefore?: boolean; notEntered?: string } | null
  const isEntered = letter?.state === 'served' && letter.sent?.way === way && letter.served?.evidence !== ''
  const inAll = [sentAt !== null, said !== null, isEntered, record?.times === 1]
  return [
    ...(inAll.every(one => one === inAll[0]) ? [] : [`${id}: marked, evidence, case, record: ${inAll.join()}`]),
    ...(said?.notEntered ? [`${id}: not entered, ${said.notEntered}`] : []),
    ...(sentAt && way === 'email' && times === 0 ? [`${id}: marked as sent and never left`] : []),
    ...(times > attempts ? [`${id}: left ${times} times in ${attempts} attempts`] : []),
    ...(sentAt && times > 1 && !(said?.maybeBefore && record?.maybeBefore) ? [`${id}: left twice unnoticed`] : []),
  ]
}

function neverAsked({ rows }: Known, { id, to }: Left): string[] {
  const row = rows.find(one => one.id === id)
  return row && to === zhang.email ? [] : [`${id}: left to ${to} and nobody asked for it`]
}

function neverLeft({ rows }: Known, { case: { letters } }: KeptRequest): string[] {
  return letters.flatMap(({ id, sent }) => {
    if (sent?.way !== 'online' && sent?.way !== 'email') return []
    const row = rows.find(one => one.id === messageId(id, sent.way))
    return row?.sentAt ? [] : [`${id}: entered as sent by ${sent.way}, and it was not`]
  })
}

/** Of each letter that left for the applicant, whichever way, they are told by mail and by SMS, once. */
function untold({ cases, told }: Known): string[] {
  const sent = cases.flatMap(({ case: { letters } }) =>
    letters.filter(one => one.to === 'applicant' && one.sent),
  ).length
  return told === 2 * sent ? [] : [`${sent} letters sent, and ${told} times told`]
}
