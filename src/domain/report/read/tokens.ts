/**
 * Lays a paper out as one strip: the folded text of all its words in reading order, and the values that stand
 * between them. Values are taken out of the text, so that a label wrapped around its row is whole again.
 */
import type { Grid, Paper, PaperCell, Place, TextLine } from '../../../paper/paper.ts'
import { foldUnit } from './fold.ts'
import { looseRows, PAGE_MARK, type RawCell, type RowStyle } from './loose.ts'
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

const GLUED_HEAD = /^\s*(\d+)\s*(?=(?:[一二三四]、|[（(][一二三四五六七][)）]|[1-8][.．、]\D))/
const GLUED_TAIL =
  /^(.*[\p{Script=Han}）)”」"':：])\s*((?:[+＋\-－−¥￥]?[\d０-９][^\s\p{Script=Han}（(]*\s?(?:亿元|万元|亿|万|元|件次|件|项|个)?|[-—–/／]+|无))\s*$/su

/** The figure glued to the end of words. Asked of every word cell, so the last character is looked at first. */
function gluedTail(text: string): RegExpExecArray | null {
  const last = text.trimEnd().at(-1) ?? ''
  return last >= '一' && last <= '鿿' && !'亿万元件次项个无'.includes(last) ? null : GLUED_TAIL.exec(text)
}

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
    if (cell.text.length > 40 || gluedTail(cell.text) || GLUED_HEAD.test(cell.text)) return false
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
    const tail = gluedTail(rest)
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
