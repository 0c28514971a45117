/** Rows of an agency's own: words inside a statutory table that no label of the form explains, and their figures. */
import type { ExtraRow } from '../report.ts'
import { foldUnit } from './fold.ts'
import { claimed, figures, tokensBetween } from './gather.ts'
import type { Spot } from './spot.ts'
import type { Strip } from './tokens.ts'

/**
 * Rows of cells inside a table that no label of any table explains but that hold figures: between its first and last
 * label, or right behind the last one without a break.
 */
export function extraRows(
  strip: Strip,
  own: readonly Spot[],
  all: readonly Spot[],
  table: ExtraRow['table'],
  columns: number,
): ExtraRow[] {
  const rows = own.filter(s => s.word.kind === 'row').map(s => strip.rowOf[s.end - 1] ?? 0)
  if (rows.length === 0) return []
  const last = Math.max(...rows)
  const extra: ExtraRow[] = []
  for (let row = Math.min(...rows) + 1; row < strip.rows.length; row++) {
    if (row > last && strip.rows[row]?.fragment !== strip.rows[last]?.fragment) break
    const found = extraRow(strip, row, all, table, columns)
    if (found) extra.push(found)
  }
  return extra
}

function extraRow(
  strip: Strip,
  row: number,
  spots: readonly Spot[],
  table: ExtraRow['table'],
  columns: number,
): ExtraRow | null {
  const info = strip.rows[row]
  if (!info || info.style === 'plain' || info.end - info.start < 2) return null
  if (claimed(spots, info.start, info.end)) return null
  const tokens = strip.tokens.filter(t => t.row === row && t.wordsEnd === undefined)
  if (figures(tokens) === 0) return null
  const values = strip.tokens.filter(t => t.row === row && t.anchor >= info.start + 1).map(t => t.text.trim())
  const cells = info.text.split('\t').map(c => c.trim())
  const label = cells.find(c => c !== '') ?? ''
  const glued =
    values.length === 1 && label.endsWith(values[0] ?? '\n') ? label.slice(0, -(values[0] ?? '').length) : label
  return { table, label: oneLine(glued).replace(/[:：\s]+$/, ''), values: withoutGap(values, columns) }
}

/** A label wrapped in its cell is one line; Han text joins without a space. */
function oneLine(label: string): string {
  return label.replace(/\s*\n\s*/g, (_, at: number) => (/[\p{Script=Han}]/u.test(label.charAt(at - 1)) ? '' : ' '))
}

/** Blank cells before the values beyond the table's columns belong to the label. */
function withoutGap(values: readonly string[], columns: number): readonly string[] {
  const gap = values.findIndex(v => v !== '')
  return values.slice(Math.max(0, Math.min(gap, values.length - columns)))
}

/** The same in running lines: unexplained words between two labels of a table, with figures right behind them. */
export function looseExtraRows(
  strip: Strip,
  own: { readonly spots: readonly Spot[] },
  all: readonly Spot[],
  table: ExtraRow['table'],
): ExtraRow[] {
  const spots = [...all].sort((a, b) => a.start - b.start)
  const inside = own.spots.filter(s => s.word.kind === 'row')
  const last = inside.at(-1)
  return spots.flatMap((spot, i) => {
    const next = spots[i + 1]?.start
    if (!last || next === undefined || next > last.start || !own.spots.includes(spot)) return []
    return looseRow(strip, spot, next, table) ?? []
  })
}

function looseRow(strip: Strip, spot: Spot, next: number, table: ExtraRow['table']): ExtraRow | null {
  const near = tokensBetween(strip.tokens, spot.start, next).filter(t => !t.blank && t.wordsEnd === undefined)
  const anchor = near.find(t => t.anchor > spot.end)?.anchor
  if (anchor === undefined || (spot.word.kind === 'row' && !near.some(t => t.anchor <= spot.end))) return null
  const row = strip.rowOf[anchor - 1] ?? 0
  const text = strip.rows[row]
  if (text?.style !== 'plain' || anchor - spot.end < 2) return null
  const label = written(text.text, strip.folded.slice(Math.max(spot.end, text.start), anchor))
  return { table, label, values: near.filter(t => t.anchor === anchor).map(t => t.text.trim()) }
}

/** The written form of a stretch of folded text, found in the row it stands in. */
function written(text: string, folded: string): string {
  const at: number[] = []
  let all = ''
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text.charCodeAt(i))
    if (unit === 0) continue
    all += String.fromCharCode(unit)
    at.push(i)
  }
  const from = all.indexOf(folded)
  const start = at[from]
  const end = at[from + folded.length - 1]
  return start === undefined || end === undefined ? folded : text.slice(start, end + 1)
}
