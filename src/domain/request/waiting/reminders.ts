/** What somebody is reminded of on a day: an answer soon or past due, a receipt not confirmed at the day's end. */
import { type Calendar, isWorkday, workdaysBetween } from '../../calendar.ts'
import { pressing } from '../../days/urgency.ts'
import type { LocalDate } from '../../kernel/date.ts'
import type { Said } from '../../kernel/lang.ts'
import type { RequestCase } from '../case.ts'
import { clockOfCase } from '../case-clock.ts'
import type { RequestRules } from '../inputs.ts'
import { confirmBy } from './looking.ts'

export interface Reminder {
  readonly kind: 'soon' | 'today' | 'overdue' | 'unconfirmed'
  /** The day it is about. */
  readonly by: LocalDate
  /** The day it is told for: a reminder of the same kind is told once for each. */
  readonly on: LocalDate
  readonly says: Said
  /** Whether the agency above is to hear of it, once for the day it is about (条例47). */
  readonly escalates: boolean
}

/** Working days, as the agency sets them. */
export interface ReminderDays {
  /** Before due, from which on to remind (setting `reminder.days`). */
  readonly soon: number
  /** Unconfirmed, after which the agency above hears of it (setting `reminder.unconfirmedDays`). */
  readonly unconfirmed: number
}

/** Looked at by the day's end. */
export function remindersDue(
  of: RequestCase,
  today: LocalDate,
  calendar: Calendar,
  days: ReminderDays,
  limits?: RequestRules['limits'],
): readonly Reminder[] {
  if (of.state === 'arrived') return unconfirmed(confirmBy(of, calendar), today, calendar, days)
  const { due } = clockOfCase(of, today, calendar, limits ? { limits } : {})
  const { urgency, remaining } = pressing(due, today, days.soon, calendar)
  if (due === null || urgency === 'none' || urgency === 'later') return []
  const says = said(urgency, due, remaining ?? 0)
  return [{ kind: urgency, by: due, on: due, says, escalates: urgency === 'overdue' }]
}

/** Again on every working day, for as long as no period runs that would remind (条例31). */
function unconfirmed(
  by: LocalDate,
  today: LocalDate,
  calendar: Calendar,
  { unconfirmed: most }: ReminderDays,
): readonly Reminder[] {
  if (today < by || !isWorkday(today, calendar)) return []
  const { days: late } = workdaysBetween(by, today, calendar)
  const says = late === 0 ? confirmToday(by) : stillUnconfirmed(by, late)
  return [{ kind: 'unconfirmed', by, on: today, says, escalates: late >= most }]
}

function confirmToday(by: LocalDate): Said {
  return {
    zh: `${by} 送达的申请尚未与申请人确认收到日期，请当日确认（条例第三十一条）`,
    en: `What came in by ${by} is not confirmed with the applicant; confirm it on the day (art. 31)`,
  }
}

function stillUnconfirmed(by: LocalDate, late: number): Said {
  const days = late === 1 ? 'working day' : 'working days'
  return {
    zh: `${by} 送达的申请已过 ${late} 个工作日仍未与申请人确认收到日期，请立即确认（条例第三十一条）`,
    en: `What came in by ${by} is still not confirmed after ${late} ${days}; confirm it at once (art. 31)`,
  }
}

function said(urgency: 'soon' | 'today' | 'overdue', due: LocalDate, remaining: number): Said {
  if (urgency === 'today') return { zh: `答复期限今天（${due}）届满`, en: `The answer is due today (${due})` }
  if (urgency === 'overdue') return { zh: `答复期限已于 ${due} 届满`, en: `The answer was due on ${due}` }
  return {
    zh: `答复期限 ${due} 届满，还有 ${remaining} 个工作日`,
    en: `The answer is due on ${due}, in ${remaining} working days`,
  }
}
