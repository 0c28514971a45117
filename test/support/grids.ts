/** Tables for tests, from lines of texts. */
import type { Grid } from '../../src/paper/paper.ts'

/** A table without merged cells. */
export function gridOf(lines: readonly (readonly string[])[]): Grid {
  const cells = lines.flatMap((line, row) =>
    line.map((text, column) => ({ text, row, column, rowSpan: 1, colSpan: 1, at: { table: 0, row, column } })),
  )
  return { kind: 'grid', width: Math.max(0, ...lines.map(line => line.length)), height: lines.length, cells }
}
