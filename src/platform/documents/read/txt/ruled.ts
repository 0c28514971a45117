/** Tables drawn with characters, `+---+---+` and `| a | b |`, or with box lines: their cells, spans and wrapped lines. */
import type { Grid, PaperCell } from '../../../../paper/paper.ts'

const RULE = /[-=─━═]/
const CORNER = /[+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝]/
const BAR = /[|│┃║]/
const OPENS = /^\s*[+┌├┏┣╔╠][-=─━═]{2}/
const GOES_ON = /^\s*[+┌├└┏┣┗╔╠╚|│┃║].*[+┐┤┘┓┫┛╗╣╝|│┃║]\s*$/

/** More places than any form has: such a drawing stays lines. */
const MOST_PLACES = 5000
const MOST_LINES = 2000

/** Whether a text may hold a drawn table at all: the cheap question. */
export function mayHoldRuled(text: string): boolean {
  return /\+[-=]{2}|[┌├┏┣╔╠][─━═]{2}/.test(text)
}

/** The drawing that begins at a line: its table, null where its lines do not meet, and the line behind it. */
export function ruledTable(lines: readonly string[], from: number): { grid: Grid | null; end: number } | null {
  if (!OPENS.test(lines[from] ?? '')) return null
  let end = from
  while (GOES_ON.test(lines[end] ?? '')) end++
  const canvas = end - from > MOST_LINES ? null : drawn(lines.slice(from, end))
  return { grid: canvas && gridOf(canvas, from), end: Math.max(end, from + 1) }
}

/** Places a character takes on the screen; `ambiguous` is what the program that drew the table took for “ and —. */
function widthOf(char: string, ambiguous: number): number {
  const code = char.codePointAt(0) ?? 0
  if (code < 0xa1) return 1
  if (CORNER.test(char) || RULE.test(char) || BAR.test(char)) return 1
  const wide = (code >= 0x1100 && code < 0x1160) || (code >= 0x2e80 && code < 0xd7a4)
  if (wide || (code >= 0xf900 && code < 0xfb00) || (code >= 0xfe30 && code < 0xff61) || code >= 0x20000) return 2
  return (code >= 0xffe0 && code < 0xffe7) || code > 0x2000 || code === 0xb7 ? ambiguous : 1
}

/** A line spread over its places on the screen: what takes two places is followed by an empty one. */
function spread(line: string, ambiguous: number): string[] {
  return [...line].flatMap(char => (widthOf(char, ambiguous) === 2 ? [char, ''] : [char]))
}

/** The lines as wide as the first one's rule, however the drawing program measured; null where one is not. */
function drawn(lines: readonly string[]): string[][] | null {
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0].length ?? 0
  const width = (lines[0] ?? '').trim().length
  const out: string[][] = []
  for (const line of lines) {
    const body = line.slice(indent).trimEnd()
    const ways = [spread(body, 1), spread(body, 2), [...body]]
    const way = ways.find(w => w.length === width)
    if (!way) return null
    out.push(way)
  }
  return out
}

interface Frame {
  /** Where upright lines can stand, and which lines hold rules. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

function frameOf(canvas: readonly string[][]): Frame {
  const xs = new Set<number>()
  const ys: number[] = []
  canvas.forEach((line, y) => {
    const corners = line.flatMap((char, x) => (CORNER.test(char) ? [x] : []))
    const ruled = corners.filter((x, i) => isRule(line, x, corners[i + 1] ?? x))
    if (ruled.length === 0) return
    ys.push(y)
    for (const x of corners) if (RULE.test(line[x - 1] ?? '') || RULE.test(line[x + 1] ?? '')) xs.add(x)
  })
  return { xs: [...xs].sort((a, b) => a - b), ys }
}

function isRule(line: readonly string[], from: number, to: number): boolean {
  if (to <= from + 1) return false
  for (let x = from + 1; x < to; x++) if (!RULE.test(line[x] ?? '') && !CORNER.test(line[x] ?? '')) return false
  return true
}

/** Joins the places no line parts, and reads each group as one cell; null where a group is no rectangle. */
function gridOf(canvas: readonly string[][], from: number): Grid | null {
  const { xs, ys } = frameOf(canvas)
  const width = xs.length - 1
  const height = ys.length - 1
  if (width < 2 || height < 1 || ys.at(-1) !== canvas.length - 1) return null
  if (width * height > MOST_PLACES) return null
  const owner = owners(canvas, { xs, ys })
  const cells: PaperCell[] = []
  for (const [corner, places] of groupsOf(owner)) {
    const row = Math.floor(corner / width)
    const column = corner % width
    const rowSpan = Math.max(...places.map(p => Math.floor(p / width))) - row + 1
    const colSpan = Math.max(...places.map(p => p % width)) - column + 1
    if (places.length !== rowSpan * colSpan || places.some(p => p % width < column)) return null
    const box = { x0: xs[column] ?? 0, x1: xs[column + colSpan] ?? 0, y0: ys[row] ?? 0, y1: ys[row + rowSpan] ?? 0 }
    const { text, line } = textIn(canvas, box)
    cells.push({ text, row, column, rowSpan, colSpan, at: { line: from + line + 1 } })
  }
  return { kind: 'grid', width, height, cells }
}

/** For each place of the finest grid, the first place of the cell it belongs to. */
function owners(canvas: readonly string[][], { xs, ys }: Frame): number[] {
  const width = xs.length - 1
  const owner = Array.from({ length: width * (ys.length - 1) }, (_, i) => i)
  const join = (a: number, b: number) => {
    const [low, high] = [Math.min(owner[a] ?? a, owner[b] ?? b), Math.max(owner[a] ?? a, owner[b] ?? b)]
    owner.forEach((o, i) => {
      if (o === high) owner[i] = low
    })
  }
  for (let y = 0; y + 1 < ys.length; y++) {
    for (let x = 0; x < width; x++) {
      if (x > 0 && !isBar(canvas, xs[x] ?? 0, ys[y] ?? 0, ys[y + 1] ?? 0)) join(y * width + x, y * width + x - 1)
      const above = canvas[ys[y] ?? 0] ?? []
      if (y > 0 && !isRule(above, xs[x] ?? 0, xs[x + 1] ?? 0)) join(y * width + x, (y - 1) * width + x)
    }
  }
  return owner
}

function isBar(canvas: readonly string[][], x: number, y0: number, y1: number): boolean {
  for (let y = y0 + 1; y < y1; y++) {
    const char = canvas[y]?.[x] ?? ''
    if (!BAR.test(char) && !CORNER.test(char)) return false
  }
  return y1 > y0 + 1
}

function groupsOf(owner: readonly number[]): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  owner.forEach((o, i) => {
    groups.set(o, [...(groups.get(o) ?? []), i])
  })
  return groups
}

interface Box {
  readonly x0: number
  readonly x1: number
  readonly y0: number
  readonly y1: number
}

/** The lines written inside a cell, and the first line that holds any of it. */
function textIn(canvas: readonly string[][], { x0, x1, y0, y1 }: Box): { text: string; line: number } {
  const parts: string[] = []
  let first = y0 + 1
  for (let y = y0 + 1; y < y1; y++) {
    const part = (canvas[y] ?? [])
      .slice(x0 + 1, x1)
      .join('')
      .trim()
    if (part === '') continue
    if (parts.length === 0) first = y
    parts.push(part)
  }
  return { text: parts.join('\n'), line: first }
}
