/** Rows of cells whose merged cells were lost: tells the blank cells of labels from the blank cells of values. */
import type { FitRow } from './slots.ts'
import type { Token } from './tokens.ts'

/**
 * For each ragged row the cells that are its values. Where blank cells stand between a label and its first figure,
 * rows without such a gap tell how many of them are values: rows with as many cells in all, else the nearest.
 */
export function alignRagged(
  rows: readonly FitRow[],
  n: number,
  cellsIn: (row: FitRow) => number,
  spanning: ReadonlySet<string>,
): Map<FitRow, Alignment> {
  const aligned = new Map<FitRow, Alignment>()
  for (const fragment of fragments(rows.filter(r => r.evidence.style === 'ragged' && r.evidence.tokens.length > 0))) {
    const padding = rightPadding(fragment, n)
    const bodies = fragment.map(row => ({
      ...bodyOf(row, padding, cellsIn(row) - padding),
      spans: spanning.has(row.id),
    }))
    const uniform = labelCells(bodies)
    bodies.forEach((body, i) => {
      const own = uniform === null ? null : ownColumns(body, body.cells - uniform)
      const width = own ?? nearestColumns(bodies, i, n)
      aligned.set(body.row, {
        tokens: body.tokens.slice(body.tokens.length - width),
        sure: own !== null || width === body.filled || isDefinite(body),
      })
    })
  }
  return aligned
}

/** The cells taken for a row's values; `sure` where no gap among them could as well belong to its label. */
export interface Alignment {
  readonly tokens: readonly Token[]
  readonly sure: boolean
}

interface Body {
  readonly row: FitRow
  readonly tokens: readonly Token[]
  /** Cells from the first figure on; none where the row holds no figure. */
  readonly filled: number
  readonly cells: number
  /** Whether the row's label is printed across more than one column. */
  readonly spans: boolean
}

function bodyOf(row: FitRow, padding: number, cells: number): Omit<Body, 'spans'> {
  const tokens = row.evidence.tokens.slice(0, row.evidence.tokens.length - padding)
  const first = tokens.findIndex(t => !t.blank)
  return { row, tokens, filled: first < 0 ? 0 : tokens.length - first, cells }
}

/** Runs of rows without a break between them; runs of one or two rows join the run before. */
function fragments(rows: readonly FitRow[]): FitRow[][] {
  const out: FitRow[][] = []
  for (const row of [...rows].sort((a, b) => a.evidence.spot.start - b.evidence.spot.start)) {
    const last = out.at(-1)
    if (last && last[0]?.evidence.fragment === row.evidence.fragment) last.push(row)
    else out.push([row])
  }
  return out.reduce<FitRow[][]>((joined, run) => {
    const before = joined.at(-1)
    if (before && (run.length < 3 || before.length < 3)) before.push(...run)
    else joined.push([...run])
    return joined
  }, [])
}

/** Blank cells that end every row of the fragment beyond the form's columns. */
function rightPadding(rows: readonly FitRow[], n: number): number {
  const trailing = rows.map(r => {
    const tokens = r.evidence.tokens
    let blanks = 0
    while (blanks < tokens.length && tokens[tokens.length - 1 - blanks]?.blank) blanks++
    return blanks
  })
  const spare = Math.min(...rows.map(r => r.evidence.tokens.length - n))
  return Math.max(0, Math.min(spare, ...trailing))
}

/** How many cells stand before the values, where all rows without a gap agree on it. */
function labelCells(bodies: readonly Body[]): number | null {
  const counts = new Set(bodies.filter(isDefinite).map(b => b.cells - b.tokens.length))
  const [only] = counts
  return counts.size === 1 && only !== undefined ? only : null
}

/** A label that spans no further place leaves no gap of its own. */
function isDefinite(body: Body): boolean {
  return body.filled === body.tokens.length || !body.spans
}

function ownColumns(body: Body, m: number): number | null {
  return m >= body.filled && m <= body.tokens.length ? m : null
}

/** How many of a row's cells are values, going by the nearest row without a gap, of the same number of cells if there is one. */
function nearestColumns(bodies: readonly Body[], at: number, n: number): number {
  const body = bodies[at]
  if (!body) return n
  if (isDefinite(body)) return body.tokens.length
  const near = bodies
    .map((b, i) => ({ body: b, m: b.tokens.length, far: Math.abs(i - at) }))
    .filter(b => isDefinite(b.body) && ownColumns(body, b.m) !== null)
    .sort((a, b) => Number(b.body.cells === body.cells) - Number(a.body.cells === body.cells) || a.far - b.far)
  return near[0]?.m ?? ownColumns(body, n) ?? body.tokens.length
}
