/** A request that was not answered in time: what the applicant may turn against (解释2). */
import { silenceRemedies } from '../../law/remedies.ts'
import type { Calendar } from '../calendar.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { RequestCase } from './case.ts'
import { clockOfCase } from './case-clock.ts'
import { isDecisionLetter } from './decision-info.ts'

/**
 * Whether the day to answer is past and no answer has left. Never for the kinds the law sets no day for, nor before the
 * interpretation was in force.
 */
export function isUnanswered(of: RequestCase, today: LocalDate, calendar: Calendar): boolean {
  const { due, why } = clockOfCase(of, today, calendar)
  const late = due !== null && why !== 'aim' && due < today && silenceRemedies.validFrom <= today
  return late && !of.letters.some(({ letter, sent, served }) => isDecisionLetter(letter) && (sent ?? served) !== null)
}
