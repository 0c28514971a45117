/** A value, or everything that stands against it: whoever drafts a letter mends all at once. */
import type { Said } from '../kernel/lang.ts'
import type { Refusal } from '../kernel/result.ts'

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

export function checked<T>(value: T, refusals: readonly Refusal[]): Checked<T> {
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value }
}

export function refusal(code: string, says: Said, at: string): Refusal {
  return { code, says, at }
}
