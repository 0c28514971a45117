/** Sending letters, serving them, and their coming back (送达函1-4). */

import { privateCarrierOf } from '../../../law/carriers.ts'
import { type LocalDate, later } from '../../kernel/date.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import type { CaseLetter, RequestCase } from '../case.ts'
import type { ActContext, InputOfAct } from '../inputs.ts'
import { isElectronic, waysOpen } from '../service-ways.ts'
import type { LetterState, ServiceWay } from '../vocabulary.ts'
import { onSent, onServed } from './effects.ts'
import { isMereRecord, letterOf, lettersAtWork, withLetter } from './letter-book.ts'
import { happened, must, type Steps, type Trouble, written } from './step.ts'

const sendable: readonly LetterState[] = ['issued', 'returned']
const servable: readonly LetterState[] = ['issued', 'dispatched', 'returned']

export const serviceSteps: Steps<'sendLetter' | 'serveLetter' | 'letterReturned'> = {
  sendLetter: { ready: before => some(before, sendable), apply: send },
  serveLetter: { ready: before => some(before, servable), apply: serve },
  letterReturned: {
    ready: before => some(before, ['dispatched']),
    apply: (before, { letterId, on, why }, context) => {
      const letter = inState(before, letterId, ['dispatched'])
      if (!letter.ok) return letter
      return (
        happened(on, context, { day: letter.value.sent?.on ?? null, called: sentCalled }) ??
        written({ why: [why, { zh: '退回的原因', en: 'why it came back' }] }) ??
        done(withLetter(before, { ...letter.value, state: 'returned' }))
      )
    },
  },
}

const sentCalled = { zh: '发出之日', en: 'the day it was sent' }
const issuedCalled = { zh: '签发之日', en: 'the day it was issued' }

function some(of: RequestCase, states: readonly LetterState[]): Trouble {
  return must(
    lettersAtWork(of).some(l => states.includes(l.state) && !isMereRecord(l)),
    'no_letter',
    '没有可以这样办理的文书',
    'There is no letter this could be done with',
  )
}

/** The letter, where it is in one of the states. */
export function inState(of: RequestCase, id: string, states: readonly LetterState[]): Result<CaseLetter> {
  const letter = letterOf(of, id)
  if (letter && isMereRecord(letter)) return refuse('not_issued', notIssued, 'letterId')
  if (letter && states.includes(letter.state)) return done(letter)
  return refuse('wrong_letter', wrongLetter, 'letterId')
}

const wrongLetter = {
  zh: '这一文书不存在，或者现在不能这样办理；请刷新页面后再选',
  en: 'This letter is not there, or cannot be dealt with so now; reload and choose again',
}

const notIssued = {
  zh: '结案记录只存入案卷，没有签发，不能送达；要送达申请人的，请先由负责人签发为告知书',
  en: 'The record of closing is for the file and was not issued; to send it, have a head issue it as a notice first',
}

function send(before: RequestCase, input: InputOfAct<'sendLetter'>, context: ActContext): Result<RequestCase> {
  const { letterId, on, way, trackingNumber } = input
  const found = inState(before, letterId, sendable)
  if (!found.ok) return found
  const letter = found.value
  const trouble = happened(on, context, earliest(letter)) ?? wayTrouble(before, letter, way) ?? mailTrouble(input)
  if (trouble) return trouble
  const gone: CaseLetter = { ...letter, state: 'dispatched', sent: { on, way, trackingNumber }, served: null }
  const sent = onSent(withLetter(before, gone), gone, way, on, context)
  if (!sent.ok || !isElectronic(way)) return sent
  return served(sent.value, gone, on, wayEvidence, context)
}

/** Electronic letters are there when sent (D§2.4, rule 9). */
const wayEvidence = '电子送达'

function serve(before: RequestCase, input: InputOfAct<'serveLetter'>, context: ActContext): Result<RequestCase> {
  const { letterId, on, evidence } = input
  const found = inState(before, letterId, servable)
  if (!found.ok) return found
  const letter = found.value
  const trouble =
    happened(on, context, earliest(letter)) ??
    written({ evidence: [evidence, { zh: '送达的凭据', en: 'what shows the service' }] })
  if (trouble) return trouble
  if (letter.state === 'dispatched') return served(before, letter, on, evidence, context)
  const handed: CaseLetter = { ...letter, state: 'dispatched', sent: { on, way: 'hand', trackingNumber: null } }
  const sent = onSent(withLetter(before, handed), handed, 'hand', on, context)
  return sent.ok ? served(sent.value, handed, on, evidence, context) : sent
}

function served(
  before: RequestCase,
  letter: CaseLetter,
  on: LocalDate,
  evidence: string,
  context: ActContext,
): Result<RequestCase> {
  return onServed(withLetter(before, { ...letter, state: 'served', served: { on, evidence } }), letter, on, context)
}

/** Not before it was issued, nor before it left. */
function earliest({ issued, sent, draftedOn }: CaseLetter) {
  const day = issued?.on ?? draftedOn
  return sent === null ? { day, called: issuedCalled } : { day: later(sent.on, day), called: sentCalled }
}

function wayTrouble(of: RequestCase, letter: CaseLetter, way: ServiceWay): Trouble {
  const isOpen = waysOpen(of, letter).includes(way)
  return (
    must(
      isOpen || letter.to === 'applicant',
      'way',
      '只有申请人可以在本平台收取文书，请另选送达方式',
      'Only the applicant gets letters on this platform; choose another way',
      'way',
    ) ??
    must(
      isOpen,
      'way',
      '申请人没有要求电子送达，答复请邮寄或者当面送达（送达函）',
      'The applicant did not ask for it electronically; send the answer by post or hand it over',
      'way',
    )
  )
}

/** By the postal enterprise, and so that it can be shown: the day of posting is the day of the answer (送达函1, 3). */
function mailTrouble({ way, trackingNumber }: InputOfAct<'sendLetter'>): Trouble {
  if (way !== 'post') return null
  const number = trackingNumber ?? ''
  const carrier = privateCarrierOf(number)?.name
  return (
    must(
      number.trim() !== '',
      'blank',
      '邮寄送达以交邮之日为准，应当有凭据，请填写邮政企业的邮件号码（送达函）',
      'The day of posting counts and must be shown: give the number of the postal enterprise',
      'trackingNumber',
    ) ??
    must(
      carrier === undefined,
      'private_carrier',
      `“${number}”是${carrier}的单号，不是邮政企业的；邮寄送达应当通过邮政企业（送达函第二条），请改由邮政企业寄送并填写其邮件号码`,
      `"${number}" is a number of a private carrier (${carrier}); letters are posted by the postal enterprise (函2016-235 §2): post it there and give its number`,
      'trackingNumber',
    )
  )
}
