/** What an import would do, told before it is done: row by row, nothing changed yet. */
import type { Said } from '../kernel/lang.ts'
import type { Refusal } from '../kernel/result.ts'

/** `before` and `after` as texts to show; empty where there is nothing. */
export interface PlannedChange {
  readonly field: string
  readonly label: Said
  readonly before: string
  readonly after: string
}

export type PlannedRow<T> =
  | { readonly row: number; readonly outcome: 'created' | 'unchanged'; readonly value: T }
  | {
      readonly row: number
      readonly outcome: 'changed'
      readonly value: T
      readonly changes: readonly PlannedChange[]
    }
  | { readonly row: number; readonly outcome: 'refused'; readonly refusals: readonly Refusal[] }

export interface ImportPlan<T> {
  readonly rows: readonly PlannedRow<T>[]
  /** Heads nobody knows. */
  readonly ignored: readonly string[]
  /** Why nothing can be taken in. */
  readonly refusals: readonly Refusal[]
}

/** A field as shown in a list of changes. */
export interface ShownField<T> {
  readonly field: string
  readonly label: Said
  readonly text: (value: T) => string
}

/** What would become of a value that is, or is not yet, there. */
export function plannedRow<T>(
  row: number,
  before: T | null,
  value: T,
  fields: readonly ShownField<T>[],
): PlannedRow<T> {
  if (before === null) return { row, outcome: 'created', value }
  const changes = fields
    .map(({ field, label, text }) => ({ field, label, before: text(before), after: text(value) }))
    .filter(change => change.before !== change.after)
  return changes.length > 0 ? { row, outcome: 'changed', value, changes } : { row, outcome: 'unchanged', value }
}
