/** Tables written in LaTeX, as typesetters and text recognisers hand them out: rows, cells and spans. */
import type { Grid, PaperCell } from '../../../../paper/paper.ts'

const NAMES = 'tabularx|tabulary|tabular|longtable|xltabular|supertabular|tabu|array'
const BEGIN = new RegExp(`\\\\begin\\s*\\{(${NAMES})(\\*?)\\}`, 'g')
/** Environments whose first argument is a width. */
const WITH_WIDTH = /^(?:tabularx|tabulary|xltabular|tabular\*)$/

/** Longer than any form is written: such a text stays lines. */
const LONGEST = 200_000
const LONGEST_ARGUMENT = 4000
const MOST_COLUMNS = 100

/** Where a table stands in the text, and the table. */
export interface LatexTable {
  readonly start: number
  readonly end: number
  readonly grid: Grid
}

/** Whether a text may hold a table in LaTeX at all: the cheap question. */
export function mayHoldLatex(text: string): boolean {
  return text.includes('\\begin{tab') || text.includes('\\begin{longtable}') || text.includes('\\begin{array}')
}

/** The tables of a text, in order. `lineAt` tells the line of a place in the text, from 1. */
export function latexTables(text: string, lineAt: (at: number) => number): LatexTable[] {
  const tables: LatexTable[] = []
  let from = 0
  for (const match of text.matchAll(BEGIN)) {
    if (match.index < from) continue
    const name = `${match[1] ?? ''}${match[2] ?? ''}`
    const body = behindArguments(text, match.index + match[0].length, WITH_WIDTH.test(name) ? 2 : 1)
    const close = closing(text, body, name)
    if (close < 0 || close - body > LONGEST) break
    const grid = gridOf(text, body, close, lineAt)
    from = close + `\\end{${name}}`.length
    if (grid) tables.push({ start: match.index, end: from, grid })
  }
  return tables
}

/** Past the optional and the given number of braced arguments. */
function behindArguments(text: string, at: number, braced: number): number {
  let i = at
  for (let left = braced; ; ) {
    while (/\s/.test(text.charAt(i))) i++
    if (text[i] === '[') i = Math.max(i, text.indexOf(']', i)) + 1
    else if (text[i] === '{' && left > 0) {
      i = pastBrace(text, i)
      left--
    } else return i
  }
}

/** Past the brace that closes the one at `at`; past that one alone where none does. */
function pastBrace(text: string, at: number): number {
  let depth = 0
  for (let i = at; i < Math.min(text.length, at + LONGEST_ARGUMENT); i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '{') depth++
    else if (text[i] === '}' && --depth === 0) return i + 1
  }
  return at + 1
}

function closing(text: string, from: number, name: string): number {
  const [open, close] = [`\\begin{${name}}`, `\\end{${name}}`]
  let depth = 1
  for (let i = from; i < text.length; ) {
    const next = text.indexOf(close, i)
    if (next < 0) return -1
    const inner = text.indexOf(open, i)
    if (inner >= 0 && inner < next) {
      depth++
      i = inner + open.length
    } else if (--depth === 0) return next
    else i = next + close.length
  }
  return -1
}

interface Source {
  readonly text: string
  readonly at: number
}

/** Cuts a table's body at `&` and `\\` that stand in no braces and no inner environment. */
function rowsOf(text: string, from: number, to: number): Source[][] {
  const rows: Source[][] = []
  let row: Source[] = []
  let start = from
  let depth = 0
  const cell = (end: number) => row.push({ text: text.slice(start, end), at: start })
  for (let i = from; i < to; i++) {
    const char = text[i]
    if (char === '{') depth++
    else if (char === '}') depth--
    else if (char === '&' && depth <= 0) {
      cell(i)
      start = i + 1
    } else if (char === '\\') {
      const word = /^\\(?:begin|end)\s*\{/.exec(text.slice(i, i + 12))?.[0]
      if (word) depth += word.startsWith('\\b') ? 1 : -1
      if ((text[i + 1] === '\\' || text.startsWith('\\tabularnewline', i)) && depth <= 0) {
        cell(i)
        rows.push(row)
        row = []
        i = behindArguments(text, i + (text[i + 1] === '\\' ? 2 : 15), 0) - 1
        start = i + 1
      } else if (!word) i++
    }
  }
  cell(to)
  return [...rows, row]
}

interface Draft {
  readonly text: string
  readonly at: number
  readonly colSpan: number
  readonly rowSpan: number
}

const MULTICOLUMN = /\\multicolumn\s*\{\s*(\d+)\s*\}\s*/
const MULTIROW = /\\multirow\s*(?:\[[^\]]*\])?\s*\{\s*(\d+)\s*\}\s*(?:\[[^\]]*\])?\s*/

function draftOf({ text, at }: Source): Draft {
  let rest = text
  let colSpan = 1
  let rowSpan = 1
  for (let i = 0; i < 2; i++) {
    const wide = MULTICOLUMN.exec(rest)
    const high = MULTIROW.exec(rest)
    const match = wide ?? high
    if (!match) break
    if (wide) colSpan = Math.min(MOST_COLUMNS, Math.max(1, Number(wide[1])))
    else rowSpan = Math.max(1, Number(match[1]))
    rest = rest.slice(behindArguments(rest, match.index + match[0].length, 1))
  }
  const lead = /^\s*/.exec(text)?.[0].length ?? 0
  return { text: plainLatex(rest), at: at + lead, colSpan, rowSpan }
}

function gridOf(text: string, from: number, to: number, lineAt: (at: number) => number): Grid | null {
  const rows = rowsOf(text, from, to).map(row => row.map(draftOf))
  const filled = rows.filter(row => row.length > 1 || row.some(d => d.text !== ''))
  const cells: PaperCell[] = []
  // For each column the row up to which a cell from above reaches.
  const reach: number[] = []
  let width = 0
  filled.forEach((row, y) => {
    let column = 0
    for (const { text: words, at, colSpan, rowSpan } of row) {
      // A place covered from above is written all the same, empty.
      if (words !== '' || (reach[column] ?? 0) <= y) {
        const height = Math.min(rowSpan, filled.length - y)
        for (let x = 0; x < colSpan; x++) reach[column + x] = y + height
        cells.push({ text: words, row: y, column, rowSpan: height, colSpan, at: { line: lineAt(at) } })
      }
      column += colSpan
    }
    width = Math.max(width, column)
  })
  return cells.length === 0 ? null : { kind: 'grid', width, height: filled.length, cells: cutSpans(cells) }
}

/** A span ends where the paper writes something below it. */
function cutSpans(cells: readonly PaperCell[]): PaperCell[] {
  const rows: PaperCell[][] = []
  for (const cell of cells) {
    rows[cell.row] ??= []
    rows[cell.row]?.push(cell)
  }
  return cells.map(cell => {
    if (cell.rowSpan === 1) return cell
    const beside = (c: PaperCell) => c.column < cell.column + cell.colSpan && c.column + c.colSpan > cell.column
    const below = rows.slice(cell.row + 1, cell.row + cell.rowSpan).findIndex(row => row?.some(beside))
    return below < 0 ? cell : { ...cell, rowSpan: below + 1 }
  })
}

const DROPPED =
  /\\(?:begin|end)\s*\{[^{}]*\}(?:\[[^\]]*\])?(?:\{\\(?:line|text)width\})?|\\(?:cline|cmidrule|rule|vspace|hspace|label|rowcolor|cellcolor|setlength|noalign|specialrule|documentclass|usepackage)\*?\s*(?:\([^)]*\)|\[[^\]]*\])*(?:\s*\{[^{}]*\})*/g
const KEPT = /\\(?:[a-zA-Z]+\*?)(?:\[[^\]]*\])?\s*/g

/** The words of a piece of LaTeX, without its commands. */
export function plainLatex(text: string): string {
  return text
    .replace(/(?<!\\)%[^\n]*\n\s*/g, '')
    .replace(/\\\\(?:\[[^\]]*\])?/g, '\n')
    .replace(DROPPED, '')
    .replace(/\\([%&_#$ ,;{}])/g, (_, sign: string) => (/[ ,;]/.test(sign) ? ' ' : sign))
    .replace(KEPT, '')
    .replace(/[{}]/g, '')
    .replace(/~/g, ' ')
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim()
}
