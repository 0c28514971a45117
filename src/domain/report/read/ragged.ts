/** Rows of cells whose merged cells were lost: tells the blank cells of labels from the blank cells of values. */
import type { FitRow } from './fit.ts'
import { figures } from './gather.ts'
import type { Token } from './tokens.ts'

/**
 * For each ragged row the cells that are its values. All rows of a fragment have the same number of value columns;
 * blank cells left of them belong to merged labels, blank cells right of them to nothing.
 */
export function alignRagged(rows: readonly FitRow[], n: number): Map<FitRow, readonly Token[]> {
  const aligned = new Map<FitRow, readonly Token[]>()
  for (const fragment of fragments(rows.filter(r => r.evidence.style === 'ragged' && r.evidence.tokens.length > 0))) {
    const padding = rightPadding(fragment, n)
    const bodies = fragment.map(row => row.evidence.tokens.slice(0, row.evidence.tokens.length - padding))
    const width = valueColumns(bodies, n)
    fragment.forEach((row, i) => {
      const body = bodies[i] ?? []
      const extra = body.length - width
      const fits = extra >= 0 && body.slice(0, extra).every(t => t.blank)
      aligned.set(row, fits ? body.slice(extra) : body)
    })
  }
  return aligned
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

/** The number of value columns most rows agree on; the form's own number where it is as good as any. */
function valueColumns(bodies: readonly (readonly Token[])[], n: number): number {
  const votes = new Map<number, number>()
  for (const body of bodies) {
    if (figures(body) === 0) continue
    const filled = body.length - body.findIndex(t => !t.blank)
    for (let m = filled; m <= body.length; m++) votes.set(m, (votes.get(m) ?? 0) + 1)
  }
  let best = n
  for (const [m, count] of votes) if (count > (votes.get(best) ?? 0)) best = m
  return best
}
