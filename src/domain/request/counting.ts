/**
 * Table 三 of any period out of the cases (D§3.5-3.9): each counted once where it came from and once where it got to.
 * A part that was split off is a case (D§3.9), and a new one on the day of the split: what a year that was over had
 * received and carried over stays what it was.
 * What one period carries over is what the next carries in, because both ask the same question of the same evening.
 * `tableOfLines` lays the counts out as the rows of a form.
 */
import { addDays, type LocalDate } from '../kernel/date.ts'
import type { LineCount } from '../report/tally.ts'
import type { RequestCase } from './case.ts'

/** Both days belong to it. */
export interface Period {
  readonly from: LocalDate
  readonly until: LocalDate
}

/** What counting looks at. Cases not of kind `request`, and those whose receipt was never confirmed, stand nowhere. */
export type CountedCase = Pick<RequestCase, 'kind' | 'applicantKind' | 'receivedOn'> & {
  readonly links: Pick<RequestCase['links'], 'splitOn'>
  readonly closing: Pick<NonNullable<RequestCase['closing']>, 'on' | 'line'> | null
}

/** The day a case is new on; null while its receipt is not confirmed. Its time to be answered runs from receipt all the same. */
export function countedOn({ receivedOn, links }: Pick<CountedCase, 'receivedOn' | 'links'>): LocalDate | null {
  return receivedOn === null ? null : (links.splitOn ?? receivedOn)
}

/** How many cases each line counts of each kind of applicant; nothing is said where there are none. */
export function countsOf(cases: Iterable<CountedCase>, period: Period): readonly LineCount[] {
  const counts = new Map<string, LineCount>()
  for (const one of cases) {
    for (const line of linesOf(one, period)) {
      const key = `${line} ${one.applicantKind}`
      const count = (counts.get(key)?.count ?? 0) + 1
      counts.set(key, { line, applicant: one.applicantKind, count })
    }
  }
  return [...counts.values()]
}

/**
 * The years before today's of which an act would change what table 三 counts, earliest first. Whoever has reported one of
 * them (条例49) must correct that report, or the act does not stand. `before`: null where the case begins with the act.
 */
export function pastYearsChanged(before: CountedCase | null, after: CountedCase, today: LocalDate): readonly number[] {
  const days = [before, after].flatMap(one => [one && countedOn(one), one?.closing?.on]).filter(day => day != null)
  const years: number[] = []
  for (let year = Math.min(...days.map(yearOf)); year < yearOf(today); year++) {
    const stands = (one: CountedCase | null) => (one ? linesOf(one, wholeYear(year)).join(' ') : '')
    if (stands(before) !== stands(after)) years.push(year)
  }
  return years
}

const yearOf = (day: LocalDate) => Number(day.slice(0, 4))
const wholeYear = (year: number): Period => ({
  from: `${year}-01-01` as LocalDate,
  until: `${year}-12-31` as LocalDate,
})

function linesOf(one: CountedCase, { from, until }: Period): readonly LineCount['line'][] {
  const { kind, closing } = one
  const newOn = countedOn(one)
  if (kind !== 'request' || newOn === null) return []
  const lines: LineCount['line'][] = []
  if (from <= newOn && newOn <= until) lines.push('new')
  if (isPending(newOn, closing, addDays(from, -1))) lines.push('carried_in')
  if (closing?.line && from <= closing.on && closing.on <= until) lines.push(closing.line)
  if (isPending(newOn, closing, until)) lines.push('carried_out')
  return lines
}

/** Counted in, and not yet ended, as a day is over. */
function isPending(newOn: LocalDate, closing: CountedCase['closing'], evening: LocalDate): boolean {
  return newOn <= evening && (closing === null || closing.on > evening)
}
