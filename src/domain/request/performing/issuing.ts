/** Issuing procedural letters others drafted (条例45), taking back what has not left, and giving letters up. */
import { done, type Result, refuse } from '../../kernel/result.ts'
import type { CaseLetter, RequestCase } from '../case.ts'
import { clockOfCase, clockOptionsOf } from '../case-clock.ts'
import { isDecisionLetter } from '../decision-info.ts'
import { tellsOfExtension } from '../extension-standing.ts'
import type { ActContext, InputOfAct } from '../inputs.ts'
import { isUntold, withoutUntoldDelay, withoutUntoldExtension } from '../untold.ts'
import { withConsultation } from './consultation.ts'
import { withEvent, workingState } from './events.ts'
import { asksOpinion, drafted, isMereRecord, lettersAtWork, procedural, withLetter } from './letter-book.ts'
import { inState } from './service.ts'
import { actorId, holdsApartFrom, must, reasonCalled, type Steps, type Trouble, written } from './step.ts'

export const issuingSteps: Steps<'issueLetter' | 'discardLetter' | 'recallLetter'> = {
  issueLetter: { ready: someToIssue, apply: issue },
  discardLetter: {
    ready: before => mustHave(lettersAtWork(before).some(l => isDiscardable(l, before))),
    apply: discard,
  },
  recallLetter: {
    ready: before => mustHave(lettersAtWork(before).some(l => isRecallable(l, before))),
    apply: recall,
  },
}

function mustHave(some: boolean): Trouble {
  return must(some, 'no_letter', '没有可以这样办理的文书', 'There is no letter this could be done with')
}

const signers = ['office_head', 'leader'] as const

function someToIssue(before: RequestCase, { actor }: ActContext): Trouble {
  const waiting = lettersAtWork(before).filter(isToIssue)
  return (
    mustHave(waiting.length > 0) ??
    must(
      waiting.some(l => holdsApartFrom(actor, signers, [l.authorId])),
      'own_draft',
      ownLetter.zh,
      ownLetter.en,
    )
  )
}

/** A record of an end may be issued as the notice that is sent (D§5.1). */
function isToIssue(letter: CaseLetter): boolean {
  return letter.state === 'drafted' || isMereRecord(letter)
}

const ownLetter = {
  zh: '不能签发自己起草的文书，也不能代起草人签发；请由另一位负责人签发',
  en: 'Nobody issues a letter they drafted, nor in the place of its author; have another head issue it',
}

function issue(before: RequestCase, input: InputOfAct<'issueLetter'>, context: ActContext): Result<RequestCase> {
  const record = lettersAtWork(before).find(l => l.id === input.letterId && isMereRecord(l))
  const found = record ? done(record) : inState(before, input.letterId, ['drafted'])
  if (!found.ok) return found
  const letter = found.value
  if (!holdsApartFrom(context.actor, signers, [letter.authorId])) return refuse('own_draft', ownLetter, 'letterId')
  return done(
    withLetter(before, {
      ...letter,
      state: 'issued',
      number: context.numberFor(letter.letter),
      issued: { on: context.today, by: actorId(context.actor) },
    }),
  )
}

function discard(before: RequestCase, input: InputOfAct<'discardLetter'>, context: ActContext): Result<RequestCase> {
  const found = inState(before, input.letterId, ['drafted', 'returned'])
  if (!found.ok) return found
  const letter = found.value
  if (!isDiscardable(letter, before)) return refuse('not_discardable', notDiscardable, 'letterId')
  const reason = (input.reason ?? '').trim()
  const trouble = must(reason !== '' || !keepsUntold(letter, before), 'blank', untoldSaid.zh, untoldSaid.en, 'reason')
  if (trouble) return trouble
  const givenUp = reason === '' ? undefined : { on: context.today, reason }
  return undone(withLetter(before, { ...letter, state: 'discarded', givenUp }), letter, context)
}

/** The applicant would not hear that a third party is asked and that the time of it is left out (条例32, 33). */
function keepsUntold({ letter, state, about }: CaseLetter, of: RequestCase): boolean {
  const told = letter === procedural.consultationTold && state === 'drafted'
  return told && of.consultations.some(({ id, sentOn }) => id === about && sentOn !== null)
}

const untoldSaid = {
  zh: '征求意见书已经发出，所需时间不计入答复期限，应当告知申请人；不再告知的，请填写理由（条例第三十二条、第三十三条）',
  en: 'The party was asked and the time of it does not count, of which the applicant is told: say why not (art. 32, 33)',
}

/** Not the letter of a longer period that counts already: it must be told. */
function isDiscardable(letter: CaseLetter, of: RequestCase): boolean {
  if (isDecisionLetter(letter.letter)) return false
  if (letter.state === 'returned') return true
  const longer = letter.letter === procedural.extension || letter.letter === procedural.delay
  return letter.state === 'drafted' && (!longer || isUntold(letter, of))
}

const notDiscardable = {
  zh: '期限已经延长或者延迟，应当告知申请人（条例第三十三条、第三十五条），告知书不能作废；答复书请用“撤回”',
  en: 'The period is longer already, which must be told (art. 33, 35), so its letter stays; a letter of decision is recalled instead',
}

/** What the letter was to bring about is given up with it. */
function undone(after: RequestCase, letter: CaseLetter, context: ActContext): Result<RequestCase> {
  if (asksOpinion(letter.letter)) return consultationGivenUp(after, letter, context)
  if (isUntold(letter, after)) return done(longerGivenUp(after, letter, context))
  switch (letter.letter) {
    case procedural.correction:
      return done({ ...after, correction: null })
    case procedural.reasons:
      return done({ ...withoutUntoldDelay(after, 'discarded', context.today), reasons: null })
    case procedural.fee:
      return done({ ...after, fee: null })
    case procedural.override:
      return done(letter.state === 'drafted' ? withoutOverride(after, letter) : after)
    default:
      return done(after)
  }
}

/** Given up, or too late to be told in any case. */
function longerGivenUp(of: RequestCase, letter: CaseLetter, context: ActContext): RequestCase {
  const { due } = clockOfCase(of, context.today, context.calendar, clockOptionsOf(context.rules))
  const why = due !== null && context.today > due ? 'late' : 'discarded'
  return tellsOfExtension(letter, of)
    ? withoutUntoldExtension(of, why, context.today)
    : withoutUntoldDelay(of, why, context.today)
}

/** Never sent, it was not; sent but undeliverable, it ends today and the period goes on. */
function consultationGivenUp(after: RequestCase, { about }: CaseLetter, context: ActContext): Result<RequestCase> {
  const asked = after.consultations.find(c => c.id === about)
  if (!asked || asked.answer !== null) return done(after)
  if (asked.sentOn !== null) {
    return withEvent(after, { kind: 'consultation_answered', on: context.today, id: asked.id }, context, 'letterId')
  }
  return done({
    ...after,
    consultations: after.consultations.filter(c => c.id !== about),
    letters: after.letters.map(l => (l.about === about && l.state === 'drafted' ? { ...l, state: 'discarded' } : l)),
  })
}

function withoutOverride(after: RequestCase, { about }: CaseLetter): RequestCase {
  const asked = after.consultations.find(c => c.id === about)
  return asked ? withConsultation(after, { ...asked, override: null }) : after
}

/** Before it leaves; a letter of decision also where it could not be handed over. */
function isRecallable({ letter, state, issued }: CaseLetter, of: RequestCase): boolean {
  if (state === 'issued') return issued !== null
  return state === 'returned' && isDecisionLetter(letter) && of.state === 'signed'
}

function recall(before: RequestCase, input: InputOfAct<'recallLetter'>, context: ActContext): Result<RequestCase> {
  const found = inState(before, input.letterId, ['issued', 'returned'])
  if (!found.ok) return found
  const letter = found.value
  if (!isRecallable(letter, before)) return refuse('not_recallable', notRecallable, 'letterId')
  const trouble = written({ reason: [input.reason, reasonCalled] })
  if (trouble) return trouble
  const recalled = { on: context.today, by: actorId(context.actor), reason: input.reason }
  const back = withLetter(before, { ...letter, state: 'recalled', recalled })
  if (!isDecisionLetter(letter.letter)) return done(draftedAnew(back, letter, context))
  return done({ ...back, state: workingState(before), draft: back.draft && { ...back.draft, approvals: [] } })
}

const notRecallable = {
  zh: '文书已经发出，不能撤回',
  en: 'The letter has left and cannot be recalled',
}

/** What it was to bring about still stands, so a letter of the same kind waits in its place. */
function draftedAnew(
  of: RequestCase,
  { letter, to, about, authorId, id }: CaseLetter,
  context: ActContext,
): RequestCase {
  const again = drafted({ letter, to, authorId, ...(about !== null && { about }) }, context)
  const moved = <T extends { readonly letterId: string }>(part: T): T =>
    part.letterId === id ? { ...part, letterId: again.id } : part
  const { correction, fee, extension } = of
  const reasons = of.reasons?.delay ? { ...of.reasons, delay: moved(of.reasons.delay) } : of.reasons
  const outcome = extension?.outcome?.approved ? moved(extension.outcome) : null
  return {
    ...of,
    letters: [...of.letters, again],
    correction: correction && moved(correction),
    reasons: reasons && moved(reasons),
    fee: fee && moved(fee),
    extension: extension && outcome ? { ...extension, outcome } : extension,
    consultations: of.consultations.map(moved),
  }
}
