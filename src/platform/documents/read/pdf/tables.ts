import type { Box } from './geometry.ts'
import type { Rule, Rules } from './ink.ts'

/** One cell of a ruled table, rows counted from the top. */
export interface TableCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly box: Box
}

export interface Table {
  readonly box: Box
  readonly width: number
  readonly height: number
  readonly cells: readonly TableCell[]
  /** Number of the cell at a point, or undefined outside the table. */
  readonly cellAt: (x: number, y: number) => number | undefined
}

/** Lines nearer than this are one line of the table (double borders, rounding), in points. */
const snap = 3.5
/** A rule bounds a cell's side when it covers this part of it. */
const cover = 0.6
/** An outer border is missing when rules run on this far past the last one. */
const overhang = 8
const mostBaseCells = 60_000

interface Line {
  readonly at: number
  readonly rules: readonly Rule[]
}

/**
 * The table drawn by rules that touch each other, or undefined when they draw none.
 * `hasText` tells whether a strip holds text: a missing outer border is supplied only where something stands.
 */
export function tableOf(rules: Rules, hasText: (box: Box) => boolean): Table | undefined {
  const columns = withOpenSides(linesOf(rules.down), rules.across)
  const rows = withOpenSides(linesOf(rules.across), rules.down)
  const trimmed = withoutEmptyStrips(columns, rows, hasText)
  const xs = trimmed.columns.map(line => line.at)
  const ys = trimmed.rows.map(line => line.at)
  const width = xs.length - 1
  const height = ys.length - 1
  if (width < 1 || height < 1 || width * height > mostBaseCells) return undefined
  const regions = regionsOf(trimmed.columns, trimmed.rows)
  return tableFrom(xs, ys, regions)
}

function linesOf(rules: readonly Rule[]): Line[] {
  const lines: { first: number; last: number; rules: Rule[] }[] = []
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const line = lines.at(-1)
    if (line && rule.at - line.last <= snap && rule.at - line.first <= 2 * snap) {
      line.last = rule.at
      line.rules.push(rule)
    } else lines.push({ first: rule.at, last: rule.at, rules: [rule] })
  }
  return lines.map(({ first, last, rules: own }) => ({
    at: (first + last) / 2,
    rules: own.sort((a, b) => a.from - b.from),
  }))
}

/** Adds the outer lines that at least two crossing rules run past. */
function withOpenSides(lines: readonly Line[], crossing: readonly Rule[]): Line[] {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return []
  const low = crossing.filter(rule => rule.from < first.at - overhang).map(rule => rule.from)
  const high = crossing.filter(rule => rule.to > last.at + overhang).map(rule => rule.to)
  const all = [...lines]
  if (low.length >= 2) all.unshift({ at: Math.min(...low), rules: [] })
  if (high.length >= 2) all.push({ at: Math.max(...high), rules: [] })
  return all
}

/** Takes back a supplied outer line when nothing is written between it and the next. */
function withoutEmptyStrips(columns: Line[], rows: Line[], hasText: (box: Box) => boolean) {
  const [left, right] = [columns[0]?.at ?? 0, columns.at(-1)?.at ?? 0]
  const [bottom, top] = [rows[0]?.at ?? 0, rows.at(-1)?.at ?? 0]
  const kept = (lines: Line[], strip: (from: number, to: number) => Box) =>
    lines.filter((line, at) => {
      const inner = at === 0 ? lines[1] : at === lines.length - 1 ? lines[at - 1] : undefined
      if (line.rules.length > 0 || !inner) return true
      return hasText(strip(Math.min(line.at, inner.at), Math.max(line.at, inner.at)))
    })
  return {
    columns: kept(columns, (x0, x1) => ({ x0, x1, y0: bottom, y1: top })),
    rows: kept(rows, (y0, y1) => ({ x0: left, x1: right, y0, y1 })),
  }
}

/** How much of a stretch the rules of a line cover, 0 to 1; they are sorted by where they begin. */
function covered(line: Line | undefined, from: number, to: number): number {
  let sum = 0
  let end = from
  for (const rule of line?.rules ?? []) {
    sum += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, end))
    end = Math.max(end, rule.to)
  }
  return sum / Math.max(to - from, 1e-6)
}

interface Region {
  readonly row: number
  readonly column: number
  rowSpan: number
  readonly colSpan: number
}

/**
 * Floods over base cells wherever no rule parts them. Rows are counted from the bottom here.
 * A flood that is no rectangle (a rule that ends inside) is cut into the runs of its rows.
 */
function regionsOf(columns: readonly Line[], rows: readonly Line[]): Region[] {
  const width = columns.length - 1
  const height = rows.length - 1
  const parted = (line: Line | undefined, a: Line | undefined, b: Line | undefined) =>
    covered(line, a?.at ?? 0, b?.at ?? 0) >= cover
  const regions: Region[] = []
  let above: Region[] = []
  for (let row = 0; row < height; row += 1) {
    const runs: Region[] = []
    for (let column = 0; column < width; ) {
      let end = column + 1
      while (end < width && !parted(columns[end], rows[row], rows[row + 1])) end += 1
      runs.push({ row, column, rowSpan: 1, colSpan: end - column })
      column = end
    }
    above = runs.map(run => {
      const below = above.find(region => region.column === run.column && region.colSpan === run.colSpan)
      const open = below && !anyParted(columns, rows[row], run, parted)
      if (!open) regions.push(run)
      else below.rowSpan += 1
      return open ? below : run
    })
  }
  return regions
}

function anyParted(
  columns: readonly Line[],
  line: Line | undefined,
  run: Region,
  parted: (line: Line | undefined, a: Line | undefined, b: Line | undefined) => boolean,
): boolean {
  for (let column = run.column; column < run.column + run.colSpan; column += 1) {
    if (parted(line, columns[column], columns[column + 1])) return true
  }
  return false
}

function tableFrom(allXs: readonly number[], allYs: readonly number[], regions: readonly Region[]): Table {
  const usedX = new Set(regions.flatMap(({ column, colSpan }) => [column, column + colSpan]))
  const usedY = new Set(regions.flatMap(({ row, rowSpan }) => [row, row + rowSpan]))
  const xs = allXs.filter((_, at) => usedX.has(at))
  const ys = allYs.filter((_, at) => usedY.has(at))
  const [width, height] = [xs.length - 1, ys.length - 1]
  const owner = new Int32Array(width * height)
  const cells = regions
    .map(region => cellOf(region, allXs, allYs, xs, ys))
    .sort((a, b) => a.row - b.row || a.column - b.column)
  for (const [at, cell] of cells.entries()) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      owner.fill(at, row * width + cell.column, row * width + cell.column + cell.colSpan)
    }
  }
  const box = { x0: xs[0] ?? 0, y0: ys[0] ?? 0, x1: xs[width] ?? 0, y1: ys[height] ?? 0 }
  const cellAt = (x: number, y: number) => {
    const column = indexIn(xs, x)
    const row = indexIn(ys, y)
    return column === undefined || row === undefined ? undefined : owner[(height - 1 - row) * width + column]
  }
  return { box, width, height, cells, cellAt }
}

function cellOf(
  { row, column, rowSpan, colSpan }: Region,
  allXs: readonly number[],
  allYs: readonly number[],
  xs: readonly number[],
  ys: readonly number[],
): TableCell {
  const [x0 = 0, x1 = 0] = [allXs[column], allXs[column + colSpan]]
  const [y0 = 0, y1 = 0] = [allYs[row], allYs[row + rowSpan]]
  const [left, right] = [xs.indexOf(x0), xs.indexOf(x1)]
  const [low, high] = [ys.indexOf(y0), ys.indexOf(y1)]
  return {
    row: ys.length - 1 - high,
    column: left,
    rowSpan: high - low,
    colSpan: right - left,
    box: { x0, y0, x1, y1 },
  }
}

/** Number of the interval of sorted bounds that holds a value. */
function indexIn(bounds: readonly number[], value: number): number | undefined {
  if (value < (bounds[0] ?? 0) || value >= (bounds.at(-1) ?? 0)) return undefined
  let low = 0
  let high = bounds.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((bounds[middle] ?? 0) <= value) low = middle
    else high = middle
  }
  return low
}
