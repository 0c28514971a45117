/** What a letter is made from. Groups a letter does not speak of stay away; texts are as they shall be printed. */
import type { applicantKinds } from '../../law/applicants.ts'
import type { ChannelId } from '../../law/channels.ts'
import type { decisionsBeside } from '../../law/decisions-beside.ts'
import type { ExemptionId } from '../../law/exemptions.ts'
import type { FactId } from '../../law/facts.ts'
import type { ResultLine } from '../../law/lines.ts'
import type { AgencyKind } from '../agency/kinds.ts'
import type { Office } from '../agency/office.ts'
import type { RegionCode } from '../agency/region.ts'
import type { ConsultationParty } from '../clock/history.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Fee } from '../request/fees.ts'
import type { Opinion } from '../request/vocabulary.ts'

/** The organ that writes, and what it has set about remedies. An empty or absent name is not known. */
export interface LetterAgency {
  readonly name: string
  readonly office: Office
  readonly kind: AgencyKind
  readonly regionCode: RegionCode
  readonly vertical: boolean
  /** Who can reconsider, each by its full name; which of them does is said by law (`reviewOrgans`). */
  readonly sameLevelGovernment?: string
  readonly higherGovernment?: string
  readonly superiorDepartment?: string
  /** Set by the agency (`guide.reviewOrgan`): the body there is since 2024, in place of what the tree says. */
  readonly reviewOrgan?: string
  /** Court at the seat or of concentrated jurisdiction (D§5.4: set by the agency). */
  readonly court?: string
  /** Address and telephone of the two, as printed. */
  readonly reviewAddress?: string
  readonly courtAddress?: string
  /** Where an application for reconsideration is handed in online (复议法22¶2). */
  readonly onlineReview?: string
}

/** unknown: nobody was asked when it was entered; addressed so that it fits either. */
export type AddresseeKind = 'person' | 'organisation' | 'unknown'

export interface LetterAddressee {
  readonly name: string
  readonly kind: AddresseeKind
}

/** The request as received. `summary` is told in the letter, word for word or in short (D§5.1). */
export interface RequestFacts {
  /** Receipt number (受理号). */
  readonly number: string
  /** None before the receipt is confirmed (条例31). */
  readonly received?: LocalDate
  readonly channel: ChannelId
  readonly summary: string
  readonly title?: string
  readonly documentNumber?: string
  readonly indexNumber?: string
  readonly due?: LocalDate
  /** It reaches into a year whose holidays are not published yet. */
  readonly dueProvisional?: boolean
  readonly queryCode?: string
  readonly arrived?: LocalDate
  readonly confirmed?: LocalDate
  readonly handler?: string
}

/** Who applies, as on the form (D§5.5). */
export interface ApplicantFacts {
  readonly kind: keyof typeof applicantKinds
  readonly name: string
  readonly identityKind?: string
  readonly identityNumber?: string
  readonly employer?: string
  readonly creditCode?: string
  readonly licence?: string
  readonly legalRepresentative?: string
  readonly contactPerson?: string
  readonly telephone?: string
  readonly address?: string
  readonly postcode?: string
  readonly fax?: string
  readonly email?: string
  readonly agent?: string
  /** How the information shall be given: medium, route, and whether another form will do. */
  readonly medium?: string
  readonly route?: string
  readonly otherFormAccepted?: boolean
  /** Never a condition (条例27). */
  readonly purpose?: string
  readonly assistance?: string
  readonly enclosures?: string
}

export interface WithheldPart {
  /** Which part; `null` where all of it is withheld. */
  readonly part: string | null
  readonly exemption: ExemptionId
  /** A key of the exemption's `kinds`, where it has any. */
  readonly kind?: string
  /** Never the content itself. */
  readonly reason: string
}

export interface LetterAttachment {
  readonly name: string
  readonly pages?: number
}

/** 方式、途径和时间 (条例36(2), 40). */
export interface DeliveryFacts {
  readonly way: string
  readonly route: string
  readonly time: string
  /** Why it is given in another form than asked for (条例40). */
  readonly deviation?: string
}

export interface CorrectionFacts {
  /** Everything to be corrected, at once (条例30). */
  readonly items: readonly string[]
  /** D04: working days to correct, counted from the day it is received. */
  readonly days?: number
  /** D15: the last day to correct, known once the notice was served. */
  readonly by?: LocalDate
  readonly noticed?: LocalDate
  readonly corrected?: LocalDate
  /** D15: on what it rests that there was no good reason. */
  readonly noGoodReason?: string
}

/** A request beyond what is reasonable in number or frequency (条例35). */
export interface ExcessFacts {
  /** Counts and frequency found. */
  readonly found: string
  readonly explain?: string
  /** D05: working days to explain, counted from the day it is received. */
  readonly days?: number
  /** L22: the day by which it will be answered. */
  readonly answerBy?: LocalDate
}

/** silent: the limit passed without a reply. */
/** silent: did not reply in time (条例32). unreachable: its letter came back and was given up. */
export type ConsultedOpinion = Opinion | 'silent' | 'unreachable'

/** What came of consulting one third party, as the applicant is told: without its name. */
export interface ConsultedFacts {
  readonly opinion: ConsultedOpinion
  readonly reasons?: string
}

export interface ConsultationFacts {
  readonly party: ConsultationParty
  readonly name: string
  /** The information concerned. */
  readonly information: string
  /** Why disclosing it may harm the third party. */
  readonly harm?: string
  readonly sent?: LocalDate
  readonly opinion?: ConsultedOpinion
  readonly reasons?: string
  /** D10: what will be disclosed against the third party's will, and the public interest that demands it. */
  readonly disclosed?: string
  readonly publicInterest?: string
}

export interface ExtensionFacts {
  readonly oldDue: LocalDate
  /** The day the head of the office approved it (条例33). */
  readonly approvedOn: LocalDate
  readonly newDue: LocalDate
  /** It reaches into a year whose holidays are not published yet. */
  readonly newDueProvisional?: boolean
  /** Working days. */
  readonly days: number
  /** Head of the office who agreed (条例33). */
  readonly approver: string
  readonly reason: string
}

export interface FeeFacts {
  readonly fee: Fee
  readonly way: string
  /** D15: the notice and its limit. */
  readonly noticed?: LocalDate
  readonly by?: LocalDate
}

export interface SearchFacts {
  readonly systems: string
  readonly words: string
  readonly archives: string
  readonly persons: string
  readonly on: LocalDate
  readonly result: string
}

/** How a letter was brought to its reader (D14). */
export interface ServiceFacts {
  readonly document: string
  readonly number: string
  readonly way?: string
  readonly place?: string
  readonly server?: string
  readonly postalNumber?: string
  readonly on?: LocalDate
}

export interface EarlierAnswer {
  readonly number: string
  readonly date: LocalDate
}

/** Another organ, named to the reader where it can be told (条例36(5), 41). */
export interface OrganFacts {
  readonly name: string
  readonly contact?: string
}

/** D12, D16: what is asked of the other body. */
export interface ErrandFacts {
  readonly to: string
  readonly asks: string
  readonly by?: LocalDate
}

/** D18: what was found and proposed, step by step. */
export interface ReviewStep {
  readonly step: string
  readonly opinion: string
  readonly person: string
  readonly on?: LocalDate
}

export interface ArchivedPaper {
  readonly name: string
  readonly number?: string
  readonly date?: LocalDate
  readonly pages?: number
}

/** How a request to correct one's own records ends (条例41). */
export type AmendmentOutcome = keyof (typeof decisionsBeside)['record_correction']

/** L21 (条例41). */
export interface AmendmentFacts {
  readonly record: string
  readonly evidence?: string
  readonly outcome: AmendmentOutcome
  readonly result: string
}

/** L23 (条例44). */
export interface SuggestionFacts {
  /** The day it was made. */
  readonly on: LocalDate
  readonly information: string
  readonly adopted: boolean
  readonly result: string
}

/** D15: how a request was closed without a decision. */
export type ClosingLine = Extract<ResultLine, `other.${string}`>

export interface LetterFacts {
  readonly agency: LetterAgency
  /** 文号; absent on a draft. */
  readonly number?: string
  readonly addressee?: LetterAddressee
  readonly request?: RequestFacts
  readonly applicant?: ApplicantFacts
  /** Facts the decision rests on, as they shall be printed, by name of `src/law/facts.ts`. */
  readonly known?: Readonly<Partial<Record<FactId, string>>>
  readonly withheld?: readonly WithheldPart[]
  readonly attachments?: readonly LetterAttachment[]
  readonly delivery?: DeliveryFacts
  readonly correction?: CorrectionFacts
  readonly excess?: ExcessFacts
  /** The one consultation the letter is about. */
  readonly consultation?: ConsultationFacts
  /** What came of every third party that was consulted, for the letter of decision (条例32). */
  readonly consulted?: readonly ConsultedFacts[]
  readonly extension?: ExtensionFacts
  readonly fee?: FeeFacts
  readonly search?: SearchFacts
  readonly service?: ServiceFacts
  readonly earlier?: EarlierAnswer
  readonly organ?: OrganFacts
  readonly errand?: ErrandFacts
  readonly reviews?: readonly ReviewStep[]
  readonly papers?: readonly ArchivedPaper[]
  readonly amendment?: AmendmentFacts
  readonly suggestion?: SuggestionFacts
  readonly closing?: ClosingLine
  /** D15 for the file only: not issued, so without remedies. */
  readonly recordOnly?: boolean
  /** D18: what the handler proposes. */
  readonly proposal?: string
  /** Words of the agency's own after the law's part; whoever drafts may change them. */
  readonly explanation?: string
  /** Sent over the internet: the online address for reconsideration must then stand in it (复议法22¶2). */
  readonly online?: boolean
}
