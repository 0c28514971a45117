/** What is counted of requests: table 三 of any period straight from the record, channels, durations; and of others. */
import { z } from 'zod'
import { contract } from '../../../kit/contract.ts'
import { agencyParams, day, id } from '../../../kit/shapes.ts'
import { channels } from '../../../law/channels.ts'
import { requestLines } from '../../../law/lines.ts'
import { keyOf } from './case.ts'

const period = { from: day, until: day }

/** Table 三 by line and kind of applicant; a line of which there is none is left out. */
const lines = z.array(z.object({ line: z.enum(requestLines), applicant: z.string(), count: z.number() }))

export const requestStatistics = contract({
  id: 'requests.statistics',
  method: 'get',
  path: '/agencies/{agencyId}/requests/statistics',
  says: { zh: '申请统计', en: 'Statistics of requests' },
  params: agencyParams,
  query: z.object(period),
  answer: z.object({
    ...period,
    lines,
    channels: z.array(z.object({ channel: keyOf(channels), count: z.number() })),
    months: z.array(z.object({ month: z.string(), received: z.number(), ended: z.number() })),
    /**
     * Of what was answered in the period: working days as the clock counts them (条例33), to be held against the 20 of
     * the law. From receipt, correction or payment on; consultations left out.
     */
    durations: z.object({
      count: z.number(),
      mean: z.number().nullable(),
      median: z.number().nullable(),
      ninth: z.number().nullable(),
      longest: z.number().nullable(),
    }),
    inTime: z.number(),
    late: z.number(),
    extended: z.number(),
    /** Kinds that table 三 does not count (条例41; enquiries). */
    beside: z.object({ recordCorrections: z.number(), enquiries: z.number() }),
    /** 重新处理: cases of which the former answer was overturned, of what ended in the period. */
    reopened: z.number(),
    /** 被纠正: decisions of review organs and courts received in the period, whether or not the case was redone. */
    reversed: z.number(),
    feesCharged: z.number(),
  }),
})

/** The agencies supervised, one line each. */
export const superviseRequests = contract({
  id: 'requests.supervision',
  method: 'get',
  path: '/agencies/{agencyId}/requests/supervision',
  says: { zh: '所监督机关的申请', en: 'Requests of the agencies supervised' },
  params: agencyParams,
  query: z.object(period),
  answer: z.object({
    ...period,
    items: z.array(
      z.object({
        agencyId: id,
        name: z.string(),
        open: z.number(),
        soon: z.number(),
        overdue: z.number(),
        unconfirmed: z.number(),
        received: z.number(),
        answered: z.number(),
        late: z.number(),
        granted: z.number(),
        denied: z.number(),
        unavailable: z.number(),
        notProcessed: z.number(),
        other: z.number(),
        /** 被纠正, as in `requests.statistics`. */
        reversed: z.number(),
        urged: z.number(),
      }),
    ),
  }),
})

/** Table 三 of each agency supervised; added up, it is that of all. */
export const supervisedTables = contract({
  id: 'requests.supervisedTables',
  method: 'get',
  path: '/agencies/{agencyId}/requests/supervision/tables',
  says: { zh: '所监督机关收到和处理申请情况', en: 'Table 3 of the agencies supervised' },
  params: agencyParams,
  query: z.object(period),
  answer: z.object({
    ...period,
    agencies: z.array(z.object({ agencyId: id, name: z.string(), lines })),
  }),
})
