/** A report on its way to a file: its shape, and what a reader must, may and must not make of it. */
import { editionOf, formCells } from '../../src/domain/report/form-cells.ts'
import type { CellKind, RuleId } from '../../src/domain/report/report.ts'
import type { TableId } from '../../src/law/editions/form.ts'
import type { Facts } from './facts.ts'
import { officialShape } from './official.ts'
import { type Cell, isTable, type Row, type Shape, type Table } from './shape.ts'

/** What a reading may say of one cell. */
export interface Want {
  value: number | null
  /** The paper no longer tells the value for certain: null is right too, any other number is not. */
  orNull: boolean
  /** How a null may be explained; empty: in any way. */
  kinds: CellKind[]
}

export interface WantedRow {
  table: TableId
  label: string
  values: string[]
}

export interface Draft {
  readonly facts: Facts
  shape: Shape
  readonly wants: Map<string, Want>
  readonly extraRows: WantedRow[]
  edition: string
  year: number | null
  agency: string | null
  /** A refusal with `no_report` is right too. */
  mayRefuse: boolean
  /** Rules that must speak about this paper. */
  readonly rules: Set<RuleId>
}

export function draftOf(facts: Facts): Draft {
  const wants = new Map<string, Want>()
  for (const { id } of formCells(editionOf(facts.edition))) {
    wants.set(id, { value: facts.values.get(id) ?? null, orNull: false, kinds: [] })
  }
  const { agency, edition, year } = facts
  const shape = officialShape(facts)
  return { facts, shape, wants, extraRows: [], edition, year, agency, mayRefuse: false, rules: new Set() }
}

/** The tables of a draft, or those of one name. */
export function tablesOf(draft: Draft, name?: TableId): Table[] {
  return draft.shape.blocks.filter(isTable).filter(t => name === undefined || t.table === name)
}

export function rowsOf(draft: Draft, name?: TableId): Row[] {
  return tablesOf(draft, name).flatMap(t => t.rows)
}

export function cellsOf(draft: Draft, name?: TableId): Cell[] {
  return rowsOf(draft, name).flatMap(r => r.cells)
}

/** The ids of the form's cells a row shows. */
export function idsOf(row: Row): string[] {
  return row.cells.flatMap(c => (c.id === undefined ? [] : [c.id]))
}

/** The paper no longer shows these values at all. */
export function lose(draft: Draft, ids: readonly string[], ...kinds: CellKind[]): void {
  for (const id of ids) {
    const want = draft.wants.get(id)
    if (want) Object.assign(want, { value: null, orNull: false, kinds })
  }
}

/** The paper shows these values, but whose they are cannot be told for certain. */
export function blur(draft: Draft, ids: Iterable<string>): void {
  for (const id of ids) {
    const want = draft.wants.get(id)
    if (want) Object.assign(want, { orNull: true, kinds: [] })
  }
}
