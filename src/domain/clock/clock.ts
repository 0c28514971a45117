import type { LocalDate } from '../kernel/date.ts'
import type { History } from './history.ts'
import type { ClockOptions } from './options.ts'

export type ClockState =
  | 'running'
  | 'consulting'
  | 'waiting_correction'
  | 'abandoned_correction'
  | 'waiting_fee'
  | 'abandoned_fee'
  | 'closed'

/** One day of the explanation. */
export interface ClockDay {
  readonly on: LocalDate
  readonly counts: boolean
  /** Which counting day it is; null where it does not count. */
  readonly n: number | null
  /** Stable word for programs. */
  readonly reason: string
  /** The sentence a person reads, in the language asked for. */
  readonly why: string
  /** The article it rests on, in the language asked for. */
  readonly article: string
}

/** Contract of design §6. */
export interface Clock {
  readonly state: ClockState
  readonly due: LocalDate | null
  readonly remaining: number | null
  readonly provisional: boolean
  /** Only when asked for. */
  readonly days?: readonly ClockDay[]
}

export function clock(history: History, options: ClockOptions = {}): Clock {
  return { state: 'running', due: history.today, remaining: 0, provisional: options.days === true }
}
