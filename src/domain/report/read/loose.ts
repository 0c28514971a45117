/** Running lines as rows: cells where tabs, pipes or leading tabs part them, words where nothing does. */
import type { Place, TextLine } from '../../../paper/paper.ts'
import { cellsApart } from './apart.ts'
import { looksLikeValue } from './value.ts'

/** grid: the format knows columns. ragged: cells in order, merged ones lost. plain: words of a line. */
export type RowStyle = 'grid' | 'ragged' | 'plain'

/** One row of words before it is laid on the strip. */
export interface RawCell {
  readonly text: string
  readonly at: Place
  readonly x0: number
  readonly x1: number
}

export const PAGE_MARK =
  /^\s*(?:[-—–－·•~]+\s*\d{1,4}\s*[-—–－·•~]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*页?\s*\/\s*(?:共\s*)?\d{1,4}\s*页?|page\s*\d+(?:\s*of\s*\d+)?)\s*$/i

/** A line drawn with characters, as text tables have between their rows. */
const RULER = /^(?=[\s\-=_─━+:|┼├┤┌┐└┘┬┴])(?=.*[-=_─━+]{4})[\s\-=_─━+:|┼├┤┌┐└┘┬┴]+$/

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
export function looseRows(lines: readonly TextLine[]): LooseRow[] {
  const apart = cellsApart(lines)
  if (apart) return apart.map(part => ('cells' in part ? groupRow(part.cells) : lineRow(part)))
  if (isCellPerLine(lines)) return groupedRows(lines)
  const mark = separatorOf(lines)
  const han = hanWidth(lines)
  return lines.map(line => (mark === null ? null : separatedRow(line, mark)) ?? lineRow(line, han))
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

const ENDS_IN_FIGURE = / {2,}\d[\d,]*$/
const SAMPLE = 8

/**
 * How many places a Han character takes in columns set with spaces: two, as on a screen, or one, where a converter
 * counted characters. The measure is right under which more lines end in the same place.
 */
function hanWidth(lines: readonly TextLine[]): 1 | 2 {
  const ends = lines.flatMap(line => {
    if (line.pieces || !line.text.includes('  ')) return []
    const text = line.text.trimEnd()
    return ENDS_IN_FIGURE.test(text.slice(-20)) && /\p{Script=Han}/u.test(text) ? [text] : []
  })
  if (ends.length < SAMPLE) return 2
  const narrow = alike(ends.map(text => text.length))
  const wide = alike(ends.map(text => text.length + [...text].filter(c => c.charCodeAt(0) >= 0x1100).length))
  return narrow > wide ? 1 : 2
}

/** How many of some places lie close to the middle one. */
function alike(places: readonly number[]): number {
  const middle = [...places].sort((a, b) => a - b)[places.length >> 1] ?? 0
  return places.filter(place => Math.abs(place - middle) <= 3).length
}

function lineRow(line: TextLine, han: 1 | 2 = 2): LooseRow {
  const text = line.text
  if (text.trim() === '' && !text.includes('\t')) return BREAK
  if ((text.length <= 40 && PAGE_MARK.test(text)) || RULER.test(text)) return BREAK
  if (text.includes('\t') && !line.pieces) return cellsRow(text.split('\t'), line)
  const pipes = text.match(/[|｜│┃]/g)?.length ?? 0
  if (pipes >= 2) return pipeRow(text, line)
  return { break: false, cells: wordsOf(line, han), style: 'plain', text: plainText(text) }
}

const SEPARATED_ROWS = 15

/** The comma or semicolon between the cells of tables that a spreadsheet handed out as text; null where there is none. */
function separatorOf(lines: readonly TextLine[]): string | null {
  const rows = (mark: string) =>
    lines.filter(line => !/\d[ \u3000]+[-+\d]/.test(line.text) && separatedRow(line, mark) !== null).length
  return [',', ';'].find(mark => rows(mark) >= SEPARATED_ROWS) ?? null
}

/** The cells of a separated line, quoted or not; null for a sentence. */
function separatedRow(line: TextLine, mark: string): LooseRow | null {
  const { text } = line
  if (text.indexOf(mark) < 0 || text.indexOf(mark, text.indexOf(mark) + 1) < 0) return null
  if (line.pieces || /[。|｜│┃\t]/.test(text)) return null
  // What stands outside quotes is cut at every mark; two quotes inside quotes are one.
  const parts = text
    .split(/("(?:[^"]|"")*")/)
    .flatMap((part, i) => (i % 2 === 1 ? [part] : part.split(mark).join('\u0000')))
  const cells = parts.join('').split('\u0000')
  return { ...cellsRow(cells.map(unquoted), line), closed: true }
}

function unquoted(cell: string): string {
  return /^\s*"/.test(cell) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell
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

/** Text without the marks a Markdown converter left: emphasis, heading signs, links, and strokes before signs. */
function plainText(text: string): string {
  if (!/[*#<\\\]]/.test(text)) return text
  return text
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\\([-+*_#>.()[\]])/g, '$1')
    .replaceAll('**', '')
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/<br\s*\/?>/gi, '\n')
}

function wordsOf(line: TextLine, han: 1 | 2): RawCell[] {
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
    x += code >= 0x1100 ? han : 1
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
      for (const cell of text.slice(1).split('\t')) cells.push({ text: cell, at: line.at })
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
    cells: cells.map((c, i) => ({ at: c.at, text: plainText(c.text), x0: i - cells.length, x1: i - cells.length + 1 })),
  }
}
