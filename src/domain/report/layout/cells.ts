/** Small builders of printed cells, shared by the three tables. */
import type { Label, TableId } from '../../../law/editions/form.ts'
import type { PageCell } from '../../../paper/page.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { FormCell } from '../form-cells.ts'
import type { ExtraRow, Report } from '../report.ts'
import type { CellText } from './value-text.ts'

/** What every table needs to be laid out. */
export interface Layout {
  readonly report: Report
  readonly lang: Lang
  readonly textOf: CellText
  /** Rows of the agency's own, printed after the last row of the form. */
  readonly extraRows: readonly ExtraRow[]
}

interface Spans {
  readonly colSpan?: number
  readonly rowSpan?: number
}

export function head(layout: Layout, label: Label, { colSpan = 1, rowSpan = 1 }: Spans = {}): PageCell {
  return { text: label[layout.lang], colSpan, rowSpan, role: 'head', align: 'center' }
}

export function note(layout: Layout, label: Label, { colSpan = 1, rowSpan = 1 }: Spans): PageCell {
  return { text: label[layout.lang], colSpan, rowSpan, role: 'note', align: 'left' }
}

export function rowLabel(text: string, { colSpan = 1, rowSpan = 1 }: Spans = {}): PageCell {
  return { text, colSpan, rowSpan, role: 'label', align: 'left' }
}

/** The cell of a value of the form; it holds a number only where its text is nothing but that number. */
export function value(layout: Layout, cell: FormCell, colSpan: number): PageCell {
  const text = layout.textOf(layout.report, cell)
  const plain = { text, colSpan, rowSpan: 1, role: 'value', align: 'center', id: cell.id } as const
  return text !== '' && String(Number(text)) === text ? { ...plain, number: Number(text) } : plain
}

/** How many columns a table must have so that the agency's own rows fit beside the form's. */
export function widthFor(layout: Layout, formWidth: number): number {
  return Math.max(formWidth, ...layout.extraRows.map(row => row.values.length + 1))
}

/** A row the form does not have: its label at the left, its values up to the right edge. */
export function extraRow(row: ExtraRow, width: number, labelWidth: number): PageCell[] {
  const count = row.values.length
  if (count === 0) return [rowLabel(row.label, { colSpan: width })]
  const left = Math.max(1, Math.min(labelWidth, width - count))
  const cells = row.values.map(
    (text, i): PageCell => ({
      text,
      colSpan: i === count - 1 ? width - left - i : 1,
      rowSpan: 1,
      role: 'value',
      align: 'center',
    }),
  )
  return [rowLabel(row.label, { colSpan: left }), ...cells]
}

export function extraRowsOf(report: Report, table: TableId): ExtraRow[] {
  return report.extra_rows.filter(row => row.table === table)
}
