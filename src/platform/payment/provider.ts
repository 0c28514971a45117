/** How money that is asked for is paid: what every way of paying has in common. */
import type { Sentence } from '../trouble.ts'

/** What is to be paid. Names nobody: it leaves the installation. */
export interface PaymentOrder {
  /** The same for the same thing to be paid, however often it is begun. */
  readonly id: string
  /** Yuan. */
  readonly amount: number
  /** One line on the payer's page. */
  readonly subject: string
  /** Account, bank and way, as the payer was told. */
  readonly payTo: string
  /** Where the provider tells that it was paid. */
  readonly notifyUrl: string
  /** Where the payer comes back to. */
  readonly returnUrl: string
}

/** A page to pay on, or what to do. */
export type PaymentBegun = { readonly url: string } | { readonly instructions: string }

/** What a provider sent, as it came. */
export interface PaymentCallback {
  readonly body: string
  /** Value of a header, null where there is none; names in small letters. */
  readonly header: (name: string) => string | null
  /** When it came. */
  readonly at: Date
}

/** Paid: of which order, how much, under which number of the provider, when. Refused: why it is not believed. */
export type PaymentVerdict =
  | {
      readonly state: 'paid'
      readonly order: string
      readonly amount: number
      readonly receipt: string
      readonly paidAt: Date
    }
  | { readonly state: 'refused'; readonly code: PaymentRefusal; readonly says: Sentence }

/** not_online: nothing is paid here. unsigned, stale: not from the provider, or not now. unreadable: no such message. */
export type PaymentRefusal = 'not_online' | 'unsigned' | 'stale' | 'unreadable'

export interface PaymentProvider {
  /** Whether there is a page to pay on. */
  readonly online: boolean
  readonly begin: (order: PaymentOrder) => Promise<PaymentBegun>
  /** Whether what came is from the provider and says that something was paid. The order is the caller's to compare. */
  readonly verify: (callback: PaymentCallback) => Promise<PaymentVerdict>
}
