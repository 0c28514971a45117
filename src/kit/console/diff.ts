/** What changed between two texts, line by line. */
export interface DiffLine {
  readonly is: 'same' | 'gone' | 'come'
  readonly text: string
}

/** The shortest list of lines gone and come that leads from one text to the other, and the lines that stay. */
export function diffLines(older: string, newer: string): readonly DiffLine[] {
  const [a, b] = [older.split('\n'), newer.split('\n')]
  const kept = keptAfter(a, b)
  const keptAt = (i: number, j: number) => kept[i * (b.length + 1) + j] ?? 0
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      lines.push({ is: 'same', text: left })
      i += 1
      j += 1
    } else if (left !== undefined && (right === undefined || keptAt(i + 1, j) >= keptAt(i, j + 1))) {
      lines.push({ is: 'gone', text: left })
      i += 1
    } else {
      lines.push({ is: 'come', text: right ?? '' })
      j += 1
    }
  }
  return lines
}

/** For every pair of places, how many lines the rests of both texts share in order. */
function keptAfter(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1
  const kept = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [down, right] = [kept[(i + 1) * width + j] ?? 0, kept[i * width + j + 1] ?? 0]
      kept[i * width + j] = a[i] === b[j] ? (kept[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right)
    }
  }
  return kept
}

/** A stretch of a comparison: shown, or folded away because nothing changed in or near it. */
export interface DiffPart {
  /** The place of its first line in the whole comparison. */
  readonly at: number
  readonly folded: boolean
  readonly lines: readonly DiffLine[]
}

/** Lines that stay shown beside each change. */
const nearby = 3
/** Fewer are not worth a click. */
const fewest = 3

/** A comparison in stretches, all its lines in order. */
export function folded(lines: readonly DiffLine[]): readonly DiffPart[] {
  const near = lines.map((_, n) => lines.slice(Math.max(0, n - nearby), n + nearby + 1).some(({ is }) => is !== 'same'))
  const parts: DiffPart[] = []
  for (let from = 0; from < lines.length; ) {
    const next = near.findIndex((is, n) => n > from && is !== near[from])
    const until = next < 0 ? lines.length : next
    const hidden = near[from] === false && until - from >= fewest
    const stretch = lines.slice(from, until)
    const last = parts.at(-1)
    if (last && !hidden && !last.folded) parts[parts.length - 1] = { ...last, lines: [...last.lines, ...stretch] }
    else parts.push({ at: from, folded: hidden, lines: stretch })
    from = until
  }
  return parts
}
