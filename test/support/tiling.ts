/** Puts spanned cells on their grid, and says so when they do not tile it. */
import type { PageCell, PageTable } from '../../src/paper/page.ts'

/** The grid of a table: which cell stands at each place. Throws where cells overlap, stick out or leave a hole. */
export function gridOf(table: PageTable): PageCell[][] {
  const width = table.widths.length
  const grid: PageCell[][] = table.rows.map(() => [])
  for (const [r, row] of table.rows.entries()) {
    let column = 0
    for (const cell of row) {
      while (grid[r]?.[column]) column += 1
      put(grid, cell, r, column, width)
    }
    const filled = grid[r]?.filter(Boolean).length
    if (filled !== width) throw new Error(`row ${r} fills ${filled} of ${width} columns`)
  }
  return grid
}

function put(grid: PageCell[][], cell: PageCell, row: number, column: number, width: number): void {
  if (column + cell.colSpan > width) throw new Error(`“${cell.text}” sticks out at row ${row}`)
  for (let r = row; r < row + cell.rowSpan; r += 1) {
    const line = grid[r]
    if (!line) throw new Error(`“${cell.text}” spans past the last row`)
    for (let c = column; c < column + cell.colSpan; c += 1) {
      if (line[c]) throw new Error(`“${cell.text}” covers another cell at row ${r}`)
      line[c] = cell
    }
  }
}
