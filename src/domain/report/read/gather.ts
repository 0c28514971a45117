/** Gives each spotted label the values that stand in its row, and tells rows the form does not have. */
import type { ExtraRow } from '../report.ts'
import type { Region, Spot } from './spot.ts'
import type { RowStyle, Strip, Token } from './tokens.ts'

/** The values found for one label, in order, before they are given columns. */
export interface Evidence {
  readonly spot: Spot
  readonly tokens: readonly Token[]
  readonly style: RowStyle
  readonly fragment: number
  readonly system: number
}

/** Words between a label and its values that can still belong to the label. */
const LABEL_TAIL = 14

/** The evidence for every row label spotted; of a label spotted twice, the occurrence with more figures. */
export function gatherRows(strip: Strip, region: Region, spots: readonly Spot[]): Map<string, Evidence> {
  const best = new Map<string, Evidence>()
  if (valuesComeFirst(strip, spots)) return best
  spots.forEach((spot, i) => {
    if (spot.word.kind !== 'row' && spot.word.kind !== 'group') return
    const evidence = evidenceOf(strip, spot, spots[i + 1]?.start ?? region.end, spots)
    const key = spot.word.key
    const known = best.get(key)
    if (!known || figures(evidence.tokens) > figures(known.tokens)) best.set(key, evidence)
  })
  return best
}

/** How many tokens hold anything. */
export function figures(tokens: readonly Token[]): number {
  return tokens.reduce((n, t) => n + (t.blank ? 0 : 1), 0)
}

/** A paper that prints its values before their labels would lend every row its neighbour's values: it is not read. */
function valuesComeFirst(strip: Strip, spots: readonly Spot[]): boolean {
  const rows = spots.filter(s => s.word.kind === 'row')
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) return false
  const row = strip.rowOf[first.start]
  const before = strip.tokens.filter(t => t.row === row && t.anchor <= first.start && !t.blank).length
  const after = strip.tokens.filter(t => t.row === strip.rowOf[last.end - 1] && t.anchor >= last.end && !t.blank).length
  return before >= 2 && after === 0
}

function evidenceOf(strip: Strip, spot: Spot, next: number, spots: readonly Spot[]): Evidence {
  const labelRow = strip.rowOf[spot.end - 1] ?? -1
  const nextRow = next < strip.rowOf.length ? strip.rowOf[next] : -1
  const near = tokensBetween(strip.tokens, spot.start, next).filter(
    t => !(t.anchor === next && t.row === nextRow && t.row !== labelRow && t.blank),
  )
  const style = strip.rows[labelRow]?.style ?? 'plain'
  const tokens = style === 'plain' ? plainTokens(near, spot) : cellTokens(strip, near, spot, spots)
  const home = strip.rows[tokens[0]?.row ?? labelRow] ?? strip.rows[labelRow]
  return {
    spot,
    tokens,
    style: home?.style ?? style,
    fragment: home?.fragment ?? 0,
    system: home?.system ?? 0,
  }
}

/** Tokens anchored after `start` and not beyond `end`. */
export function tokensBetween(tokens: readonly Token[], start: number, end: number): Token[] {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.anchor ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const out: Token[] = []
  for (let i = low; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token || token.anchor > end) break
    out.push(token)
  }
  return out
}

/** In running lines: the first run of values behind the label; words end it. */
function plainTokens(near: readonly Token[], spot: Spot): Token[] {
  const filled = near.filter(t => !t.blank && t.wordsEnd === undefined)
  const inside = filled.filter(t => t.anchor <= spot.end)
  if (inside.length > 0) return inside
  const first = filled[0]
  if (!first || first.anchor - spot.end > tailOf(spot)) return []
  return filled.filter(t => t.anchor === first.anchor)
}

/** A label cut short by a misprint in its second half may leave the rest of its longest spelling behind it. */
function tailOf(spot: Spot): number {
  const longest = Math.max(...spot.word.forms.map(f => f.length))
  return Math.max(LABEL_TAIL, longest - (spot.end - spot.start) + 6)
}

/** In rows of cells: the cells of the label's own row; where it has none, the cells that follow until words come. */
function cellTokens(strip: Strip, near: readonly Token[], spot: Spot, spots: readonly Spot[]): Token[] {
  const cells = near.filter(t => t.wordsEnd === undefined || !claimed(spots, t.anchor, t.wordsEnd))
  const rowsOfLabel = new Set(strip.rowOf.slice(spot.start, spot.end))
  const own = [...rowsOfLabel].map(row => cells.filter(t => t.row === row))
  const filled = own.filter(tokens => figures(tokens) > 0).sort((a, b) => b.length - a.length)[0]
  if (filled) return filled
  const after = plainTokens(near, spot)
  if (after.length > 0) return after
  return own.sort((a, b) => b.length - a.length)[0] ?? []
}

function claimed(spots: readonly Spot[], start: number, end: number): boolean {
  return spots.some(s => s.start < end && s.end > start)
}

/**
 * Rows of cells inside a table that no label of any table explains but that hold figures: between its first and last
 * label, or right behind the last one without a break.
 */
export function extraRows(
  strip: Strip,
  own: readonly Spot[],
  all: readonly Spot[],
  table: ExtraRow['table'],
): ExtraRow[] {
  const rows = own.filter(s => s.word.kind === 'row').map(s => strip.rowOf[s.end - 1] ?? 0)
  if (rows.length === 0) return []
  const last = Math.max(...rows)
  const extra: ExtraRow[] = []
  for (let row = Math.min(...rows) + 1; row < strip.rows.length; row++) {
    if (row > last && strip.rows[row]?.fragment !== strip.rows[last]?.fragment) break
    const found = extraRow(strip, row, all, table)
    if (found) extra.push(found)
  }
  return extra
}

function extraRow(strip: Strip, row: number, spots: readonly Spot[], table: ExtraRow['table']): ExtraRow | null {
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
  return { table, label: glued.replace(/[:：\s]+$/, ''), values }
}
