/** What applicants send without an account: by the pages of the portal, or by a program. */
import { z } from 'zod'
import { requestKindIds, requestStateIds } from '../../../domain/request/states.ts'
import { contract } from '../../../kit/contract.ts'
import { agencyParams, day, fileName, id, line, said, text } from '../../../kit/shapes.ts'
import { ownData } from './own-data.ts'
import { applicantTyped, wantedTyped } from './reads.ts'

/** Online nobody fills anything in for the applicant: what the law asks for must be there (条例29). */
export const applicationTyped = z.object({
  kind: z.enum(requestKindIds as ['request', ...typeof requestKindIds]),
  applicant: applicantTyped.extend({ identityNumber: line(40), phone: line(60, 5), address: line(200, 4) }),
  wanted: wantedTyped,
})

const papers = z
  .array(
    z.object({
      kind: z.enum(['identity', 'authority', 'application', 'applicant_other', 'payment']),
      name: fileName,
      file: z.string().max(70_000_000),
    }),
  )
  .max(10)

const receipt = z.object({
  number: z.string(),
  queryCode: z.string(),
  kind: z.enum(requestKindIds as ['request', ...typeof requestKindIds]),
  /** What was asked for, as it was filed. */
  title: z.string(),
  submittedAt: z.string(),
  receivedOn: day.nullable(),
  stillNeeded: said.nullable(),
  due: day.nullable(),
  provisional: z.boolean(),
  why: said,
})

const asked = z.discriminatedUnion('what', [
  z.object({ what: z.literal('correct'), items: z.array(z.string()), by: day }),
  z.object({ what: z.literal('give_reasons'), explain: z.string(), by: day }),
  z.object({
    what: z.literal('pay'),
    amount: z.number(),
    payTo: z.string(),
    by: day,
    declared: z.boolean(),
    online: z.boolean(),
  }),
])

const service = z.object({
  way: said.nullable(),
  sentOn: day.nullable(),
  trackingNumber: z.string().nullable(),
  servedOn: day.nullable(),
  evidence: z.string().nullable(),
})

export const tracked = z.object({
  number: z.string(),
  kind: z.enum(requestKindIds as ['request', ...typeof requestKindIds]),
  state: z.enum(requestStateIds as ['arrived', ...typeof requestStateIds]),
  title: z.string(),
  means: said,
  receivedOn: day.nullable(),
  due: day.nullable(),
  remaining: z.number().nullable(),
  provisional: z.boolean(),
  why: z.array(said),
  steps: z.array(z.object({ at: z.string(), title: said, detail: said.nullable(), done: z.boolean() })),
  letters: z.array(
    z.object({ id, title: said, number: z.string().nullable(), on: day, served: said, service, file: z.boolean() }),
  ),
  attachments: z.array(z.object({ id, name: z.string(), size: z.number() })),
  asked: asked.nullable(),
  remedies: z.array(
    z.object({
      says: said,
      body: said,
      until: day.nullable(),
      address: z.string().nullable(),
      online: z.string().nullable(),
      articles: z.array(said),
    }),
  ),
  mayWithdraw: z.boolean(),
  mayPropose: z.boolean(),
  /** Masked. */
  applicant: z.object({
    name: z.string(),
    phone: z.string(),
    address: z.string(),
    email: z.string().nullable(),
    fax: z.string().nullable(),
  }),
  /** How long the file is kept; `until` is known when the case has ended. */
  retention: z.object({ years: z.number(), until: day.nullable() }),
})

/** How long what an applicant writes may be, by the act it is written for. */
export const longestText = {
  correct: { least: 2, most: 2000 },
  giveReasons: { least: 2, most: 2000 },
  declarePaid: { least: 0, most: 500 },
  withdraw: { least: 0, most: 500 },
  proposePublication: { least: 2, most: 1000 },
} as const

function writing({ least, most }: { readonly least: number; readonly most: number }) {
  return text(most).pipe(z.string().trim().min(least))
}

/** Which way is no way, and what must remain, the domain says. */
const reach = (most: number) => line(most).nullable().optional()

const citizenAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('correct'), text: writing(longestText.correct), papers }),
  z.object({ act: z.literal('giveReasons'), text: writing(longestText.giveReasons) }),
  z.object({ act: z.literal('declarePaid'), note: writing(longestText.declarePaid), papers }),
  z.object({ act: z.literal('withdraw'), reason: writing(longestText.withdraw) }),
  z.object({ act: z.literal('proposePublication'), reason: writing(longestText.proposePublication) }),
  /** What is left out stays as it is; null is removed. */
  z.object({
    act: z.literal('changeContact'),
    phone: reach(60),
    address: reach(200),
    email: reach(200),
    fax: reach(60),
  }),
])

/** Number and code stand in the body: addresses are kept by everybody on the way. */
const proof = { number: line(100), code: line(60) }

export const applyForRequest = contract({
  id: 'requests.apply',
  method: 'post',
  path: '/agencies/{agencyId}/applications',
  says: { zh: '提交政府信息公开申请', en: 'Apply for government information' },
  params: agencyParams,
  body: applicationTyped.extend({ papers }),
  answer: receipt,
})

export const trackRequest = contract({
  id: 'requests.track',
  method: 'post',
  path: '/agencies/{agencyId}/applications/track',
  says: { zh: '凭受理号和查询码查询办理情况', en: 'Follow a request by its number and code' },
  params: agencyParams,
  body: z.object(proof),
  answer: tracked,
})

export const applicantData = contract({
  id: 'requests.ownData',
  method: 'post',
  path: '/agencies/{agencyId}/applications/own-data',
  says: { zh: '凭受理号和查询码查阅、复制本人信息', en: 'A copy of one’s own data, by number and code' },
  params: agencyParams,
  body: z.object(proof),
  answer: ownData,
})

export const applicantAct = contract({
  id: 'requests.applicantAct',
  method: 'post',
  path: '/agencies/{agencyId}/applications/act',
  says: { zh: '补正、说明理由、告知缴费、撤回等', en: 'Correct, give reasons, tell of a payment, withdraw' },
  params: agencyParams,
  body: z.object({ ...proof, act: citizenAct }),
  answer: tracked,
})
