/**
 * Working days (D§2.1): the days of the holiday notices, else Monday to Friday.
 * A calendar is an argument everywhere, so that a region's own holidays can stand in the national one's place.
 */
import { type CalendarYear, calendarYears } from '../law/calendar/index.ts'
import { addDays, type LocalDate, weekday, yearOf } from './kernel/date.ts'
import { done, type Result, refuse } from './kernel/result.ts'

/** What is known of a day beyond its weekday; `name` is the holiday or the reason of a region's change. */
export interface SpecialDay {
  readonly workday: boolean
  readonly name?: { readonly zh: string; readonly en: string }
}

export interface Calendar {
  /** Years whose notice is known; in any other year Monday to Friday are taken and results are provisional. */
  readonly years: ReadonlySet<number>
  readonly special: ReadonlyMap<LocalDate, SpecialDay>
}

/** A day counted to. `provisional`: the count ran through a year whose calendar is not known. */
export interface CountedDate {
  readonly date: LocalDate
  readonly provisional: boolean
}

/** Working days between two dates, signed. */
export interface CountedDays {
  readonly days: number
  readonly provisional: boolean
}

export const nationalCalendar: Calendar = calendarOf(calendarYears)

/** A calendar from yearly notices; a later notice wins over an earlier one on the same day. */
export function calendarOf(years: readonly CalendarYear[]): Calendar {
  const special = new Map<LocalDate, SpecialDay>()
  for (const year of years) {
    for (const { from, to, name } of year.holidays) {
      for (let day = from as LocalDate; day <= to; day = addDays(day, 1)) special.set(day, { workday: false, name })
    }
    for (const day of year.makeUp) special.set(day as LocalDate, { workday: true })
  }
  return { years: new Set(years.map(y => y.year)), special }
}

/** The calendar with a region's own days off and working days laid over it (D§2.1, ethnic and epidemic holidays). */
export function withRegionDays(calendar: Calendar, days: ReadonlyMap<LocalDate, SpecialDay>): Calendar {
  return { years: calendar.years, special: new Map([...calendar.special, ...days]) }
}

export function isWorkday(date: LocalDate, calendar: Calendar = nationalCalendar): boolean {
  return calendar.special.get(date)?.workday ?? weekday(date) <= 5
}

/** Whether the holiday notice of the date's year is in the calendar. */
export function isKnown(date: LocalDate, calendar: Calendar = nationalCalendar): boolean {
  return calendar.years.has(yearOf(date))
}

/**
 * The n-th working day after `date`, which itself is not counted (民法典201); before it when n is negative.
 * n = 0 is the date itself, working day or not. n must be whole: see `parseDayCount`.
 */
export function addWorkdays(date: LocalDate, n: number, calendar: Calendar = nationalCalendar): CountedDate {
  const step = n < 0 ? -1 : 1
  let day = date
  let provisional = false
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step)
    if (isWorkday(day, calendar)) left -= 1
    if (!isKnown(day, calendar)) provisional = true
  }
  return { date: day, provisional }
}

/** Working days in (from, to]; negative, in (to, from], when `to` is the earlier. */
export function workdaysBetween(from: LocalDate, to: LocalDate, calendar: Calendar = nationalCalendar): CountedDays {
  if (to < from) {
    const { days, provisional } = workdaysBetween(to, from, calendar)
    return { days: days === 0 ? 0 : -days, provisional }
  }
  let days = 0
  let provisional = false
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkday(day, calendar)) days += 1
    if (!isKnown(day, calendar)) provisional = true
  }
  return { days, provisional }
}

const MOST_DAYS = 10_000

/** Reads how many working days to count, as typed: a whole number, at most 10,000 either way. */
export function parseDayCount(text: string): Result<number> {
  const n = /^[+-]?\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN
  if (Math.abs(n) <= MOST_DAYS) return done(n)
  const shown = text.slice(0, 40)
  return refuse('bad_count', {
    zh: `“${shown}”不是工作日的个数，请写 -${MOST_DAYS} 到 ${MOST_DAYS} 之间的整数，例如 20`,
    en: `"${shown}" is not a number of working days; write a whole number from -${MOST_DAYS} to ${MOST_DAYS}, e.g. 20`,
  })
}
