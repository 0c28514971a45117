/** Counting in the database: each question one pass over one index (migrations, request_counted and request_closed). */
import { and, between, eq, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { LineCount } from '../../../domain/report/tally.ts'
import { request } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { isOpenNow } from './listed.ts'

export interface Period {
  readonly from: string
  readonly until: string
}

const count = sql<number>`count(*)::int`
const where = (condition: SQL | undefined) => sql<number>`(count(*) FILTER (WHERE ${condition}))::int`
const isAnew = sql`${request.body}->'links'->>'reopens' IS NOT NULL`

const isCounted = eq(request.kind, 'request')

function counted(agencyId: string, ...more: (SQL | undefined)[]) {
  return and(eq(request.agencyId, agencyId), isCounted, ...more)
}

export type AgencyLineCount = LineCount & { readonly agencyId: string }

/** Table 三 of each agency by line and kind of applicant (D§3.6, 3.7 A6). What one period carries over, the next carries in. */
export async function lineCounts(
  tx: Tx,
  agencyIds: readonly string[],
  { from, until }: Period,
): Promise<AgencyLineCount[]> {
  if (agencyIds.length === 0) return []
  const by = (line: SQL, where: SQL | undefined) =>
    tx
      .select({ agencyId: request.agencyId, line: sql<string>`${line}`, applicant: request.applicantKind, count })
      .from(request)
      .where(and(inArray(request.agencyId, [...agencyIds]), isCounted, where))
      .groupBy(request.agencyId, sql`2`, request.applicantKind)
  const openOn = (later: SQL) => or(isNull(request.closedOn), later)
  const result = and(between(request.closedOn, from, until), isNotNull(request.receivedOn), isNotNull(request.line))
  const parts = await Promise.all([
    by(sql`'new'::text`, between(request.countedOn, from, until)),
    by(sql`'carried_in'::text`, and(lt(request.countedOn, from), openOn(gte(request.closedOn, from)))),
    by(sql`${request.line}`, result),
    by(sql`'carried_out'::text`, and(lte(request.countedOn, until), openOn(sql`${request.closedOn} > ${until}`))),
  ])
  return parts.flat() as AgencyLineCount[]
}

/** New in the period, by channel. */
export function channelCounts(tx: Tx, agencyId: string, { from, until }: Period) {
  return tx
    .select({ channel: request.channel, count })
    .from(request)
    .where(counted(agencyId, between(request.countedOn, from, until)))
    .groupBy(request.channel)
    .orderBy(sql`2 DESC`, request.channel)
}

export interface MonthCount {
  readonly month: string
  readonly received: number
  readonly ended: number
}

export async function monthCounts(tx: Tx, agencyId: string, { from, until }: Period): Promise<MonthCount[]> {
  const byMonth = (day: typeof request.countedOn | typeof request.closedOn) =>
    tx
      .select({ month: sql<string>`to_char(${day}, 'YYYY-MM')`, count })
      .from(request)
      .where(
        counted(
          agencyId,
          day === request.closedOn ? isNotNull(request.receivedOn) : undefined,
          between(day, from, until),
        ),
      )
      .groupBy(sql`1`)
  const [received, closed] = await Promise.all([byMonth(request.countedOn), byMonth(request.closedOn)])
  const months = [...new Set([...received, ...closed].map(({ month }) => month))].sort()
  const of = (list: readonly { month: string; count: number }[], month: string) =>
    list.find(item => item.month === month)?.count ?? 0
  return months.map(month => ({ month, received: of(received, month), ended: of(closed, month) }))
}

export interface Outcomes {
  readonly count: number
  readonly mean: number | null
  readonly median: number | null
  readonly ninth: number | null
  readonly longest: number | null
  readonly inTime: number
  readonly late: number
  readonly extended: number
  readonly reopened: number
  readonly feesCharged: number
}

/**
 * Of what ended in the period; durations in calendar days, of what was answered. What only few cases have is counted
 * apart, by the indexes request_extended, request_reopens and request_paid.
 */
export async function outcomes(tx: Tx, agencyId: string, { from, until }: Period): Promise<Outcomes> {
  const days = sql`(${request.closedOn} - ${request.receivedOn})`
  const answered = sql`${request.onTime} IS NOT NULL`
  const share = (of: number) =>
    sql<number | null>`percentile_cont(${of}::float8) WITHIN GROUP (ORDER BY ${days}) FILTER (WHERE ${answered})`
  const ended = (...more: SQL[]) => counted(agencyId, between(request.closedOn, from, until), ...more)
  const { body } = request
  const few = (condition: SQL) => tx.$count(request, ended(condition))
  const paid = sql<number>`coalesce(sum((${body}->'fee'->>'amount')::numeric), 0)::float8`
  const [[row], extended, reopened, [fees]] = await Promise.all([
    tx
      .select({
        count: where(answered),
        mean: sql<number | null>`(avg(${days}) FILTER (WHERE ${answered}))::float8`,
        median: share(0.5),
        ninth: share(0.9),
        longest: sql<number | null>`max(${days}) FILTER (WHERE ${answered})`,
        inTime: where(sql`${request.onTime}`),
        late: where(sql`NOT ${request.onTime}`),
      })
      .from(request)
      .where(ended()),
    few(sql`${body}->'extension'->'outcome'->>'approved' = 'true' AND ${body}->'extension'->>'lapsed' IS NULL`),
    few(isAnew),
    tx
      .select({ paid })
      .from(request)
      .where(ended(sql`jsonb_typeof(${body}->'fee'->'paid') = 'object'`)),
  ])
  if (!row || !fees) throw new Error('an aggregate without a row')
  return { ...row, extended, reopened, feesCharged: fees.paid }
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
  readonly today: string
  /** Due up to this day is soon. */
  readonly soonUntil: string
}

type Counted =
  | 'open'
  | 'soon'
  | 'overdue'
  | 'unconfirmed'
  | 'urged'
  | 'received'
  | 'answered'
  | 'late'
  | 'granted'
  | 'denied'
  | 'unavailable'
  | 'notProcessed'
  | 'other'
  | 'reopened'

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
  const of = and(inArray(request.agencyId, [...agencyIds]), eq(request.kind, 'request'))
  const [owed, urged, came, gone, anew] = await Promise.all([
    owedBy(tx, of, period),
    urgedAt(tx, of),
    cameTo(tx, of, period),
    endedAt(tx, of, period),
    reopenedAt(tx, of, period),
  ])
  const lines = new Map<string, SupervisionLine>()
  for (const part of [...owed, ...urged, ...came, ...gone, ...anew]) {
    lines.set(part.agencyId, { ...lines.get(part.agencyId), ...part })
  }
  return [...lines.values()]
}

function owedBy(tx: Tx, of: SQL | undefined, { today, soonUntil }: SupervisedPeriod) {
  return tx
    .select({
      agencyId: request.agencyId,
      open: count,
      soon: where(and(gte(request.dueOn, today), lte(request.dueOn, soonUntil))),
      overdue: where(lt(request.dueOn, today)),
      unconfirmed: where(eq(request.state, 'arrived')),
    })
    .from(request)
    .where(and(of, isOpenNow))
    .groupBy(request.agencyId)
}

/** Few of all, by the index request_urged. */
function urgedAt(tx: Tx, of: SQL | undefined) {
  return tx
    .select({ agencyId: request.agencyId, urged: count })
    .from(request)
    .where(and(of, isOpenNow, sql`${request.body}->'urgings'->0 IS NOT NULL`))
    .groupBy(request.agencyId)
}

function cameTo(tx: Tx, of: SQL | undefined, { from, until }: Period) {
  return tx
    .select({ agencyId: request.agencyId, received: count })
    .from(request)
    .where(and(of, between(request.countedOn, from, until)))
    .groupBy(request.agencyId)
}

/** By line, and the lines sorted here: to look at each for each kind of result takes as long as reading all cases. */
async function endedAt(tx: Tx, of: SQL | undefined, { from, until }: Period): Promise<SupervisionLine[]> {
  const { agencyId, line, onTime } = request
  const groups = await tx
    .select({ agencyId, line, onTime, count })
    .from(request)
    .where(and(of, between(request.closedOn, from, until)))
    .groupBy(agencyId, line, onTime)
  const lines = new Map<string, Ended>()
  for (const group of groups) {
    const ended = lines.get(group.agencyId) ?? { ...noneEnded }
    if (group.onTime !== null) ended.answered += group.count
    if (group.onTime === false) ended.late += group.count
    const result = resultOf(group.line)
    if (result !== null) ended[result] += group.count
    lines.set(group.agencyId, ended)
  }
  return [...lines].map(([id, ended]) => ({ agencyId: id, ...ended }))
}

const noneEnded = { answered: 0, late: 0, granted: 0, denied: 0, unavailable: 0, notProcessed: 0, other: 0 }
type Ended = Record<keyof typeof noneEnded, number>

/** The part of table 三 a line of it stands in; granted in part counts as granted. */
function resultOf(line: string | null): 'granted' | 'denied' | 'unavailable' | 'notProcessed' | 'other' | null {
  if (line === null) return null
  if (line === 'granted' || line === 'partial') return 'granted'
  if (line.startsWith('denied.')) return 'denied'
  if (line.startsWith('unavailable.')) return 'unavailable'
  return line.startsWith('not_processed.') ? 'notProcessed' : 'other'
}

function reopenedAt(tx: Tx, of: SQL | undefined, { from, until }: Period) {
  return tx
    .select({ agencyId: request.agencyId, reopened: count })
    .from(request)
    .where(and(of, between(request.closedOn, from, until), isAnew))
    .groupBy(request.agencyId)
}
