/** Made-up figures of requests: those of the sentence「142 件」balance as the form asks. */
import * as c from '../../../../src/features/requests/contract/statistics.ts'
import { answers, type Handler, idOf } from '../fake.ts'

const figures = [
  ['new', 'natural_person', 120],
  ['new', 'business', 20],
  ['carried_in', 'natural_person', 2],
  ['granted', 'natural_person', 60],
  ['granted', 'business', 12],
  ['partial', 'natural_person', 14],
  ['denied.third_party', 'business', 6],
  ['unavailable.not_held', 'natural_person', 40],
  ['other.other', 'natural_person', 3],
  ['carried_out', 'natural_person', 5],
  ['carried_out', 'business', 2],
] as const

export function statisticsHandlers(): Handler[] {
  return [
    answers(c.requestStatistics, ({ query }) => ({
      ...query,
      lines: figures.map(([line, applicant, count]) => ({ line, applicant, count })),
      channels: [
        { channel: 'online' as const, count: 95 },
        { channel: 'mail_signed' as const, count: 45 },
      ],
      months: [{ month: '2026-03', received: 18, ended: 12 }],
      durations: { count: 130, mean: 17.4, median: 16, ninth: 27.6, longest: 61 },
      inTime: 129,
      late: 1,
      extended: 7,
      beside: { recordCorrections: 2, enquiries: 11 },
      reopened: 1,
      feesCharged: 380,
    })),
    answers(c.superviseRequests, ({ query }) => ({
      ...query,
      items: [
        {
          ...none,
          agencyId: idOf(2),
          name: '示例县教育局',
          open: 6,
          soon: 2,
          overdue: 1,
          received: 22,
          answered: 17,
          late: 1,
        },
        { ...none, agencyId: idOf(3), name: '示例县卫生健康局', received: 9, answered: 9, granted: 6, reopened: 1 },
      ],
    })),
  ]
}

const none = {
  open: 0,
  soon: 0,
  overdue: 0,
  unconfirmed: 0,
  received: 0,
  answered: 0,
  late: 0,
  granted: 0,
  denied: 0,
  unavailable: 0,
  notProcessed: 0,
  other: 0,
  reopened: 0,
  urged: 0,
}
