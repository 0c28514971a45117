/** What fitting takes and gives: rows of values on one side, a slot for every column of the form on the other. */
import type { Balance } from '../../../law/editions/form.ts'
import type { Evidence } from './gather.ts'
import type { Token } from './tokens.ts'

export type Slot =
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'blank'; readonly token?: Token }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly tokens: readonly Token[] }

export interface FitRow {
  readonly id: string
  readonly evidence: Evidence
}

/** Where a column's head stands. */
export interface Head {
  readonly column: string
  readonly system: number
  /** Run of rows without a break between them: a page laid out anew begins another. */
  readonly fragment: number
  readonly x0: number
  readonly x1: number
}

export interface FitForm {
  readonly columns: readonly string[]
  readonly heads: readonly Head[]
  /** Identities over this table, for telling which columns were lost. */
  readonly balances: readonly Balance[]
  /** Rows whose label is printed across several columns. */
  readonly spanning: ReadonlySet<string>
}

export type Fitted = Map<string, readonly Slot[]>

/** A value token as the slot it fills. */
export function slotOf(token: Token): Slot {
  return token.blank ? { kind: 'blank', token } : { kind: 'token', token }
}
