/** What falls due in a case besides its answer: a confirmation, and what others were given time for. */
import type { Calendar } from '../calendar.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import type { RequestCase } from './case.ts'
import { askBy, replyBy } from './consultation-standing.ts'
import type { RequestRules } from './inputs.ts'
import { isOpen } from './states.ts'
import { confirmBy } from './waiting/looking.ts'

export const limitKinds = {
  confirm: { zh: '确认收到日期', en: 'Confirm the day of receipt' },
  correction: { zh: '申请人补正', en: 'Correction by the applicant' },
  reasons: { zh: '申请人说明理由', en: 'Reasons by the applicant' },
  fee: { zh: '申请人缴费', en: 'Payment by the applicant' },
  consultation: { zh: '被征求意见一方答复', en: 'Opinion of who was consulted' },
  inquiry: { zh: '查询征求意见的送达和答复', en: 'Asking what became of a consultation' },
  cooperation: { zh: '协办科室回复', en: 'Answer of the section asked' },
  urging: { zh: '回复督办', en: 'Answer to the urging' },
} as const satisfies Readonly<Record<string, Said>>

export type LimitKind = keyof typeof limitKinds

export interface Limit {
  readonly kind: LimitKind
  /** The last day. */
  readonly on: LocalDate
  /** Of the consultation, cooperation or urging; null where the case has only one. */
  readonly of: string | null
}

/** The limits that run, by day. */
export function limitsOf(of: RequestCase, calendar: Calendar, rules: RequestRules): readonly Limit[] {
  const urgings = of.urgings.filter(({ answer }) => answer === null)
  const all = [
    ...(isOpen(of.state) ? ofOpenCase(of, calendar, rules) : []),
    ...urgings.map(({ id, answerBy }): Limit => ({ kind: 'urging', on: answerBy, of: id })),
  ]
  return all.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function ofOpenCase(of: RequestCase, calendar: Calendar, rules: RequestRules): Limit[] {
  const one = (kind: LimitKind, on: LocalDate | null | undefined, id: string | null = null): Limit[] =>
    on ? [{ kind, on, of: id }] : []
  const { state } = of
  return [
    ...one('confirm', state === 'arrived' ? confirmBy(of, calendar) : null),
    ...one('correction', state === 'correction_pending' ? of.correction?.by : null),
    ...one('reasons', state === 'reasons_pending' ? of.reasons?.by : null),
    ...one('fee', state === 'fee_pending' ? of.fee?.payBy : null),
    // 15 working days from delivery (条例32, 34); other organs have no limit by law.
    ...of.consultations.flatMap(consultation =>
      one(
        'consultation',
        consultation.answer === null ? replyBy(consultation, calendar, rules) : null,
        consultation.id,
      ),
    ),
    ...of.consultations.flatMap(consultation =>
      one('inquiry', askBy(consultation, of, calendar, rules), consultation.id),
    ),
    ...of.cooperations.flatMap(({ id, by, answeredOn }) => one('cooperation', answeredOn === null ? by : null, id)),
  ]
}
