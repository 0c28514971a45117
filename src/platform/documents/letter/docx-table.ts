/** Ruled tables of a letter in Word. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { PageCell, PageTable } from '../../../paper/page.ts'
import { placed } from '../write/measure.ts'
import { halfPoints, lines, style, twips } from './docx-styles.ts'
import { tableSize, textWidth } from './measure.ts'

const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

/** A table needs a paragraph after it, or Word joins it to the next. */
export function tableBlock(of: PageTable): (Table | Paragraph)[] {
  return [letterTable(of), new Paragraph({ style: style.plain, spacing: lines(12) })]
}

function letterTable(of: PageTable): Table {
  const total = of.widths.reduce((sum, width) => sum + width, 0)
  const columns = of.widths.map(width => twips((width / total) * textWidth))
  const rows = placed(of).map(
    (cells, r) =>
      new TableRow({
        cantSplit: true,
        tableHeader: r < of.headRows,
        children: cells.map(({ cell, column }) =>
          tableCell(
            cell,
            columns.slice(column, column + cell.colSpan).reduce((sum, width) => sum + width, 0),
          ),
        ),
      }),
  )
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  return new Table({
    rows,
    width: { size: twips(textWidth), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
  })
}

function tableCell(cell: PageCell, width: number): TableCell {
  const text = new TextRun({ text: cell.text, size: halfPoints(tableSize), bold: cell.role === 'head' })
  return new TableCell({
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.DXA },
    margins: { marginUnitType: WidthType.DXA, left: 80, right: 80, top: 120, bottom: 120 },
    ...(cell.vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    children: [
      new Paragraph({
        style: style.table,
        alignment: alignment[cell.align],
        spacing: lines(tableSize * 1.4),
        children: [text],
      }),
    ],
  })
}
