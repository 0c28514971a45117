/** The made-up requests as the API shows them: clock, what waits, what may be done. */
import { nationalCalendar } from '../../../../src/domain/calendar.ts'
import { clock } from '../../../../src/domain/clock/index.ts'
import { pressing } from '../../../../src/domain/days/urgency.ts'
import { actRule, type RequestActId, requestActIds } from '../../../../src/domain/request/acts.ts'
import { isOpen } from '../../../../src/domain/request/states.ts'
import type * as c from '../../../../src/features/requests/contract/index.ts'
import { decisionsByLine } from '../../../../src/law/decisions.ts'
import { idOf } from '../fake.ts'
import { author, type Case, me, section, today } from './cases.ts'

const say = (zh: string) => ({ zh, en: zh })
const soon = 5

export function clockOf(of: Case, days = false): c.RequestView['clock'] {
  if (of.receivedOn === null) return { ...idle, state: 'arrived' }
  if (!isOpen(of.state)) return { ...idle, state: 'closed' }
  const {
    state,
    due,
    remaining,
    provisional,
    days: explained,
  } = clock({ received: of.receivedOn, events: of.events, today }, { days })
  const { urgency } = pressing(due, today, soon, nationalCalendar)
  const told = explained?.map(({ on, counts, n, why, article }) => ({
    on,
    counts,
    n,
    why: say(why),
    article: say(article),
  }))
  return { state, due, remaining, provisional, urgency, days: told ?? null }
}

const idle = { due: null, remaining: null, provisional: false, urgency: 'none', days: null } as const

const first: Partial<Record<Case['state'], RequestActId>> = {
  arrived: 'confirm',
  registered: 'assign',
  in_progress: 'saveDraft',
  correction_pending: 'correct',
  reasons_pending: 'giveReasons',
  fee_pending: 'confirmPaid',
  in_review: 'approveDraft',
  signed: 'sendLetter',
  answered: 'archive',
  closed: 'archive',
}

/** The fake lets its one person do whatever the state lets anybody of the staff do. */
function actsOf(of: Case): RequestActId[] {
  return requestActIds.filter(id => {
    const { from, kinds, who } = actRule(id)
    const staff = who.some(doer => doer !== 'applicant' && doer !== 'system' && doer !== 'supervisor')
    return staff && from.includes(of.state) && (kinds?.includes(of.kind) ?? true)
  })
}

function waitsOf(of: Case): c.RequestView['waits'] {
  const act = of.urgings.some(({ answer }) => answer === null) ? 'answerUrging' : (first[of.state] ?? null)
  if (!act) return []
  const by = act === 'answerUrging' ? (of.urgings[0]?.answerBy ?? null) : clockOf(of).due
  return [{ what: say(`等待${actRule(act).label.zh}`), who: ['政务公开科 李娜'], by, act }]
}

export const applicantWhole: c.Applicant = {
  kind: 'natural_person',
  name: '王小明',
  identityType: 'id_card',
  identityNumber: '330102199001011234',
  representative: null,
  contact: null,
  phone: '13800001234',
  email: 'wang@example.cn',
  fax: null,
  address: '示例县人民路 18 号 2 幢 301 室',
  postcode: '310000',
  employer: null,
  agent: null,
}

function masked(of: Case): c.Applicant {
  const person = of.applicantKind === 'natural_person'
  return {
    ...applicantWhole,
    kind: of.applicantKind,
    name: person ? '王*明' : '示例**有限公司',
    identityType: person ? 'id_card' : 'credit_code',
    identityNumber: person ? '3301**********1234' : '9133**********2K4X',
    representative: person ? null : '李*',
    contact: person ? null : '张*',
    phone: '138****1234',
    email: 'w***@example.cn',
    address: '示例县人民路****',
  }
}

const material = idOf(1600)

function papersOf(of: Case): c.RequestView['papers'] {
  const paper = (n: number, change: Partial<c.RequestView['papers'][number]>): c.RequestView['papers'][number] => ({
    id: idOf(n),
    kind: 'application',
    name: '申请表.pdf',
    type: 'application/pdf',
    size: 183_204,
    sha256: 'a3f5'.repeat(16),
    at: '2026-11-03T09:20:00+08:00',
    by: me,
    found: null,
    from: null,
    pages: 2,
    ...change,
  })
  const { state } = of
  const found = [
    { kind: 'identity_number', label: say('身份证号码'), count: 2 },
    { kind: 'phone', label: say('电话号码'), count: 3 },
  ]
  const both = [
    paper(1600, { kind: 'material', name: '施工合同.pdf', found, pages: 2 }),
    paper(1602, { kind: 'redacted', name: '施工合同（处理后）.pdf', found: [], from: material, pages: 2 }),
  ]
  return [paper(1601, {}), ...(state === 'arrived' || state === 'registered' ? [] : both)]
}

/** The notice that was handed over by hand while it left. */
function notEnteredOf({ letters }: Case): c.RequestView['notEntered'] {
  const sent = letters.filter(({ letter, state }) => letter === 'D04' && state === 'served')
  return sent.map(({ id }) => ({ letterId: id, way: 'email', at: '2026-11-13T10:02:00+08:00' }))
}

/** Two, the answered before the others. */
function answeredFirst(others: readonly Case[]): readonly Case[] {
  return [...others.filter(({ closing }) => closing !== null), ...others].slice(0, 2)
}

export function viewOf(of: Case, others: readonly Case[], days = false): c.RequestView {
  const decided = of.closing?.decision ?? of.draft?.decision
  const leaf = Object.values(decisionsByLine)
    .flat()
    .find(({ id }) => id === decided)
  return {
    case: of,
    agencyName: '示例县教育局',
    applicant: masked(of),
    parties: of.consultations.map(({ partyId }) => ({
      partyId,
      name: '示例**建设公司',
      phone: '0571-****0009',
      address: '示例县工业路****',
    })),
    clock: clockOf(of, days),
    waits: waitsOf(of),
    acts: actsOf(of),
    papers: papersOf(of),
    notEntered: notEnteredOf(of),
    outcome: leaf ? { decision: leaf.label, line: leaf.label, letter: say('告知书') } : null,
    timeline: [
      {
        seq: 2,
        at: '2026-11-04T10:00:00+08:00',
        actor: '陈明',
        kind: 'requests.assign',
        label: say('分派'),
        detail: '政务公开科 李娜',
      },
      {
        seq: 1,
        at: '2026-11-03T09:20:00+08:00',
        actor: '陈明',
        kind: 'requests.register',
        label: say('登记申请'),
        detail: '邮寄（签收）',
      },
    ],
    names: {
      [me]: '陈明',
      [author]: '李娜',
      [idOf(102)]: '王强',
      [idOf(103)]: '赵敏',
      [idOf(105)]: '周伟',
      [idOf(150)]: '示例市政府办公室',
      [section]: '政务公开科',
    },
    evidence: {
      thisMonth: 3,
      last12Months: 7,
      similar: answeredFirst(others).map((other, n) => ({
        id: other.id,
        number: other.number,
        title: other.wanted.title,
        receivedOn: other.receivedOn,
        state: other.state,
        outcome: other.closing ? say('信息不存在') : null,
        likeness: n === 0 ? 0.82 : 0.4,
      })),
      others: 2,
    },
  }
}
