/** How long answers take, in the measure their period is given in: working days as the clock counts them (条例33, D§2.4). */
import type { Calendar } from '../calendar.ts'
import { daysRun } from '../clock/index.ts'
import type { RequestCase } from './case.ts'
import { type CaseClockOptions, historyOf } from './case-clock.ts'

/**
 * Working days an answer took, to be held against the 20 of 条例33: those that ran from receipt, or from the correction
 * or the payment after which the period begins anew, to the day its timeliness goes by; without days in consultation.
 * 0 where it was answered the same day; null where nothing was answered, as with what was withdrawn.
 */
export function workdaysTaken(
  of: Pick<RequestCase, 'receivedOn' | 'events' | 'closing'>,
  calendar: Calendar,
  options: CaseClockOptions = {},
): number | null {
  if (of.closing === null || of.closing.onTime === null) return null
  const history = historyOf(of, of.closing.on)
  return history && daysRun(history, { ...options, calendar })
}

/** So many answers took so many days. */
export interface Took {
  readonly days: number
  readonly count: number
}

export interface Durations {
  readonly count: number
  readonly mean: number | null
  /** The middle one, or the mean of the two in the middle. */
  readonly median: number | null
  /** The fewest days within which nine in ten were answered. */
  readonly ninth: number | null
  readonly longest: number | null
}

export function durationsOf(took: readonly Took[]): Durations {
  const all = [...took].filter(({ count }) => count > 0).sort((a, b) => a.days - b.days)
  const count = all.reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return { count, mean: null, median: null, ninth: null, longest: null }
  /** The days of the n-th answer, the quickest being the first. */
  const nth = (n: number) => {
    let left = n
    for (const { days, count: these } of all) {
      left -= these
      if (left <= 0) return days
    }
    return 0
  }
  return {
    count,
    mean: all.reduce((sum, one) => sum + one.days * one.count, 0) / count,
    median: (nth(Math.ceil(count / 2)) + nth(Math.floor(count / 2) + 1)) / 2,
    ninth: nth(Math.ceil((count * 9) / 10)),
    longest: nth(count),
  }
}
