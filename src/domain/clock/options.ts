/** What can be set about the clock; every default is the law's. */
import type { Calendar } from '../calendar.ts'
import type { Lang } from '../kernel/lang.ts'

/** Lengths in working days. */
export interface ClockLimits {
  /** To answer (条例33). */
  readonly answer: number
  /** The most all extensions together may add (条例33). */
  readonly extension: number
  /** For a third party or co-maker to reply (条例32, 34). */
  readonly consultation: number
  /** To give the one correction notice (条例30). */
  readonly correctionNotice: number
  /** To pay the fee (办法6). */
  readonly payment: number
}

export interface ClockOptions {
  readonly calendar?: Calendar
  readonly limits?: Partial<ClockLimits>
  /** Language of the day-by-day explanation; zh when not given. */
  readonly lang?: Lang
  /** Whether to explain every day; not when not given. */
  readonly days?: boolean
}
