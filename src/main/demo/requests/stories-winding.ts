/** Stories in which the period stops, begins anew or is longer, and those that end without an answer. */
import type { ConsultationParty } from '../../../domain/clock/history.ts'
import { addDays, daysBetween } from '../../../domain/kernel/date.ts'
import type { DecisionId } from '../../../domain/request/case.ts'
import { childOf } from '../../../domain/request/new-case.ts'
import type { Opinion } from '../../../domain/request/vocabulary.ts'
import { answers, consults, personOf, toldBy } from './answering.ts'
import { type Coming, comes, fileOf } from './arriving.ts'
import { begun } from './stories-plain.ts'
import {
  addsForm,
  after,
  type Beginning,
  does,
  entry,
  instantOf,
  momentOf,
  shortly,
  type Tale,
  type Telling,
  within,
} from './tale.ts'

type Story = (b: Beginning) => Telling

const byMail: Coming = { channel: 'online', route: 'online' }

/** 条例30: asked to correct, once. */
export function* askedToCorrect(t: Tale): Telling {
  yield* begun(t)
  yield* within(t, 2)
  const items = ['请写明所需信息的年度', '请写明所需信息的名称、文号或者便于查询的其他特征']
  does(t, personOf(t), 'askCorrection', { grounds: ['unclear'], items, days: 10 })
  yield* toldBy(t, 'D04')
}

export function corrected(decision: DecisionId): Story {
  return function* (b) {
    const t = comes(b, byMail)
    yield* askedToCorrect(t)
    yield* after(t, 4)
    const text = decision === 'unclear_after_correction' ? '就是你们那里有关的全部材料' : '所需为上一年度的正式文件'
    does(t, { kind: 'applicant' }, 'correct', { on: t.day, text, wanted: null, late: null })
    yield* answers(t, decision)
  }
}

/** On paper, and late with a good reason. */
export function* correctedLate(b: Beginning): Telling {
  const t = comes(b, { channel: 'mail_signed', route: 'post' })
  yield* askedToCorrect(t)
  yield* afterDay(t, t.file.case.correction?.by)
  const late = '住院治疗，附出院证明'
  does(t, t.office.cast.people.handler, 'correct', { on: t.day, text: '所需为上一年度的正式文件', wanted: null, late })
  yield* answers(t, 'granted')
}

export function* notCorrected(b: Beginning): Telling {
  const t = comes(b, byMail)
  yield* askedToCorrect(t)
  yield* afterDay(t, t.file.case.correction?.by)
  does(t, t.office.cast.people.head, 'closeUncorrected', { note: '申请人没有说明逾期的理由' })
  yield* toArchive(t)
}

/** The working day after a limit. */
function* afterDay(t: Tale, limit: Tale['day'] | null | undefined): Telling {
  if (!limit) throw new Error('no limit runs')
  yield* shortly(t)
  t.day = addDays(t.day, Math.max(0, daysBetween(t.day, limit)))
  yield* after(t, 1)
}

function* toArchive(t: Tale): Telling {
  yield* after(t, 10)
  does(t, t.office.cast.people.handler, 'archive', {})
}

const partyNames: Readonly<Record<ConsultationParty, string>> = {
  third_party: '示例县安泰服务有限公司',
  co_maker: '示例县发展和改革局',
  other_organ: '示例县财政局',
}
const letterTo = { third_party: 'D07', co_maker: 'D11', other_organ: 'D12' } as const

/** 条例32-34: somebody who must be heard is asked; a third party's applicant is told. */
export function* asksOthers(t: Tale, party: ConsultationParty): Telling {
  yield* begun(t)
  yield* within(t, 2)
  const about = consults(t, personOf(t), party, partyNames[party])
  // Enclosed for the third party to fill in.
  if (party === 'third_party') addsForm(t, personOf(t), { code: 'D08', about })
  yield* toldBy(t, letterTo[party])
  if (party === 'third_party') yield* toldBy(t, 'D09')
}

function* hears(t: Tale, opinion: Opinion, text: string): Telling {
  yield* after(t, 5)
  const consultationId = t.file.case.consultations.at(-1)?.id ?? ''
  does(t, personOf(t), 'recordOpinion', { consultationId, on: t.day, opinion, text })
}

export function consulted(party: ConsultationParty, opinion: Opinion, decision: DecisionId): Story {
  return function* (b) {
    const t = comes(b, byMail)
    yield* asksOthers(t, party)
    yield* hears(t, opinion, opinion === 'agree' ? '同意公开' : '涉及本单位报价明细，公开后将损害竞争地位')
    yield* answers(t, decision)
  }
}

/** 条例32: said nothing in its time. */
export function* silent(b: Beginning): Telling {
  const t = comes(b, byMail)
  yield* asksOthers(t, 'third_party')
  yield* after(t, 17)
  yield* answers(t, 'granted')
}

/** 条例32: disclosed against the third party's will, in the public interest. */
export function* overridden(b: Beginning): Telling {
  const t = comes(b, byMail)
  yield* asksOthers(t, 'third_party')
  yield* hears(t, 'object_reasoned', '属于本单位的经营信息')
  yield* within(t, 2)
  const consultationId = t.file.case.consultations.at(-1)?.id ?? ''
  const reasons = '涉及公共安全和公众健康，不公开会对公共利益造成重大影响'
  does(t, t.office.cast.people.leader, 'override', { consultationId, reasons })
  yield* toldBy(t, 'D10')
  yield* answers(t, 'granted')
}

/** 条例33 */
export function* asksExtension(t: Tale): Telling {
  yield* begun(t)
  yield* after(t, 6)
  does(t, personOf(t), 'askExtension', { days: 20, reason: '涉及多个科室的档案，需要逐件核对' })
}

export function* extended(b: Beginning): Telling {
  const t = comes(b)
  yield* grantedExtension(t)
  yield* after(t, 8)
  yield* answers(t, 'partial')
}

export function* grantedExtension(t: Tale): Telling {
  yield* asksExtension(t)
  yield* within(t, 1)
  does(t, t.office.cast.people.head, 'approveExtension', {})
  yield* toldBy(t, 'D06')
}

export function* notExtended(b: Beginning): Telling {
  const t = comes(b, byMail)
  yield* asksExtension(t)
  yield* within(t, 1)
  does(t, t.office.cast.people.head, 'refuseExtension', { reason: '材料已经齐全，请在法定期限内答复' })
  yield* shortly(t)
  yield* answers(t, 'granted')
}

/** 条例35: asked why so many. */
export function* askedForReasons(t: Tale): Telling {
  yield* begun(t)
  yield* within(t, 1)
  const found = '自本年度以来向本机关提交申请二十余件，内容涉及十余个领域'
  does(t, personOf(t), 'askReasons', { found, explain: '请说明申请的数量、频次及各件之间的关系', days: 10 })
  yield* toldBy(t, 'D05')
}

export function* delayed(b: Beginning): Telling {
  const t = comes(b, byMail)
  yield* toldOfDelay(t)
  yield* after(t, 12)
  yield* answers(t, 'granted')
}

export function* toldOfDelay(t: Tale): Telling {
  yield* givenReasons(t, '用于社区历史资料整理，各件内容互为补充')
  yield* within(t, 1)
  const until = t.office.daysOn(t.day, 35)
  does(t, t.office.cast.people.head, 'delayAnswer', {
    until,
    reason: '数量较多，需要分批检索',
    long: '涉及三个年度的档案，须逐件检索',
  })
  yield* toldBy(t, 'L22')
}

function* givenReasons(t: Tale, text: string): Telling {
  yield* askedForReasons(t)
  yield* after(t, 1)
  does(t, { kind: 'applicant' }, 'giveReasons', { on: t.day, text })
}

/** Reasons that do not hold, or none at all. */
export function abusive(says: boolean): Story {
  return function* (b) {
    const t = comes(b, byMail)
    if (says) yield* givenReasons(t, '研究使用')
    else {
      yield* askedForReasons(t)
      yield* afterDay(t, t.file.case.reasons?.by)
      does(t, t.office.cast.people.handler, 'endReasons', { note: '逾期未说明理由' })
    }
    yield* answers(t, 'abusive')
  }
}

/** 条例42: asked to pay. */
export function* askedToPay(t: Tale): Telling {
  yield* begun(t)
  yield* within(t, 1)
  const { handler } = t.office.cast.people
  does(t, handler, 'noticeFee', { scheme: 'pages', quantity: 46, payTo: t.office.payTo })
  yield* toldBy(t, 'D13')
}

export function* declaresPaid(t: Tale): Telling {
  yield* after(t, 1)
  does(t, { kind: 'applicant' }, 'declarePaid', { on: t.day, note: '已转账' })
}

export function* paid(b: Beginning): Telling {
  const t = comes(b, byMail)
  yield* askedToPay(t)
  yield* declaresPaid(t)
  yield* within(t, 1)
  does(t, t.office.cast.people.handler, 'confirmPaid', { on: t.day, receipt: '非税收入票据 0000001' })
  yield* answers(t, 'granted')
}

export function* notPaid(b: Beginning): Telling {
  const t = comes(b, byMail)
  yield* askedToPay(t)
  yield* afterDay(t, t.file.case.fee?.payBy)
  does(t, t.office.cast.people.head, 'closeUnpaid', { note: '逾期未缴费' })
  yield* toArchive(t)
}

/** 办法4: one matter, one request. */
export function* split(b: Beginning): Telling {
  const t = comes(b, { channel: 'in_person', route: 'hand' })
  yield* begun(t)
  yield* within(t, 1)
  const { title, features } = t.file.case.wanted
  const second = { title: `${title}的批准文件`, features: '批准文件正文及附件' }
  const at = instantOf(t)
  const id = t.office.newId(at)
  const parts = [{ title, features }, second]
  const whole = does(t, t.office.cast.people.handler, 'split', { parts }, { children: [id] })
  const number = t.office.number('request', t.day)
  const child: Tale = {
    ...t,
    file: fileOf(t.office, childOf(whole, second, { id, number, on: t.day }), t.file.applicant, at),
  }
  entry(child, t.office.cast.people.handler, 'requests.splitOff', { from: whole.id, number })
  t.office.begin(momentOf(t), answers(child, 'not_ours'))
  yield* answers(t, 'granted')
}

/** The same applicant asks the same twice: the second goes into the first. */
export function* merged(b: Beginning): Telling {
  const t = comes(b, byMail)
  yield* begun(t)
  yield* within(t, 1)
  const { wanted } = t.file.case
  const again = comes({ ...t }, { ...byMail, applicant: t.file.applicant, subject: wanted })
  yield* begun(again)
  yield* shortly(again)
  const reason = '与前一件申请内容相同，合并办理'
  const { id: into, number } = t.file.case
  does(again, again.office.cast.people.head, 'merge', { into, reason }, { number })
  t.day = again.day
  t.minute = again.minute
  yield* answers(t, 'granted')
}

export function* withdrawn(b: Beginning): Telling {
  const t = comes(b, byMail)
  yield* begun(t)
  yield* after(t, 2)
  does(t, { kind: 'applicant' }, 'withdraw', { on: t.day, reason: '已从其他途径获取' })
  yield* toArchive(t)
}

export function* closedOtherwise(b: Beginning): Telling {
  const t = comes(b, { channel: 'mail_plain', route: 'post' })
  yield* begun(t)
  yield* after(t, 3)
  const shown = '收到其亲属提交的死亡证明；经联系，亲属均不继续申请'
  does(t, t.office.cast.people.head, 'closeOtherwise', { ground: 'applicant_gone', shown, other: null })
  yield* toArchive(t)
}
