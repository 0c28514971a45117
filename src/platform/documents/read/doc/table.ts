/** Rows of a Word binary table put into one grid: its columns are the edges that cells of any row have. */
import type { PaperBlock } from '../../../../paper/paper.ts'
import type { DraftCell, DraftTable, Tables } from '../flow.ts'
import type { RowShape } from './paragraphs.ts'

interface Row {
  readonly cells: readonly PaperBlock[][]
  readonly shape: RowShape | undefined
}

/** Edges nearer than this are one, in twips (0.6 mm): rows drawn by hand do not meet exactly. */
const sameEdge = 36

function columnEdges(rows: readonly Row[]): number[] {
  const edges = rows.flatMap(row => row.shape?.edges ?? []).sort((a, b) => a - b)
  const kept: number[] = []
  for (const edge of edges) {
    const last = kept.at(-1)
    if (last === undefined || edge - last > sameEdge) kept.push(edge)
  }
  return kept
}

/** The column whose edge this is: the last that is not clearly to its right. */
function columnOf(edges: readonly number[], edge: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= edge) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

interface Extent {
  readonly column: number
  readonly colSpan: number
}

export class BinaryTable {
  readonly around: PaperBlock[]
  readonly #tables: Tables
  readonly #rows: Row[] = []
  #cells: PaperBlock[][] = []
  #content: PaperBlock[] = []

  constructor(around: PaperBlock[], tables: Tables) {
    this.around = around
    this.#tables = tables
  }

  /** Where text goes now. */
  get content(): PaperBlock[] {
    return this.#content
  }

  endCell(): void {
    this.#tables.countCell()
    this.#cells.push(this.#content)
    this.#content = []
  }

  endRow(shape: RowShape | undefined): void {
    const fits = shape !== undefined && shape.merges.length === this.#cells.length
    this.#rows.push({ cells: this.#cells, shape: fits ? shape : undefined })
    this.#cells = []
    this.#content = []
  }

  finish(): DraftTable {
    if (this.#cells.length > 0) this.endRow(undefined)
    const edges = columnEdges(this.#rows)
    const width = this.#rows.reduce((most, row) => Math.max(most, row.cells.length), edges.length - 1)
    this.#tables.checkWidth(width)
    const placed: DraftCell[] = []
    const above: (DraftCell | undefined)[] = []
    for (const [index, row] of this.#rows.entries()) placeRow(row, index, edges, above, placed)
    return { cells: placed, width, height: this.#rows.length }
  }
}

function extentOf(row: Row, index: number, edges: readonly number[]): Extent {
  if (row.shape === undefined) return { column: index, colSpan: 1 }
  const column = columnOf(edges, row.shape.edges[index] ?? 0)
  const end = columnOf(edges, row.shape.edges[index + 1] ?? 0)
  return { column, colSpan: Math.max(1, end - column) }
}

function placeRow(
  row: Row,
  number: number,
  edges: readonly number[],
  above: (DraftCell | undefined)[],
  placed: DraftCell[],
): void {
  let last: DraftCell | undefined
  for (const [index, content] of row.cells.entries()) {
    const { column, colSpan } = extentOf(row, index, edges)
    const merge = row.shape?.merges[index]
    if (merge?.across === true && last !== undefined) {
      last.colSpan = Math.max(last.colSpan, column + colSpan - last.column)
      continue
    }
    const upper = above[column]
    if (merge?.down === 'continues' && upper?.colSpan === colSpan && upper.row + upper.rowSpan === number) {
      upper.rowSpan++
      last = undefined
      continue
    }
    last = { row: number, column, rowSpan: 1, colSpan, content }
    above[column] = merge?.down === 'starts' ? last : undefined
    placed.push(last)
  }
}
