/**
 * The annual report as data: contract `gongkai.report/1`.
 * As published, never repaired: a blank stays null, a wrong total stays wrong.
 */
import type { TableId, TextSectionId } from '../../law/editions/form.ts'
import type { Place } from '../../paper/paper.ts'

export const REPORT_SCHEMA = 'gongkai.report/1'

/**
 * number: a figure. blank: an empty cell. not_applicable: `/`, `-`, `—`, 无. text: words where a figure belongs.
 * unreadable: something is there, but which figure it is, or whose, cannot be told. absent: the paper has no such cell.
 */
export type CellKind = 'number' | 'blank' | 'not_applicable' | 'text' | 'unreadable' | 'absent'

/** The printed unit of an amount; null where the paper gives none. */
export type Unit = '元' | '万元' | '亿元'

export interface CellRecord {
  /** The exact text of the cell; empty for absent. */
  readonly raw: string
  readonly kind: CellKind
  readonly at?: Place
  /** Only on amounts. */
  readonly unit?: Unit | null
}

/** Row id -> column id -> value; amounts in yuan. */
export type TableValues = Readonly<Record<string, Readonly<Record<string, number | null>>>>

export interface ExtraRow {
  readonly table: TableId
  readonly label: string
  readonly values: readonly string[]
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA
  /** Id of the form used, not the year. */
  readonly edition: string
  readonly agency: string | null
  readonly year: number | null
  readonly title: string | null
  readonly tables: Readonly<Record<TableId, TableValues>>
  readonly extra_rows: readonly ExtraRow[]
  /** Running text; paragraphs are separated by newlines; null where the paper has no such section. */
  readonly sections: Readonly<Record<TextSectionId, string | null>>
  readonly cells: Readonly<Record<string, CellRecord>>
}

export type Severity = 'error' | 'warning' | 'info'

export type RuleId =
  | 'requests.balance'
  | 'requests.sum_of_results'
  | 'requests.row_total'
  | 'disputes.total'
  | 'value.integer'
  | 'value.sign'
  | 'value.unreadable'
  | 'row.absent'
  | 'table.absent'
  | 'section.absent'
  | 'blank.total'
  | 'blank.cell'
  | 'unit.assumed'
  | 'unit.implausible'
  | 'edition.year'
  | 'prose.number'
  | 'year.carry'
  | 'year.items'
  | 'year.in_force'
  | 'year.copied'

/** Something a check has to say about a report, in one sentence and at named cells. */
export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly table?: TableId
  readonly row?: string
  readonly column?: string
  /** The sentence a person reads, in the language asked for. */
  readonly says: string
  readonly left?: number
  readonly right?: number
  /** The text that orders what is checked. */
  readonly basis?: string
  readonly cells: readonly string[]
  /** Cells of the smallest set whose change would satisfy every failing rule; on balance errors only. */
  readonly explains?: readonly string[]
}

/** `requests.new.total` from its parts. Row ids may hold dots; table and column ids may not. */
export function cellId(table: TableId, row: string, column: string): string {
  return `${table}.${row}.${column}`
}

/** The parts of a cell id; the inverse of `cellId`. */
export function cellParts(id: string): { table: TableId; row: string; column: string } {
  const first = id.indexOf('.')
  const last = id.lastIndexOf('.')
  return { table: id.slice(0, first) as TableId, row: id.slice(first + 1, last), column: id.slice(last + 1) }
}

/** The value at a cell id, null where blank, absent or unknown to the form. */
export function valueAt(report: Report, id: string): number | null {
  const { table, row, column } = cellParts(id)
  return report.tables[table][row]?.[column] ?? null
}
