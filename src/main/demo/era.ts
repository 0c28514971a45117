/** Which time the demo tells of: two whole years with their reports, and on to the day before it is made. */
import { addDays, type LocalDate, yearOf } from '../../domain/kernel/date.ts'
import { dayOf } from '../../kit/days.ts'

export interface Era {
  /** The day it is made. */
  readonly today: LocalDate
  /** The last day on which anything happened: nothing lies in the hours to come. */
  readonly until: LocalDate
  /** The first day on which something came in; early enough that the first year has something carried in. */
  readonly first: LocalDate
  /** The years whose reports are published. */
  readonly years: readonly [number, number]
  /** When the agencies began with it. */
  readonly begun: Date
  /** When guide and rules were last shown. */
  readonly shown: Date
}

/** Reports of a year are out, and pages looked through, early in February of the next. */
const outBy = '02-03'

export function eraOf(now: Date): Era {
  const today = dayOf(now)
  const year = today.slice(5) < outBy ? yearOf(today) - 1 : yearOf(today)
  return {
    today,
    until: addDays(today, -1),
    first: `${year - 3}-12-04` as LocalDate,
    years: [year - 2, year - 1],
    begun: new Date(Date.UTC(year - 3, 11, 1, 1)),
    shown: new Date(Date.UTC(year, 1, 2, 1, 30)),
  }
}
