/** All that is kept of an applicant in one request, whole: theirs to see and to take away (个人信息保护法45). */
import { z } from 'zod'
import { requestKindIds } from '../../../domain/request/states.ts'
import { day, instant } from '../../../kit/shapes.ts'
import { channels } from '../../../law/channels.ts'
import { keyOf, wanted } from './case.ts'
import { applicant, paperKinds } from './view.ts'

const words = z.object({ on: day, text: z.string() })

export const ownData = z.object({
  format: z.literal('gongkai.own-data/1'),
  agency: z.string(),
  number: z.string(),
  madeAt: instant,
  applicant,
  request: z.object({
    kind: z.enum(requestKindIds as ['request', ...typeof requestKindIds]),
    channel: keyOf(channels),
    wanted,
    submittedOn: day,
    receivedOn: day.nullable(),
    endedOn: day.nullable(),
  }),
  /** What the applicant said on the way; null where nothing. */
  said: z.object({ correction: words.nullable(), reasons: words.nullable(), payment: words.nullable() }),
  /** Papers the applicant gave; the paper itself is the applicant's already. */
  papers: z.array(
    z.object({ kind: keyOf(paperKinds), name: z.string(), size: z.number(), sha256: z.string(), at: instant }),
  ),
  /** When staff looked at the data whole, or at a paper or sheet that may show it; who and why is in the agency's record. */
  seen: z.array(instant),
  retention: z.object({ years: z.number(), until: day.nullable() }),
})
export type OwnData = z.output<typeof ownData>
