/** Table 四: every road is a strip of columns, all figures stand in one row (D§3.8). */
import type { Edition } from '../../../law/editions/form.ts'
import type { PageCell, PageTable } from '../../../paper/page.ts'
import { cellId } from '../report.ts'
import { extraRow, head, type Layout, value, widthFor } from './cells.ts'

type Strip = Edition['disputes']['rows'][number]

export function layoutDisputes(edition: Edition, layout: Layout, name: string): PageTable {
  const { columns, rows } = edition.disputes
  const formWidth = columns.length * rows.length
  const width = widthFor(layout, formWidth)
  const spanOf = (strip: number, i: number) =>
    strip === rows.length - 1 && i === columns.length - 1 ? 1 + width - formWidth : 1
  const heads = headRows(edition, layout, spanOf)
  const figures = rows.flatMap((row, strip) =>
    columns.map((column, i) =>
      value(layout, { id: cellId('disputes', row.id, column.id), table: 'disputes', row, column }, spanOf(strip, i)),
    ),
  )
  return {
    kind: 'table',
    name,
    widths: Array.from({ length: width }, () => 1),
    headRows: heads.length,
    rows: [...heads, figures, ...layout.extraRows.map(row => extraRow(row, width, columns.length))],
  }
}

/** A strip that is all there is under its head needs no label of its own: its columns stand one row higher. */
function headRows(edition: Edition, layout: Layout, spanOf: (strip: number, i: number) => number): PageCell[][] {
  const { columns, rows } = edition.disputes
  const alone = (strip: Strip) => strip.under.zh === strip.label.zh
  const rowSpan = rows.every(alone) ? 1 : 2
  const spanOfStrip = (strip: number) => columns.reduce((sum, _, i) => sum + spanOf(strip, i), 0)
  const columnHeads = (strip: number, high: number) =>
    columns.map((column, i) => head(layout, column.label, { colSpan: spanOf(strip, i), rowSpan: high }))
  const first: PageCell[] = []
  for (const [i, row] of rows.entries()) {
    const cell = head(layout, row.under, { colSpan: spanOfStrip(i) })
    const last = first.at(-1)
    if (last && rows[i - 1]?.under.zh === row.under.zh && !alone(row)) {
      first[first.length - 1] = { ...last, colSpan: last.colSpan + cell.colSpan }
    } else first.push(cell)
  }
  const second = rows.flatMap((row, i) =>
    alone(row) ? columnHeads(i, rowSpan) : [head(layout, row.label, { colSpan: spanOfStrip(i) })],
  )
  const third = rows.flatMap((row, i) => (alone(row) ? [] : columnHeads(i, 1)))
  return rowSpan === 1 ? [first, second] : [first, second, third]
}
