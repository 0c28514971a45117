/** The years of the calendar: seen, tried, set. What is counted by them moves at once; here is told what. */
import { parseRegionCode, type RegionCode } from '../../domain/agency/region.ts'
import { calendarFor, yearStandings } from '../../domain/days/calendars.ts'
import { movedDeadlines } from '../../domain/days/moved.ts'
import { checkYear } from '../../domain/days/year-check.ts'
import { type EnteredYear, lawYears } from '../../domain/days/years.ts'
import type { LocalDate } from '../../domain/kernel/date.ts'
import type { Said } from '../../domain/kernel/lang.ts'
import type { Resource } from '../../domain/people/policy.ts'
import { enteredYears, type KeptYear } from '../../kit/calendars.ts'
import type { AnswerOf } from '../../kit/contract.ts'
import { dayOf } from '../../kit/days.ts'
import type { DeadlineProvider, MovedDay, OpenDeadline, Renewal } from '../../kit/deadlines.ts'
import { changedMeanwhile, refusedInput } from '../../kit/problem.ts'
import { type Done, noAgency, signedIn, type Task } from '../../kit/routes.ts'
import { topAgency } from '../../kit/tree.ts'
import type * as contracts from './contract.ts'
import { governmentOf, holdYear, putYear } from './store.ts'

type PreviewTask = Task<typeof contracts.previewYear>
type SetTask = Task<typeof contracts.setYear>
type ShownYear = AnswerOf<typeof contracts.setYear>['year']
type Moved = (AnswerOf<typeof contracts.previewYear>['moved'][number] & MovedDay)[]

const yearWord: Said = { zh: '这一年的节假日', en: 'calendar of this year' }

/** Without a region all national years up to the next one; with one the years in which it has days of its own. */
export async function years({
  tx,
  now,
  query,
}: Task<typeof contracts.listYears>): Promise<AnswerOf<typeof contracts.listYears>> {
  const entered = await enteredYears(tx)
  if (query.region) return { items: entered.filter(({ region }) => region === query.region).map(shownEntered) }
  const last = Math.max(Number(dayOf(now).slice(0, 4)) + 1, ...entered.map(({ year }) => year))
  const standings = yearStandings(lawYears[0]?.year ?? last, last, entered)
  return { items: standings.map(({ year }) => nationalYear(year, entered)) }
}

function nationalYear(year: number, entered: readonly KeptYear[]): ShownYear {
  const own = entered.find(e => e.year === year && e.region === '')
  if (own) return shownEntered(own)
  const law = lawYears.find(known => known.year === year)
  return { ...shown(law ?? { ...unknownYear, year }), version: 0, edited: false }
}

const unknownYear: Omit<EnteredYear, 'year'> = {
  region: '',
  state: 'not_yet_published',
  notice: null,
  noticeDate: null,
  days: [],
}

function shownEntered(entered: KeptYear): ShownYear {
  return { ...shown(entered), version: entered.version, edited: true }
}

function shown({ year, region, state, notice, noticeDate, days }: EnteredYear): Omit<ShownYear, 'version' | 'edited'> {
  return { year, region, state, notice, noticeDate, days: days.map(day => ({ ...day })) }
}

/** Whose calendar it is: the country's the top agency's, a region's its government's. */
export async function calendarOwner(task: PreviewTask | SetTask): Promise<Resource> {
  const { tx, body } = task
  if (body.region === '') return { agencyId: await topAgency(tx, signedIn(task).actor.agencyId) }
  const region = parseRegionCode(body.region)
  return { agencyId: (region.ok ? await governmentOf(tx, region.value) : null) ?? noAgency }
}

/** Nothing is changed: what would move, and what looks odd about the year. */
export async function preview(
  task: PreviewTask,
  deadlines: readonly DeadlineProvider[],
): Promise<AnswerOf<typeof contracts.previewYear>> {
  const year = readYear(task.params.year, task.body)
  const { remarks } = checkYear(year)
  return { moved: await movedBy(task, year, deadlines), warnings: remarks.map(({ says }) => says) }
}

export async function setYear(
  task: SetTask,
  deadlines: readonly DeadlineProvider[],
  renewals: readonly Renewal[],
): Promise<Done<AnswerOf<typeof contracts.setYear>>> {
  const { tx, now, params, body } = task
  const year = readYear(params.year, body)
  const before = await holdYear(tx, year.region, year.year)
  if ((before?.version ?? 0) !== body.version) throw changedMeanwhile(yearWord)
  const moved = await movedBy(task, year, deadlines)
  const next = { ...year, version: body.version + 1 }
  const { accountId } = signedIn(task).actor
  if (!(await putYear(tx, { ...next, updatedAt: now, accountId }))) throw changedMeanwhile(yearWord)
  for (const renew of renewals) await renew(tx, now, task.services, moved)
  const { region, state, notice, noticeDate, days } = year
  const data = { region, state, notice, noticeDate, days, version: next.version, moved: moved.length }
  return { answer: { year: shownEntered(next), moved }, record: [{ subject: `calendar:${year.year}`, data }] }
}

/** The year as typed. Throws a Problem that names every day that cannot be. */
function readYear(year: number, { region, state, notice, noticeDate, days }: PreviewTask['body']): EnteredYear {
  const code = region === '' ? null : parseRegionCode(region, 'region')
  if (code && !code.ok) throw refusedInput('body', [code.refusal])
  const entered: EnteredYear = {
    region: code?.value ?? '',
    year,
    state,
    notice,
    noticeDate: noticeDate as LocalDate | null,
    days: days.map(day => ({ ...day, date: day.date as LocalDate })),
  }
  const [first, ...rest] = checkYear(entered).troubles
  if (first) throw refusedInput('body', [first, ...rest])
  return entered
}

/** Every open deadline counted by the calendar as it is and as it would be, region by region. */
async function movedBy(
  { tx, now }: Pick<SetTask, 'tx' | 'now'>,
  year: EnteredYear,
  providers: readonly DeadlineProvider[],
): Promise<Moved> {
  const was = await enteredYears(tx)
  const is = [...was.filter(e => e.year !== year.year || e.region !== year.region), year]
  const open: OpenDeadline[] = []
  for (const provide of providers) open.push(...(await provide(tx, now)))
  const regions = [...new Set(open.map(({ regionCode }) => regionCode))]
  return regions.flatMap(region =>
    movedIn(
      region,
      open.filter(({ regionCode }) => regionCode === region),
      was,
      is,
    ),
  )
}

function movedIn(
  region: RegionCode,
  open: readonly OpenDeadline[],
  was: readonly EnteredYear[],
  is: readonly EnteredYear[],
): Moved {
  const known = new Map(open.map(deadline => [deadline.subject, deadline]))
  const requests = open.map(({ subject, history }) => ({ id: subject, history }))
  return movedDeadlines(requests, calendarFor(region, was), calendarFor(region, is)).flatMap(
    ({ id, before, after, says }) => {
      const deadline = known.get(id)
      if (!deadline) return []
      const { agencyId, subject, label } = deadline
      return [{ agencyId, subject, label, before: before.due, after: after.due, says }]
    },
  )
}
