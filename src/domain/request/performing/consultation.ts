/** Consulting third parties, co-makers and other organs (条例32-34), and overriding an objection (条例32). */
import { done, type Result, refuse } from '../../kernel/result.ts'
import type { Consultation, RequestCase } from '../case.ts'
import { standingOf } from '../consultation-standing.ts'
import type { ActContext, InputOfAct } from '../inputs.ts'
import { withEvent } from './events.ts'
import { consultationLetter, drafted, procedural } from './letter-book.ts'
import { actorId, happened, must, reasonCalled, type Steps, type Trouble, written } from './step.ts'

export const consultationSteps: Steps<'consult' | 'recordOpinion' | 'override'> = {
  consult: { apply: consult },
  recordOpinion: {
    ready: before =>
      must(
        before.consultations.some(c => waitsForOpinion(c, before)),
        'nothing_asked',
        '没有已经发出、等待意见的征求意见',
        'No consultation was sent that waits for an opinion',
      ),
    apply: recordOpinion,
  },
  override: {
    ready: (before, context) =>
      must(
        before.consultations.some(c => mayOverride(c, before, context)),
        'nothing_to_override',
        '没有第三方不同意公开或者逾期未答复，不需要认定公共利益（条例第三十二条）',
        'No third party has objected or kept silent, so nothing is to be overridden (art. 32)',
      ),
    apply: override,
  },
}

function consult(before: RequestCase, input: InputOfAct<'consult'>, context: ActContext): Result<RequestCase> {
  const { party, partyId, about, why } = input
  const found =
    written({
      partyId: [partyId, { zh: '被征求意见的一方', en: 'who is consulted' }],
      about: [about, { zh: '征求意见的信息', en: 'the information in question' }],
      why: [why, { zh: '征求意见的理由', en: 'why they are asked' }],
    }) ?? notAskedYet(before, partyId)
  if (found) return found
  const id = context.newId()
  const letter = drafted({ letter: consultationLetter(party), to: { partyId }, about: id }, context)
  const told =
    party === 'third_party'
      ? [drafted({ letter: procedural.consultationTold, to: 'applicant', about: id }, context)]
      : []
  const consultation: Consultation = {
    id,
    party,
    partyId,
    about,
    why,
    letterId: letter.id,
    sentOn: null,
    deliveredOn: null,
    answer: null,
    override: null,
  }
  return done({
    ...before,
    consultations: [...before.consultations, consultation],
    letters: [...before.letters, letter, ...told],
  })
}

function notAskedYet(before: RequestCase, partyId: string): Trouble {
  return must(
    !before.consultations.some(c => c.partyId === partyId && c.answer === null),
    'consulted_before',
    '这一方正在征求意见，请等待其意见，或者先作废尚未签发的征求意见书',
    'This party is being consulted; wait for its opinion, or discard the letter while it is not issued',
    'partyId',
  )
}

/** Sent, not answered, and not given up. */
function waitsForOpinion(consultation: Consultation, of: RequestCase): boolean {
  const { answer, sentOn, letterId } = consultation
  return answer === null && sentOn !== null && of.letters.some(l => l.id === letterId && l.state !== 'discarded')
}

function recordOpinion(
  before: RequestCase,
  input: InputOfAct<'recordOpinion'>,
  context: ActContext,
): Result<RequestCase> {
  const { consultationId, on, opinion, text } = input
  const asked = before.consultations.find(c => c.id === consultationId)
  if (!asked || !waitsForOpinion(asked, before)) return refuse('not_waiting', notWaiting, 'consultationId')
  const found =
    happened(on, context, { day: asked.deliveredOn ?? asked.sentOn, called: { zh: '送达之日', en: 'its delivery' } }) ??
    must(
      opinion !== 'object_reasoned' || text.trim() !== '',
      'blank',
      '不同意且理由合理的，请填写其理由',
      'Give the reasons of who objects with good reason',
      'text',
    )
  if (found) return found
  const heard = withEvent(before, { kind: 'consultation_answered', on, id: consultationId }, context)
  if (!heard.ok) return heard
  return done(withConsultation(heard.value, { ...asked, answer: { on, opinion, text } }))
}

function mayOverride(consultation: Consultation, of: RequestCase, context: ActContext): boolean {
  if (consultation.party !== 'third_party' || consultation.override !== null) return false
  if (consultation.answer !== null) return consultation.answer.opinion !== 'agree'
  return standingOf(consultation, of, context.today, context.calendar, context.rules) === 'silent'
}

function override(before: RequestCase, input: InputOfAct<'override'>, context: ActContext): Result<RequestCase> {
  const { consultationId, reasons } = input
  const asked = before.consultations.find(c => c.id === consultationId)
  if (!asked || !mayOverride(asked, before, context)) return refuse('not_to_override', notToOverride, 'consultationId')
  const found = written({ reasons: [reasons, reasonCalled] })
  if (found) return found
  const letter = drafted({ letter: procedural.override, to: { partyId: asked.partyId }, about: asked.id }, context)
  const decided = withConsultation(before, {
    ...asked,
    override: { on: context.today, reasons, by: actorId(context.actor) },
  })
  return done({ ...decided, letters: [...decided.letters, letter] })
}

export function withConsultation(of: RequestCase, changed: Consultation): RequestCase {
  return { ...of, consultations: of.consultations.map(c => (c.id === changed.id ? changed : c)) }
}

const notWaiting = {
  zh: '这一征求意见没有发出，或者已经登记意见、已经终止；请核对所选的征求意见',
  en: 'This consultation was not sent, or its opinion is entered, or it was given up; check which one is meant',
}
const notToOverride = {
  zh: '只有第三方不同意公开或者逾期未答复的，才需要认定公共利益（条例第三十二条）；请核对所选的征求意见',
  en: 'Only where a third party objects or keeps silent is there something to override (art. 32); check which one is meant',
}
