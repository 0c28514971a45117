/**
 * The calendar an installation counts by (D§2.1-2.2): the law's years, over them what its people entered, over that
 * the days that a region ordered for itself. A year whose notice has not come is not known, and its dates are
 * provisional.
 */
import { type RegionCode, regionPath } from '../agency/region.ts'
import { type Calendar, type SpecialDay, withRegionDays } from '../calendar.ts'
import type { LocalDate } from '../kernel/date.ts'
import { type EnteredYear, holidayName, lawYears } from './years.ts'

/** The calendar of a region; of the country where `region` is null. The nearer region wins over the wider. */
export function calendarFor(region: RegionCode | null, entered: readonly EnteredYear[]): Calendar {
  const national = nationalYears(entered)
  const known: Calendar = { years: new Set(national.map(({ year }) => year)), special: specialDays(national) }
  const parts = region === null ? [] : [...regionPath(region)].reverse()
  return parts.reduce(
    (calendar, part) => withRegionDays(calendar, specialDays(published(entered.filter(y => y.region === part)))),
    known,
  )
}

function nationalYears(entered: readonly EnteredYear[]): readonly EnteredYear[] {
  const own = entered.filter(({ region }) => region === '')
  return published([...lawYears.filter(({ year }) => !own.some(e => e.year === year)), ...own])
}

/** In the order of the years, so that a later notice wins where it reaches into the year before. */
function published(years: readonly EnteredYear[]): readonly EnteredYear[] {
  return years.filter(({ state }) => state === 'published').sort((a, b) => a.year - b.year)
}

function specialDays(years: readonly EnteredYear[]): ReadonlyMap<LocalDate, SpecialDay> {
  return new Map(
    years.flatMap(({ days }) =>
      days.map(({ date, kind, name }) => {
        const workday = kind === 'work'
        return [date, name === '' ? { workday } : { workday, name: holidayName(name) }] as const
      }),
    ),
  )
}

/** A national year as a list shows it; `origin`: the law's data, or people here; null where nobody knows it yet. */
export interface YearStanding {
  readonly year: number
  readonly state: EnteredYear['state']
  readonly origin: 'law' | 'entered' | null
}

/** How the national years stand, first and last included. */
export function yearStandings(first: number, last: number, entered: readonly EnteredYear[]): readonly YearStanding[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => {
    const year = first + n
    const own = entered.find(e => e.year === year && e.region === '')
    if (own) return { year, state: own.state, origin: 'entered' }
    return lawYears.some(law => law.year === year)
      ? { year, state: 'published', origin: 'law' }
      : { year, state: 'not_yet_published', origin: null }
  })
}
