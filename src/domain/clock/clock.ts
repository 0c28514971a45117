import { type Calendar, isWorkday, workdaysBetween } from '../calendar.ts'
import { addDays, type LocalDate } from '../kernel/date.ts'
import { type ClockDay, explainDays } from './days.ts'
import type { History } from './history.ts'
import { type ClockOptions, rulesOf } from './options.ts'
import { dueOf, type Period, pausedOn, periodOf } from './period.ts'

export type ClockState =
  | 'running'
  | 'consulting'
  | 'waiting_correction'
  | 'abandoned_correction'
  | 'waiting_fee'
  | 'abandoned_fee'
  | 'closed'

/** Contract of design §6. */
export interface Clock {
  readonly state: ClockState
  /** Last day to answer; null while the applicant is to act, when given up, and when answered. */
  readonly due: LocalDate | null
  /** Working days from today to due; negative when late, at least -1 even where only days off have passed. */
  readonly remaining: number | null
  /** What is said rests on a year whose holiday notice is not known. */
  readonly provisional: boolean
  /** Only when asked for. */
  readonly days?: readonly ClockDay[]
}

/**
 * Where a request stands on `history.today` and when its answer is due (条例30, 32-34, 办法6; D§2.4).
 * Takes a history that `parseHistory` accepted.
 */
export function clock(history: History, options: ClockOptions = {}): Clock {
  const rules = rulesOf(options)
  const period = periodOf(history, rules)
  const state = stateOf(history, period)
  const due = state === 'running' || state === 'consulting' ? dueOf(period, rules) : null
  const known = {
    state,
    due: due?.date ?? null,
    remaining: due && remainingDays(history.today, due.date, rules.calendar),
    provisional: due?.provisional ?? (state !== 'closed' && (period.waiting?.provisional ?? false)),
  }
  if (!options.days) return known
  return { ...known, days: explainDays({ history, period, due: known.due, rules, lang: options.lang ?? 'zh' }) }
}

function stateOf(history: History, period: Period): ClockState {
  if (history.events.some(e => e.kind === 'answered' && e.on <= history.today)) return 'closed'
  if (period.waiting) {
    return `${history.today > period.waiting.until ? 'abandoned' : 'waiting'}_${period.waiting.what}` as const
  }
  return period.pauses.some(p => p.open) ? 'consulting' : 'running'
}

/**
 * Working days that ran up to and with `history.today`, as the period counts them (D§2.4): from the day after receipt,
 * or after the correction or payment that set the count back to zero; days in consultation are left out (条例33¶3).
 */
export function daysRun(history: History, options: ClockOptions = {}): number {
  const rules = rulesOf(options)
  const { base, pauses } = periodOf(history, rules)
  let days = 0
  for (let day = addDays(base, 1); day <= history.today; day = addDays(day, 1)) {
    if (isWorkday(day, rules.calendar) && !pausedOn(day, pauses)) days += 1
  }
  return days
}

/** A day off just past due lies no working day behind, yet is late: so at least one. */
export function remainingDays(today: LocalDate, due: LocalDate, calendar: Calendar): number {
  const { days } = workdaysBetween(today, due, calendar)
  return today > due ? Math.min(days, -1) : days
}
