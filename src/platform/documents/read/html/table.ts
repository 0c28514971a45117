/** Places the cells of an html table in a grid, by the rules browsers follow for colspan and rowspan. */
import type { PaperBlock } from '../../../../paper/paper.ts'
import type { DraftCell, DraftTable, Tables } from '../flow.ts'

/** What html allows a rowspan to be at most. */
const maxRowSpan = 65_534
const maxColSpan = 1000

/** A span as written: 1 where it is missing or no number; never beyond what html allows. */
export function spanOf(written: string, least: 0 | 1): number {
  const digits = /^\s*\+?(\d+)/.exec(written)?.[1]
  if (digits === undefined) return 1
  const span = Number(digits)
  if (span < least) return 1
  return Math.min(span, least === 0 ? maxRowSpan : maxColSpan)
}

export class HtmlTable {
  /** Where text goes that stands in the table but in no cell, and in the end the table itself. */
  readonly around: PaperBlock[]
  readonly #tables: Tables
  readonly #cells: DraftCell[] = []
  /** Per column the first row that is free again under a spanning cell. */
  readonly #freeFrom: number[] = []
  /** Cells of this group of rows that reach below their own row. */
  #reaching: DraftCell[] = []
  #cell: DraftCell | undefined
  #rowOpen = false
  #row = -1
  #column = 0
  #width = 0

  constructor(around: PaperBlock[], tables: Tables) {
    this.around = around
    this.#tables = tables
  }

  /** Where text goes now. */
  get content(): PaperBlock[] {
    return this.#cell?.content ?? this.around
  }

  startRow(): void {
    this.#cell = undefined
    this.#rowOpen = true
    this.#row++
    this.#column = 0
  }

  endRow(): void {
    this.#cell = undefined
    this.#rowOpen = false
  }

  endCell(): void {
    this.#cell = undefined
  }

  /** Ends a thead, tbody or tfoot: no cell reaches below it. */
  endGroup(): void {
    this.endRow()
    for (const cell of this.#reaching) cell.rowSpan = Math.min(cell.rowSpan, this.#row + 1 - cell.row)
    this.#reaching = []
    this.#freeFrom.length = 0
  }

  /** Starts a cell at the next free place. Spans are as `spanOf` gives them; rowSpan 0 reaches to the group's end. */
  startCell(rowSpan: number, colSpan: number): void {
    if (!this.#rowOpen) this.startRow()
    this.#tables.countCell()
    while (this.#isTaken(this.#column)) this.#column++
    const column = this.#column
    this.#column += colSpan
    this.#tables.checkWidth(this.#column)
    const free = this.#freeRun(column, colSpan)
    const cell = { row: this.#row, column, rowSpan: rowSpan || maxRowSpan, colSpan: free, content: [] }
    this.#width = Math.max(this.#width, column + free)
    if (cell.rowSpan > 1) this.#reserve(cell)
    this.#cells.push(cell)
    this.#cell = cell
  }

  #isTaken(column: number): boolean {
    return (this.#freeFrom[column] ?? 0) > this.#row
  }

  /** A span that runs into a cell reaching down from above is cut there: one place belongs to one cell. */
  #freeRun(column: number, wanted: number): number {
    let run = 1
    while (run < wanted && !this.#isTaken(column + run)) run++
    return run
  }

  #reserve(cell: DraftCell): void {
    this.#reaching.push(cell)
    for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
      while (this.#freeFrom.length < column) this.#freeFrom.push(0)
      this.#freeFrom[column] = cell.row + cell.rowSpan
    }
  }

  finish(): DraftTable {
    this.endGroup()
    return { cells: this.#cells, width: this.#width, height: this.#row + 1 }
  }
}
