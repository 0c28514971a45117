/** The made-up figures of requests. */
import {
  requestStatistics,
  supervisedTables,
  superviseRequests,
} from '../../../../src/features/requests/contract/statistics.ts'
import { answers, type Handler, idOf } from '../fake.ts'

export function figureHandlers(): Handler[] {
  return [
    answers(requestStatistics, ({ query }) => ({
      ...query,
      lines: [
        { line: 'new' as const, applicant: 'natural_person', count: 8 },
        { line: 'granted' as const, applicant: 'natural_person', count: 5 },
        { line: 'unavailable.not_held' as const, applicant: 'business', count: 1 },
      ],
      channels: [{ channel: 'in_person' as const, count: 3 }],
      months: [{ month: '2026-11', received: 8, ended: 6 }],
      durations: { count: 6, mean: 14.2, median: 13, ninth: 20, longest: 25 },
      inTime: 5,
      late: 1,
      extended: 1,
      beside: { recordCorrections: 1, enquiries: 2 },
      reopened: 0,
      reversed: 0,
      feesCharged: 0,
    })),
    answers(supervisedTables, ({ query }) => ({
      ...query,
      agencies: [
        {
          agencyId: idOf(2),
          name: '示例县教育局',
          lines: [
            { line: 'new' as const, applicant: 'natural_person', count: 6 },
            { line: 'granted' as const, applicant: 'natural_person', count: 4 },
          ],
        },
        {
          agencyId: idOf(3),
          name: '示例县水务局',
          lines: [
            { line: 'new' as const, applicant: 'natural_person', count: 3 },
            { line: 'granted' as const, applicant: 'natural_person', count: 2 },
            { line: 'denied.third_party' as const, applicant: 'business', count: 1 },
          ],
        },
        { agencyId: idOf(4), name: '示例县卫生健康局', lines: [] },
      ],
    })),
    answers(superviseRequests, ({ query }) => ({
      ...query,
      items: [
        {
          agencyId: idOf(2),
          name: '示例县教育局',
          open: 4,
          soon: 1,
          overdue: 1,
          unconfirmed: 0,
          received: 12,
          answered: 8,
          late: 1,
          granted: 5,
          denied: 2,
          unavailable: 1,
          notProcessed: 0,
          other: 0,
          reversed: 1,
          urged: 1,
        },
      ],
    })),
  ]
}
