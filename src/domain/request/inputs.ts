/** What each act is told. Days are of the law's calendar; texts were already read and trimmed at the edge. */
import type { ClosingGroundId } from '../../law/closing-grounds.ts'
import type { ExemptionId } from '../../law/exemptions.ts'
import type { FactId } from '../../law/facts.ts'
import type { FeeScheme } from '../../law/fees.ts'
import type { Calendar } from '../calendar.ts'
import type { ConsultationParty } from '../clock/history.ts'
import type { ClockOptions } from '../clock/index.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { HeldRole } from '../people/policy.ts'
import type { RequestActId } from './acts.ts'
import type { DecisionId, EarlierAnswer, Wanted } from './case.ts'
import type { OverturningKind } from './overturning.ts'
import type { ConfirmMethod, CorrectionGround, Opinion, ReviewStage, SecrecyOutcome, ServiceWay } from './vocabulary.ts'

interface Nothing {
  readonly [none: string]: never
}

interface On {
  /** The day it took effect; not after today. */
  readonly on: LocalDate
}

export interface ActInputs {
  confirm: On & { readonly method: ConfirmMethod; readonly evidence: string }
  noteAttempt: On & { readonly how: string; readonly result: string }
  assign: { readonly sectionId: string; readonly handlerId: string | null; readonly note: string }
  claim: Nothing
  sendBack: { readonly reason: string }
  askSection: { readonly sectionId: string; readonly question: string; readonly by: LocalDate }
  answerSection: { readonly cooperationId: string; readonly answer: string }
  recordSearch: On & {
    readonly systems: readonly string[]
    readonly keywords: readonly string[]
    readonly archives: string
    readonly persons: string
    readonly found: boolean
    readonly note: string
  }
  /** `days`: working days the applicant gets from service on. */
  /** `late`: why only now, where the days to give the notice are over. */
  askCorrection: {
    readonly grounds: readonly CorrectionGround[]
    readonly items: readonly string[]
    readonly days: number
    readonly late?: string | null | undefined
  }
  /** `wanted`: what is asked for after the correction; null where only papers were missing. `late`: a good reason. */
  correct: On & { readonly text: string; readonly wanted: Partial<Wanted> | null; readonly late: string | null }
  /** `note`: on what it rests that there was no good reason. */
  closeUncorrected: { readonly note: string }
  askReasons: { readonly found: string; readonly explain: string; readonly days: number }
  giveReasons: On & { readonly text: string }
  endReasons: { readonly note: string }
  /** `long`: why so long, where it is longer than the agency's own measure. */
  delayAnswer: { readonly until: LocalDate; readonly reason: string; readonly long: string | null }
  /** The party's name and address are kept by the caller under `partyId`. */
  consult: {
    readonly party: ConsultationParty
    readonly partyId: string
    readonly about: string
    readonly why: string
  }
  recordOpinion: On & { readonly consultationId: string; readonly opinion: Opinion; readonly text: string }
  override: { readonly consultationId: string; readonly reasons: string }
  askExtension: { readonly days: number; readonly reason: string }
  approveExtension: Nothing
  refuseExtension: { readonly reason: string }
  /** items: `quantity` is the ordinal of this request among the applicant's of the month; pages: the number of pages. */
  noticeFee: { readonly scheme: FeeScheme; readonly quantity: number; readonly payTo: string }
  declarePaid: On & { readonly note: string }
  confirmPaid: On & { readonly receipt: string }
  closeUnpaid: { readonly note: string }
  /** One title for each part; the first stays with this case. `children`: ids of the new cases, one for each other part. */
  split: { readonly parts: readonly SplitPart[]; readonly children: readonly string[] }
  /** `number`: of the request it goes into. */
  merge: { readonly into: string; readonly number: string; readonly reason: string }
  saveDraft: {
    readonly decision: DecisionId
    readonly facts: Readonly<Partial<Record<FactId, string>>>
    readonly withheld: readonly {
      readonly part: string
      readonly exemption: ExemptionId
      readonly kind: string | null
      readonly reason: string
    }[]
    readonly edits: Readonly<Record<string, string>>
    readonly attachments: readonly string[]
    /** Where the request is repeated, and only there (条例36(6)). */
    readonly earlier?: EarlierAnswer | null
  }
  submitDraft: { readonly revision: number }
  takeBackDraft: Nothing
  /** `revision`: what was read; another one is refused as changed meanwhile. */
  approveDraft: {
    readonly revision: number
    readonly opinion: string
    readonly secrecy: SecrecyOutcome | null
  }
  returnDraft: { readonly reason: string }
  issueLetter: { readonly letterId: string }
  /** `reason`: why the applicant is not told of a consultation that was sent; not asked of other letters. */
  discardLetter: { readonly letterId: string; readonly reason?: string | null | undefined }
  recallLetter: { readonly letterId: string; readonly reason: string }
  sendLetter: On & { readonly letterId: string; readonly way: ServiceWay; readonly trackingNumber: string | null }
  serveLetter: On & { readonly letterId: string; readonly evidence: string }
  letterReturned: On & { readonly letterId: string; readonly why: string }
  /** `told`: where the office enters it, by what the applicant gave it up. */
  withdraw: On & { readonly reason: string; readonly told?: ToldWithdrawal | null | undefined }
  /** `other`: the number of the case that goes on, where the ground names one. */
  closeOtherwise: { readonly ground: ClosingGroundId; readonly shown: string; readonly other: string | null }
  proposePublication: { readonly reason: string }
  settleProposal: { readonly accepted: boolean; readonly reason: string }
  archive: Nothing
  /** `on`: the day the decision was received. */
  recordOverturning: On & { readonly by: OverturningKind; readonly number: string; readonly decidedOn: LocalDate }
  urge: { readonly text: string; readonly answerBy: LocalDate }
  answerUrging: { readonly urgingId: string; readonly text: string }
}

/** A paper of the case, or what was said and how. */
export type ToldWithdrawal =
  | { readonly from: 'paper'; readonly paperId: string }
  | { readonly from: 'words'; readonly words: string }

export interface SplitPart {
  readonly title: string
  readonly features: string
}

/** Every act has its input, and no other has one. */
export type InputOfAct<A extends RequestActId> = ActInputs[A]

/** Who acts: somebody of the staff, the applicant, or the program when a day has come. */
export type ActActor =
  | {
      readonly kind: 'staff'
      readonly accountId: string
      readonly roles: readonly HeldRole[]
      readonly sectionId: string | null
    }
  | { readonly kind: 'applicant' }
  | { readonly kind: 'system' }

/** What the agency has set. */
export interface RequestRules {
  /** The steps an answer passes, in order; the last one signs. */
  readonly chain: readonly ReviewStage[]
  readonly limits?: ClockOptions['limits']
  /** On what grounds a request may be closed otherwise; all where left out. */
  readonly grounds?: readonly ClosingGroundId[]
  /** Working days after due from which on a later day of 条例35 must be explained; the usual ones where left out. */
  readonly longDelay?: number
}

export interface ActContext {
  readonly today: LocalDate
  readonly calendar: Calendar
  readonly actor: ActActor
  readonly rules: RequestRules
  /** Fresh ids, in order. */
  readonly newId: () => string
  /** The number of a letter issued: given by the caller, which takes one from the series when asked. */
  readonly numberFor: (letter: string) => string
}
