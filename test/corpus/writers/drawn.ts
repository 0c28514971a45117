/** Tables drawn with characters, and tables written in LaTeX. */
import { type Slot, slots, type Table } from '../shape.ts'

/** Width on the screen: Han characters take two places. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
  return width
}

/** A box around every cell: `+---+---+`, merged cells without lines inside, a line of the drawing for each of theirs. */
export function ruled(table: Table): string[] {
  const grid = slots(table)
  const widths = Array.from({ length: table.width }, (_, x) =>
    Math.max(4, ...grid.map(row => (row[x]?.cell.span === 1 ? widest(row[x]) : 0))),
  )
  widen(grid, widths)
  return [
    ...grid.flatMap((row, y) => [rule(grid, y, widths), ...content(row, widths)]),
    rule(grid, grid.length, widths),
  ]
}

const linesOf = (slot: Slot | undefined): string[] => (slot?.corner ? slot.cell.text.split('\n') : [])

function widest(slot: Slot | undefined): number {
  return Math.max(0, ...linesOf(slot).map(line => widthOf(line.trim())))
}

/** The last column under a wide cell takes what its words need beyond the columns they cover. */
function widen(grid: readonly Slot[][], widths: number[]): void {
  for (const row of grid) {
    for (let x = 0; x < row.length; x += row[x]?.cell.span ?? 1) {
      const span = row[x]?.cell.span ?? 1
      const room = widths.slice(x, x + span).reduce((sum, w) => sum + w + 3, -3)
      const last = x + span - 1
      widths[last] = (widths[last] ?? 0) + Math.max(0, widest(row[x]) - room)
    }
  }
}

/** The line above a row: drawn where a cell begins, left out inside a merged one. */
function rule(grid: readonly Slot[][], y: number, widths: readonly number[]): string {
  const through = widths.map((_, x) => grid[y]?.[x]?.covered === 'above')
  return `${widths.map((w, x) => (through[x] && through[x - 1] ? ' ' : '+') + (through[x] ? ' ' : '-').repeat(w + 2)).join('')}${through.at(-1) ? '|' : '+'}`
    .replace(/^\+(?= )/u, '|')
    .replace(/(?<=-)\+(?= )|(?<= )\+(?=-)/gu, '+')
}

function content(row: readonly Slot[], widths: readonly number[]): string[] {
  const height = Math.max(1, ...row.map(slot => linesOf(slot).length))
  return Array.from({ length: height }, (_, i) => {
    let line = '|'
    for (let x = 0; x < row.length; ) {
      const slot = row[x]
      const span = slot?.covered === 'left' ? 1 : (slot?.cell.span ?? 1)
      const room = widths.slice(x, x + span).reduce((sum, w) => sum + w + 3, -3)
      const words = (linesOf(slot)[i] ?? '').trim()
      line += ` ${words}${' '.repeat(Math.max(0, room - widthOf(words)))} |`
      x += span
    }
    return line
  })
}

/** A tabular environment: merged cells as `\multicolumn` and `\multirow`, covered places empty. */
export function latex(table: Table): string[] {
  const rows = slots(table).map(row => {
    const cells: string[] = []
    for (let x = 0; x < row.length; x += Math.max(1, row[x]?.cell.span ?? 1)) cells.push(latexCell(row[x]))
    return `${cells.join(' & ')} \\\\ \\hline`
  })
  return [
    '\\begin{table}[h]',
    `\\begin{tabular}{|${'c|'.repeat(table.width)}}`,
    '\\hline',
    ...rows,
    '\\end{tabular}',
    '\\end{table}',
  ]
}

function latexCell(slot: Slot | undefined): string {
  if (!slot) return ''
  const words = slot.corner ? slot.cell.text.replace(/([%&#_])/gu, '\\$1').replace(/\n/gu, ' ') : ''
  const high = slot.corner && slot.rowSpan > 1 ? `\\multirow{${slot.rowSpan}}{*}{${words}}` : words
  return slot.cell.span > 1 ? `\\multicolumn{${slot.cell.span}}{|c|}{${high}}` : high
}
