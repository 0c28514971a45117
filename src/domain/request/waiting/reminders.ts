/** What somebody is reminded of on a day: an answer soon or past due, a receipt not confirmed at the day's end. */
import type { Calendar } from '../../calendar.ts'
import { pressing } from '../../days/urgency.ts'
import type { LocalDate } from '../../kernel/date.ts'
import type { Said } from '../../kernel/lang.ts'
import type { RequestCase } from '../case.ts'
import { clockOfCase } from '../case-clock.ts'
import type { RequestRules } from '../inputs.ts'
import { confirmBy } from './looking.ts'

/** A reminder is the same as long as kind and day are: told once. */
export interface Reminder {
  readonly kind: 'soon' | 'today' | 'overdue' | 'unconfirmed'
  /** The day it is about. */
  readonly by: LocalDate
  readonly says: Said
}

/** `days`: working days before due from which on to remind (setting `reminder.days`). Looked at by the day's end. */
export function remindersDue(
  of: RequestCase,
  today: LocalDate,
  calendar: Calendar,
  days: number,
  limits?: RequestRules['limits'],
): readonly Reminder[] {
  if (of.state === 'arrived') return unconfirmed(confirmBy(of, calendar), today)
  const { due } = clockOfCase(of, today, calendar, limits ? { limits } : {})
  const { urgency, remaining } = pressing(due, today, days, calendar)
  if (due === null || urgency === 'none' || urgency === 'later') return []
  return [{ kind: urgency, by: due, says: said(urgency, due, remaining ?? 0) }]
}

function unconfirmed(by: LocalDate, today: LocalDate): readonly Reminder[] {
  if (today < by) return []
  const zh = `${by} 送达的申请尚未与申请人确认收到日期，请当日确认（条例第三十一条）`
  const en = `What came in by ${by} is not confirmed with the applicant; confirm it on the day (art. 31)`
  return [{ kind: 'unconfirmed', by, says: { zh, en } }]
}

function said(urgency: 'soon' | 'today' | 'overdue', due: LocalDate, remaining: number): Said {
  if (urgency === 'today') return { zh: `答复期限今天（${due}）届满`, en: `The answer is due today (${due})` }
  if (urgency === 'overdue') return { zh: `答复期限已于 ${due} 届满`, en: `The answer was due on ${due}` }
  return {
    zh: `答复期限 ${due} 届满，还有 ${remaining} 个工作日`,
    en: `The answer is due on ${due}, in ${remaining} working days`,
  }
}
