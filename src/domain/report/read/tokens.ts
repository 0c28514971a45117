/**
 * Lays a paper out as one strip: the folded text of all its words in reading order, and the values that stand
 * between them. Values are taken out of the text, so that a label wrapped around its row is whole again.
 */
import type { Grid, Paper, PaperCell, Place, TextLine } from '../../../paper/paper.ts'
import { foldUnit } from './fold.ts'
import { looksLikeValue } from './value.ts'

export interface Token {
  readonly text: string
  readonly blank: boolean
  readonly at: Place
  /** Index into `Strip.folded` before which the token stands. */
  readonly anchor: number
  readonly row: number
  /** Horizontal extent in the coordinates of the row's system. */
  readonly x0: number
  readonly x1: number
  /** Words in a cell behind a figure: also laid on the strip, up to here. A value cell unless a label claims them. */
  readonly wordsEnd?: number
}

/** grid: the format knows columns. ragged: cells in order, merged ones lost. plain: words of a line. */
export type RowStyle = 'grid' | 'ragged' | 'plain'

export interface StripRow {
  readonly style: RowStyle
  /** Rows of one run without a break between them. */
  readonly fragment: number
  /** Rows whose horizontal coordinates can be compared. */
  readonly system: number
  /** The row's words as written; cells separated by tabs. */
  readonly text: string
  readonly at: Place
  /** First and past-the-last index of the row's text in `Strip.folded`. */
  readonly start: number
  readonly end: number
  /** Number of cells, and of those that hold something. */
  readonly cells: number
  readonly filled: number
  /** A row whose end the format marks: nothing on the next line continues its last cell. */
  readonly closed: boolean
}

export interface Strip {
  readonly folded: string
  /** For each folded character, the row it stands in. */
  readonly rowOf: readonly number[]
  /** For each folded character, the horizontal extent of its cell or word. */
  readonly xOf: readonly (readonly [number, number])[]
  readonly tokens: readonly Token[]
  readonly rows: readonly StripRow[]
  /** Places in `folded` before which a comma, semicolon or full stop of a sentence stands. */
  readonly stops: ReadonlySet<number>
}

/** One row of words before it is laid on the strip. */
interface RawCell {
  readonly text: string
  readonly at: Place
  readonly x0: number
  readonly x1: number
}

export const PAGE_MARK =
  /^\s*(?:[-—–－·•~]+\s*\d{1,4}\s*[-—–－·•~]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*页?\s*\/\s*(?:共\s*)?\d{1,4}\s*页?|page\s*\d+(?:\s*of\s*\d+)?)\s*$/i

/** Lays out a paper. Page marks between lines are left out; everything else is kept, in order. */
export function layStrip(paper: Paper): Strip {
  // A spreadsheet leaves out empty cells but knows the place of every other.
  const builder = new StripBuilder(paper.format === 'xlsx')
  for (const block of paper.blocks) {
    if (block.kind === 'grid') builder.grid(block)
    else builder.line(block)
  }
  return builder.done()
}

const GLUED_HEAD = /^\s*(\d+)(?=(?:[一二三四]、|[（(][一二三四五六七][)）]|[1-8][.．、]\D))/
const GLUED_TAIL =
  /^(.*[\p{Script=Han}）)”」"':：])\s*((?:[+＋\-－−¥￥]?[\d０-９][^\s\p{Script=Han}（(]*\s?(?:亿元|万元|亿|万|元|件次|件|项|个)?|[-—–/／]+|无))\s*$/su

/** A line drawn with characters, as text tables have between their rows. */
const RULER = /^(?=.*[-=_─━+]{4})[\s\-=_─━+:|┼├┤┌┐└┘┬┴]+$/
const SENTENCE = '，；。'

class StripBuilder {
  private readonly units: number[] = []
  private readonly rowOf: number[] = []
  private readonly xOf: (readonly [number, number])[] = []
  private readonly tokens: Token[] = []
  private readonly stops = new Set<number>()
  private readonly rows: StripRow[] = []
  private fragment = 0
  private system = 1
  private loose: TextLine[] = []

  constructor(private readonly placesKnown: boolean) {}

  grid(grid: Grid): void {
    this.flushLoose()
    this.fragment++
    this.system++
    const byRow: PaperCell[][] = Array.from({ length: grid.height }, () => [])
    for (const cell of grid.cells) byRow[cell.row]?.push(cell)
    const regular = this.placesKnown || isRegular(grid)
    for (const cells of byRow) {
      if (cells.length === 0) continue
      const sorted = cells.sort((a, b) => a.column - b.column)
      const n = sorted.length
      const laid = sorted.map((c, i) => {
        return {
          text: c.text,
          at: c.at,
          x0: regular ? c.column : i - n,
          x1: regular ? c.column + c.colSpan : i - n + 1,
        }
      })
      this.row(laid, regular ? 'grid' : 'ragged', undefined, true)
    }
    this.fragment++
    this.system++
  }

  line(line: TextLine): void {
    this.loose.push(line)
  }

  private flushLoose(): void {
    if (this.loose.length === 0) return
    for (const row of looseRows(this.loose)) {
      if (row.break) this.fragment++
      else this.row(row.cells, row.style, row.text, row.closed)
    }
    this.loose = []
    this.fragment++
  }

  private row(cells: readonly RawCell[], style: RowStyle, text?: string, closed = false): void {
    const row = this.rows.length
    const start = this.units.length
    let filled = 0
    for (const cell of cells) {
      if (cell.text.trim() !== '') filled++
      this.cell(cell, row, style)
    }
    this.rows.push({
      style,
      fragment: this.fragment,
      system: style === 'grid' ? this.system : pageOf(cells[0]?.at),
      text: text ?? cells.map(c => c.text).join('\t'),
      at: cells[0]?.at ?? { line: 0 },
      start,
      end: this.units.length,
      cells: cells.length,
      filled,
      closed,
    })
  }

  private cell(cell: RawCell, row: number, style: RowStyle): void {
    const trimmed = cell.text.trim()
    if (style !== 'plain' && PAGE_MARK.test(trimmed) && /^[-—–·第]/.test(trimmed)) return
    if (trimmed === '') {
      if (style !== 'plain') this.token(cell, row, true)
    } else if (isValueCell(trimmed, style)) this.token(cell, row, false)
    else if (style === 'plain' || !this.wordCell(cell, row)) this.words(cell, row)
  }

  /** A cell of words: on the strip like any text, and a value cell for rows whose label does not claim it. */
  private wordCell(cell: RawCell, row: number): boolean {
    if (cell.text.length > 40 || GLUED_TAIL.test(cell.text) || GLUED_HEAD.test(cell.text)) return false
    const anchor = this.units.length
    this.letters(cell.text, cell, row)
    const { text, at, x0, x1 } = cell
    this.tokens.push({ text, blank: false, at, anchor, row, x0, x1, wordsEnd: this.units.length })
    return true
  }

  /** Words, with figures glued to their ends cut off: 数量4, 4二、上年结转, 01.属于国家秘密. */
  private words(cell: RawCell, row: number): void {
    const head = GLUED_HEAD.exec(cell.text)
    const rest = head ? cell.text.slice(head[0].length) : cell.text
    const tail = GLUED_TAIL.exec(rest)
    if (head?.[1]) this.token({ ...cell, text: head[1] }, row, false)
    this.letters(tail?.[1] ?? rest, cell, row)
    if (tail?.[2]) this.token({ ...cell, text: tail[2] }, row, false)
  }

  private letters(text: string, cell: RawCell, row: number): void {
    const extent = [cell.x0, cell.x1] as const
    for (let i = 0; i < text.length; i++) {
      const unit = foldUnit(text.charCodeAt(i))
      if (unit === 0) {
        if (SENTENCE.includes(text.charAt(i))) this.stops.add(this.units.length)
        continue
      }
      this.units.push(unit)
      this.rowOf.push(row)
      this.xOf.push(extent)
    }
  }

  private token(cell: RawCell, row: number, blank: boolean): void {
    const { text, at, x0, x1 } = cell
    this.tokens.push({ text, blank, at, anchor: this.units.length, row, x0, x1 })
  }

  done(): Strip {
    this.flushLoose()
    const parts: string[] = []
    for (let i = 0; i < this.units.length; i += 8192) parts.push(String.fromCharCode(...this.units.slice(i, i + 8192)))
    return {
      folded: parts.join(''),
      rowOf: this.rowOf,
      xOf: this.xOf,
      tokens: this.tokens,
      rows: this.rows,
      stops: this.stops,
    }
  }
}

/** Whether the cells fill their rows: where merged cells were lost, what is left has moved to the left. */
function isRegular(grid: Grid): boolean {
  const filled = new Array<number>(grid.height).fill(0)
  for (const cell of grid.cells) {
    for (let row = cell.row; row < Math.min(grid.height, cell.row + cell.rowSpan); row++) {
      filled[row] = (filled[row] ?? 0) + cell.colSpan
    }
  }
  return filled.filter(n => n < grid.width).length <= grid.height * 0.1
}

function isValueCell(text: string, style: RowStyle): boolean {
  if (looksLikeValue(text.replace(/\s+/g, ''))) return true
  if (text.length > 24 || !/\d/.test(text) || isEnumerated(text)) return false
  return style === 'plain'
    ? /^[\d０-９+＋\-－−¥￥(（约近<>≈]/.test(text) && !/\p{Script=Han}{2}|[年月日第]/u.test(text)
    : !/\p{Script=Han}{3}/u.test(text)
}

/** A cell such as `1.属于` is the start of a label, not a spoilt figure. */
function isEnumerated(text: string): boolean {
  return /^\s*[(（]?[1-9１-９]\s*[.．、,，)）]\s*(?:$|\S*\p{Script=Han})/u.test(text)
}

function pageOf(at: Place | undefined): number {
  return at && 'page' in at ? -at.page : 0
}

type LooseRow =
  | { readonly break: true }
  | {
      readonly break: false
      readonly cells: RawCell[]
      readonly style: RowStyle
      readonly text?: string
      readonly closed?: boolean
    }

const BREAK: LooseRow = { break: true }

/** Cuts loose lines into rows: tab and pipe lines are cells, leading-tab groups are one row each, the rest are words. */
function looseRows(lines: readonly TextLine[]): LooseRow[] {
  return isCellPerLine(lines) ? groupedRows(lines) : lines.map(lineRow)
}

/** Whether the text puts each cell on its own line behind one tab, as some converters do. */
function isCellPerLine(lines: readonly TextLine[]): boolean {
  let single = 0
  let several = 0
  for (const { text } of lines) {
    if (!text.includes('\t')) continue
    if (/^\t[^\t]*$/.test(text)) single++
    else if (/\t.*\S.*\t/.test(text)) several++
  }
  return single >= 20 && single > several * 3
}

function lineRow(line: TextLine): LooseRow {
  const text = line.text
  if (text.trim() === '' && !text.includes('\t')) return BREAK
  if (PAGE_MARK.test(text) || RULER.test(text)) return BREAK
  if (text.includes('\t') && !line.pieces) return cellsRow(text.split('\t'), line)
  const pipes = text.match(/[|｜│┃]/g)?.length ?? 0
  if (pipes >= 2) return pipeRow(text, line)
  return { break: false, cells: wordsOf(line), style: 'plain', text: plainText(text) }
}

function pipeRow(text: string, line: TextLine): LooseRow {
  if (/^[\s|｜│┃:=+\-─━┼┿├┤┌┐└┘┬┴]+$/.test(text)) return BREAK
  const inner = text.trim().replace(/^[|｜│┃]|[|｜│┃]$/g, '')
  return { ...cellsRow(inner.split(/[|｜│┃]/), line), closed: true }
}

function cellsRow(parts: readonly string[], line: TextLine): Extract<LooseRow, { break: false }> {
  const cells = parts.map((text, i) => {
    return { text: plainText(text), at: line.at, x0: i - parts.length, x1: i - parts.length + 1 }
  })
  return { break: false, cells, style: 'ragged' }
}

/** Text without the marks a Markdown converter left: emphasis and heading signs. */
function plainText(text: string): string {
  return text
    .replaceAll('**', '')
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/<br\s*\/?>/gi, '\n')
}

function wordsOf(line: TextLine): RawCell[] {
  if (line.pieces) return joinUnits(line.pieces.map(p => ({ text: p.text, at: p.at, x0: p.x0, x1: p.x1 })))
  const cells: RawCell[] = []
  const text = plainText(line.text)
  let x = 0
  let from = -1
  let x0 = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32
    const space =
      code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f
    if (space && from >= 0) {
      cells.push({ text: text.slice(from, i), at: line.at, x0, x1: x })
      from = -1
    } else if (!space && from < 0) {
      from = i
      x0 = x
    }
    x += code >= 0x1100 ? 2 : 1
  }
  return joinUnits(cells)
}

/** A unit or counter standing alone belongs to the figure before it: `4574.73 万`. */
function joinUnits(cells: RawCell[]): RawCell[] {
  const out: RawCell[] = []
  for (const cell of cells) {
    const before = out.at(-1)
    if (before && /^(?:增加?|减少?|新增|下降)$/.test(before.text) && /^\d/.test(cell.text)) {
      out[out.length - 1] = { ...before, text: `${before.text} ${cell.text}`, x1: cell.x1 }
    } else if (before && /^(?:万元|亿元|万|亿|元|件|项)$/.test(cell.text) && /\d$/.test(before.text)) {
      out[out.length - 1] = { ...before, text: `${before.text} ${cell.text}`, x1: cell.x1 }
    } else out.push(cell)
  }
  return out
}

const HEADING = /^\s*[一二三四五六]、/

function groupedRows(lines: readonly TextLine[]): LooseRow[] {
  const rows: LooseRow[] = []
  let cells: { text: string; at: Place }[] = []
  let blanks = 0
  const close = () => {
    if (cells.length > 0) rows.push(groupRow(cells))
    cells = []
  }
  lines.forEach((line, i) => {
    const text = line.text
    const last = cells.at(-1)
    if (text.startsWith('\t')) {
      if (blanks > 0) close()
      cells.push({ text: plainText(text.slice(1)), at: line.at })
      blanks = 0
    } else if (text.trim() === '') {
      blanks++
    } else if (PAGE_MARK.test(text) || (blanks > 0 && /^\s*\d{1,4}\s*$/.test(text))) {
      blanks++
    } else if (
      last &&
      !HEADING.test(text) &&
      (blanks === 0 || !looksLikeValue(last.text.trim())) &&
      (blanks === 0 || (blanks <= 2 && resumesCell(lines, i)))
    ) {
      last.text += (/\d\s*$/.test(last.text) && /^\s*\d/.test(text) ? ' ' : '\n') + text
      blanks = 0
    } else {
      close()
      rows.push(BREAK, lineRow(line))
      blanks = 0
    }
  })
  close()
  return rows
}

/** Whether a short line after a gap is the rest of the cell before it: the next line is again a cell of the row. */
function resumesCell(lines: readonly TextLine[], i: number): boolean {
  const next = lines[i + 1]?.text ?? ''
  return (lines[i]?.text.trim().length ?? 0) <= 30 && next.startsWith('\t')
}

function groupRow(cells: readonly { text: string; at: Place }[]): LooseRow {
  return {
    break: false,
    style: 'ragged',
    cells: cells.map((c, i) => ({ ...c, x0: i - cells.length, x1: i - cells.length + 1 })),
  }
}
