/** The figures of a report laid out over its form: what is known, what is not, and how an identity stands with that. */

import type { Edition } from '../../law/editions/form.ts'
import { entry } from '../kernel/entry.ts'
import { editionOf } from './form-cells.ts'
import { type FormIndex, formIndex, type Identity } from './identities.ts'
import type { CellKind, Report } from './report.ts'

export interface Figures {
  readonly index: FormIndex
  /** By place: the figure as published; null where there is none. */
  readonly values: readonly (number | null)[]
  readonly kinds: readonly CellKind[]
  /** By place: what arithmetic may use. `/` and `-` say that there is nothing, so they count as 0; null is unknown. */
  readonly known: readonly (number | null)[]
}

/** Lays a report over its edition. Throws on an edition nobody defined, as `editionOf` does. */
export function figuresOf(report: Report, editions?: readonly Edition[]): Figures {
  const index = formIndex(editionOf(report.edition, editions))
  const values: (number | null)[] = []
  const kinds: CellKind[] = []
  const known: (number | null)[] = []
  for (const row of index.rows) {
    const printed = report.tables[row.table][row.id]
    for (const place of row.cells) {
      const cell = entry(index.cells, place)
      const value = printed?.[cell.column.id] ?? null
      const kind = kindOf(value, printed?.[cell.column.id], report.cells[cell.id]?.kind)
      values.push(value)
      kinds.push(kind)
      known.push(value ?? (kind === 'not_applicable' ? 0 : null))
    }
  }
  return { index, values, kinds, known }
}

/** The value decides where value and record disagree; without a record a null is blank and a missing cell absent. */
function kindOf(value: number | null, printed: number | null | undefined, recorded: CellKind | undefined): CellKind {
  if (value !== null) return 'number'
  if (recorded === 'number') return 'unreadable'
  return recorded ?? (printed === undefined ? 'absent' : 'blank')
}

/**
 * holds: satisfied, every unknown read as 0. fails: no value (whole, not negative) of the unknowns satisfies it.
 * open: some value would, but not 0.
 */
export type Standing = 'holds' | 'fails' | 'open'

export interface Weighing {
  readonly left: number
  readonly right: number
  readonly standing: Standing
  /** Unknown cells of the smaller side, one of which must hold a number for the identity to hold; only when open. */
  readonly wanting: readonly number[]
  /** Whether any cell of the identity is unknown. */
  readonly unknown: boolean
}

/** Weighs one identity; sums are of the known figures. */
export function weigh(known: readonly (number | null)[], identity: Identity): Weighing {
  const left = sumOf(known, identity.left)
  const right = sumOf(known, identity.right)
  const unknown = left.missing || right.missing
  if (same(left.sum, right.sum)) return { left: left.sum, right: right.sum, standing: 'holds', wanting: [], unknown }
  const short = left.sum < right.sum ? identity.left : identity.right
  const wanting = unknown ? short.filter(place => known[place] === null) : []
  const open = wanting.length > 0 && Number.isInteger(left.sum - right.sum)
  return { left: left.sum, right: right.sum, standing: open ? 'open' : 'fails', wanting: open ? wanting : [], unknown }
}

function sumOf(known: readonly (number | null)[], places: readonly number[]): { sum: number; missing: boolean } {
  let sum = 0
  let missing = false
  for (const place of places) {
    const value = entry(known, place)
    if (value === null) missing = true
    else sum += value
  }
  return { sum, missing }
}

/** The sum of figures; null where one of them is unknown. */
export function sumOfKnown(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}

/** Figures with decimals (themselves a finding) are compared without the noise of binary fractions. */
export function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6
}
