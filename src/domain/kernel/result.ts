/** How the domain says no: a value or a refusal, never an exception for what a person can mend. */
import type { Said } from './lang.ts'

/** What was refused and why. */
export interface Refusal {
  /** Stable word for programs. */
  readonly code: string
  /** The sentence a person reads: what happened, where, and the mend. */
  readonly says: Said
  /** The place in what was given, e.g. `events[2].on`. */
  readonly at?: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function done<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refuse(code: string, says: Said, at?: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: at === undefined ? { code, says } : { code, says, at } }
}
