/** Ends without an answer, and the archive (条例45). */

import { closingGrounds } from '../../../law/closing-grounds.ts'
import { later } from '../../kernel/date.ts'
import { done } from '../../kernel/result.ts'
import type { CaseLetter, RequestCase } from '../case.ts'
import { isDecisionLetter } from '../decision-info.ts'
import type { ActContext, InputOfAct } from '../inputs.ts'
import { byAnotherHead, closed, withRecord } from './ending.ts'
import { procedural } from './letter-book.ts'
import { happened, must, type Steps, type Trouble, written } from './step.ts'

export const closingSteps: Steps<'withdraw' | 'closeOtherwise' | 'archive'> = {
  withdraw: {
    ready: noAnswerOnItsWay,
    apply: (before, input, context) =>
      happened(input.on, context, {
        day: lastDay(before),
        called: { zh: '最近一次办理之日', en: 'what happened last' },
      }) ??
      notShown(input, context) ??
      done(closed(before, { decision: 'otherwise_closed', on: input.on, note: withdrawalNote(input) })),
  },
  closeOtherwise: {
    ready: byAnotherHead,
    apply: (before, input, context) =>
      groundTrouble(before, input, context) ??
      done(
        withRecord(
          closed(before, { decision: 'otherwise_closed', on: context.today, note: groundNote(input) }),
          context,
        ),
      ),
  },
  archive: {
    ready: before =>
      must(
        !before.letters.some(l => isDecisionLetter(l.letter) && (l.state === 'dispatched' || l.state === 'returned')),
        'not_served',
        '答复尚未送达，请先登记送达；被退回的，请重新送达之后再归档',
        'The answer is not served yet: enter its service, or serve it again where it came back, and archive then',
      ) ??
      must(
        before.state !== 'answered' || !before.letters.some(l => l.letter === procedural.override && isToSend(l)),
        'third_party_untold',
        '决定公开的内容和理由尚未书面告知第三方（条例第三十二条），请先签发、送达',
        'The third party was not told yet what is disclosed and why (art. 32); issue that letter and send it first',
      ) ??
      must(
        before.state !== 'answered' || !before.letters.some(l => l.letter === procedural.suggestion && isToSend(l)),
        'suggestion_unanswered',
        '申请人建议主动公开的审核结果尚未告知（条例第四十四条），请先签发、送达答复书，或者作废后再归档',
        'The applicant was not told yet what came of the suggestion to publish (art. 44); issue and send that answer, or discard it, and archive then',
      ),
    apply: (before, _nothing, { today }) => done({ ...before, state: 'archived', archivedOn: today }),
  },
}

/** The applicant may give up an answer that is signed; for the office it is there, and is sent or recalled first. */
function noAnswerOnItsWay({ state }: RequestCase, { actor }: ActContext): Trouble {
  return must(
    state !== 'signed' || actor.kind === 'applicant',
    'answer_on_its_way',
    '答复已经签发，请先撤回答复，再登记申请人的撤回；已经发出的，请登记送达',
    'The answer is signed: recall it before you enter that the applicant withdrew, or enter its service where it has left',
  )
}

/** Only the applicant gives a request up: what the office enters rests on a paper of the case, or on words told. */
function notShown({ told }: InputOfAct<'withdraw'>, { actor }: ActContext): Trouble {
  if (actor.kind === 'applicant') return null
  return (
    must(
      told != null,
      'withdrawal_not_shown',
      '请选择申请人的书面撤回，或者写明申请人如何告知撤回',
      'Choose the applicant’s written withdrawal, or say how the applicant told it',
      'told',
    ) ??
    (told?.from === 'words'
      ? written({ 'told.words': [told.words, { zh: '申请人告知撤回的原话和方式', en: 'what was said, and how' }] })
      : null)
  )
}

function withdrawalNote({ reason, told }: InputOfAct<'withdraw'>): string {
  const how =
    told?.from === 'words'
      ? `申请人告知撤回：${told.words}`
      : told?.from === 'paper'
        ? '申请人书面撤回，见案卷材料'
        : ''
  return [how, reason].filter(text => text.trim() !== '').join('；')
}

/** Only on a ground of the list, with what it asks to be shown (格式2021-30 row 3.6.3). */
function groundTrouble(
  { number }: RequestCase,
  { ground, shown, other }: InputOfAct<'closeOtherwise'>,
  { rules }: ActContext,
): Trouble {
  const { label, shows, other: named } = closingGrounds[ground]
  return (
    must(
      rules.grounds?.includes(ground) ?? true,
      'ground_closed',
      `本机关不以“${label.zh}”结案，请选择其他事由，或者作出答复`,
      `This agency closes nothing on the ground "${label.en}"; choose another, or answer the request`,
      'ground',
    ) ??
    written({ shown: [shown, shows] }) ??
    must(
      named === ((other ?? '').trim() !== ''),
      'other_case',
      named ? '请填写继续办理的那一件的受理号' : `“${label.zh}”不涉及另一件申请，请不要填写受理号`,
      named ? 'Give the number of the case that goes on' : `"${label.en}" concerns no other case; leave its number out`,
      'other',
    ) ??
    must(
      other !== number,
      'itself',
      '继续办理的应当是另一件申请，请核对受理号',
      'The case that goes on must be another; check the number',
      'other',
    )
  )
}

/** What the notice of closing says (D15). */
function groundNote({ ground, shown, other }: InputOfAct<'closeOtherwise'>): string {
  const goesOn = other === null ? '' : `（由受理号 ${other} 的申请继续办理）`
  return `${closingGrounds[ground].label.zh}${goesOn}：${shown}`
}

/** Nothing is withdrawn before it came in, nor before it was a case of its own, nor before what happened since. */
function lastDay({ arrival, receivedOn, events, links }: RequestCase) {
  const begun = receivedOn ?? arrival.arrivedOn
  return later(events.at(-1)?.on ?? arrival.arrivedOn, later(begun, links.splitOn ?? begun))
}

function isToSend({ state }: CaseLetter): boolean {
  return state === 'drafted' || state === 'issued'
}
