/** The made-up requests as the case keeps them: one of each kind of standing. */
import type { z } from 'zod'
import type { LocalDate } from '../../../../src/domain/kernel/date.ts'
import type { requestCase } from '../../../../src/features/requests/contract/case.ts'
import { agencyId } from '../accounts.ts'
import { idOf } from '../fake.ts'

export type Case = z.output<typeof requestCase>

export const day = (text: string) => text as LocalDate
export const today = day('2026-11-20')
export const me = idOf(100)
export const author = idOf(101)
export const section = idOf(501)

export function blankCase(n: number, title: string, change: Partial<Case> = {}): Case {
  return {
    agencyId,
    id: idOf(1000 + n),
    number: `〔2026〕${n}号`,
    kind: 'request',
    state: 'in_progress',
    version: 1,
    channel: 'mail_signed',
    applicantKind: 'natural_person',
    wanted: {
      title,
      documentNumber: null,
      indexNumber: null,
      features: '2025 年以来，人民路街道范围内。',
      form: 'paper',
      route: 'post',
      otherForm: true,
      help: null,
      suggestsPublication: false,
    },
    arrival: {
      submittedOn: day('2026-11-02'),
      arrivedOn: day('2026-11-03'),
      confirmed: null,
      attempts: [],
      note: 'EMS 1234567890123',
    },
    receivedOn: day('2026-11-03'),
    onTheSpot: false,
    events: [],
    delayedUntil: null,
    place: { sectionId: section, handlerId: author, since: day('2026-11-04') },
    cooperations: [],
    searches: [],
    correction: null,
    reasons: null,
    consultations: [],
    extension: null,
    fee: null,
    draft: null,
    letters: [],
    urgings: [],
    proposal: null,
    links: { splitFrom: null, splitOn: null, splitInto: [], mergedInto: null, reopens: null },
    closing: null,
    overturned: null,
    archivedOn: null,
    ...change,
  }
}

export function letterOf(n: number, letter: string, change: Partial<Case['letters'][number]> = {}) {
  return {
    id: idOf(1200 + n),
    letter,
    state: 'drafted' as const,
    to: 'applicant' as const,
    about: null,
    authorId: author,
    draftedOn: day('2026-11-10'),
    number: null,
    issued: null,
    sent: null,
    served: null,
    ...change,
  }
}

const search: Case['searches'][number] = {
  id: idOf(1300),
  on: day('2026-11-06'),
  systems: ['公文系统', '档案室纸质目录'],
  keywords: ['老旧小区', '改造', '资金'],
  archives: '2025 年城建卷',
  persons: '城建科、档案室',
  found: true,
  note: '找到 2 份文件。',
}

const consulted: Partial<Case> = {
  events: [
    { kind: 'consultation_sent', on: day('2026-11-10'), id: idOf(1400), party: 'third_party' },
    { kind: 'consultation_delivered', on: day('2026-11-12'), id: idOf(1400) },
  ],
  consultations: [
    {
      id: idOf(1400),
      party: 'third_party',
      partyId: idOf(1450),
      about: '施工合同中的报价清单',
      why: '可能涉及商业秘密',
      letterId: idOf(1207),
      sentOn: day('2026-11-10'),
      deliveredOn: day('2026-11-12'),
      answer: null,
      override: null,
    },
  ],
  letters: [
    letterOf(7, 'D07', {
      state: 'served',
      to: { partyId: idOf(1450) },
      about: idOf(1400),
      number: '示府公开〔2026〕3号-征询',
      issued: { on: day('2026-11-10'), by: me },
      sent: { on: day('2026-11-10'), way: 'post', trackingNumber: 'EMS 9876543210123' },
      served: { on: day('2026-11-12'), evidence: '邮政回执，本人签收' },
    }),
    letterOf(8, 'D06', { state: 'drafted' }),
  ],
  searches: [search],
  urgings: [
    {
      id: idOf(1500),
      on: day('2026-11-18'),
      by: idOf(150),
      text: '该件社会关注度高，请报告办理进展。',
      answerBy: day('2026-11-25'),
      answer: null,
    },
  ],
}

const draft: NonNullable<Case['draft']> = {
  revision: 2,
  decision: 'partial',
  earlier: null,
  facts: { delivery: '附件随文邮寄', withheld_parts: '合同第 4 页报价清单，属于商业秘密。' },
  withheld: [
    { part: '合同第 4 页报价清单', exemption: 'E15', kind: 'trade_secret', reason: '第三方不同意公开，理由合理。' },
  ],
  edits: {},
  attachments: [idOf(1602)],
  authorId: author,
  authors: [author],
  savedOn: day('2026-11-17'),
  submittedOn: day('2026-11-17'),
  approvals: [
    { stage: 'legality', by: idOf(102), on: day('2026-11-18'), opinion: '程序合法，同意。', secrecy: null },
    {
      stage: 'secrecy',
      by: idOf(103),
      on: day('2026-11-19'),
      opinion: '区分处理后可以公开。',
      secrecy: 'open_in_part',
    },
  ],
  returned: null,
}

const answered: Partial<Case> = {
  state: 'answered',
  receivedOn: day('2026-10-12'),
  closing: {
    on: day('2026-11-05'),
    decision: 'does_not_exist',
    line: 'unavailable.not_held',
    onTime: true,
    note: null,
  },
  letters: [
    letterOf(20, 'L12', {
      state: 'served',
      number: '示府公开〔2026〕11号',
      issued: { on: day('2026-11-04'), by: idOf(105) },
      sent: { on: day('2026-11-05'), way: 'post', trackingNumber: 'EMS 1111111111111' },
      served: { on: day('2026-11-07'), evidence: '邮政回执，本人签收' },
    }),
  ],
  events: [{ kind: 'answered', on: day('2026-11-05') }],
}

export function madeUpCases(): Case[] {
  return [
    blankCase(1, '老旧小区改造 2025 年度资金使用情况', consulted),
    blankCase(2, '人民路拓宽工程征收补偿方案', {
      state: 'arrived',
      channel: 'email',
      receivedOn: null,
      place: null,
      arrival: {
        submittedOn: day('2026-11-19'),
        arrivedOn: day('2026-11-19'),
        confirmed: null,
        attempts: [],
        note: null,
      },
    }),
    blankCase(3, '实验小学 2026 年学区划分依据', { state: 'registered', place: null, channel: 'in_person' }),
    blankCase(4, '示例县垃圾焚烧项目环评批复', { receivedOn: day('2026-10-10'), applicantKind: 'legal_service' }),
    blankCase(5, '县城公共停车场收费标准', {
      state: 'correction_pending',
      receivedOn: day('2026-11-09'),
      correction: {
        grounds: ['unclear'],
        items: ['请写明停车场的名称或者位置'],
        days: 10,
        letterId: idOf(1205),
        noticedOn: day('2026-11-13'),
        by: day('2026-11-27'),
        corrected: null,
      },
      events: [{ kind: 'correction_noticed', on: day('2026-11-13'), by: day('2026-11-27') }],
      letters: [
        letterOf(5, 'D04', {
          state: 'served',
          number: '示府公开〔2026〕5号-告知',
          issued: { on: day('2026-11-11'), by: me },
          sent: { on: day('2026-11-11'), way: 'post', trackingNumber: 'EMS 2222222222222' },
          served: { on: day('2026-11-13'), evidence: '邮政回执，本人签收' },
        }),
      ],
    }),
    blankCase(6, '污水处理厂扩建工程施工合同', {
      state: 'in_review',
      receivedOn: day('2026-10-26'),
      draft,
      searches: [search],
      applicantKind: 'business',
      proposal: {
        by: 'office',
        on: day('2026-11-18'),
        reason: '多人申请同一信息',
        outcome: { accepted: true, on: day('2026-11-19'), by: me, reason: '同意主动公开', publicationId: idOf(2001) },
      },
    }),
    blankCase(7, '县级储备粮轮换计划', { ...answered }),
    blankCase(8, '本人社保缴费记录更正', { kind: 'record_correction', receivedOn: day('2026-11-12') }),
    blankCase(9, '十年间全部会议纪要', {
      state: 'fee_pending',
      receivedOn: day('2026-11-04'),
      fee: {
        scheme: 'pages',
        quantity: 132,
        amount: 1340,
        payTo: '示例县财政局非税专户',
        letterId: idOf(1209),
        noticedOn: day('2026-11-16'),
        payBy: day('2026-12-14'),
        declared: { on: day('2026-11-18'), note: '已转账' },
        paid: null,
      },
      events: [{ kind: 'fee_noticed', on: day('2026-11-16') }],
    }),
  ]
}
