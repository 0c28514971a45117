/** Which physical column each cell of a page table stands in, and which columns hold labels. */
import type { PageCell, PageTable } from '../paper/page.ts'

export interface PlacedCell {
  readonly cell: PageCell
  /** From 0. */
  readonly column: number
}

/** The rows of a table with the column of every cell, spans from above counted in. */
export function placeCells(table: PageTable): PlacedCell[][] {
  const busyUntil: number[] = []
  return table.rows.map((row, y) => {
    let column = 0
    return row.map(cell => {
      while ((busyUntil[column] ?? 0) > y) column += 1
      const at = column
      for (let x = at; x < at + cell.colSpan; x += 1) busyUntil[x] = y + cell.rowSpan
      column = at + cell.colSpan
      return { cell, column: at }
    })
  })
}

/** How many columns at the left hold the labels of rows; 0 where the table has none. */
export function labelColumns(rows: readonly (readonly PlacedCell[])[]): number {
  const ends = rows.flatMap(row => row.filter(p => p.cell.role === 'label').map(p => p.column + p.cell.colSpan))
  return Math.max(0, ...ends)
}
