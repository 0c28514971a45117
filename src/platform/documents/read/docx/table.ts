/** Places the cells of a Word table in a grid: gridSpan, vMerge, and columns left out before a row. */
import type { PaperBlock } from '../../../../paper/paper.ts'
import type { DraftCell, DraftTable, Tables } from '../flow.ts'

/** What the properties of a cell say; complete only when they end, before its first paragraph. */
export interface CellProperties {
  span: number
  down: 'none' | 'starts' | 'continues'
  /** The old way to merge sideways. */
  across: 'none' | 'starts' | 'continues'
}

export function newCellProperties(): CellProperties {
  return { span: 1, down: 'none', across: 'none' }
}

export class WordTable {
  readonly around: PaperBlock[]
  readonly #tables: Tables
  readonly #cells: DraftCell[] = []
  /** Per column the cell that a vertical merge would continue. */
  readonly #above: (DraftCell | undefined)[] = []
  #last: DraftCell | undefined
  #row = -1
  #column = 0
  #width = 0

  constructor(around: PaperBlock[], tables: Tables) {
    this.around = around
    this.#tables = tables
  }

  startRow(): void {
    this.#row++
    this.#column = 0
    this.#last = undefined
  }

  /** A row that is deleted or not shown: whatever it held is taken back. */
  dropRow(): void {
    while (this.#cells.at(-1)?.row === this.#row) this.#cells.pop()
    for (const cell of this.#above) if (cell !== undefined) cell.rowSpan = Math.min(cell.rowSpan, this.#row - cell.row)
    this.#row--
  }

  /** Leaves columns out before the first cell of the row. */
  leaveOut(columns: number): void {
    this.#column += Math.max(0, columns)
    this.#tables.checkWidth(this.#column)
  }

  /** Adds a cell. Text of a merged-away cell is not shown by Word and goes nowhere. */
  addCell(properties: CellProperties, content: PaperBlock[]): void {
    if (this.#row < 0) this.startRow()
    this.#tables.countCell()
    const colSpan = Math.max(1, properties.span)
    const column = this.#column
    this.#column += colSpan
    this.#tables.checkWidth(this.#column)
    this.#width = Math.max(this.#width, this.#column)
    if (properties.across === 'continues' && this.#last !== undefined) {
      this.#last.colSpan += colSpan
      return
    }
    const upper = this.#above[column]
    if (properties.down === 'continues' && upper?.colSpan === colSpan && upper.row + upper.rowSpan === this.#row) {
      upper.rowSpan++
      this.#last = undefined
      return
    }
    const cell = { row: this.#row, column, rowSpan: 1, colSpan, content }
    while (this.#above.length < column) this.#above.push(undefined)
    this.#above[column] = properties.down === 'none' ? undefined : cell
    this.#cells.push(cell)
    this.#last = cell
  }

  finish(): DraftTable {
    return { cells: this.#cells, width: this.#width, height: this.#row + 1 }
  }
}
