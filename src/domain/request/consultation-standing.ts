/** Where the consultation of a party has got to (条例32-34). */
import { deadlines } from '../../law/deadlines.ts'
import { addWorkdays, type Calendar } from '../calendar.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Consultation, RequestCase } from './case.ts'
import type { RequestRules } from './inputs.ts'

/**
 * silent: the time to reply ran out, for a third party without consequence (条例32), for a co-maker as consent (条例34).
 * unreachable: the letter came back and was given up.
 */
export type ConsultationStanding = 'to_send' | 'waiting' | 'answered' | 'silent' | 'unreachable'

export function standingOf(
  consultation: Consultation,
  of: Pick<RequestCase, 'letters'>,
  today: LocalDate,
  calendar: Calendar,
  rules: RequestRules,
): ConsultationStanding {
  if (consultation.answer !== null) return 'answered'
  if (consultation.sentOn === null) return 'to_send'
  if (of.letters.find(l => l.id === consultation.letterId)?.state === 'discarded') return 'unreachable'
  const limit = replyBy(consultation, calendar, rules)
  return limit !== null && today > limit ? 'silent' : 'waiting'
}

/** Last day to reply: 15 working days from delivery; null where the letter was not delivered, or no limit is given. */
export function replyBy(
  { party, deliveredOn }: Consultation,
  calendar: Calendar,
  { limits }: RequestRules,
): LocalDate | null {
  if (deliveredOn === null || party === 'other_organ') return null
  const days =
    party === 'third_party'
      ? (limits?.thirdParty ?? deadlines.third_party.length)
      : (limits?.coMaker ?? deadlines.co_maker.length)
  return addWorkdays(deliveredOn, days, calendar).date
}

/**
 * Day to ask what became of a letter whose delivery was not entered, or of an organ that has no limit by law; null where
 * there is nothing to ask. The law names no such day: it is the third party's period, from sending on, for the clock
 * stands still meanwhile (条例32, 33).
 */
export function askBy(
  { party, sentOn, deliveredOn, answer, letterId }: Consultation,
  { letters }: Pick<RequestCase, 'letters'>,
  calendar: Calendar,
  { limits }: RequestRules,
): LocalDate | null {
  const runs = deliveredOn !== null && party !== 'other_organ'
  if (answer !== null || sentOn === null || runs) return null
  if (letters.find(l => l.id === letterId)?.state === 'discarded') return null
  return addWorkdays(sentOn, limits?.thirdParty ?? deadlines.third_party.length, calendar).date
}
