/** From the draft of an answer to its end in the archive; and letters on their way before it. */
import type { ConsultationParty } from '../../../domain/clock/history.ts'
import { MINUTE } from '../../../domain/kernel/instant.ts'
import type { CaseLetter, DecisionId, EarlierAnswer, RequestCase } from '../../../domain/request/case.ts'
import { decisionInfo, isDecisionLetter } from '../../../domain/request/decision-info.ts'
import { whole } from '../chance.ts'
import { answerOf } from './answers.ts'
import { mailNumber } from './arriving.ts'
import type { Actor } from './cast.ts'
import { addsForm, addsPaper, does, entry, instantOf, later, shortly, type Tale, type Telling, within } from './tale.ts'

export const personOf = (t: Tale) => t.office.cast.people[t.hand]

/** The newest letter of that kind. */
function letterCalled({ letters }: RequestCase, letter: string): CaseLetter {
  const found = letters.findLast(l => l.letter === letter)
  if (!found) throw new Error(`no letter ${letter}`)
  return found
}

/** Issued by somebody who did not write it, and brought to its reader. */
function* issued(t: Tale, letter: string): Telling {
  const { head, leader } = t.office.cast.people
  const { id, authorId } = letterCalled(t.file.case, letter)
  yield* within(t, 1)
  does(t, authorId === head.accountId ? leader : head, 'issueLetter', { letterId: id })
}

/** Sent as the applicant wished, to others by post; and served. */
export function* delivered(t: Tale, letter: string): Telling {
  const { handler } = t.office.cast.people
  const { id: letterId, to } = letterCalled(t.file.case, letter)
  const route = to === 'applicant' ? t.file.case.wanted.route : 'post'
  if (route === 'online' || route === 'email') {
    yield* leavesByItself(t, letterId, route)
    return
  }
  yield* within(t, 1)
  if (route === 'hand') {
    does(t, handler, 'serveLetter', { letterId, on: t.day, evidence: '本人签收的送达回证' })
    addsForm(t, handler, { code: 'D14', about: letterId })
    return
  }
  does(t, handler, 'sendLetter', { letterId, on: t.day, way: 'post', trackingNumber: mailNumber(t.chance) })
  yield* later(t, 1 + whole(t.chance, 3))
  does(t, handler, 'serveLetter', { letterId, on: t.day, evidence: '邮政签收回执' })
  addsForm(t, handler, { code: 'D14', about: letterId })
}

export function* toldBy(t: Tale, letter: string): Telling {
  yield* issued(t, letter)
  yield* delivered(t, letter)
}

/** Put aside until it can no longer be recalled, and then sent by the program. */
function* leavesByItself(t: Tale, letterId: string, way: 'online' | 'email'): Telling {
  const { cast, recallMinutes } = t.office
  yield* shortly(t)
  const issuedAt = t.file.written.get(letterId)?.at ?? instantOf(t)
  const at = new Date(issuedAt.getTime() + recallMinutes * MINUTE).toISOString()
  entry(t, cast.people.handler, 'requests.letterQueued', { letterId, way, at })
  yield* shortly(t, recallMinutes + 1)
  does(t, { kind: 'system' }, 'sendLetter', { letterId, on: t.day, way, trackingNumber: null })
}

function* searched(t: Tale, found: boolean): Telling {
  yield* within(t, 2)
  does(t, personOf(t), 'recordSearch', {
    on: t.day,
    systems: ['办公自动化系统', '电子档案系统'],
    keywords: [t.file.case.wanted.title],
    archives: '文书档案室',
    persons: t.office.one.people.find(({ login }) => login.endsWith(`.${t.hand}`))?.name ?? '经办人',
    found,
    note: found ? '检索到相应文件' : '在上述系统和档案中均未检索到',
  })
}

/** Written and sent to review. */
export function* submitted(t: Tale, decision: DecisionId, earlier: EarlierAnswer | null = null): Telling {
  const { facts, withheld } = answerOf(decision)
  if (decision === 'does_not_exist') yield* searched(t, false)
  else if (t.chance() < 0.3 && t.file.case.kind === 'request') yield* searched(t, true)
  yield* within(t, 3)
  const body = { decision, facts, withheld: [...withheld], edits: {}, attachments: attached(t, decision) }
  does(t, personOf(t), 'saveDraft', body, { earlier })
  yield* shortly(t)
  does(t, personOf(t), 'submitDraft', { revision: t.file.case.draft?.revision ?? 1 })
}

/** What is handed over lies beside the request. */
function attached(t: Tale, decision: DecisionId): string[] {
  if (!decisionInfo(decision).gives) return []
  const { title, features } = t.file.case.wanted
  const text = `${title}\n\n${features}\n\n（演示材料，内容系虚构。）\n`
  return [addsPaper(t, personOf(t), { kind: 'material', name: `${title}.txt`, text })]
}

const opinions = {
  legality: '依据充分，同意',
  secrecy: '经审查，意见如上',
  office: '同意，请签发',
  signature: '同意',
} as const

/** Through so many stages of review; all where nothing is said. The last one signs. */
export function* reviewed(t: Tale, stages = 4): Telling {
  const { reviewer, secrecy, head, leader } = t.office.cast.people
  const chain = [
    ['legality', reviewer],
    ['secrecy', secrecy],
    ['office', head],
    ['signature', leader],
  ] as const
  for (const [stage, person] of chain.slice(0, stages)) {
    yield* within(t, 1)
    const { draft } = t.file.case
    const found = draft && stage === 'secrecy' ? answerOf(draft.decision).secrecy : null
    does(t, person, 'approveDraft', { revision: draft?.revision ?? 1, opinion: opinions[stage], secrecy: found })
  }
}

/** The letter of decision leaves; a while after, all goes to the archive. */
export function* answeredAndFiled(t: Tale): Telling {
  const decision = t.file.case.letters.findLast(l => isDecisionLetter(l.letter))
  if (decision) yield* delivered(t, decision.letter)
  if (t.file.case.draft?.decision === 'record_forwarded') {
    addsForm(t, t.office.cast.people.handler, { code: 'D16', about: t.file.case.id })
  }
  yield* filed(t)
}

export function* filed(t: Tale, after = 8 + whole(t.chance, 20)): Telling {
  yield* later(t, after)
  does(t, t.office.cast.people.handler, 'archive', {})
}

/** `earlier`: the answer it repeats. */
export function* answers(t: Tale, decision: DecisionId, earlier: EarlierAnswer | null = null): Telling {
  yield* submitted(t, decision, earlier)
  yield* reviewed(t)
  yield* answeredAndFiled(t)
}

/** A party's name and ways, as the office enters them. */
function partyNamed(name: string) {
  const address = '示例县示例镇中心街58号'
  return { name, kind: 'organisation' as const, address, phone: '13800000058', email: null }
}

const whyAsked: Readonly<Record<ConsultationParty, string>> = {
  third_party: '可能涉及贵方的商业秘密或者个人隐私',
  co_maker: '该信息由贵机关参与制作',
  other_organ: '请就该内容的现行效力和能否公开提出意见',
}

/** Asks somebody who must be heard. Gives the consultation's id. */
export function consults(t: Tale, actor: Actor, party: ConsultationParty, name: string): string {
  const who = partyNamed(name)
  const partyId = t.office.newId(instantOf(t))
  t.file.parties.push({ id: partyId, who })
  const about = `《${t.file.case.wanted.title}》中与贵方有关的内容`
  const after = does(t, actor, 'consult', { party, who, about, why: whyAsked[party] }, { partyId })
  return after.consultations.at(-1)?.id ?? ''
}
