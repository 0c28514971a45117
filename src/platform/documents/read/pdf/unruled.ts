import type { Rule, Rules } from './ink.ts'
import { linesOf } from './lines.ts'
import type { Table, TableCell } from './tables.ts'
import type { Word } from './words.ts'

/** A value and nothing else. */
const value = /^[-+−—–/]?[\d,.，]*%?$/
/** A wrapped value fills this part of its cell; what would have fitted was never wrapped. */
const wrapped = 0.85

/**
 * Supplies the rules a form leaves out between its rows or columns. Numbers of several rows in one cell would be
 * taken for one wrapped number, so a cell is parted where its numbers can only be several. Empty when none is missing.
 */
export function missingRules(table: Table, words: readonly Word[]): Rules {
  const inCell = wordsByCell(table, words)
  const across: Rule[] = []
  const down: Rule[] = []
  for (let row = 0; row < table.height; row += 1) {
    const cells = table.cells.filter(cell => cell.row === row && cell.rowSpan === 1)
    const cuts = rowCuts(cells, cell => inCell.get(cell) ?? [])
    for (const at of cuts) for (const { box } of cells) across.push({ at, from: box.x0, to: box.x1 })
  }
  for (const [cell, own] of inCell) {
    for (const at of columnCuts(table, cell, own)) down.push({ at, from: cell.box.y0, to: cell.box.y1 })
  }
  return { across, down }
}

function wordsByCell(table: Table, words: readonly Word[]): Map<TableCell, Word[]> {
  const found = new Map<TableCell, Word[]>()
  for (const word of words) {
    const owner = table.cellAt((word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2)
    const cell = owner === undefined ? undefined : table.cells[owner]
    if (!cell || word.turn !== 0) continue
    const own = found.get(cell)
    if (own) own.push(word)
    else found.set(cell, [word])
  }
  return found
}

/** Heights at which a row holds the border of two: at least two of its cells stack values that did not wrap. */
function rowCuts(cells: readonly TableCell[], wordsOf: (cell: TableCell) => readonly Word[]): number[] {
  const stacks = cells.flatMap(cell => {
    const middles = stackedMiddles(cell, wordsOf(cell))
    return middles ? [middles] : []
  })
  const longest = stacks.reduce<number[]>((most, stack) => (stack.length > most.length ? stack : most), [])
  const near = (y: number) => longest.some(other => Math.abs(other - y) < 2)
  if (!labelsEach(cells, longest.length, wordsOf)) return []
  if (stacks.length < 2 || !stacks.every(stack => stack.every(near))) return []
  return longest.slice(1).map((y, at) => (y + (longest[at] ?? y)) / 2)
}

/** Several rows have a label each: one of the row's cells has as many lines of words. */
function labelsEach(cells: readonly TableCell[], rows: number, wordsOf: (cell: TableCell) => readonly Word[]): boolean {
  const labels = cells.map(wordsOf).filter(words => words.some(word => !value.test(word.text)))
  return labels.some(words => linesOf(words).length >= rows)
}

function stackedMiddles(cell: TableCell, words: readonly Word[]): number[] | undefined {
  if (words.length < 2 || !words.every(word => value.test(word.text))) return undefined
  const lines = linesOf(words)
  if (lines.length < 2 || lines.some(line => line.words.length > 1)) return undefined
  const room = wrapped * (cell.box.x1 - cell.box.x0)
  const widths = lines.map(({ box }) => box.x1 - box.x0)
  const fits = widths.slice(1).every((width, at) => width + (widths[at] ?? 0) <= room)
  return fits ? lines.map(({ box }) => (box.y0 + box.y1) / 2) : undefined
}

/** Lines of the table's other rows that part a wide cell whose values keep to at least two of its columns. */
function columnCuts(table: Table, { box, colSpan }: TableCell, words: readonly Word[]): number[] {
  const numbers = words.filter(word => /\d/.test(word.text) && value.test(word.text))
  if (colSpan < 2 || numbers.length < 2) return []
  const inside = table.cells.flatMap(cell => [cell.box.x0]).filter(x => x > box.x0 + 1 && x < box.x1 - 1)
  const cuts = [...new Set(inside)].sort((a, b) => a - b)
  if (words.some(word => cuts.some(x => word.box.x0 < x && word.box.x1 > x))) return []
  const columnOf = (word: Word) => cuts.filter(x => word.box.x0 >= x).length
  const columns = new Set(numbers.map(columnOf))
  return columns.size >= 2 ? cuts : []
}
