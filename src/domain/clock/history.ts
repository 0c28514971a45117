/** What happened to one request, as far as its deadline is concerned (contract: design §6). */
import type { LocalDate } from '../kernel/date.ts'

export const consultationParties = ['third_party', 'co_maker', 'other_organ'] as const
/** third_party: 条例32, 15 working days. co_maker: 条例34, 15 working days. other_organ: 条例33, no limit of days. */
export type ConsultationParty = (typeof consultationParties)[number]

/**
 * `on` is the day it took effect: a notice when received, an answer when given. `posted`: a notice sent by the postal
 * enterprise was in time where that day was (送达函3), whenever it then came.
 */
export type ClockEvent =
  | {
      readonly kind: 'correction_noticed'
      readonly on: LocalDate
      readonly by: LocalDate
      readonly posted?: LocalDate | undefined
    }
  | { readonly kind: 'corrected'; readonly on: LocalDate }
  | {
      readonly kind: 'consultation_sent'
      readonly on: LocalDate
      readonly id: string
      readonly party: ConsultationParty
    }
  | { readonly kind: 'consultation_delivered'; readonly on: LocalDate; readonly id: string }
  | { readonly kind: 'consultation_answered'; readonly on: LocalDate; readonly id: string }
  | { readonly kind: 'extended'; readonly on: LocalDate; readonly days: number }
  /** 条例35: `until` is told in the place of the day counted. */
  | { readonly kind: 'delayed'; readonly on: LocalDate; readonly until: LocalDate }
  /** `by`: the last day to pay as it was shown to the applicant, no longer to become an earlier one. */
  | {
      readonly kind: 'fee_noticed'
      readonly on: LocalDate
      readonly posted?: LocalDate | undefined
      readonly by?: LocalDate | undefined
    }
  | { readonly kind: 'fee_paid'; readonly on: LocalDate }
  | { readonly kind: 'answered'; readonly on: LocalDate }

/** `received`: the day of receipt by law (条例31). `today`: the day looked from; later events have not happened. */
export interface History {
  readonly received: LocalDate
  readonly events: readonly ClockEvent[]
  readonly today: LocalDate
}
