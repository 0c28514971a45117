/**
 * What a citizen does with requests, with or without an account: apply, follow, correct, pay, withdraw. The pages of the portal
 * and the API of applicants both go through this, so that a form and a program meet the same rules.
 */
import type { LocalDate } from '../../domain/kernel/date.ts'
import type { Said } from '../../domain/kernel/lang.ts'
import type { Refusal, Result } from '../../domain/kernel/result.ts'
import type { Wanted } from '../../domain/request/case.ts'
import type { ReachChange, ReachId } from '../../domain/request/intake/contact.ts'
import type { ApplicantSort } from '../../domain/request/intake/fields.ts'
import type { RequestKind, RequestState } from '../../domain/request/states.ts'
import type { PaymentBegun, PaymentCallback } from '../../platform/payment/provider.ts'
import type { OwnData } from './contract/own-data.ts'
import type { Applicant } from './contract/view.ts'
import type { Settled } from './payment/settle.ts'

/** Where the call came from, for limits. */
export interface CitizenOrigin {
  readonly address: string
  /** The same for a repeated sending of one form: what was sent twice makes one request. */
  readonly key: string
  /** Of a form of the portal: by what the same sending is known again. */
  readonly sending?: Sending | null
  /** The account signed in with, if any: what is handed in belongs to it. */
  readonly accountId?: string | null
}

/** For how long after the sending its code is shown, to the same sending alone. */
export const codeShownMinutes = 10

/** What a form was sent with: the secret in the form itself, and the one in the browser's cookie, where it keeps any. */
export interface Sending {
  readonly key: string | null
  readonly cookie: string | null
}

/** By what a request is followed: its number and code, or the account it belongs to. */
export type Follower =
  | { readonly number: string; readonly code: string }
  | { readonly accountId: string; readonly requestId: string }

/** A request as it stands in the list of its holder. */
export interface OwnRequest
  extends Pick<
    Tracked,
    'number' | 'kind' | 'state' | 'title' | 'means' | 'due' | 'remaining' | 'provisional' | 'asked'
  > {
  readonly id: string
  readonly agency: { readonly id: string; readonly name: string; readonly slug: string }
  readonly submittedOn: LocalDate
}

export interface OwnRequests {
  readonly requests: readonly OwnRequest[]
  /** Whether there are more behind them. */
  readonly more: boolean
}

export interface Uploaded {
  readonly kind: 'identity' | 'authority' | 'application' | 'applicant_other' | 'payment'
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Application {
  readonly kind: RequestKind
  readonly applicant: Applicant
  readonly wanted: Wanted
  readonly papers: readonly Uploaded[]
}

/** What an applicant needs to follow the request (苏政办发〔2018〕112号). */
export interface Receipt {
  readonly number: string
  readonly queryCode: string
  readonly kind: RequestKind
  /** What was asked for, as it was filed. */
  readonly title: string
  readonly submittedAt: string
  /** 收到申请之日; null while the office must still confirm it, and then `stillNeeded` says what and why. */
  readonly receivedOn: LocalDate | null
  readonly stillNeeded: Said | null
  readonly due: LocalDate | null
  readonly provisional: boolean
  readonly why: Said
}

/** A form that was sent, for whoever comes back to it. */
export interface SentApplication {
  /** `queryCode` is null where this is not the same sending, or no longer soon after it. */
  readonly receipt: Omit<Receipt, 'queryCode'> & { readonly queryCode: string | null }
  /** As whom it was sent: what another form begins with. */
  readonly sort: ApplicantSort
  readonly agent: boolean
  /** Whether it is in an account. */
  readonly owned: boolean
}

export interface TrackedStep {
  readonly at: string
  readonly title: Said
  readonly detail: Said | null
  readonly done: boolean
}

export interface TrackedLetter {
  readonly id: string
  readonly title: Said
  readonly number: string | null
  readonly on: LocalDate
  readonly served: Said
  /** How it was brought to its reader, as the 送达回证 says (送达函1-4). */
  readonly service: {
    readonly way: Said | null
    readonly sentOn: LocalDate | null
    readonly trackingNumber: string | null
    readonly servedOn: LocalDate | null
    readonly evidence: string | null
  }
  /** Whether it may be downloaded here. */
  readonly file: boolean
}

/** What the applicant is asked to do now. */
export type Asked =
  | { readonly what: 'correct'; readonly items: readonly string[]; readonly by: LocalDate }
  | { readonly what: 'give_reasons'; readonly explain: string; readonly by: LocalDate }
  | {
      readonly what: 'pay'
      readonly amount: number
      readonly payTo: string
      readonly by: LocalDate
      readonly declared: boolean
      /** Whether there is a page to pay on. */
      readonly online: boolean
    }

/** Remedies with the body, its address where known, and the last day computed (D§5.4). */
export interface Remedy {
  readonly says: Said
  /** By its name; by what it is where the agency has not named it. */
  readonly body: Said
  /** Null where no day can be named: what it counts from is not known, or no text sets it. */
  readonly until: LocalDate | null
  /** Address and telephone of the body, as set. */
  readonly address: string | null
  readonly online: string | null
  readonly articles: readonly Said[]
}

export interface Tracked {
  readonly number: string
  readonly kind: RequestKind
  readonly state: RequestState
  readonly title: string
  readonly means: Said
  readonly receivedOn: LocalDate | null
  readonly due: LocalDate | null
  readonly remaining: number | null
  readonly provisional: boolean
  /** Why it is due then: restarts, pauses and extensions in words. */
  readonly why: readonly Said[]
  readonly steps: readonly TrackedStep[]
  readonly letters: readonly TrackedLetter[]
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly size: number }[]
  readonly asked: Asked | null
  readonly remedies: readonly Remedy[]
  readonly mayWithdraw: boolean
  readonly mayPropose: boolean
  /** The applicant's own data as kept, masked. */
  readonly applicant: Pick<Applicant, 'name' | ReachId>
  readonly retention: Retention
}

/** How long the file is kept; `until` is known when the case has ended. */
export interface Retention {
  readonly years: number
  readonly until: LocalDate | null
}

/** Which act, with what was typed. */
export type CitizenAct =
  | { readonly act: 'correct'; readonly text: string; readonly papers: readonly Uploaded[] }
  | { readonly act: 'giveReasons'; readonly text: string }
  | { readonly act: 'declarePaid'; readonly note: string; readonly papers: readonly Uploaded[] }
  | { readonly act: 'withdraw'; readonly reason: string }
  | { readonly act: 'proposePublication'; readonly reason: string }
  | ({ readonly act: 'changeContact' } & ReachChange)

export interface Suggestion {
  readonly title: string
  readonly href: string
  readonly date: string | null
}

export interface CitizenFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** A refusal with the places at fault: `at` names the field as the form does, `applicant.name`. */
export type CitizenResult<T> =
  | Result<T>
  | { readonly ok: false; readonly refusal: Refusal; readonly all: readonly Refusal[] }

/** Unknown numbers and wrong codes are answered alike, in the same time, and only so often. */
export interface CitizenDesk {
  readonly apply: (agencyId: string, application: Application, origin: CitizenOrigin) => Promise<CitizenResult<Receipt>>
  readonly track: (agencyId: string, who: Follower, origin: CitizenOrigin) => Promise<Result<Tracked>>
  readonly act: (agencyId: string, who: Follower, act: CitizenAct, origin: CitizenOrigin) => Promise<Result<Tracked>>
  readonly letter: (
    agencyId: string,
    who: Follower,
    letterId: string,
    origin: CitizenOrigin,
  ) => Promise<Result<CitizenFile>>
  readonly attachment: (
    agencyId: string,
    who: Follower,
    paperId: string,
    origin: CitizenOrigin,
  ) => Promise<Result<CitizenFile>>
  /** All that is kept of the applicant, whole (个保法45). */
  readonly ownData: (agencyId: string, who: Follower, origin: CitizenOrigin) => Promise<Result<OwnData>>
  /** Begins to pay the fee. `returnPath`: where the payer comes back to, below the installation's address. */
  readonly pay: (
    agencyId: string,
    who: Follower,
    returnPath: string,
    origin: CitizenOrigin,
  ) => Promise<Result<PaymentBegun>>
  /** A provider says that something was paid. */
  readonly paid: (callback: PaymentCallback) => Promise<Result<Settled>>
  /** Every request of an account, to whatever agency, the latest first; `page` from 1. */
  readonly ownRequests: (accountId: string, page: number) => Promise<OwnRequests>
  /** Puts a request into an account, by its number and code. Gives its id. */
  readonly attach: (
    agencyId: string,
    who: Follower,
    accountId: string,
    origin: CitizenOrigin,
  ) => Promise<Result<{ readonly id: string }>>
  /** Takes it out again: number and code still lead to it. */
  readonly detach: (agencyId: string, who: Follower, origin: CitizenOrigin) => Promise<Result<{ readonly id: string }>>
  /** What is already public about these words, best first, at most five. */
  readonly published: (
    agencyId: string,
    words: string,
    origin: Pick<CitizenOrigin, 'address'>,
  ) => Promise<Result<readonly Suggestion[]>>
  /**
   * A form half filled, kept on the server for 30 days under a name only its writer has; null where there is none, and
   * where it was sent.
   */
  readonly draft: (agencyId: string, name: string) => Promise<Readonly<Record<string, string>> | null>
  /** What stands against a file that is to be handed in; null where nothing does. */
  readonly paperTrouble: (bytes: Uint8Array) => Promise<Refusal | null>
  /** What the form of that name became; null where it was not sent, or longer than a day ago. */
  readonly sent: (agencyId: string, name: string, sending: Sending) => Promise<SentApplication | null>
  /** Keeps it; gives its name, a new one where none was given. Refused as `already_sent` where it was sent. */
  readonly keepDraft: (
    agencyId: string,
    name: string | null,
    fields: Readonly<Record<string, string>>,
    origin: CitizenOrigin,
  ) => Promise<Result<string>>
}
