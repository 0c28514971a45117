/** Stories that run to their end: the plain ones, and what may lie on the way of the draft and its letter. */
import { addDays } from '../../../domain/kernel/date.ts'
import type { DecisionId } from '../../../domain/request/case.ts'
import { answerGiven } from '../../../domain/request/earlier-answer.ts'
import { reopened } from '../../../domain/request/new-case.ts'
import { answeredAndFiled, answers, delivered, filed, personOf, reviewed, submitted, toldBy } from './answering.ts'
import { answerOf } from './answers.ts'
import { one } from './applicants.ts'
import { type Coming, comes, confirmed, fileOf, mailNumber, taken } from './arriving.ts'
import { sectionsOf } from './cast.ts'
import {
  addsForm,
  after,
  type Beginning,
  contextOf,
  does,
  entry,
  instantOf,
  later,
  shortly,
  type Tale,
  type Telling,
  within,
} from './tale.ts'

export type Story = (b: Beginning) => Telling

/** In, received, and in somebody's hands. */
export function* begun(t: Tale): Telling {
  yield* confirmed(t)
  yield* taken(t)
}

/** What it asks for goes with how it is answered. */
function askingFor(decision: DecisionId, coming: Coming = {}): Coming {
  const { subject } = answerOf(decision)
  return { ...(subject && { subject }), ...coming }
}

export function ordinary(decision: DecisionId, coming: Coming = {}): Story {
  if (decision === 'repeat') return repeated
  return function* (b) {
    const t = comes(b, askingFor(decision, coming))
    yield* begun(t)
    yield* answers(t, decision)
  }
}

/** 条例36(6): somebody who was answered asks again; in the first weeks, when nobody was yet, after an answer on paper. */
function* repeated(b: Beginning): Telling {
  const before = b.office.files.filter(({ case: of }) => of.kind === 'request' && answerGiven(of) !== null)
  if (before.length === 0) {
    const t = comes(b)
    yield* begun(t)
    yield* answers(t, 'repeat', { from: 'paper', number: '示例公开〔2019〕6号', on: addDays(t.day, -400) })
    return
  }
  const { case: asked, applicant } = one(b.chance, before)
  const { channel, wanted } = asked
  const t = comes(b, { channel, applicant, subject: wanted, route: wanted.route })
  yield* begun(t)
  yield* answers(t, 'repeat', answerGiven(asked))
}

/** Answered when its day was past. */
export function late(decision: DecisionId): Story {
  return function* (b) {
    const t = comes(b, askingFor(decision))
    yield* begun(t)
    yield* after(t, 19)
    yield* answers(t, decision)
  }
}

/** 条例33: answered on the spot, and handed over. */
export function* onTheSpot(b: Beginning): Telling {
  const t = comes({ ...b, pace: 'same_day' }, { channel: 'in_person', route: 'hand', onTheSpot: true })
  yield* taken(t)
  yield* submitted(t, 'granted')
  yield* reviewed(t)
  yield* delivered(t, 'L02')
  yield* after(t, 12)
  yield* filed(t)
}

/** Returned by a reviewer, taken back by its author, and only then through. */
export function* returnedOnce(b: Beginning): Telling {
  const t = comes(b)
  const { secrecy } = t.office.cast.people
  yield* begun(t)
  yield* submitted(t, 'granted')
  yield* reviewed(t, 1)
  yield* within(t, 1)
  does(t, secrecy, 'returnDraft', { reason: '附表含有个人联系方式，请区分处理' })
  yield* submitted(t, 'partial')
  yield* shortly(t)
  does(t, personOf(t), 'takeBackDraft', {})
  yield* shortly(t)
  does(t, personOf(t), 'submitDraft', { revision: t.file.case.draft?.revision ?? 1 })
  yield* reviewed(t)
  yield* answeredAndFiled(t)
}

/** Signed, recalled before it left, and signed anew. */
export function* recalledOnce(b: Beginning): Telling {
  const t = comes(b, { channel: 'mail_signed', route: 'post' })
  yield* begun(t)
  yield* submitted(t, 'granted')
  yield* reviewed(t)
  yield* shortly(t)
  const letterId = t.file.case.letters.at(-1)?.id ?? ''
  does(t, t.office.cast.people.leader, 'recallLetter', { letterId, reason: '附件页码有误，重新核对后签发' })
  yield* submitted(t, 'granted')
  yield* reviewed(t)
  yield* answeredAndFiled(t)
}

/** The letter came back from the post and went out again. */
export function* cameBack(b: Beginning): Telling {
  const t = comes(b, { channel: 'mail_signed', route: 'post' })
  yield* toReturned(t)
  const { handler } = t.office.cast.people
  const letterId = t.file.case.letters.at(-1)?.id ?? ''
  yield* within(t, 2)
  does(t, handler, 'sendLetter', { letterId, on: t.day, way: 'post', trackingNumber: mailNumber(t.chance) })
  yield* later(t, 3)
  does(t, handler, 'serveLetter', { letterId, on: t.day, evidence: '邮政签收回执' })
  yield* filed(t)
}

export function* toReturned(t: Tale): Telling {
  const { handler } = t.office.cast.people
  yield* begun(t)
  yield* submitted(t, 'already_public')
  yield* reviewed(t)
  yield* within(t, 1)
  const letterId = t.file.case.letters.at(-1)?.id ?? ''
  does(t, handler, 'sendLetter', { letterId, on: t.day, way: 'post', trackingNumber: mailNumber(t.chance) })
  yield* later(t, 3)
  does(t, handler, 'letterReturned', { letterId, on: t.day, why: '收件人外出，逾期未领' })
}

/** 期限函1: could not be reached at first. */
export function* hardToReach(b: Beginning): Telling {
  const t = comes(b, { channel: 'misaddressed', route: 'post' })
  yield* triedToReach(t)
  yield* later(t, 1)
  yield* confirmed(t)
  yield* taken(t)
  yield* answers(t, 'granted')
}

export function* triedToReach(t: Tale): Telling {
  yield* shortly(t)
  does(t, t.office.cast.people.handler, 'noteAttempt', { on: t.day, how: '电话', result: '无人接听' })
}

/** Sent back by the section, given to it again, and another section asked; a letter drafted and given up. */
export function* throughSections(b: Beginning): Telling {
  const t = comes({ ...b, hand: 'drafter' })
  const { head, drafter } = t.office.cast.people
  yield* begun(t)
  yield* within(t, 1)
  does(t, drafter, 'sendBack', { reason: '主要内容由其他科室形成，请明确牵头科室' })
  yield* taken(t)
  yield* asksSection(t)
  yield* within(t, 2)
  const cooperationId = t.file.case.cooperations.at(-1)?.id ?? ''
  does(t, head, 'answerSection', { cooperationId, answer: '已核对，第三页数据以年终统计为准' })
  yield* within(t, 1)
  does(t, drafter, 'askCorrection', { grounds: ['unclear'], items: ['请写明所需年度'], days: 10 })
  yield* shortly(t)
  does(t, drafter, 'discardLetter', { letterId: t.file.case.letters.at(-1)?.id ?? '' })
  yield* answers(t, 'granted')
}

export function* asksSection(t: Tale): Telling {
  yield* within(t, 1)
  const { asked } = sectionsOf(t.office.cast)
  const by = t.office.daysOn(t.day, 5)
  does(t, personOf(t), 'askSection', { sectionId: asked, question: '请核对附表数据口径并提供底稿', by })
  addsForm(t, personOf(t), { code: 'D12', about: t.file.case.cooperations.at(-1)?.id ?? '' })
}

/** 条例47: urged by the agency above, which gets its answer. */
export function* urged(b: Beginning): Telling {
  const t = comes(b)
  yield* begun(t)
  yield* after(t, 4)
  if (urges(t)) {
    yield* within(t, 2)
    const urgingId = t.file.case.urgings.at(-1)?.id ?? ''
    does(t, t.office.cast.people.head, 'answerUrging', { urgingId, text: '已提出答复意见，将在法定期限内答复' })
  }
  yield* answers(t, 'granted')
}

/** Tells whether: where an agency stands above. */
export function urges(t: Tale): boolean {
  const { supervisor } = t.office.cast
  if (!supervisor) return false
  does(t, supervisor, 'urge', { text: '请说明办理进展，确保按期答复', answerBy: t.office.daysOn(t.day, 3) })
  return true
}

/** 条例44: by the applicant and adopted, or by the office and not. */
export function proposed(by: 'applicant' | 'office', accepted: boolean): Story {
  return function* (b) {
    const t = comes(b, { channel: 'online', suggestsPublication: by === 'applicant' })
    yield* begun(t)
    yield* submitted(t, 'granted')
    yield* reviewed(t)
    yield* delivered(t, 'L02')
    yield* within(t, 3)
    const actor = by === 'applicant' ? ({ kind: 'applicant' } as const) : personOf(t)
    does(t, actor, 'proposePublication', { reason: '多人申请同一信息，建议主动公开' })
    yield* after(t, 4)
    const reason = accepted ? '属于公众广泛关注的信息，同意主动公开' : '涉及的对象较少，暂不主动公开'
    does(t, t.office.cast.people.head, 'settleProposal', { accepted, reason })
    if (by === 'applicant') yield* toldBy(t, 'L23')
    yield* filed(t)
  }
}

function overturnedOn({ day }: Tale) {
  return { by: 'review', number: `示政复决〔${day.slice(0, 4)}〕12号`, decidedOn: addDays(day, -3), on: day } as const
}

/** 重新处理: the answer was overturned, and the request is answered anew. */
export function* answeredAnew(b: Beginning): Telling {
  const t = comes(b, { channel: 'in_person', route: 'post', applicantKind: 'natural_person' })
  yield* begun(t)
  yield* answers(t, 'process_info')
  yield* after(t, 25)
  does(t, t.office.cast.people.handler, 'recordOverturning', overturnedOn(t))
  const at = instantOf(t)
  const { handler } = t.office.cast.people
  const ids = { id: t.office.newId(at), number: t.office.number('request', t.day) }
  const made = reopened(t.file.case, { ...ids, receivedOn: t.day }, contextOf(t, handler))
  if (!made.ok) throw new Error(made.refusal.says.en)
  const again: Tale = { ...t, file: fileOf(t.office, made.value, t.file.applicant, at) }
  const { number, channel, kind, receivedOn, arrival } = made.value
  const data = { number, channel, kind, on: receivedOn, arrivedOn: arrival.arrivedOn, papers: 0 }
  entry(again, handler, 'requests.register', data)
  yield* answers(again, 'granted')
}
