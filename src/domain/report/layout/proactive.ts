/** Table 二: blocks one under the other, each with its own head (D§3.3, 3.4). */
import type { Column, Edition, ProactiveBlock, Row } from '../../../law/editions/form.ts'
import type { PageCell, PageTable } from '../../../paper/page.ts'
import { cellId } from '../report.ts'
import { extraRow, head, type Layout, rowLabel, value, widthFor } from './cells.ts'

/** Blocks with fewer columns than the widest let their last column run to the edge, as the form does. */
export function layoutProactive(edition: Edition, layout: Layout, name: string): PageTable {
  const width = widthFor(layout, 1 + Math.max(...edition.proactive.map(block => block.columns.length)))
  return {
    kind: 'table',
    name,
    widths: [5, ...Array.from({ length: width - 1 }, () => 4)],
    headRows: 0,
    rows: [
      ...edition.proactive.flatMap(block => blockRows(edition, block, layout, width)),
      ...layout.extraRows.map(row => extraRow(row, width, 1)),
    ],
  }
}

function blockRows(edition: Edition, block: ProactiveBlock, layout: Layout, width: number): PageCell[][] {
  const spanOf = (i: number) => (i === block.columns.length - 1 ? width - 1 - i : 1)
  const columnHeads = block.columns.map((column, i) => head(layout, column.label, { colSpan: spanOf(i) }))
  const cellOf = (row: Row, column: Column, i: number) =>
    value(layout, { id: cellId('proactive', row.id, column.id), table: 'proactive', row, column }, spanOf(i))
  return [
    [head(layout, block.label, { colSpan: width })],
    [head(layout, edition.itemHead), ...columnHeads],
    ...block.rows.map(row => [
      rowLabel(row.label[layout.lang]),
      ...block.columns.map((column, i) => cellOf(row, column, i)),
    ]),
  ]
}
