/** What html and docx share: lines and tables as they come, turned into the blocks of a paper. */
import type { Grid, PaperBlock, PaperCell } from '../../../paper/paper.ts'
import { tooLarge } from '../errors.ts'
import type { Limits } from '../limits.ts'

/** A cell while its table is still being read; spans may yet grow or be cut. */
export interface DraftCell {
  readonly row: number
  readonly column: number
  rowSpan: number
  colSpan: number
  readonly content: PaperBlock[]
}

export interface DraftTable {
  readonly cells: readonly DraftCell[]
  readonly width: number
  readonly height: number
}

/** A cell longer than this is a part of a page, not an entry of a table. */
const longestEntry = 60
/** Rows of at least three short entries that make a table one of data, even with tables inside. */
const dataRows = 3
/** Paragraphs in one cell that make it a part of a page. */
const pageBlocks = 12

function isEntry(block: PaperBlock): boolean {
  return block.kind === 'text' && block.text.trim() !== '' && block.text.length <= longestEntry
}

/** Whether a table with tables inside only places parts of a page, as old web pages do. */
function isLayout(table: DraftTable): boolean {
  const entries = new Map<number, number>()
  for (const cell of table.cells) {
    const [only, ...more] = cell.content
    if (only !== undefined && more.length === 0 && isEntry(only)) {
      entries.set(cell.row, (entries.get(cell.row) ?? 0) + 1)
    }
  }
  return [...entries.values()].filter(count => count >= 3).length < dataRows
}

function textOf(content: readonly PaperBlock[]): string {
  const [first] = content
  if (first === undefined) return ''
  if (content.length === 1) return first.kind === 'text' ? first.text : ''
  const lines: string[] = []
  for (const block of content) if (block.kind === 'text' && block.text !== '') lines.push(block.text)
  return lines.join('\n')
}

/** Counts and numbers the tables of one paper. */
export class Tables {
  readonly #limits: Limits
  #grids = 0
  #cells = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** To be called for every cell begun. Throws `too_large`. */
  countCell(): void {
    this.#cells++
    if (this.#cells <= this.#limits.cells) return
    throw tooLarge(`表格超过 ${this.#limits.cells} 格`, `over ${this.#limits.cells} table cells`)
  }

  /** To be called with the columns a row has come to. Throws `too_large`. */
  checkWidth(columns: number): void {
    if (columns <= this.#limits.columns) return
    throw tooLarge(`一张表超过 ${this.#limits.columns} 列`, `a table of over ${this.#limits.columns} columns`)
  }

  /** To be called with the tables open at once. Throws `too_large`. */
  checkDepth(open: number): void {
    if (open <= this.#limits.tableDepth) return
    throw tooLarge(`表格套表格超过 ${this.#limits.tableDepth} 层`, `tables nested over ${this.#limits.tableDepth} deep`)
  }

  /**
   * The blocks a table comes to: tables inside its cells first, then itself. A table that only places other tables
   * or text on the page (one cell, or layout) comes to what is in its cells.
   */
  blocksOf(table: DraftTable): PaperBlock[] {
    if (table.cells.length === 0) return []
    const holdsTables = table.cells.some(cell => cell.content.some(block => block.kind === 'grid'))
    const holdsPage = table.cells.some(cell => cell.content.length >= pageBlocks)
    if (table.cells.length > 1 && !holdsTables && !holdsPage) return [this.#gridOf(table)]
    const content = table.cells.flatMap(cell => cell.content)
    if (table.cells.length === 1 || isLayout(table)) return content
    return [...content.filter(block => block.kind === 'grid'), this.#gridOf(table)]
  }

  #gridOf(table: DraftTable): Grid {
    const number = ++this.#grids
    const cells = table.cells.map(
      ({ row, column, rowSpan, colSpan, content }): PaperCell => ({
        text: textOf(content),
        row,
        column,
        rowSpan: Math.max(1, Math.min(rowSpan, table.height - row)),
        colSpan,
        at: { table: number, row: row + 1, column: column + 1 },
      }),
    )
    return { kind: 'grid', width: table.width, height: table.height, cells }
  }
}
