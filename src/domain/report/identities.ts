/**
 * The identities of a form laid out over its cells: which cells must add up to which.
 * The arithmetic is the edition's (`balances`); here it is only spread over rows and columns.
 */
import type { Balance, Edition, TableId } from '../../law/editions/form.ts'
import { entry } from '../kernel/entry.ts'
import { type FormCell, formRows } from './form-cells.ts'
import { cellId } from './report.ts'

/** The sum of `left` equals the sum of `right`; both hold places in `FormIndex.cells`. */
export interface Identity {
  readonly balance: Balance
  /** The row or the column it is asserted in. */
  readonly line: { readonly row: string } | { readonly column: string }
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/** One printed row and the places of its cells. */
export interface IndexedRow {
  readonly table: TableId
  readonly id: string
  readonly cells: readonly number[]
}

export interface FormIndex {
  readonly edition: Edition
  /** In printed order; everything else refers to a cell by its place here. */
  readonly cells: readonly FormCell[]
  readonly rows: readonly IndexedRow[]
  readonly at: ReadonlyMap<string, number>
  readonly identities: readonly Identity[]
  /** For every cell the places of the identities it stands in; empty where no identity holds it. */
  readonly identitiesOf: readonly (readonly number[])[]
  /** Identities that hang together by shared cells: a change in one group cannot mend another. */
  readonly groups: readonly (readonly number[])[]
}

const known = new WeakMap<Edition, FormIndex>()

/** The index of an edition; made once for each edition, since thousands of reports share it. */
export function formIndex(edition: Edition): FormIndex {
  const found = known.get(edition)
  if (found) return found
  const made = makeIndex(edition)
  known.set(edition, made)
  return made
}

function makeIndex(edition: Edition): FormIndex {
  const cells: FormCell[] = []
  const rows: IndexedRow[] = []
  for (const { table, row, columns } of formRows(edition)) {
    const first = cells.length
    for (const column of columns) cells.push({ id: cellId(table, row.id, column.id), table, row, column })
    rows.push({ table, id: row.id, cells: columns.map((_, k) => first + k) })
  }
  const at = new Map(cells.map((cell, place) => [cell.id, place]))
  const identities = edition.balances.flatMap(balance => spread(edition, balance, at))
  const identitiesOf: number[][] = cells.map(() => [])
  identities.forEach((identity, place) => {
    for (const cell of cellsOf(identity)) entry(identitiesOf, cell).push(place)
  })
  return { edition, cells, rows, at, identities, identitiesOf, groups: groupsOf(identities, identitiesOf) }
}

/** Whether a cell is by some identity the sum of others. */
export function isSum({ identities, identitiesOf }: FormIndex, place: number): boolean {
  return entry(identitiesOf, place).some(k => {
    const { left } = entry(identities, k)
    return left.length === 1 && left[0] === place
  })
}

/** All cells an identity speaks of, left side first. */
export function cellsOf(identity: Identity): readonly number[] {
  return [...identity.left, ...identity.right]
}

function spread(edition: Edition, balance: Balance, at: ReadonlyMap<string, number>): Identity[] {
  const { table, per } = balance
  const lines = per === 'column' ? edition[table].columns : edition[table].rows
  return lines.map(line => {
    const place = (term: string) =>
      placeOf(at, per === 'column' ? cellId(table, term, line.id) : cellId(table, line.id, term))
    const where = per === 'column' ? { column: line.id } : { row: line.id }
    return { balance, line: where, left: balance.left.map(place), right: balance.right.map(place) }
  })
}

/** The cell of that id. Throws on an id the form does not have. */
export function cellAt({ cells, at }: FormIndex, id: string): FormCell {
  return entry(cells, placeOf(at, id))
}

function placeOf(at: ReadonlyMap<string, number>, id: string): number {
  const place = at.get(id)
  if (place === undefined) throw new Error(`no cell ${id} in the form`)
  return place
}

function groupsOf(identities: readonly Identity[], identitiesOf: readonly (readonly number[])[]): number[][] {
  const seen = new Set<number>()
  const groups: number[][] = []
  for (const start of identities.keys()) {
    if (seen.has(start)) continue
    const group = new Set([start])
    for (const member of group) {
      for (const cell of cellsOf(entry(identities, member)))
        for (const next of entry(identitiesOf, cell)) group.add(next)
    }
    for (const member of group) seen.add(member)
    groups.push([...group].sort((a, b) => a - b))
  }
  return groups
}
