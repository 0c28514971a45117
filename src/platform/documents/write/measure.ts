/** Rough measures of set text, so that heads in narrow columns break evenly. Lengths are points. */
import type { PageCell, PageTable } from '../../../paper/page.ts'

/** The text block of an A4 page with its margins. */
export const page = { width: 595.28, height: 841.89, top: 85, bottom: 79, left: 68, right: 68 } as const
export const textWidth = page.width - page.left - page.right
export const bodySize = 14
const titleSize = 22
const leastTitleSize = 16
export const cellPadding = 3

/** Type size of a table: the more columns, the smaller. */
export function tableSize(table: PageTable): number {
  const columns = table.widths.length
  if (columns <= 6) return 10.5
  return columns <= 12 ? 9 : 8.5
}

/** Width of text in ems: Han characters are square, others about half. */
export function ems(text: string): number {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) >= 0x2e80 || '“”‘’—…'.includes(char) ? 1 : 0.55
  return width
}

/** The physical width of each cell, row by row, in step with `table.rows`. */
export function cellWidths(table: PageTable): number[][] {
  const total = table.widths.reduce((sum, width) => sum + width, 0)
  const widths = table.widths.map(width => (width / total) * textWidth)
  return placed(table).map(row =>
    row.map(({ cell, column }) => widths.slice(column, column + cell.colSpan).reduce((sum, width) => sum + width, 0)),
  )
}

/** Left and right padding that makes a head which must wrap break into lines of equal length. */
export function evenPadding(cell: PageCell, width: number, size: number): number {
  if (cell.role !== 'head') return cellPadding
  const length = ems(cell.text)
  const fits = Math.floor((width - 2 * cellPadding) / size)
  if (fits < 1 || length <= fits) return cellPadding
  const perLine = Math.ceil(length / Math.ceil(length / fits))
  return Math.max(cellPadding, (width - (perLine + 0.35) * size) / 2)
}

/** A title as it is set: its lines break after the author's name, and its type is as large as lets them fit. */
export function titleLines(title: string, author: string): { readonly lines: string[]; readonly size: number } {
  const end = author === '' ? -1 : title.indexOf(author) + author.length
  const whole = !title.includes(author) || end <= 0 || end === title.length || ems(title) * titleSize <= textWidth
  const lines = whole ? [title] : [title.slice(0, end), title.slice(end)]
  const room = (textWidth - 2) / Math.max(...lines.map(ems))
  return { lines, size: Math.max(leastTitleSize, Math.min(titleSize, Math.floor(room))) }
}

export interface Placed {
  readonly cell: PageCell
  readonly row: number
  readonly column: number
}

/** Every cell with its upper left corner on the grid, from 0, row by row. */
export function placed(table: PageTable): Placed[][] {
  const taken = new Set<string>()
  return table.rows.map((cells, row) => {
    let column = 0
    return cells.map(cell => {
      while (taken.has(`${row},${column}`)) column += 1
      const at = { cell, row, column }
      for (let r = row; r < row + cell.rowSpan; r += 1) {
        for (let c = column; c < column + cell.colSpan; c += 1) taken.add(`${r},${c}`)
      }
      return at
    })
  })
}
