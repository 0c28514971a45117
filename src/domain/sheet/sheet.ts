/** A list typed into a table by people: its heads are found by their words, wherever they stand and in any order. */
import type { Grid, PaperCell } from '../../paper/paper.ts'
import type { Said } from '../kernel/lang.ts'
import { type Refusal, refuse } from '../kernel/result.ts'

/** A column that may be in the table. */
export interface SheetColumn {
  readonly label: Said
  /** Other words for its head. */
  readonly also: readonly string[]
  /** Without it the table cannot be read. */
  readonly needed?: true
}

export type SheetColumns<C extends string> = Readonly<Record<C, SheetColumn>>

/** One line of the list; `row` as the program that wrote the file numbers it, from 1. */
export interface SheetRow<C extends string> {
  readonly row: number
  /** What is in the columns found, trimmed; empty where nothing is. */
  readonly values: Readonly<Partial<Record<C, string>>>
}

export interface Sheet<C extends string> {
  readonly rows: readonly SheetRow<C>[]
  /** Heads nobody knows: their columns are passed over. */
  readonly ignored: readonly string[]
  /** Why it cannot be read at all. */
  readonly refusals: readonly Refusal[]
}

/** Titles and remarks stand over the heads. */
const SEARCHED_ROWS = 20
const fewestHeads = 2

/** Reads a list. Merged cells count in each of their rows; empty rows and remarks below are passed over. */
export function readSheet<C extends string>(grid: Grid, columns: SheetColumns<C>): Sheet<C> {
  const lines = linesOf(grid)
  const known = headsOf(columns)
  const headLine = lines.slice(0, SEARCHED_ROWS).find(line => isHead(line, known, columns))
  if (!headLine) return { rows: [], ignored: [], refusals: [noHeads(columns)] }
  const found = headLine.texts.map(text => known.get(plainHead(text)))
  const twice = found.find((id, n) => id !== undefined && found.indexOf(id) !== n)
  if (twice !== undefined) return { rows: [], ignored: [], refusals: [headTwice(columns[twice].label)] }
  const rows = lines
    .slice(lines.indexOf(headLine) + 1)
    .filter(line => isListed(line.texts))
    .map(line => ({ row: line.row, values: valuesOf(line, found) }))
  const ignored = headLine.texts.filter((text, n) => text !== '' && found[n] === undefined)
  return { rows, ignored: [...new Set(ignored)], refusals: rows.length > 0 ? [] : [noRows] }
}

/** A refusal with its row and column named, and said in front of it. */
export function atCell(refusal: Refusal, row: number, field: string, label: Said): Refusal {
  const { zh, en } = refusal.says
  const says = { zh: `第 ${row} 行“${label.zh}”：${zh}`, en: `Row ${row}, ${label.en}: ${en}` }
  return { code: refusal.code, says, at: `rows[${row}].${field}` }
}

interface Line {
  readonly row: number
  readonly texts: readonly string[]
}

function linesOf(grid: Grid): readonly Line[] {
  const texts = Array.from({ length: grid.height }, () => Array.from({ length: grid.width }, () => ''))
  const numbers = Array.from({ length: grid.height }, (_, row) => row + 1)
  for (const cell of grid.cells) {
    numbers[cell.row] = rowNumber(cell)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      const line = texts[row]
      // Across columns a merged cell is one value, down rows it is the value of each.
      if (line) line[cell.column] = cell.text.replace(/\s+/g, ' ').trim()
    }
  }
  return texts.map((line, n) => ({ row: numbers[n] ?? n + 1, texts: line }))
}

function rowNumber({ at, row }: PaperCell): number {
  const written = 'cell' in at ? /\d+$/.exec(at.cell)?.[0] : undefined
  return written === undefined ? row + 1 : Number(written)
}

function headsOf<C extends string>(columns: SheetColumns<C>): ReadonlyMap<string, C> {
  const ids = Object.keys(columns) as C[]
  return new Map(
    ids.flatMap(id => {
      const { label, also } = columns[id]
      return [label.zh, label.en, ...also].map(head => [plainHead(head), id] as const)
    }),
  )
}

/** Without what people add to a head: marks of need, remarks in brackets, spaces, colons. */
function plainHead(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*:：.、]/g, '')
}

function isHead<C extends string>(line: Line, known: ReadonlyMap<string, C>, columns: SheetColumns<C>): boolean {
  const found = new Set(line.texts.flatMap(text => known.get(plainHead(text)) ?? []))
  const needed = (Object.keys(columns) as C[]).filter(id => columns[id].needed)
  return found.size >= fewestHeads && needed.every(id => found.has(id))
}

function isListed(texts: readonly string[]): boolean {
  const filled = texts.filter(text => text !== '')
  const [first = ''] = filled
  return filled.length > 1 || (filled.length === 1 && !/^(?:注|说明|备注|填表|合计|note)/i.test(first))
}

function valuesOf<C extends string>({ texts }: Line, found: readonly (C | undefined)[]): Partial<Record<C, string>> {
  const values: Partial<Record<C, string>> = {}
  for (const [n, id] of found.entries()) if (id !== undefined) values[id] = texts[n] ?? ''
  return values
}

function noHeads<C extends string>(columns: SheetColumns<C>): Refusal {
  const all = Object.values<SheetColumn>(columns)
  const needed = all.filter(c => c.needed).map(c => c.label)
  return refuse('no_heads', {
    zh: `没有找到表头：请在前 ${SEARCHED_ROWS} 行内写一行表头，至少有“${needed.map(l => l.zh).join('”“')}”，可用的还有：${all.map(c => c.label.zh).join('、')}`,
    en: `No heads found: write a row of heads within the first ${SEARCHED_ROWS} rows, at least ${needed.map(l => l.en).join(', ')}; known are ${all.map(c => c.label.en).join(', ')}`,
  }).refusal
}

function headTwice({ zh, en }: Said): Refusal {
  return refuse('head_twice', {
    zh: `表头里有两列都是“${zh}”，请去掉一列`,
    en: `Two columns are headed ${en}; take one away`,
  }).refusal
}

const noRows = refuse('no_rows', {
  zh: '表头下面没有任何行，请填写后再导入',
  en: 'There is no row under the heads; fill some in',
}).refusal
