/**
 * A citizen's account: who comes in by a code sent to an address of theirs, and follows all their requests to the
 * agencies of this installation without number and code. The pages of the portal go through this.
 */
import type { Refusal, Result } from '../../domain/kernel/result.ts'
import type { Typed } from '../../domain/request/intake/fields.ts'

/** How codes go out. */
export const contactWays = ['mail', 'sms'] as const
export type ContactWay = (typeof contactWays)[number]

/** Whoever is signed in. */
export interface Citizen {
  readonly id: string
  /** The address codes go to, masked. */
  readonly mask: string
}

/** A code under way, as its page shows it. */
export interface PendingCode {
  readonly way: ContactWay
  readonly mask: string
  /** Whether somebody who is signed in changes their address. */
  readonly changes: boolean
}

/** All that is kept of the holder, whole (个保法45). */
export interface AccountData {
  readonly format: 'gongkai.account/1'
  readonly madeAt: string
  readonly way: ContactWay
  readonly contact: string
  readonly createdAt: string
  /** What forms are filled in with, by the names of the form's fields. */
  readonly details: Typed
  /** Browsers signed in now. */
  readonly sessions: number
}

export type DetailsKept = { readonly ok: true } | { readonly ok: false; readonly refusals: readonly Refusal[] }

export interface AskedCode {
  /** On whose portal: that agency sends the code. */
  readonly agencyId: string
  readonly typed: string
  /** Address of the caller, for limits. */
  readonly from: string
  /** Whose address it is to become; null where somebody comes in. */
  readonly citizen: Citizen | null
}

/** Nothing here tells whether an address has an account: an account is only looked up once its holder has proved it is theirs. */
export interface CitizenAccounts {
  /** The ways codes can go out here; with none nobody can sign in. */
  readonly ways: readonly ContactWay[]
  /** Sends a code. Gives the token that the browser must bring along with it. */
  readonly sendCode: (asked: AskedCode) => Promise<Result<{ readonly token: string }>>
  readonly pending: (token: string) => Promise<PendingCode | null>
  /** The code of a token: gives the token of a session, of an account that is opened where there is none yet. */
  readonly enter: (token: string, code: string, from: string, citizen: Citizen | null) => Promise<Result<string>>
  /** A one-time link of the demo: whether it holds, and its spending. */
  readonly linkHolds: (token: string) => Promise<boolean>
  readonly enterByLink: (token: string, from: string) => Promise<Result<string>>
  /** Whose session it is; null where it is over. */
  readonly signedIn: (session: string) => Promise<Citizen | null>
  readonly signOut: (session: string) => Promise<void>
  readonly signOutEverywhere: (citizen: Citizen) => Promise<void>
  readonly ownData: (citizen: Citizen) => Promise<AccountData | null>
  /** `keepIdentity`: only then proof of identity is among what is kept. */
  readonly keepDetails: (citizen: Citizen, typed: Typed, keepIdentity: boolean) => Promise<DetailsKept>
  /** What a new form begins with. */
  readonly filledIn: (citizen: Citizen) => Promise<Typed>
  /** Ends the account: requests stay, and are followed by number and code. */
  readonly close: (citizen: Citizen) => Promise<void>
}
