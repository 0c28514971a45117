/**
 * How long the file of a request is kept. Years are counted from the first of January behind the end of the case, as
 * archives count them; neither the regulation nor a text read by us fixes years or beginning, so the years are set.
 */
import { type LocalDate, yearOf } from '../kernel/date.ts'

/** The last day on which the file must still be there. */
export function keptUntil(endedOn: LocalDate, years: number): LocalDate {
  return `${yearOf(endedOn) + years}-12-31` as LocalDate
}

/** Cases that ended before this day have been kept long enough. */
export function overBefore(today: LocalDate, years: number): LocalDate {
  return `${yearOf(today) - years}-01-01` as LocalDate
}
