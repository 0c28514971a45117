/** How pressing something is by the working days left: in a word, so that no list says it by colour alone. */
import type { Calendar } from '../calendar.ts'
import { remainingDays } from '../clock/index.ts'
import type { LocalDate } from '../kernel/date.ts'

/** overdue: the due date is past. soon: no more working days left than the reminder says. none: without due date. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'later' | 'none'

/** `remaining`: working days from today to the due date, negative when late, at least -1; null without a date. */
export interface Pressing {
  readonly remaining: number | null
  readonly urgency: Urgency
}

/** Looked at on the day `today`; `soon` in working days. */
export function pressing(due: LocalDate | null, today: LocalDate, soon: number, calendar: Calendar): Pressing {
  if (due === null) return { remaining: null, urgency: 'none' }
  const remaining = remainingDays(today, due, calendar)
  if (due < today) return { remaining, urgency: 'overdue' }
  if (due === today) return { remaining, urgency: 'today' }
  return { remaining, urgency: remaining <= soon ? 'soon' : 'later' }
}
