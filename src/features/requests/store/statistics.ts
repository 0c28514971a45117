/** Counting in the database: each question one pass over one index (migrations, request_counted and request_closed). */
import { and, between, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { partOfLine, type ResultPart } from '../../../domain/report/result-parts.ts'
import type { LineCount } from '../../../domain/report/tally.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { type Durations, durationsOf, type Took } from '../../../domain/request/taken.ts'
import { request } from '../../../kit/schema/requests.ts'
import type { ResultLine } from '../../../law/lines.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { requestCase } from '../contract/case.ts'
import {
  answeredAtAll,
  type Cell,
  inCell,
  isOpenNow,
  isOverdue,
  isRequest,
  isSoon,
  isUrged,
  type Period,
} from './counted.ts'

const count = sql<number>`count(*)::int`
const where = (condition: SQL | undefined) => sql<number>`(count(*) FILTER (WHERE ${condition}))::int`
const isAnew = sql`${request.body}->'links'->>'reopens' IS NOT NULL`

function cell(agencyId: string, of: Cell, period: Period, ...more: SQL[]) {
  return and(eq(request.agencyId, agencyId), inCell(of, period), ...more)
}

export type AgencyLineCount = LineCount & { readonly agencyId: string }

/** Table 三 of each agency by line and kind of applicant (D§3.6, 3.7 A6). What one period carries over, the next carries in. */
export async function lineCounts(tx: Tx, agencyIds: readonly string[], period: Period): Promise<AgencyLineCount[]> {
  if (agencyIds.length === 0) return []
  const by = (of: Cell, line: SQL) =>
    tx
      .select({ agencyId: request.agencyId, line: sql<string>`${line}`, applicant: request.applicantKind, count })
      .from(request)
      .where(and(inArray(request.agencyId, [...agencyIds]), inCell(of, period)))
      .groupBy(request.agencyId, sql`2`, request.applicantKind)
  const parts = await Promise.all([
    by('new', sql`'new'::text`),
    by('carried_in', sql`'carried_in'::text`),
    by('total', sql`${request.line}`),
    by('carried_out', sql`'carried_out'::text`),
  ])
  return parts.flat() as AgencyLineCount[]
}

/** New in the period, by channel. */
export function channelCounts(tx: Tx, agencyId: string, period: Period) {
  return tx
    .select({ channel: request.channel, count })
    .from(request)
    .where(cell(agencyId, 'new', period))
    .groupBy(request.channel)
    .orderBy(sql`2 DESC`, request.channel)
}

export interface MonthCount {
  readonly month: string
  readonly received: number
  readonly ended: number
}

export async function monthCounts(tx: Tx, agencyId: string, period: Period): Promise<MonthCount[]> {
  const byMonth = (of: Cell, day: typeof request.countedOn | typeof request.closedOn) =>
    tx
      .select({ month: sql<string>`to_char(${day}, 'YYYY-MM')`, count })
      .from(request)
      .where(cell(agencyId, of, period))
      .groupBy(sql`1`)
  const [received, closed] = await Promise.all([byMonth('new', request.countedOn), byMonth('total', request.closedOn)])
  const months = [...new Set([...received, ...closed].map(({ month }) => month))].sort()
  const of = (list: readonly { month: string; count: number }[], month: string) =>
    list.find(item => item.month === month)?.count ?? 0
  return months.map(month => ({ month, received: of(received, month), ended: of(closed, month) }))
}

export interface Outcomes {
  /** Of what was answered, in working days of the law. */
  readonly durations: Durations
  readonly inTime: number
  readonly late: number
  readonly extended: number
  /** Begun anew (重新处理), of what ended. */
  readonly reopened: number
  /** 被纠正: by a review organ or a court, in the period. */
  readonly reversed: number
  readonly feesCharged: number
}

/** Working days an answer took, worked out from its case. */
type TakenBy = (of: RequestCase) => number | null

/**
 * Of what ended in the period. What only few cases have is counted apart, by the indexes request_extended,
 * request_reopens, request_reversed and request_paid.
 */
export async function outcomes(tx: Tx, agencyId: string, period: Period, takenBy: TakenBy): Promise<Outcomes> {
  const ended = (...more: SQL[]) => cell(agencyId, 'total', period, ...more)
  const { body, takenDays, onTime } = request
  const few = (condition: SQL) => tx.$count(request, ended(condition))
  const paid = sql<number>`coalesce(sum((${body}->'fee'->>'amount')::numeric), 0)::float8`
  const [groups, before, extended, reopened, reversed, [fees]] = await Promise.all([
    tx.select({ takenDays, onTime, count }).from(request).where(ended(answeredAtAll)).groupBy(takenDays, onTime),
    tx
      .select({ body })
      .from(request)
      .where(ended(answeredAtAll, isNull(takenDays))),
    few(sql`${body}->'extension'->'outcome'->>'approved' = 'true' AND ${body}->'extension'->>'lapsed' IS NULL`),
    few(isAnew),
    tx.$count(request, cell(agencyId, 'reversed', period)),
    tx
      .select({ paid })
      .from(request)
      .where(ended(sql`jsonb_typeof(${body}->'fee'->'paid') = 'object'`)),
  ])
  if (!fees) throw new Error('an aggregate without a row')
  const took = [
    ...groups.map(group => ({ days: group.takenDays, count: group.count })),
    // Answered before it was kept.
    ...before.map(row => ({ days: takenBy(requestCase.parse(row.body)), count: 1 })),
  ].filter((one): one is Took => one.days !== null)
  const answered = (inTime: boolean) =>
    groups.reduce((sum, group) => sum + (group.onTime === inTime ? group.count : 0), 0)
  return {
    durations: durationsOf(took),
    ...{ inTime: answered(true), late: answered(false), extended, reopened, reversed, feesCharged: fees.paid },
  }
}

export async function besideCounts(tx: Tx, agencyId: string, { from, until }: Period) {
  const kinds = inArray(request.kind, ['record_correction', 'enquiry'])
  const rows = await tx
    .select({ kind: request.kind, count })
    .from(request)
    .where(and(eq(request.agencyId, agencyId), kinds, between(request.receivedOn, from, until)))
    .groupBy(request.kind)
  const of = (kind: string) => rows.find(row => row.kind === kind)?.count ?? 0
  return { recordCorrections: of('record_correction'), enquiries: of('enquiry') }
}

export interface SupervisedPeriod extends Period {
  readonly today: LocalDate
  /** Due up to this day is soon, for each agency by its own setting and its region's calendar. */
  readonly soonUntil: ReadonlyMap<string, LocalDate>
}

type Ended = 'answered' | 'late' | ResultPart
type Counted = 'open' | 'soon' | 'overdue' | 'unconfirmed' | 'urged' | 'received' | 'reversed' | Ended

/** What is left out is none. */
export type SupervisionLine = { readonly agencyId: string } & { readonly [C in Counted]?: number }

/**
 * A line for each of the agencies that has requests. What came in, what ended and what is owed are each read from an
 * index of their own: together they would be sought through all cases there ever were.
 */
export async function supervisionCounts(
  tx: Tx,
  agencyIds: readonly string[],
  period: SupervisedPeriod,
): Promise<SupervisionLine[]> {
  if (agencyIds.length === 0) return []
  const of = inArray(request.agencyId, [...agencyIds])
  const [owed, urged, came, gone, reversed] = await Promise.all([
    owedBy(tx, of, period),
    urgedAt(tx, of),
    cameTo(tx, of, period),
    endedAt(tx, of, period),
    reversedAt(tx, of, period),
  ])
  const lines = new Map<string, SupervisionLine>()
  for (const part of [...owed, ...urged, ...came, ...gone, ...reversed]) {
    lines.set(part.agencyId, { ...lines.get(part.agencyId), ...part })
  }
  return [...lines.values()]
}

function owedBy(tx: Tx, of: SQL, { today, soonUntil }: SupervisedPeriod) {
  return tx
    .select({
      agencyId: request.agencyId,
      open: count,
      soon: where(soonIn(today, soonUntil)),
      overdue: where(isOverdue(today)),
      unconfirmed: where(eq(request.state, 'arrived')),
    })
    .from(request)
    .where(and(of, isRequest, isOpenNow))
    .groupBy(request.agencyId)
}

/** Agencies with the same last day together: few days, many agencies. */
function soonIn(today: LocalDate, soonUntil: ReadonlyMap<string, LocalDate>): SQL {
  const days = [...new Set(soonUntil.values())]
  const of = (day: LocalDate) => [...soonUntil].filter(([, until]) => until === day).map(([id]) => id)
  return or(...days.map(day => and(inArray(request.agencyId, of(day)), isSoon(today, day)))) ?? sql`false`
}

/** Few of all, by the index request_urged. */
function urgedAt(tx: Tx, of: SQL) {
  return tx
    .select({ agencyId: request.agencyId, urged: count })
    .from(request)
    .where(and(of, isRequest, isUrged))
    .groupBy(request.agencyId)
}

function cameTo(tx: Tx, of: SQL, period: Period) {
  return tx
    .select({ agencyId: request.agencyId, received: count })
    .from(request)
    .where(and(of, inCell('new', period)))
    .groupBy(request.agencyId)
}

/** By line, and the lines sorted here: to look at each for each kind of result takes as long as reading all cases. */
async function endedAt(tx: Tx, of: SQL, period: Period): Promise<SupervisionLine[]> {
  const { agencyId, line, onTime } = request
  const groups = await tx
    .select({ agencyId, line, onTime, count })
    .from(request)
    .where(and(of, inCell('total', period)))
    .groupBy(agencyId, line, onTime)
  const lines = new Map<string, Record<Ended, number>>()
  for (const group of groups) {
    const ended = lines.get(group.agencyId) ?? { ...noneEnded }
    if (group.onTime !== null) ended.answered += group.count
    if (group.onTime === false) ended.late += group.count
    ended[partOfLine(group.line as ResultLine)] += group.count
    lines.set(group.agencyId, ended)
  }
  return [...lines].map(([id, ended]) => ({ agencyId: id, ...ended }))
}

const noneEnded = { answered: 0, late: 0, granted: 0, denied: 0, unavailable: 0, notProcessed: 0, other: 0 }

/** Few of all, by the index request_reversed. */
function reversedAt(tx: Tx, of: SQL, period: Period) {
  return tx
    .select({ agencyId: request.agencyId, reversed: count })
    .from(request)
    .where(and(of, inCell('reversed', period)))
    .groupBy(request.agencyId)
}
