/** What the sending and the service of a letter bring about (条例30, 32-35; 办法6; 送达函1-4). */
import type { ClockEvent } from '../../clock/history.ts'
import type { LocalDate } from '../../kernel/date.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { working } from '../act-rule.ts'
import type { CaseLetter, RequestCase } from '../case.ts'
import { clockOfCase, clockOptionsOf } from '../case-clock.ts'
import { isDecisionLetter } from '../decision-info.ts'
import { extensionToTell } from '../extension-standing.ts'
import type { ActContext } from '../inputs.ts'
import { isOpen } from '../states.ts'
import { answerBy, payBy } from '../turn-limits.ts'
import { delayToTell, isUntold, withoutUntold, withoutUntoldDelay, withoutUntoldExtension } from '../untold.ts'
import type { ServiceWay } from '../vocabulary.ts'
import { withConsultation } from './consultation.ts'
import { answered } from './ending.ts'
import { withEvent } from './events.ts'
import { asksOpinion, procedural } from './letter-book.ts'

/** Sent by these ways it is told; by hand it is told when it is signed for. */
function answersWhenSent(way: ServiceWay): boolean {
  return way !== 'hand'
}

/** The case once the letter has left on a day. */
export function onSent(
  before: RequestCase,
  letter: CaseLetter,
  way: ServiceWay,
  on: LocalDate,
  context: ActContext,
): Result<RequestCase> {
  if (asksOpinion(letter.letter)) return consultationSent(before, letter, on, context)
  if (isUntold(letter, before))
    return answersWhenSent(way) ? longerSent(before, letter, way, on, context) : done(before)
  return answersWhenSent(way) ? answeredBy(before, letter, on, context) : done(before)
}

/** The case once the letter was served on a day. A letter served after the end changes nothing any more. */
export function onServed(
  before: RequestCase,
  letter: CaseLetter,
  on: LocalDate,
  context: ActContext,
): Result<RequestCase> {
  if (asksOpinion(letter.letter)) return consultationDelivered(before, letter, on, context)
  if (isDecisionLetter(letter.letter)) return answeredBy(before, letter, on, context)
  if (isUntold(letter, before)) return longerTold(before, letter, on, context)
  if (!working.some(state => state === before.state)) return done(before)
  switch (letter.letter) {
    case procedural.correction:
      return correctionNoticed(before, letter, on, context)
    case procedural.reasons:
      return done(reasonsAsked(before, on, context))
    case procedural.fee:
      return feeNoticed(before, letter, on, context)
    default:
      return done(before)
  }
}

/** The letter of decision answers the request once (送达函3: by post on the day of posting). */
function answeredBy(
  before: RequestCase,
  { letter }: CaseLetter,
  on: LocalDate,
  context: ActContext,
): Result<RequestCase> {
  const { draft, state } = before
  if (state !== 'signed' || draft === null || !isDecisionLetter(letter)) return done(before)
  return answered(before, draft.decision, on, context)
}

/**
 * A longer period counts once the applicant is told of it, which must come within the period (条例33, 35): by post on the
 * day of posting, by hand when signed for. What was told too late is on record, and moves nothing.
 */
function longerTold(before: RequestCase, letter: CaseLetter, on: LocalDate, context: ActContext): Result<RequestCase> {
  if (!isOpen(before.state)) return done(before)
  return letter.letter === procedural.delay ? delayTold(before, on, context) : extensionTold(before, on, context)
}

function extensionTold(before: RequestCase, on: LocalDate, context: ActContext): Result<RequestCase> {
  const extension = extensionToTell(before)
  if (extension === null) return done(before)
  const told = withEvent(before, { kind: 'extended', on, days: extension.days }, context)
  if (told.ok || told.refusal.code !== 'past_due') return told
  return done(withoutUntoldExtension(before, 'late', on))
}

function delayTold(before: RequestCase, on: LocalDate, context: ActContext): Result<RequestCase> {
  const delay = delayToTell(before)
  if (delay === null) return done(before)
  const { due } = clockOfCase(before, on, context.calendar, clockOptionsOf(context.rules))
  if (due === null || on > due) return done(withoutUntoldDelay(before, 'late', on))
  const told = withEvent(before, { kind: 'delayed', on, until: delay.until }, context)
  return told.ok ? done(withoutUntoldExtension(told.value, 'delayed', on)) : told
}

/** What the program itself would send too late tells the applicant a day that does not hold: it does not leave. */
function longerSent(
  before: RequestCase,
  letter: CaseLetter,
  way: ServiceWay,
  on: LocalDate,
  context: ActContext,
): Result<RequestCase> {
  const told = longerTold(before, letter, on, context)
  const tooLate = told.ok && told.value !== before && told.value.events === before.events
  return tooLate && way !== 'post' ? refuse('past_due', toldTooLate, 'on') : told
}

const toldTooLate = {
  zh: '答复期限已经届满，延长或者延迟答复应当在届满之前告知申请人（条例第三十三条、第三十五条）；现在告知不发生效力，请撤回、作废告知书，尽快答复',
  en: 'The period is over, and a longer one must be told before that (art. 33, 35): told now it does not count; recall and discard the letter, and answer at once',
}

function consultationOf(of: RequestCase, { about }: CaseLetter) {
  return of.consultations.find(c => c.id === about)
}

/** Sent again after it came back, the consultation has been running all along. */
function consultationSent(
  before: RequestCase,
  letter: CaseLetter,
  on: LocalDate,
  context: ActContext,
): Result<RequestCase> {
  const asked = consultationOf(before, letter)
  if (!asked || asked.sentOn !== null || !isOpen(before.state)) return done(before)
  const sent = withEvent(before, { kind: 'consultation_sent', on, id: asked.id, party: asked.party }, context)
  return sent.ok ? done(withConsultation(sent.value, { ...asked, sentOn: on })) : sent
}

function consultationDelivered(
  before: RequestCase,
  letter: CaseLetter,
  on: LocalDate,
  context: ActContext,
): Result<RequestCase> {
  const asked = consultationOf(before, letter)
  if (!asked || asked.deliveredOn !== null || !isOpen(before.state)) return done(before)
  const delivered = withEvent(before, { kind: 'consultation_delivered', on, id: asked.id }, context)
  return delivered.ok ? done(withConsultation(delivered.value, { ...asked, deliveredOn: on })) : delivered
}

/**
 * Enters a notice on the day it was served, with the day it was posted; posted within the period and delivered after it, on the day it was posted,
 * which is what its timeliness goes by (送达函3).
 */
function noticed(
  before: RequestCase,
  { sent }: CaseLetter,
  event: Extract<ClockEvent, { kind: 'correction_noticed' | 'fee_noticed' }>,
  context: ActContext,
): Result<RequestCase> {
  if (sent?.way !== 'post') return withEvent(before, event, context)
  const served = withEvent(before, sent.on < event.on ? { ...event, posted: sent.on } : event, context)
  return served.ok || served.refusal.code !== 'past_due'
    ? served
    : withEvent(before, { ...event, on: sent.on }, context)
}

function correctionNoticed(
  before: RequestCase,
  letter: CaseLetter,
  on: LocalDate,
  context: ActContext,
): Result<RequestCase> {
  const { correction } = before
  if (correction === null) return done(before)
  const by = answerBy(on, correction.days, context)
  const told = noticed(before, letter, { kind: 'correction_noticed', on, by }, context)
  if (!told.ok) return told
  return done({
    ...withoutUntold(told.value, 'restarted', on),
    state: 'correction_pending',
    correction: { ...correction, noticedOn: on, by },
  })
}

function reasonsAsked(before: RequestCase, on: LocalDate, context: ActContext): RequestCase {
  const { reasons } = before
  if (reasons === null) return before
  const by = answerBy(on, reasons.days, context)
  return { ...before, state: 'reasons_pending', reasons: { ...reasons, noticedOn: on, by } }
}

function feeNoticed(before: RequestCase, letter: CaseLetter, on: LocalDate, context: ActContext): Result<RequestCase> {
  const { fee } = before
  if (fee === null) return done(before)
  const by = payBy(on, context)
  const told = noticed(before, letter, { kind: 'fee_noticed', on, by }, context)
  if (!told.ok) return told
  const after = withoutUntold(told.value, 'restarted', on)
  return done({ ...after, state: 'fee_pending', fee: { ...fee, noticedOn: on, payBy: by } })
}
