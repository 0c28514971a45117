/** What can be set about the clock; every default is the law's. */
import { deadlines } from '../../law/deadlines.ts'
import { type Calendar, nationalCalendar } from '../calendar.ts'
import type { Lang } from '../kernel/lang.ts'

/** Lengths in working days. */
interface ClockLimits {
  /** To answer (条例33). */
  readonly answer: number
  /** The most all extensions together may add (条例33). */
  readonly extension: number
  /** To give the one correction notice (条例30); a later one is only remarked on. */
  readonly correctionNotice: number
  /** For a third party to reply (条例32). */
  readonly thirdParty: number
  /** For a co-maker to reply (条例34). */
  readonly coMaker: number
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

/** What counting rests on. */
export interface Rules {
  readonly calendar: Calendar
  readonly limits: ClockLimits
}

const lawLimits: ClockLimits = {
  answer: deadlines.answer.length,
  extension: deadlines.extension.length,
  correctionNotice: deadlines.correction_notice.length,
  thirdParty: deadlines.third_party.length,
  coMaker: deadlines.co_maker.length,
  payment: deadlines.payment.length,
}

export function rulesOf(options: ClockOptions): Rules {
  return { calendar: options.calendar ?? nationalCalendar, limits: { ...lawLimits, ...options.limits } }
}
