/** One contract for each act on a request: what it is told, and the whole case as the answer. */
import { z } from 'zod'
import { consultationParties } from '../../../domain/clock/history.ts'
import { type RequestActId, requestActs } from '../../../domain/request/acts.ts'
import type { Wanted } from '../../../domain/request/case.ts'
import type { ActInputs } from '../../../domain/request/inputs.ts'
import { overturnings } from '../../../domain/request/overturning.ts'
import {
  confirmMethods,
  correctionGrounds,
  opinions,
  secrecyOutcomes,
  serviceWays,
} from '../../../domain/request/vocabulary.ts'
import { contract } from '../../../kit/contract.ts'
import { id, line, name, text } from '../../../kit/shapes.ts'
import { closingGrounds } from '../../../law/closing-grounds.ts'
import { feeSchedules } from '../../../law/fees.ts'
import { date, decisionId, factTexts, keyOf, wanted, withheldPart } from './case.ts'
import { requestParams, requestView } from './view.ts'

const reason = text(1000).pipe(z.string().trim().min(2))
const words = text(2000).pipe(z.string().trim().min(2))
const none = z.object({})
/** Working days somebody outside is given. */
const days = z.number().int().min(1).max(60)

/** What is asked for after a correction: only what changed. */
const changedWanted = wanted
  .partial()
  .transform(given => Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)) as Partial<Wanted>)

export const partyKinds = ['person', 'organisation'] as const

/** Name and ways of who is consulted; kept sealed, never shown whole without a reason. */
export const party = z.object({
  name: line(100),
  address: line(200).nullable(),
  phone: line(60).nullable(),
  email: z.email().max(200).nullable(),
  /** Null for those entered before it was asked. */
  kind: z.enum(partyKinds).nullable().default(null),
})
export type Party = z.output<typeof party>

/** What an act of the API is told. Where the domain asks for ids made by the program, the API does not. */
export const actInputs = {
  confirm: z.object({ on: date, method: keyOf(confirmMethods), evidence: line(300) }),
  noteAttempt: z.object({ on: date, how: line(100), result: line(300) }),
  assign: z.object({ sectionId: id, handlerId: id.nullable(), note: text(500) }),
  claim: none,
  sendBack: z.object({ reason }),
  askSection: z.object({ sectionId: id, question: words, by: date }),
  answerSection: z.object({ cooperationId: id, answer: words }),
  recordSearch: z.object({
    on: date,
    systems: z.array(line(100)).min(1).max(20),
    keywords: z.array(line(100)).min(1).max(20),
    archives: line(300, 0),
    persons: line(200),
    found: z.boolean(),
    note: text(1000),
  }),
  askCorrection: z.object({
    grounds: z.array(keyOf(correctionGrounds)).min(1),
    items: z.array(line(500)).min(1).max(20),
    days,
    late: line(500).nullable().optional(),
  }),
  correct: z.object({ on: date, text: words, wanted: changedWanted.nullable(), late: line(500).nullable() }),
  closeUncorrected: z.object({ note: reason }),
  askReasons: z.object({ found: words, explain: words, days }),
  giveReasons: z.object({ on: date, text: words }),
  endReasons: z.object({ note: text(500) }),
  delayAnswer: z.object({ until: date, reason, long: line(500).nullable() }),
  consult: z.object({
    party: z.enum(consultationParties),
    who: party.extend({ name: name(100), kind: z.enum(partyKinds) }),
    about: words,
    why: words,
  }),
  recordOpinion: z.object({ consultationId: id, on: date, opinion: keyOf(opinions), text: text(2000) }),
  override: z.object({ consultationId: id, reasons: words }),
  askExtension: z.object({ days: z.number().int().min(1).max(20), reason }),
  approveExtension: none,
  refuseExtension: z.object({ reason }),
  noticeFee: z.object({
    scheme: keyOf(feeSchedules),
    quantity: z.number().int().min(1).max(100_000),
    payTo: line(300),
  }),
  declarePaid: z.object({ on: date, note: text(500) }),
  confirmPaid: z.object({ on: date, receipt: line(100) }),
  closeUnpaid: z.object({ note: text(500) }),
  split: z.object({
    parts: z
      .array(z.object({ title: line(200), features: text(2000) }))
      .min(2)
      .max(20),
  }),
  merge: z.object({ into: id, reason }),
  saveDraft: z.object({
    decision: decisionId,
    facts: factTexts,
    withheld: z.array(withheldPart).max(50),
    edits: z.record(z.string().max(60), text(5000)),
    attachments: z.array(id).max(50),
    /** Of a repeated request: the case answered before, by its number or that of its letter; or the paper record. */
    earlier: z
      .discriminatedUnion('from', [
        z.object({ from: z.literal('case'), reference: line(100) }),
        z.object({ from: z.literal('paper'), number: line(100), on: date }),
      ])
      .nullable()
      .optional(),
  }),
  submitDraft: z.object({ revision: z.number().int().min(1) }),
  takeBackDraft: none,
  approveDraft: z.object({
    revision: z.number().int().min(1),
    opinion: line(500),
    secrecy: keyOf(secrecyOutcomes).nullable(),
  }),
  returnDraft: z.object({ reason }),
  issueLetter: z.object({ letterId: id }),
  discardLetter: z.object({ letterId: id, reason: line(500).nullable().optional() }),
  recallLetter: z.object({ letterId: id, reason }),
  sendLetter: z.object({ letterId: id, on: date, way: keyOf(serviceWays), trackingNumber: line(60).nullable() }),
  serveLetter: z.object({ letterId: id, on: date, evidence: line(300) }),
  letterReturned: z.object({ letterId: id, on: date, why: line(300) }),
  withdraw: z.object({
    on: date,
    reason: text(500),
    /** The written withdrawal among the papers of the case, or what the applicant said and how. */
    told: z
      .discriminatedUnion('from', [
        z.object({ from: z.literal('paper'), paperId: id }),
        z.object({ from: z.literal('words'), words: line(300) }),
      ])
      .nullable()
      .optional(),
  }),
  closeOtherwise: z.object({ ground: keyOf(closingGrounds), shown: words, other: line(80).nullable() }),
  proposePublication: z.object({ reason }),
  settleProposal: z.object({ accepted: z.boolean(), reason }),
  archive: none,
  recordOverturning: z.object({ by: keyOf(overturnings), number: line(100, 0), decidedOn: date, on: date }),
  urge: z.object({ text: words, answerBy: date }),
  answerUrging: z.object({ urgingId: id, text: words }),
} as const satisfies { readonly [A in RequestActId]: z.ZodObject & z.ZodType<ApiInput<A>> }

/** What the program adds to the input of an act before the domain sees it. */
export type AddedByProgram = { consult: 'partyId'; split: 'children'; saveDraft: 'earlier'; merge: 'number' }

export type ActBody<A extends RequestActId> = z.output<(typeof actInputs)[A]>

/** What is left to the API of an act's input. */
type ApiInput<A extends RequestActId> = A extends keyof AddedByProgram
  ? Omit<ActInputs[A], AddedByProgram[A]>
  : ActInputs[A]

function actContract<const A extends RequestActId>(act: A) {
  return contract({
    id: `requests.${act}`,
    method: 'post',
    path: `/agencies/{agencyId}/requests/{requestId}/${act}`,
    says: requestActs[act].label,
    params: requestParams,
    /** `version` is the one that was looked at: what was changed meanwhile is not overwritten. */
    body: actInputs[act].extend({ version: z.number().int().min(1) }),
    answer: requestView,
  })
}

/** Any of them. */
export type ActContract = ReturnType<typeof actContract<RequestActId>>

type ActContracts = { readonly [A in RequestActId]: ReturnType<typeof actContract<A>> }

/** Every act's contract by the act. */
export const actContracts = Object.fromEntries(
  (Object.keys(actInputs) as RequestActId[]).map(act => [act, actContract(act)]),
) as ActContracts

const said = z.object({ zh: z.string(), en: z.string() })

/** The clock before and after an act, day by day, and what else it would change, without carrying it out. */
export const previewAct = contract({
  id: 'requests.preview',
  method: 'post',
  path: '/agencies/{agencyId}/requests/{requestId}/preview/{act}',
  says: { zh: '预览办理后的期限', en: 'The clock before and after an act' },
  params: requestParams.extend({ act: keyOf(requestActs) }),
  body: z.record(z.string(), z.unknown()),
  answer: z.object({
    before: requestView.shape.clock,
    after: requestView.shape.clock.nullable(),
    /** What an act changes beside the clock: rows of table 三. */
    notes: z.array(said),
    refusal: z.object({ code: z.string(), says: said }).nullable(),
  }),
})
