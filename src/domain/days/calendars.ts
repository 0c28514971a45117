/**
 * The calendar an installation counts by (D§2.1-2.2): the law's years, over them what its people entered, over that
 * the days that a region ordered for itself. A year whose notice has not come is not known, and its dates are
 * provisional.
 */
import { type CalendarYear, calendarYears } from '../../law/calendar/index.ts'
import { type RegionCode, regionPath } from '../agency/region.ts'
import { type Calendar, calendarOf, type SpecialDay, withRegionDays } from '../calendar.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'

/** A year as entered: in the place of the law's own, or, where not yet published, taking it away. */
export type EnteredYear =
  | { readonly state: 'published'; readonly year: number; readonly calendar: CalendarYear }
  | { readonly state: 'not_yet_published'; readonly year: number }

/** A day that a region made off or working for itself and all that lies in it. `basis`: the paper that ordered it. */
export interface RegionDay {
  readonly region: RegionCode
  readonly day: LocalDate
  readonly workday: boolean
  readonly name: Said
  readonly basis: string
}

/** All that was entered. */
export interface EnteredCalendar {
  readonly years: readonly EnteredYear[]
  readonly regionDays: readonly RegionDay[]
}

export const nothingEntered: EnteredCalendar = { years: [], regionDays: [] }

/** The calendar of a region; of the country where `region` is null. The nearer region wins over the wider. */
export function calendarFor(region: RegionCode | null, entered: EnteredCalendar): Calendar {
  const national = calendarOf(yearsOf(entered))
  if (region === null) return national
  return [...regionPath(region)]
    .reverse()
    .reduce((calendar, part) => withRegionDays(calendar, daysOf(part, entered)), national)
}

/** In the order of the years, so that a later notice wins where it reaches into the year before. */
function yearsOf({ years }: EnteredCalendar): readonly CalendarYear[] {
  const entered = new Set(years.map(({ year }) => year))
  const published = years.flatMap(year => (year.state === 'published' ? [year.calendar] : []))
  return [...calendarYears.filter(({ year }) => !entered.has(year)), ...published].sort((a, b) => a.year - b.year)
}

function daysOf(region: RegionCode, { regionDays }: EnteredCalendar): ReadonlyMap<LocalDate, SpecialDay> {
  return new Map(regionDays.filter(d => d.region === region).map(({ day, workday, name }) => [day, { workday, name }]))
}

/** A year as a list of years shows it; `origin`: the law's data, or people here; null where nobody knows it yet. */
export interface YearStanding {
  readonly year: number
  readonly state: EnteredYear['state']
  readonly origin: 'law' | 'entered' | null
}

/** How the years stand, first and last included. */
export function yearStandings(first: number, last: number, { years }: EnteredCalendar): readonly YearStanding[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => {
    const year = first + n
    const entered = years.find(e => e.year === year)
    if (entered) return { year, state: entered.state, origin: 'entered' }
    return calendarYears.some(own => own.year === year)
      ? { year, state: 'published', origin: 'law' }
      : { year, state: 'not_yet_published', origin: null }
  })
}
