/** One request with all that happened to it, as far as the law asks. Who the applicant is stands elsewhere, sealed. */
import type { applicantKinds } from '../../law/applicants.ts'
import type { ChannelId } from '../../law/channels.ts'
import type { decisionsByLine } from '../../law/decisions.ts'
import type { decisionsBeside } from '../../law/decisions-beside.ts'
import type { ExemptionId } from '../../law/exemptions.ts'
import type { FactId } from '../../law/facts.ts'
import type { FeeScheme } from '../../law/fees.ts'
import type { ResultLine } from '../../law/lines.ts'
import type { ClockEvent, ConsultationParty } from '../clock/history.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Overturning } from './overturning.ts'
import type { RequestKind, RequestState } from './states.ts'
import type {
  ConfirmMethod,
  CorrectionGround,
  DeliveryForm,
  DeliveryRoute,
  Lapse,
  LetterState,
  Opinion,
  ReviewStage,
  SecrecyOutcome,
  ServiceWay,
} from './vocabulary.ts'

export type ApplicantKindId = keyof typeof applicantKinds
type ValuesOf<T> = T[keyof T]
type CountedDecisionId = ValuesOf<typeof decisionsByLine>[number]['id']
type BesideDecisionId = ValuesOf<{ [K in keyof typeof decisionsBeside]: keyof (typeof decisionsBeside)[K] }>
export type DecisionId = CountedDecisionId | BesideDecisionId

/** What is asked for (条例29(二)(三)). Purpose is no part of it. */
export interface Wanted {
  /** Title of the information, or what it is called. */
  readonly title: string
  readonly documentNumber: string | null
  readonly indexNumber: string | null
  /** 特征性描述: whatever else lets it be found. */
  readonly features: string
  readonly form: DeliveryForm
  readonly route: DeliveryRoute
  /** Whether another form will do where the wished one is not possible (条例40). */
  readonly otherForm: boolean
  /** Help for reading difficulty or impairment (条例43), in the applicant's words. */
  readonly help: string | null
  /** The applicant thinks it should be public for all (条例44). */
  readonly suggestsPublication: boolean
}

export interface Arrival {
  readonly submittedOn: LocalDate
  /** The day the office got it; for signed post the day any desk of the organ signed (条例31(二)). */
  readonly arrivedOn: LocalDate
  readonly confirmed: { readonly on: LocalDate; readonly method: ConfirmMethod; readonly evidence: string } | null
  /** Tries to reach the applicant that failed (期限函1). */
  readonly attempts: readonly { readonly on: LocalDate; readonly how: string; readonly result: string }[]
  /** Number of the postal enterprise, name of the scribe, and the like. */
  readonly note: string | null
}

/** Where it lies: the section it was given to, and who there took it. */
export interface Place {
  readonly sectionId: string | null
  readonly handlerId: string | null
  readonly since: LocalDate
}

/** 协办: a question to another section of the same agency, with a limit of the agency's own. */
export interface Cooperation {
  readonly id: string
  readonly sectionId: string
  readonly question: string
  readonly by: LocalDate
  readonly askedOn: LocalDate
  readonly answer: string | null
  readonly answeredOn: LocalDate | null
}

/** 检索记录 (D17; 条例36(四)). */
export interface SearchRecord {
  readonly id: string
  readonly on: LocalDate
  readonly systems: readonly string[]
  readonly keywords: readonly string[]
  readonly archives: string
  readonly persons: string
  readonly found: boolean
  readonly note: string
}

export interface Correction {
  readonly grounds: readonly CorrectionGround[]
  /** All at once: there is one notice only (条例30). */
  readonly items: readonly string[]
  /** Working days the applicant is given from service on. */
  readonly days: number
  /** Why it was asked for only after the days to give the notice; cases written before this was asked have none. */
  readonly late?: string | null | undefined
  readonly letterId: string
  readonly noticedOn: LocalDate | null
  /** Last day to correct; known when the notice was served. */
  readonly by: LocalDate | null
  readonly corrected: { readonly on: LocalDate; readonly text: string; readonly late: string | null } | null
}

/** 说明理由 (条例35). */
export interface Reasons {
  /** Numbers and frequency found. */
  readonly found: string
  readonly explain: string
  readonly days: number
  readonly letterId: string
  readonly noticedOn: LocalDate | null
  readonly by: LocalDate | null
  readonly given: { readonly on: LocalDate; readonly text: string } | null
  readonly delay: Delay | null
}

/** 延迟答复的合理期限 (条例35), as the head set it; it stands once the applicant was told. */
export interface Delay {
  readonly until: LocalDate
  readonly reason: string
  /** Why so long, where it is longer than the agency's own measure. */
  readonly long: string | null
  readonly setBy: string
  readonly setOn: LocalDate
  readonly letterId: string
  readonly lapsed: { readonly on: LocalDate; readonly why: Lapse } | null
}

export interface Consultation {
  readonly id: string
  readonly party: ConsultationParty
  /** Name and address stand sealed under this id. */
  readonly partyId: string
  /** What information it concerns, and why they are asked. */
  readonly about: string
  readonly why: string
  readonly letterId: string
  readonly sentOn: LocalDate | null
  readonly deliveredOn: LocalDate | null
  readonly answer: { readonly on: LocalDate; readonly opinion: Opinion; readonly text: string } | null
  /** 公共利益: disclosed although the third party objects (条例32). */
  readonly override: { readonly on: LocalDate; readonly reasons: string; readonly by: string } | null
}

export interface Extension {
  readonly days: number
  readonly reason: string
  readonly askedBy: string
  readonly askedOn: LocalDate
  readonly outcome:
    | { readonly approved: true; readonly by: string; readonly on: LocalDate; readonly letterId: string }
    | { readonly approved: false; readonly by: string; readonly on: LocalDate; readonly reason: string }
    | null
  /** Approved, but the applicant was not told while it could count: it never did. */
  readonly lapsed: { readonly on: LocalDate; readonly why: Lapse } | null
}

export interface FeeNotice {
  readonly scheme: FeeScheme
  readonly quantity: number
  /** Yuan. */
  readonly amount: number
  readonly payTo: string
  readonly letterId: string
  readonly noticedOn: LocalDate | null
  readonly payBy: LocalDate | null
  /** The applicant says it has paid; the office has not seen it yet. */
  readonly declared: { readonly on: LocalDate; readonly note: string } | null
  readonly paid: { readonly on: LocalDate; readonly receipt: string } | null
}

/** A part withheld, why, and on what ground (条例37). */
export interface WithheldPart {
  readonly part: string
  readonly exemption: ExemptionId
  /** The finer kind the article names; null where it names none. */
  readonly kind: string | null
  readonly reason: string
}

export interface Approval {
  readonly stage: ReviewStage
  readonly by: string
  readonly on: LocalDate
  readonly opinion: string
  /** Of the secrecy stage only. */
  readonly secrecy: SecrecyOutcome | null
}

/** The answer a repeated request was given before (条例36(6)): number and day of its letter, never one without the other. */
export type EarlierAnswer =
  /** Answered here, in another case of the same applicant. */
  | { readonly from: 'case'; readonly requestId: string; readonly number: string; readonly on: LocalDate }
  /** Answered before this system: taken from the paper record. */
  | { readonly from: 'paper'; readonly number: string; readonly on: LocalDate }

/** What is decided: that a request is repeated cannot be said without the answer it repeats. */
export type Decided =
  | { readonly decision: Exclude<DecisionId, 'repeat'>; readonly earlier: null }
  | {
      readonly decision: 'repeat'
      /** words: of a draft from before there was this choice, told in its facts; it goes no further without one. */
      readonly earlier: EarlierAnswer | { readonly from: 'words' }
    }

/** An answer being written. Any change after it was submitted makes a new revision, without approvals. */
export type DecisionDraft = Decided & DraftBody

interface DraftBody {
  readonly revision: number
  readonly facts: Readonly<Partial<Record<FactId, string>>>
  readonly withheld: readonly WithheldPart[]
  /** Edited blocks of the letter by their id. */
  readonly edits: Readonly<Record<string, string>>
  /** Papers handed over with the answer. */
  readonly attachments: readonly string[]
  /** Who saved it last: whoever submits it and takes it back. */
  readonly authorId: string
  /** Everybody who wrote at it since it began: none of them approves it. */
  readonly authors: readonly string[]
  readonly savedOn: LocalDate
  /** When this revision was first submitted; null while it never was. */
  readonly submittedOn: LocalDate | null
  readonly approvals: readonly Approval[]
  /** Why it was last returned. */
  readonly returned: { readonly by: string; readonly on: LocalDate; readonly reason: string } | null
}

/** applicant, or the party of a consultation by its `partyId`. */
export type LetterTo = 'applicant' | { readonly partyId: string }

/** D15 begins as a record for the file, issued by nobody and without a number; issued, it is a notice like others. */
export interface CaseLetter {
  readonly id: string
  /** `D04`, `L02`: of `src/law/letters.ts`. */
  readonly letter: string
  readonly state: LetterState
  readonly to: LetterTo
  /** The consultation it belongs to. */
  readonly about: string | null
  readonly authorId: string
  readonly draftedOn: LocalDate
  readonly number: string | null
  readonly issued: { readonly on: LocalDate; readonly by: string } | null
  readonly sent: { readonly on: LocalDate; readonly way: ServiceWay; readonly trackingNumber: string | null } | null
  readonly served: { readonly on: LocalDate; readonly evidence: string } | null
  /** Its number is not used again: this says why there is none of that number (D§5.1). */
  readonly recalled?: { readonly on: LocalDate; readonly by: string; readonly reason: string } | undefined
  /** Why it never left; `reason` null where it fell away because the request had ended. Not asked of every letter. */
  readonly givenUp?: { readonly on: LocalDate; readonly reason: string | null } | undefined
}

/** 督办: from the agency above. */
export interface Urging {
  readonly id: string
  readonly on: LocalDate
  readonly by: string
  readonly text: string
  readonly answerBy: LocalDate
  readonly answer: { readonly on: LocalDate; readonly by: string; readonly text: string } | null
}

/** How it ended. `line`: its row of table 三; null for kinds not counted there. */
export interface Closing {
  readonly on: LocalDate
  readonly decision: DecisionId
  readonly line: ResultLine | null
  /** Served in time (函2016-235); null where nothing was owed any more. */
  readonly onTime: boolean | null
  readonly note: string | null
}

export interface Links {
  readonly splitFrom: string | null
  /** The day a part was split off; null where it was not, or before the day was kept. */
  readonly splitOn: LocalDate | null
  readonly splitInto: readonly string[]
  readonly mergedInto: string | null
  /** 重新处理: the case whose answer was overturned (D§2.6). */
  readonly reopens: string | null
}

/** 依申请转主动公开 (条例44). */
export interface PublicationProposal {
  readonly by: 'applicant' | 'office'
  readonly on: LocalDate
  readonly reason: string
  readonly outcome: {
    readonly accepted: boolean
    readonly on: LocalDate
    readonly by: string
    readonly reason: string
    /** The draft of a publication that came of it; null where none did. */
    readonly publicationId: string | null
  } | null
}

export interface RequestCase {
  readonly agencyId: string
  readonly id: string
  /** 受理号, given on arrival. */
  readonly number: string
  readonly kind: RequestKind
  readonly state: RequestState
  readonly version: number
  readonly channel: ChannelId
  readonly applicantKind: ApplicantKindId
  readonly wanted: Wanted
  readonly arrival: Arrival
  /** 收到申请之日 (条例31); null until it is known. */
  readonly receivedOn: LocalDate | null
  /** To be answered on the spot (条例33): due on the day of receipt. */
  readonly onTheSpot: boolean
  /** What the clock counts by, in the order it took effect. */
  readonly events: readonly ClockEvent[]
  /** 条例35: the later day that was told, while it stands; when it was set, `events` say. */
  readonly delayedUntil: LocalDate | null
  readonly place: Place | null
  readonly cooperations: readonly Cooperation[]
  readonly searches: readonly SearchRecord[]
  readonly correction: Correction | null
  readonly reasons: Reasons | null
  readonly consultations: readonly Consultation[]
  readonly extension: Extension | null
  readonly fee: FeeNotice | null
  readonly draft: DecisionDraft | null
  readonly letters: readonly CaseLetter[]
  readonly urgings: readonly Urging[]
  readonly proposal: PublicationProposal | null
  readonly links: Links
  readonly closing: Closing | null
  readonly overturned: Overturning | null
  readonly archivedOn: LocalDate | null
}
