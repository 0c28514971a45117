/** The day a case is looked at from, and the days that are counted from it. */
import { deadlines } from '../../../law/deadlines.ts'
import { addWorkdays, type Calendar, isWorkday } from '../../calendar.ts'
import type { LocalDate } from '../../kernel/date.ts'
import type { RequestCase } from '../case.ts'
import type { RequestRules } from '../inputs.ts'

/** The day looked from, and what it is counted by. */
export interface Looking {
  readonly today: LocalDate
  readonly calendar: Calendar
  readonly rules: RequestRules
  /** When the answer is due, as the clock has it on that day. */
  readonly due: LocalDate | null
}

/** Receipt is to be confirmed on the working day it came in (条例31; D§2.3). */
export function confirmBy({ arrival }: RequestCase, calendar: Calendar): LocalDate {
  const { arrivedOn } = arrival
  return isWorkday(arrivedOn, calendar) ? arrivedOn : addWorkdays(arrivedOn, 1, calendar).date
}

/** Last day to give the correction notice (条例30). */
export function correctionNoticeBy(receivedOn: LocalDate, calendar: Calendar, { limits }: RequestRules): LocalDate {
  const days = limits?.correctionNotice ?? deadlines.correction_notice.length
  return addWorkdays(receivedOn, days, calendar).date
}
