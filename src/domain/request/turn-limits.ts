/**
 * The last day of whoever has the turn: counted from the notice served, shown to the applicant, and kept. With another
 * calendar it is counted anew and moves only to a later day: nobody loses a day that was shown to them.
 */
import { deadlines } from '../../law/deadlines.ts'
import { addWorkdays, type Calendar } from '../calendar.ts'
import type { ClockEvent } from '../clock/history.ts'
import { type LocalDate, later } from '../kernel/date.ts'
import type { FeeNotice, RequestCase } from './case.ts'
import type { RequestRules } from './inputs.ts'

/** What a day given to the applicant rests on. */
export interface Counting {
  readonly calendar: Calendar
  readonly rules: RequestRules
}

/** 条例30, 35: so many working days as the notice said, from the day it was served. */
export function answerBy(servedOn: LocalDate, days: number, { calendar }: Pick<Counting, 'calendar'>): LocalDate {
  return addWorkdays(servedOn, days, calendar).date
}

/** 办法6: 20 working days from the day the notice was served. */
export function payBy(servedOn: LocalDate, { calendar, rules }: Counting): LocalDate {
  return addWorkdays(servedOn, rules.limits?.payment ?? deadlines.payment.length, calendar).date
}

export interface MovedTurn {
  readonly case: RequestCase
  readonly what: 'correction' | 'reasons' | 'fee'
  readonly before: LocalDate
  readonly after: LocalDate
}

/** The case by the calendar given, its clock with it; null where the day of the turn stays, or nobody outside has it. */
export function movedTurn(of: RequestCase, counting: Counting): MovedTurn | null {
  const { correction, reasons, fee } = of
  if (of.state === 'correction_pending' && correction?.noticedOn && correction.by) {
    const by = answerBy(correction.noticedOn, correction.days, counting)
    return moved(of, 'correction', correction.by, by, after => ({
      correction: { ...correction, by: after },
      events: noticedUntil(of.events, 'correction_noticed', after),
    }))
  }
  if (of.state === 'reasons_pending' && reasons?.noticedOn && reasons.by) {
    const by = answerBy(reasons.noticedOn, reasons.days, counting)
    return moved(of, 'reasons', reasons.by, by, after => ({ reasons: { ...reasons, by: after } }))
  }
  return of.state === 'fee_pending' && fee ? movedFee(of, fee, counting) : null
}

function movedFee(of: RequestCase, fee: FeeNotice, counting: Counting): MovedTurn | null {
  if (!fee.noticedOn || !fee.payBy) return null
  const by = payBy(fee.noticedOn, counting)
  return moved(of, 'fee', fee.payBy, by, after => ({
    fee: { ...fee, payBy: after },
    events: noticedUntil(of.events, 'fee_noticed', after),
  }))
}

function moved(
  of: RequestCase,
  what: MovedTurn['what'],
  before: LocalDate,
  counted: LocalDate,
  change: (after: LocalDate) => Partial<RequestCase>,
): MovedTurn | null {
  const after = later(before, counted)
  return after === before ? null : { case: { ...of, ...change(after) }, what, before, after }
}

function noticedUntil(
  events: readonly ClockEvent[],
  kind: 'correction_noticed' | 'fee_noticed',
  by: LocalDate,
): readonly ClockEvent[] {
  return events.map(event => (event.kind === kind ? { ...event, by } : event))
}
