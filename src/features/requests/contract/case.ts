/** The case as the API shows it and the table keeps it: the domain's `RequestCase`, parsed. */
import { z } from 'zod'
import { consultationParties } from '../../../domain/clock/history.ts'
import type { DecisionId, RequestCase } from '../../../domain/request/case.ts'
import { overturnings } from '../../../domain/request/overturning.ts'
import { requestKindIds, requestStateIds } from '../../../domain/request/states.ts'
import {
  confirmMethods,
  correctionGrounds,
  deliveryForms,
  deliveryRoutes,
  lapses,
  letterStates,
  opinions,
  reviewStages,
  secrecyOutcomes,
  serviceWays,
} from '../../../domain/request/vocabulary.ts'
import { date, id, keyOf } from '../../../kit/shapes.ts'
import { applicantKinds } from '../../../law/applicants.ts'
import { channels } from '../../../law/channels.ts'
import { decisionsByLine } from '../../../law/decisions.ts'
import { decisionsBeside } from '../../../law/decisions-beside.ts'
import { exemptions } from '../../../law/exemptions.ts'
import { facts } from '../../../law/facts.ts'
import { feeSchedules } from '../../../law/fees.ts'
import { type ResultLine, requestLines } from '../../../law/lines.ts'

export { date, keyOf }

const decisionIds = [
  ...Object.values(decisionsByLine).flatMap(list => list.map(decision => decision.id)),
  ...Object.values(decisionsBeside).flatMap(list => Object.keys(list)),
] as [DecisionId, ...DecisionId[]]
export const decisionId = z.enum(decisionIds)

const resultLines = Object.keys(decisionsByLine) as [ResultLine, ...ResultLine[]]
export const resultLine = z.enum(requestLines).pipe(z.enum(resultLines))

export const wanted = z.object({
  title: z.string(),
  documentNumber: z.string().nullable(),
  indexNumber: z.string().nullable(),
  features: z.string(),
  form: keyOf(deliveryForms),
  route: keyOf(deliveryRoutes),
  otherForm: z.boolean(),
  help: z.string().nullable(),
  suggestsPublication: z.boolean(),
})

const arrival = z.object({
  submittedOn: date,
  arrivedOn: date,
  confirmed: z.object({ on: date, method: keyOf(confirmMethods), evidence: z.string() }).nullable(),
  attempts: z.array(z.object({ on: date, how: z.string(), result: z.string() })),
  note: z.string().nullable(),
})

const clockEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('correction_noticed'), on: date, by: date, posted: date.optional() }),
  z.object({ kind: z.literal('corrected'), on: date }),
  z.object({ kind: z.literal('consultation_sent'), on: date, id: z.string(), party: z.enum(consultationParties) }),
  z.object({ kind: z.literal('consultation_delivered'), on: date, id: z.string() }),
  z.object({ kind: z.literal('consultation_answered'), on: date, id: z.string() }),
  z.object({ kind: z.literal('extended'), on: date, days: z.number() }),
  z.object({ kind: z.literal('delayed'), on: date, until: date }),
  z.object({ kind: z.literal('fee_noticed'), on: date, posted: date.optional(), by: date.optional() }),
  z.object({ kind: z.literal('fee_paid'), on: date }),
  z.object({ kind: z.literal('answered'), on: date }),
])

const cooperation = z.object({
  id,
  sectionId: id,
  question: z.string(),
  by: date,
  askedOn: date,
  answer: z.string().nullable(),
  answeredOn: date.nullable(),
})

const search = z.object({
  id,
  on: date,
  systems: z.array(z.string()),
  keywords: z.array(z.string()),
  archives: z.string(),
  persons: z.string(),
  found: z.boolean(),
  note: z.string(),
})

const correction = z.object({
  grounds: z.array(keyOf(correctionGrounds)),
  items: z.array(z.string()),
  days: z.number(),
  late: z.string().nullable().optional(),
  letterId: id,
  noticedOn: date.nullable(),
  by: date.nullable(),
  corrected: z.object({ on: date, text: z.string(), late: z.string().nullable() }).nullable(),
})

const lapsed = z.object({ on: date, why: keyOf(lapses) }).nullable()

const reasons = z.object({
  found: z.string(),
  explain: z.string(),
  days: z.number(),
  letterId: id,
  noticedOn: date.nullable(),
  by: date.nullable(),
  given: z.object({ on: date, text: z.string() }).nullable(),
  // Cases kept before the day waited for its letter have none.
  delay: z
    .object({
      until: date,
      reason: z.string(),
      long: z.string().nullable(),
      setBy: z.string(),
      setOn: date,
      letterId: id,
      lapsed,
    })
    .nullable()
    .default(null),
})

const consultation = z.object({
  id,
  party: z.enum(consultationParties),
  partyId: id,
  about: z.string(),
  why: z.string(),
  letterId: id,
  sentOn: date.nullable(),
  deliveredOn: date.nullable(),
  answer: z.object({ on: date, opinion: keyOf(opinions), text: z.string() }).nullable(),
  override: z.object({ on: date, reasons: z.string(), by: z.string() }).nullable(),
})

const extension = z.object({
  days: z.number(),
  reason: z.string(),
  askedBy: z.string(),
  askedOn: date,
  outcome: z
    .discriminatedUnion('approved', [
      z.object({ approved: z.literal(true), by: z.string(), on: date, letterId: id }),
      z.object({ approved: z.literal(false), by: z.string(), on: date, reason: z.string() }),
    ])
    .nullable(),
  // Cases kept before notice was asked for have none.
  lapsed: lapsed.default(null),
})

const fee = z.object({
  scheme: keyOf(feeSchedules),
  quantity: z.number(),
  amount: z.number(),
  payTo: z.string(),
  letterId: id,
  noticedOn: date.nullable(),
  payBy: date.nullable(),
  declared: z.object({ on: date, note: z.string() }).nullable(),
  paid: z.object({ on: date, receipt: z.string() }).nullable(),
})

export const withheldPart = z.object({
  part: z.string(),
  exemption: keyOf(exemptions),
  kind: z.string().nullable(),
  reason: z.string(),
})

export const factTexts = z.partialRecord(keyOf(facts), z.string())

/** Number and day of the answer a repeated request was given before. */
const earlierAnswer = z.discriminatedUnion('from', [
  z.object({ from: z.literal('case'), requestId: id, number: z.string(), on: date }),
  z.object({ from: z.literal('paper'), number: z.string(), on: date }),
  z.object({ from: z.literal('words') }),
])

const draftBody = z.object({
  revision: z.number(),
  facts: factTexts,
  withheld: z.array(withheldPart),
  edits: z.record(z.string(), z.string()),
  attachments: z.array(id),
  authorId: z.string(),
  // Drafts kept before have only who saved them last.
  authors: z.array(z.string()).default([]),
  savedOn: date,
  submittedOn: date.nullable(),
  approvals: z.array(
    z.object({
      stage: keyOf(reviewStages),
      by: z.string(),
      on: date,
      opinion: z.string(),
      secrecy: keyOf(secrecyOutcomes).nullable(),
    }),
  ),
  returned: z.object({ by: z.string(), on: date, reason: z.string() }).nullable(),
})

// Drafts kept before there was a choice of the earlier answer told it in words, if at all.
const draft = z.discriminatedUnion('decision', [
  draftBody.extend({ decision: z.literal('repeat'), earlier: earlierAnswer.default({ from: 'words' }) }),
  draftBody.extend({ decision: decisionId.exclude(['repeat']), earlier: z.null().default(null) }),
])

const letter = z.object({
  id,
  letter: z.string(),
  state: keyOf(letterStates),
  to: z.union([z.literal('applicant'), z.object({ partyId: id })]),
  about: z.string().nullable(),
  authorId: z.string(),
  draftedOn: date,
  number: z.string().nullable(),
  issued: z.object({ on: date, by: z.string() }).nullable(),
  sent: z.object({ on: date, way: keyOf(serviceWays), trackingNumber: z.string().nullable() }).nullable(),
  served: z.object({ on: date, evidence: z.string() }).nullable(),
  recalled: z.object({ on: date, by: z.string(), reason: z.string() }).optional(),
  givenUp: z.object({ on: date, reason: z.string().nullable() }).optional(),
})

const urging = z.object({
  id,
  on: date,
  by: z.string(),
  text: z.string(),
  answerBy: date,
  answer: z.object({ on: date, by: z.string(), text: z.string() }).nullable(),
})

export const requestCase = z.object({
  agencyId: id,
  id,
  number: z.string(),
  kind: z.enum(requestKindIds as ['request', ...typeof requestKindIds]),
  state: z.enum(requestStateIds as ['arrived', ...typeof requestStateIds]),
  version: z.number(),
  channel: keyOf(channels),
  applicantKind: keyOf(applicantKinds),
  wanted,
  arrival,
  receivedOn: date.nullable(),
  onTheSpot: z.boolean(),
  events: z.array(clockEvent),
  delayedUntil: date.nullable(),
  place: z.object({ sectionId: id.nullable(), handlerId: id.nullable(), since: date }).nullable(),
  cooperations: z.array(cooperation),
  searches: z.array(search),
  correction: correction.nullable(),
  reasons: reasons.nullable(),
  consultations: z.array(consultation),
  extension: extension.nullable(),
  fee: fee.nullable(),
  draft: draft.nullable(),
  letters: z.array(letter),
  urgings: z.array(urging),
  proposal: z
    .object({
      by: z.enum(['applicant', 'office']),
      on: date,
      reason: z.string(),
      outcome: z
        .object({
          accepted: z.boolean(),
          on: date,
          by: z.string(),
          reason: z.string(),
          // Cases settled before there were drafts have none.
          publicationId: id.nullable().default(null),
        })
        .nullable(),
    })
    .nullable(),
  links: z.object({
    splitFrom: id.nullable(),
    // Parts split off before the day was kept have none.
    splitOn: date.nullable().default(null),
    splitInto: z.array(id),
    mergedInto: id.nullable(),
    reopens: id.nullable(),
  }),
  closing: z
    .object({
      on: date,
      decision: decisionId,
      line: resultLine.nullable(),
      onTime: z.boolean().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  // Cases of before it was asked what overturned an answer have none.
  overturned: z
    .object({ by: keyOf(overturnings), number: z.string(), decidedOn: date, receivedOn: date })
    .nullable()
    .default(null),
  archivedOn: date.nullable(),
}) satisfies z.ZodType<RequestCase>
