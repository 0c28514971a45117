/**
 * A report as its author would lay it out: running text and tables whose rows each cover the whole width.
 * Cells with the same `merge` key in consecutive rows are one cell on paper, so rows can be added, taken away or
 * parted without counting spans again.
 */
import type { TableId } from '../../src/law/editions/form.ts'

/** filler: an empty place no value of the form belongs to. */
export type Role = 'head' | 'label' | 'value' | 'note' | 'filler'

export interface Cell {
  text: string
  span: number
  role: Role
  /** Cells with one key, one above the other, are one merged cell. */
  merge?: string
  /** The cell of the form shown here. */
  id?: string
  /** Set one character under the other. */
  vertical?: boolean
  /** The number shown, where the text is just that number: a spreadsheet may store it as one. */
  number?: number
  /** The innermost label of its row. */
  leaf?: boolean
}

export interface Row {
  cells: Cell[]
  kind: 'head' | 'block' | 'data' | 'note' | 'rest'
  /** Row of the form; absent for rows the form does not have. */
  row?: string
}

export interface Table {
  kind: 'table'
  table: TableId
  width: number
  /** How many leading rows are the table's head. */
  headRows: number
  rows: Row[]
}

export interface Text {
  kind: 'title' | 'heading' | 'paragraph' | 'mark'
  text: string
}

export type Block = Table | Text

export interface Shape {
  title: string
  blocks: Block[]
}

export interface Slot {
  readonly cell: Cell
  /** The upper left corner of the cell stands here; else it is covered from above or from the left. */
  readonly corner: boolean
  readonly covered: 'above' | 'left' | null
  readonly rowSpan: number
}

/** Every place of the table's grid, row by row: which cell stands there, and whether its corner does. */
export function slots(table: Table): Slot[][] {
  const grid: Slot[][] = []
  table.rows.forEach((row, y) => {
    const line: Slot[] = []
    for (const cell of row.cells) {
      const above = y > 0 ? table.rows[y - 1] : undefined
      const continues = cell.merge !== undefined && cellAt(above, line.length)?.merge === cell.merge
      const rowSpan = continues ? 1 : runOf(table, y, line.length, cell)
      for (let x = 0; x < cell.span; x++) {
        const covered = continues ? 'above' : x > 0 ? 'left' : null
        line.push({ cell, corner: covered === null, covered, rowSpan })
      }
    }
    grid.push(line)
  })
  return grid
}

function runOf(table: Table, y: number, x: number, cell: Cell): number {
  let run = 1
  while (cell.merge !== undefined && cellAt(table.rows[y + run], x)?.merge === cell.merge) run++
  return run
}

/** The cell whose left edge is at column x of a row. */
function cellAt(row: Row | undefined, x: number): Cell | undefined {
  let left = 0
  for (const cell of row?.cells ?? []) {
    if (left === x) return cell
    left += cell.span
  }
  return undefined
}

/** Only the cells that start in each row, left to right. */
export function corners(table: Table): Slot[][] {
  return slots(table).map(line => line.filter(slot => slot.corner))
}

export function isTable(block: Block): block is Table {
  return block.kind === 'table'
}
