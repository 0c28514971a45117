/**
 * How far each row of a sheet goes. A sheet holds several tables of different widths under each other; an empty place
 * is a blank cell within its own table and nothing at all beside it.
 */

export interface RowExtent {
  /** Cells of the row that show something. */
  readonly shown: number
  /** Column after the last that shows something, spans included. */
  readonly end: number
}

/**
 * For every row the width of the table it belongs to or that stands above it, seen from the top: rows of several
 * cells next to each other make one table, as wide as its widest row; an empty row ends the sight of it.
 */
function widthsSeen(rows: readonly RowExtent[]): number[] {
  const widths: number[] = []
  let width = 0
  for (let from = 0; from < rows.length; ) {
    let to = from
    let widest = 0
    for (; (rows[to]?.shown ?? 0) > 1; to++) widest = Math.max(widest, rows[to]?.end ?? 0)
    if (to > from) width = widest
    else if (rows[to++]?.shown === 0) width = 0
    for (; from < to; from++) widths.push(width)
  }
  return widths
}

/**
 * The column after the last place of every row, blank places included. A row of one cell between rows of tables may
 * be one of theirs whose values are all blank, and goes as far as both tables do.
 */
export function rowEnds(rows: readonly RowExtent[]): number[] {
  const above = widthsSeen(rows)
  const below = widthsSeen(rows.toReversed()).reverse()
  return rows.map(({ shown, end }, row) =>
    shown === 0 ? 0 : Math.max(end, Math.min(above[row] ?? 0, below[row] ?? 0)),
  )
}
