/** A citizen's desk in memory: what the pages of applying and following are tried on. */
import type { LocalDate } from '../../src/domain/kernel/date.ts'
import { done, refuse } from '../../src/domain/kernel/result.ts'
import type {
  Application,
  CitizenAct,
  CitizenDesk,
  Follower,
  Receipt,
  Tracked,
} from '../../src/features/requests/citizen.ts'
import type { OwnData } from '../../src/features/requests/contract/own-data.ts'

export const trackedCode = 'K7QF-3MPA-9XWD'

export interface MemoryDesk extends CitizenDesk {
  readonly applications: Application[]
  readonly acts: CitizenAct[]
  /** What `track` shows; tests change it. */
  tracked: Tracked
  /** Says no to whatever is sent next. */
  refuseNext: boolean
}

const day = (text: string) => text as LocalDate

export const trackedCase: Tracked = {
  number: '〔2026〕12号',
  kind: 'request',
  state: 'correction_pending',
  title: '清河路雨污分流工程竣工验收报告',
  means: { zh: '请按补正告知书补充内容', en: 'Please complete it as the notice asks' },
  receivedOn: day('2026-11-02'),
  due: null,
  remaining: null,
  provisional: false,
  why: [{ zh: '补正之后重新计算答复期限（条例30）', en: 'The period starts anew after the correction' }],
  steps: [
    { at: '2026-11-02', title: { zh: '收到申请', en: 'Received' }, detail: null, done: true },
    {
      at: '2026-11-05',
      title: { zh: '告知补正', en: 'Asked to correct' },
      detail: { zh: '请说明工程的起止路段', en: 'Say which stretch of road' },
      done: true,
    },
  ],
  letters: [
    {
      id: '01900000-0000-7000-8000-0000000000d4',
      title: { zh: '补正告知书', en: 'Correction notice' },
      number: '示水公开〔2026〕31号',
      on: day('2026-11-05'),
      served: { zh: '已送达', en: 'Served' },
      service: {
        way: { zh: '邮寄（邮政企业）', en: 'Post (the postal enterprise)' },
        sentOn: day('2026-11-03'),
        trackingNumber: 'XA12345678963',
        servedOn: day('2026-11-05'),
        evidence: '本人签收',
      },
      file: true,
    },
  ],
  attachments: [],
  asked: { what: 'correct', items: ['请说明工程的起止路段', '请写明验收的大致年份'], by: day('2026-11-19') },
  remedies: [
    {
      says: { zh: '不服本答复的，可以申请行政复议', en: 'You may apply for reconsideration' },
      body: { zh: '示例市人民政府', en: '示例市人民政府' },
      until: day('2027-01-20'),
      address: '示例市人民路1号，电话 0000-0000000',
      online: 'https://xzfy.example.gov.cn/apply',
      articles: [{ zh: '《行政复议法》第二十条', en: 'art. 20 of the Administrative Reconsideration Law' }],
    },
    {
      says: { zh: '逾期未答复的，也可以提起行政诉讼', en: 'As no answer came in time, you may also sue' },
      body: { zh: '示例市人民法院', en: '示例市人民法院' },
      until: null,
      address: null,
      online: null,
      articles: [],
    },
  ],
  mayWithdraw: true,
  mayPropose: true,
  applicant: { name: '张**', phone: '138****0000', address: '示例市****', email: null, fax: null },
  retention: { years: 10, until: null },
}

const trackedData: OwnData = {
  format: 'gongkai.own-data/1',
  agency: '示例市水务局',
  number: trackedCase.number,
  madeAt: '2026-11-21T01:00:00.000Z',
  applicant: {
    kind: 'natural_person',
    name: '张三丰',
    identityType: 'id_card',
    identityNumber: '11010519491231002X',
    representative: null,
    contact: null,
    phone: '13800000000',
    email: null,
    fax: null,
    address: '示例市人民路9号',
    postcode: null,
    employer: null,
    agent: null,
  },
  request: {
    kind: 'request',
    channel: 'online',
    wanted: {
      title: trackedCase.title,
      documentNumber: null,
      indexNumber: null,
      features: '全套',
      form: 'paper',
      route: 'post',
      otherForm: true,
      help: null,
      suggestsPublication: false,
    },
    submittedOn: '2026-11-01',
    receivedOn: '2026-11-02',
    endedOn: null,
  },
  said: { correction: null, reasons: null, payment: null },
  papers: [],
  seen: ['2026-11-03T01:00:00.000Z'],
  retention: { years: 10, until: null },
}

export function memoryDesk(): MemoryDesk {
  const drafts = new Map<string, Readonly<Record<string, string>>>()
  const sent = new Map<string, Receipt>()
  const applications: Application[] = []
  const acts: CitizenAct[] = []
  let count = 0
  const known = (who: Follower) =>
    'code' in who && who.number === desk.tracked.number.normalize('NFKC') && who.code === trackedCode
  const unknown = refuse('unknown_request', {
    zh: '受理号或者查询码不对，请对照回执核对后再试',
    en: 'The number or the code is not right; compare them with your receipt',
  })
  const desk: MemoryDesk = {
    applications,
    acts,
    tracked: trackedCase,
    refuseNext: false,
    apply: async (_, application, { key }) => {
      if (desk.refuseNext) {
        desk.refuseNext = false
        return refuse('too_often', { zh: '提交得太频繁，请 10 分钟后再试', en: 'Too many; try again in 10 minutes' })
      }
      applications.push(application)
      const receipt: Receipt = {
        number: '〔2026〕13号',
        queryCode: 'M4TR-8KWC-2PXZ',
        kind: application.kind,
        title: application.wanted.title,
        submittedAt: '2026-11-21T09:00:00+08:00',
        receivedOn: null,
        stillNeeded: {
          zh: '工作机构会打电话与您确认，确认之日为收到申请之日。',
          en: 'The office will call you; the day it does is the day of receipt.',
        },
        due: null,
        provisional: false,
        why: {
          zh: '互联网渠道的申请，以双方确认之日为收到之日（条例31）。',
          en: 'Online, the day both sides confirm is the day of receipt (art. 31).',
        },
      }
      drafts.delete(key)
      sent.set(key, receipt)
      return done(receipt)
    },
    track: async (_, who) => (known(who) ? done(desk.tracked) : unknown),
    act: async (_, who, act) => {
      if (!known(who)) return unknown
      acts.push(act)
      return done(desk.tracked)
    },
    letter: async (_, who) =>
      known(who)
        ? done({ name: '补正告知书.pdf', type: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.7') })
        : unknown,
    attachment: async () => unknown,
    ownData: async (_, who) => (known(who) ? done(trackedData) : unknown),
    pay: async (_, who) => (known(who) ? done({ url: 'https://pay.example.invalid/begin?order=1' }) : unknown),
    paid: async () => done({ already: false }),
    ownRequests: async () => ({ requests: [], more: false }),
    attach: async () => unknown,
    detach: async () => unknown,
    published: async (_, words) =>
      done(
        words.includes('预算')
          ? [{ title: '2026年部门预算', href: '/a/swj/catalogue/budget', date: '2026-02-10' }]
          : [],
      ),
    paperTrouble: async bytes =>
      new TextDecoder().decode(bytes).startsWith('<html')
        ? { code: 'upload_active', says: { zh: '网页文件不能上传', en: 'Pages are not taken' }, at: 'file' }
        : null,
    draft: async (_, name) => drafts.get(name) ?? null,
    sent: async (_, name) => {
      const receipt = sent.get(name)
      return receipt ? { receipt: { ...receipt, queryCode: null }, sort: 'citizen', agent: false, owned: false } : null
    },
    keepDraft: async (_, name, fields) => {
      const kept = name ?? `draft-of-somebody-${++count}`
      drafts.set(kept, fields)
      return done(kept)
    },
  }
  return desk
}
