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

/** Rows of several cells next to each other make one table, as wide as its widest row. */
function tableEnds(rows: readonly RowExtent[]): number[] {
  const ends = rows.map(() => 0)
  for (let from = 0; from < rows.length; ) {
    let to = from
    let end = 0
    for (; (rows[to]?.shown ?? 0) > 1; to++) end = Math.max(end, rows[to]?.end ?? 0)
    ends.fill(end, from, to)
    from = to + 1
  }
  return ends
}

/**
 * The column after the last place of every row, blank places included. A row of one cell between rows of a table
 * may be one of it whose values are all blank, and goes as far as both its neighbours do.
 */
export function rowEnds(rows: readonly RowExtent[]): number[] {
  const ends = tableEnds(rows)
  return rows.map(({ shown, end }, row) => {
    if (shown > 1) return ends[row] ?? end
    return shown === 0 ? 0 : Math.max(end, Math.min(ends[row - 1] ?? 0, ends[row + 1] ?? 0))
  })
}
