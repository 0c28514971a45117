/** A case as a page shows it: personal data masked, what waits, what may be done, what happened. */
import { z } from 'zod'
import { requestActs } from '../../../domain/request/acts.ts'
import { identityKinds } from '../../../domain/request/intake/fields.ts'
import type { ApplicantData } from '../../../domain/request/intake/read.ts'
import { day, id, instant, said } from '../../../kit/shapes.ts'
import { applicantKinds } from '../../../law/applicants.ts'
import { keyOf, requestCase } from './case.ts'

export const requestParams = z.object({ agencyId: id, requestId: id })

/** What proves who the applicant is; the number is sealed. */
export const identityType = keyOf(identityKinds)

/** As typed at intake, whole. Natural persons have no representative; organisations have a contact. */
export const applicant = z.object({
  kind: keyOf(applicantKinds),
  name: z.string(),
  identityType,
  identityNumber: z.string(),
  /** 法定代表人 */
  representative: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string(),
  email: z.string().nullable(),
  fax: z.string().nullable(),
  address: z.string(),
  postcode: z.string().nullable(),
  employer: z.string().nullable(),
  agent: z.object({ name: z.string(), identityType, identityNumber: z.string(), phone: z.string() }).nullable(),
})
/** The domain's shape and the contract's are one: where they differ nothing is an applicant, and the build fails. */
export type Applicant = IfSame<z.output<typeof applicant>, ApplicantData>

type IfSame<A, B> = Told<Plain<A>> extends Told<Plain<B>> ? A : never
type Told<T> = <X>() => X extends T ? 1 : 2
type Plain<T> = T extends object ? { readonly [K in keyof T]: Plain<T[K]> } : T

export const clockView = z.object({
  state: z.enum([
    'arrived',
    'running',
    'consulting',
    'waiting_correction',
    'abandoned_correction',
    'waiting_fee',
    'abandoned_fee',
    'closed',
  ]),
  due: day.nullable(),
  remaining: z.number().nullable(),
  provisional: z.boolean(),
  urgency: z.enum(['overdue', 'today', 'soon', 'later', 'none']),
  /** Every day with why it counts or not, where asked for. */
  days: z
    .array(z.object({ on: day, counts: z.boolean(), n: z.number().nullable(), why: said, article: said }))
    .nullable(),
})

export const paperKinds = {
  identity: { zh: '身份证明', en: 'Proof of identity' },
  authority: { zh: '授权委托书', en: 'Authority of the agent' },
  application: { zh: '申请书', en: 'Application' },
  applicant_other: { zh: '申请人其他材料', en: 'Other paper of the applicant' },
  evidence: { zh: '送达、确认凭证', en: 'Evidence of service or confirmation' },
  opinion: { zh: '征求意见回函', en: 'Reply to a consultation' },
  material: { zh: '拟提供的材料', en: 'Responsive record' },
  redacted: { zh: '处理后的材料', en: 'Redacted record' },
  payment: { zh: '缴费凭证', en: 'Proof of payment' },
  letter: { zh: '文书', en: 'Letter' },
  template: { zh: '文书底稿', en: 'Letter draft' },
  other: { zh: '其他', en: 'Other' },
} as const

/** Kinds of paper the applicant's written withdrawal can be. */
export const withdrawalKinds: readonly string[] = [
  'application',
  'applicant_other',
  'evidence',
] satisfies (keyof typeof paperKinds)[]

/** Kinds of paper people hand in. */
export const givenKinds = [
  'identity',
  'authority',
  'application',
  'applicant_other',
  'evidence',
  'opinion',
  'material',
  'redacted',
  'payment',
  'other',
] as const satisfies readonly (keyof typeof paperKinds)[]
export type GivenKind = (typeof givenKinds)[number]

export const paperView = z.object({
  id,
  kind: keyOf(paperKinds),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  sha256: z.string(),
  at: instant,
  by: z.string().nullable(),
  /** What the scan found, for material: how many of each kind, never the values. */
  found: z.array(z.object({ kind: z.string(), label: said, count: z.number() })).nullable(),
  /** The paper it was made from by redaction. */
  from: id.nullable(),
  pages: z.number().nullable(),
})

const waits = z.object({
  what: said,
  who: z.array(z.string()),
  by: day.nullable(),
  act: keyOf(requestActs).nullable(),
})

const otherCase = z.object({
  id,
  number: z.string(),
  title: z.string(),
  receivedOn: day.nullable(),
  state: z.string(),
  outcome: said.nullable(),
  likeness: z.number(),
})

export const requestView = z.object({
  case: requestCase,
  /** Whose case it is: supervisors look at those of many. */
  agencyName: z.string(),
  applicant: applicant,
  parties: z.array(
    z.object({ partyId: id, name: z.string(), phone: z.string().nullable(), address: z.string().nullable() }),
  ),
  clock: clockView,
  waits: z.array(waits),
  acts: z.array(keyOf(requestActs)),
  papers: z.array(paperView),
  /** Letters that left electronically though the case, changed meanwhile, has no word of it. */
  notEntered: z.array(z.object({ letterId: id, way: z.enum(['online', 'email']), at: instant })),
  /** The row of table 三 and the letter the draft or the decision stands for. */
  outcome: z.object({ decision: said, line: said.nullable(), letter: said.nullable() }).nullable(),
  timeline: z.array(
    z.object({ seq: z.number(), at: instant, actor: z.string(), kind: z.string(), label: said, detail: z.string() }),
  ),
  /** Names of accounts and sections the case speaks of. */
  names: z.record(z.string(), z.string()),
  /** Evidence of frequency and likeness (条例35, 36(6), 44): shown, never a decision. */
  evidence: z.object({
    thisMonth: z.number(),
    last12Months: z.number(),
    similar: z.array(otherCase),
    others: z.number(),
  }),
})
export type RequestView = z.output<typeof requestView>
