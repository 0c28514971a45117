import { around, type Box } from './geometry.ts'
import type { Line } from './lines.ts'

/** Fewest lines on each side, and how full they must be: less is a table without rules, whose rows belong together. */
const fewestLines = 6
const leastFill = 0.85
/** Narrowest strip of paper between two columns of prose, in points. */
const narrowest = 8
/** The strip lies in the middle part of the text. */
const middle = { from: 0.35, to: 0.65 }

/** Lines read together, top to bottom: a single line, or a stretch of prose set in two columns. */
export type Stretch = readonly Line[]

/** Best effort: where prose runs in two columns, the left one comes before the right one. */
export function stretchesOf(lines: readonly Line[]): Stretch[] {
  const gutter = gutterOf(lines)
  if (!gutter) return lines.map(line => [line])
  const stretches: Stretch[] = []
  let run: Line[] = []
  const close = () => {
    const columns = columnsOf(run, gutter)
    if (columns) stretches.push(columns)
    else for (const line of run) stretches.push([line])
    run = []
  }
  for (const line of lines) {
    if (line.words.some(({ box }) => box.x0 < gutter.to && box.x1 > gutter.from)) {
      close()
      stretches.push([line])
    } else run.push(line)
  }
  close()
  return stretches
}

interface Gutter {
  readonly from: number
  readonly to: number
}

/** The widest strip in the middle of the text that the fewest lines cross, when most do not. */
function gutterOf(lines: readonly Line[]): Gutter | undefined {
  if (lines.length < 2 * fewestLines) return undefined
  const { x0, x1 } = around(lines.map(line => line.box))
  const from = Math.ceil(x0 + middle.from * (x1 - x0))
  const crossing = crossings(lines, from, Math.floor(x0 + middle.to * (x1 - x0)) - from)
  const least = Math.min(...crossing)
  if (least > lines.length / 2) return undefined
  let best: Gutter | undefined
  let start = -1
  for (const [at, count] of [...crossing, Infinity].entries()) {
    if (count === least && start < 0) start = at
    if (count !== least && start >= 0) {
      if (at - start >= narrowest && (!best || at - start > best.to - best.from))
        best = { from: from + start, to: from + at }
      start = -1
    }
  }
  return best
}

/** For each point of a stretch of `length` points, how many lines print something there. */
function crossings(lines: readonly Line[], from: number, length: number): number[] {
  const counts = Array.from({ length: Math.max(length, 0) }, () => 0)
  for (const { words } of lines) {
    const printed = new Set<number>()
    for (const { box } of words) {
      const last = Math.min(Math.ceil(box.x1) - from, length)
      for (let at = Math.max(Math.floor(box.x0) - from, 0); at < last; at += 1) printed.add(at)
    }
    for (const at of printed) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

function columnsOf(run: readonly Line[], gutter: Gutter): Line[] | undefined {
  const left = run.flatMap(line => side(line, box => box.x1 <= gutter.from + 1))
  const right = run.flatMap(line => side(line, box => box.x0 >= gutter.to - 1))
  return isProse(left) && isProse(right) ? [...left, ...right] : undefined
}

function side(line: Line, isHere: (box: Box) => boolean): Line[] {
  const words = line.words.filter(word => isHere(word.box))
  return words.length > 0 ? [{ words, box: around(words.map(word => word.box)) }] : []
}

function isProse(lines: readonly Line[]): boolean {
  if (lines.length < fewestLines) return false
  const { x0, x1 } = around(lines.map(line => line.box))
  const fills = lines
    .map(line => line.words.reduce((sum, { box }) => sum + box.x1 - box.x0, 0) / (x1 - x0))
    .sort((a, b) => a - b)
  return (fills[Math.floor(fills.length / 2)] ?? 0) >= leastFill
}
