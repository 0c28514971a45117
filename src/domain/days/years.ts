/** A year of the calendar as people enter it, day by day, and the law's own years in the same shape. */
import { type CalendarYear, calendarYears } from '../../law/calendar/index.ts'
import type { RegionCode } from '../agency/region.ts'
import { addDays, type LocalDate, parseDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'

/** A day that is not as its weekday says: off, or a working day. */
export interface MarkedDay {
  readonly date: LocalDate
  readonly kind: 'off' | 'work'
  /** The holiday, or why; may be empty on a working day. */
  readonly name: string
}

/**
 * `region` empty: the national year, in the place of the law's own. Else the days a region ordered for itself, over
 * the national ones. `notice`: the number of the paper that orders it.
 */
export interface EnteredYear {
  readonly region: RegionCode | ''
  readonly year: number
  readonly state: 'published' | 'not_yet_published'
  readonly notice: string | null
  readonly noticeDate: LocalDate | null
  readonly days: readonly MarkedDay[]
}

/** The law's own years, to show and to begin editing from. */
export const lawYears: readonly EnteredYear[] = calendarYears.map(entered)

function entered({ year, notices, holidays, makeUp }: CalendarYear): EnteredYear {
  const off = holidays.flatMap(({ name, from, to }) => span(from, to).map(date => marked(date, 'off', name.zh)))
  const work = makeUp.map(date => marked(date as LocalDate, 'work', ''))
  const published = notices.map(notice => notice.published).at(-1)
  const date = published === undefined ? null : parseDate(published)
  return {
    region: '',
    year,
    state: 'published',
    notice: notices.map(notice => notice.number).join('、'),
    noticeDate: date?.ok ? date.value : null,
    days: [...off, ...work].sort((a, b) => (a.date < b.date ? -1 : 1)),
  }
}

function span(from: string, to: string): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from as LocalDate; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

function marked(date: LocalDate, kind: MarkedDay['kind'], name: string): MarkedDay {
  return { date, kind, name }
}

const knownNames = new Map(calendarYears.flatMap(y => y.holidays.map(({ name }) => [name.zh, name] as const)))

/** The name of a holiday in both languages where the law's data has it; else as entered. */
export function holidayName(name: string): Said {
  return knownNames.get(name) ?? { zh: name, en: name }
}
