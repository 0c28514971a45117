/** What is counted of requests, of one's own agency and of those supervised. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { RegionCode } from '../../../domain/agency/region.ts'
import { calendarFor } from '../../../domain/days/calendars.ts'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { clockOptionsOf } from '../../../domain/request/case-clock.ts'
import { workdaysTaken } from '../../../domain/request/taken.ts'
import { enteredYears } from '../../../kit/calendars.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { dayOf } from '../../../kit/days.ts'
import { refusedInput } from '../../../kit/problem.ts'
import { type Entry, signedIn, type Task } from '../../../kit/routes.ts'
import { agency } from '../../../kit/schema/agencies.ts'
import { settingsOfAll } from '../../../kit/settings.ts'
import type { ChannelId } from '../../../law/channels.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type * as contracts from '../contract/statistics.ts'
import {
  type AgencyLineCount,
  besideCounts,
  channelCounts,
  lineCounts,
  monthCounts,
  outcomes,
  supervisionCounts,
} from '../store/statistics.ts'
import { setupOf, soonDay } from './setup.ts'

type Statistics = AnswerOf<typeof contracts.requestStatistics>
type Supervision = AnswerOf<typeof contracts.superviseRequests>
type Tables = AnswerOf<typeof contracts.supervisedTables>

export async function statistics(task: Task<typeof contracts.requestStatistics>): Promise<Statistics> {
  const { tx, params, query } = task
  inOrder(query)
  const { agencyId } = params
  const { calendar, rules } = await setupOf(task, agencyId)
  const takenBy = (of: RequestCase) => workdaysTaken(of, calendar, clockOptionsOf(rules))
  const [lines, channels, months, ended, beside] = await Promise.all([
    lineCounts(tx, [agencyId], query),
    channelCounts(tx, agencyId, query),
    monthCounts(tx, agencyId, query),
    outcomes(tx, agencyId, query, takenBy),
    besideCounts(tx, agencyId, query),
  ])
  return {
    ...query,
    lines: lines.map(lineOf),
    channels: channels.map(({ channel, count: n }) => ({ channel: channel as ChannelId, count: n })),
    months,
    ...ended,
    beside,
  }
}

/** The agencies that the actor's agency supervises; one that has no request has zeros. */
export async function supervision(task: Task<typeof contracts.superviseRequests>): Promise<Supervision> {
  const { tx, query, now } = task
  inOrder(query)
  const today = dayOf(now)
  const agencies = await openAgencies(tx, signedIn(task).actor.supervisedAgencies)
  const counts = await supervisionCounts(
    tx,
    agencies.map(({ id }) => id),
    { ...query, today, soonUntil: await soonUntilOf(tx, agencies, today) },
  )
  const items = agencies.map(({ id, name }) => ({
    ...none,
    ...counts.find(c => c.agencyId === id),
    agencyId: id,
    name,
  }))
  return { ...query, items }
}

/** As the agency's own list has it: by its setting and the calendar of its region. */
async function soonUntilOf(tx: Tx, agencies: readonly SupervisedAgency[], today: LocalDate) {
  const [settings, entered] = await Promise.all([
    settingsOfAll(
      tx,
      agencies.map(({ id }) => id),
    ),
    enteredYears(tx),
  ])
  return new Map(
    agencies.map(({ id, region }, n) => {
      const days = settings[n]?.['reminder.days'] ?? 0
      return [id, soonDay(today, days, calendarFor(region as RegionCode, entered))]
    }),
  )
}

/** Table 三 of each of them; one that has no request has an empty one. */
export async function tables(task: Task<typeof contracts.supervisedTables>): Promise<Tables> {
  const { tx, query } = task
  inOrder(query)
  const agencies = await openAgencies(tx, signedIn(task).actor.supervisedAgencies)
  const lines = new Map<string, Tables['agencies'][number]['lines']>(agencies.map(({ id }) => [id, []]))
  for (const counted of await lineCounts(tx, [...lines.keys()], query)) {
    lines.get(counted.agencyId)?.push(lineOf(counted))
  }
  return { ...query, agencies: agencies.map(({ id, name }) => ({ agencyId: id, name, lines: lines.get(id) ?? [] })) }
}

/** The look is kept in the record of who looked: which time, and how many agencies. */
export function tablesRead({ query, params }: Task<typeof contracts.supervisedTables>, { agencies }: Tables): Entry[] {
  const data = { from: query.from, until: query.until, agencies: agencies.length }
  return [{ subject: `agency:${params.agencyId}`, data }]
}

export function supervisionRead(
  { query, params }: Task<typeof contracts.superviseRequests>,
  { items }: Supervision,
): Entry[] {
  const data = { from: query.from, until: query.until, agencies: items.length }
  return [{ subject: `agency:${params.agencyId}`, data }]
}

function lineOf({ line, applicant, count }: AgencyLineCount): Tables['agencies'][number]['lines'][number] {
  return { line, applicant, count }
}

interface SupervisedAgency {
  readonly id: string
  readonly name: string
  readonly region: string
}

async function openAgencies(tx: Tx, ids: readonly string[]): Promise<SupervisedAgency[]> {
  if (ids.length === 0) return []
  return tx
    .select({ id: agency.id, name: agency.name, region: agency.regionCode })
    .from(agency)
    .where(and(inArray(agency.id, [...ids]), eq(agency.status, 'open')))
    .orderBy(asc(agency.regionCode), asc(agency.name))
}

const none = {
  open: 0,
  soon: 0,
  overdue: 0,
  unconfirmed: 0,
  received: 0,
  answered: 0,
  late: 0,
  granted: 0,
  denied: 0,
  unavailable: 0,
  notProcessed: 0,
  other: 0,
  reversed: 0,
  urged: 0,
}

function inOrder({ from, until }: { readonly from: string; readonly until: string }): void {
  if (from <= until) return
  const says = { zh: '起始日期晚于截止日期，请核对', en: 'The first day is after the last; check them' }
  throw refusedInput('query', [{ code: 'bad_period', says, at: 'until' }])
}
