/** Days of the Gregorian calendar without time or zone: law counts days, and the day is the one in Asia/Shanghai. */
import { done, type Result, refuse } from './result.ts'

declare const localDate: unique symbol

/** `YYYY-MM-DD`, a day that exists. ISO text sorts as time does, so `<` and `===` compare two of them. */
export type LocalDate = string & { readonly [localDate]: true }

/** Records of this work lie well inside; a year outside is a slip of the pen. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2999

/**
 * Reads `YYYY-MM-DD`; refuses any other writing, days that do not exist, and years outside 1900-2999.
 * `at` is repeated in the refusal.
 */
export function parseDate(text: unknown, at?: string): Result<LocalDate> {
  const parts = typeof text === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null
  const shown = typeof text === 'string' ? text.slice(0, 40) : String(JSON.stringify(text) ?? text).slice(0, 40)
  if (!parts) return refuse('bad_date', notADate(shown), at)
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return refuse('bad_date', noSuchDay(shown), at)
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) return refuse('bad_date', yearOutside(shown), at)
  return done(parts[0] as LocalDate)
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** The day of the same number `months` later, or the last of a month that lacks it (民法典202). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const counted = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(counted / 12), (counted % 12) + 1]
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month))
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b
}

export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Days since 1970-01-01. Years are taken to begin in March, so that the leap day comes last. */
function dayNumber(date: LocalDate): number {
  const month = Number(date.slice(5, 7))
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719468
}

function fromDayNumber(days: number): LocalDate {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0')
}

const notADate = (shown: string) => ({
  zh: `“${shown}”不是日期，请写成 2026-04-13 这样的年-月-日`,
  en: `"${shown}" is not a date; write year-month-day as in 2026-04-13`,
})
const noSuchDay = (shown: string) => ({
  zh: `没有“${shown}”这一天，请核对年月日`,
  en: `There is no day ${shown}; check year, month and day`,
})
const yearOutside = (shown: string) => ({
  zh: `“${shown}”的年份不在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间，请核对`,
  en: `The year of ${shown} is not between ${FIRST_YEAR} and ${LAST_YEAR}; check it`,
})
