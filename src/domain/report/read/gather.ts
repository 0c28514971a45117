/** Gives each spotted label the values that stand in its row. */

import type { RowStyle } from './loose.ts'
import type { Region, Spot } from './spot.ts'
import type { Strip, Token } from './tokens.ts'
import { readValue } from './value.ts'

export interface Extent {
  readonly x0: number
  readonly x1: number
}

/** The values found for one label, in order, before they are given columns. */
export interface Evidence {
  readonly spot: Spot
  readonly tokens: readonly Token[]
  readonly style: RowStyle
  readonly fragment: number
  readonly system: number
  /** Where the label itself ends and begins. */
  readonly label: Extent
}

/** Words as short as a counter in brackets, or a label's last character, may stand between it and its values. */
const COUNTER_TAIL = 3

/** The evidence for every row label spotted; of a label spotted twice, the occurrence with more figures. */
export function gatherRows(strip: Strip, region: Region, spots: readonly Spot[]): Map<string, Evidence> {
  const best = new Map<string, Evidence>()
  if (valuesComeFirst(strip, spots)) return best
  spots.forEach((spot, i) => {
    if (spot.word.kind !== 'row' && spot.word.kind !== 'group') return
    const evidence = evidenceOf(strip, spot, spots[i + 1]?.start ?? region.end, spots)
    if (evidence.style === 'plain' && (isProse(strip, region, evidence, spots) || isSandwiched(strip, evidence, spots)))
      return
    const key = spot.word.key
    const known = best.get(key)
    if (!known || figures(evidence.tokens) > figures(known.tokens)) best.set(key, evidence)
  })
  return best
}

/**
 * A printed label alone on its line between two lines of values that are not the row before it: figures wrapped in
 * their cells stand half above and half below their label, and none can be told.
 */
function isSandwiched(strip: Strip, { spot, tokens }: Evidence, spots: readonly Spot[]): boolean {
  const at = strip.rowOf[spot.start] ?? 0
  const row = strip.rows[at]
  if (!row || !('page' in row.at) || tokens.length === 0 || tokens.some(t => t.row === at)) return false
  let above = at - 1
  while (above >= 0 && strip.rows[above]?.start === strip.rows[above]?.end) above--
  const between = strip.tokens.filter(t => t.row > above && t.row < at && !t.blank).length
  const mine = spots.some(s => s.word.kind === 'row' && strip.rowOf[s.end - 1] === above)
  return between > 0 && (!mine || between !== figures(tokens))
}

/** A sentence, or a long line of mostly other words, that happens to name a row of the form. */
function isProse(strip: Strip, region: Region, { spot, tokens }: Evidence, spots: readonly Spot[]): boolean {
  const row = strip.rows[strip.rowOf[spot.start] ?? 0]
  if (!row) return false
  // 32 件，: the stop of a sentence right behind the figure and its counter.
  const last = (tokens.at(-1)?.anchor ?? spot.end) + 2
  const home = tokens[0] && strip.rows[tokens[0].row]
  // A label's own comma may end its line; the figures stand on the next.
  const below = home !== undefined && home !== row && home.start === home.end && home.start === tokens[0]?.anchor
  const first = (tokens[0]?.anchor ?? spot.end + 1) + (below ? 1 : 0)
  for (let i = first; i <= Math.min(last, row.end); i++) if (strip.stops.has(i)) return true
  const start = Math.max(row.start, region.start)
  const end = Math.min(row.end, region.end)
  const known = spots.reduce((n, s) => n + Math.max(0, Math.min(s.end, end) - Math.max(s.start, start)), 0)
  return end - start > 30 && known < (end - start) * 0.3
}

/** How many tokens hold anything. */
export function figures(tokens: readonly Token[]): number {
  return tokens.reduce((n, t) => n + (t.blank ? 0 : 1), 0)
}

function isFigure(token: Token): boolean {
  return !token.blank && token.wordsEnd === undefined
}

/** A paper that prints its values before their labels would lend every row its neighbour's values: it is not read. */
function valuesComeFirst(strip: Strip, spots: readonly Spot[]): boolean {
  const rows = spots.filter(s => s.word.kind === 'row')
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) return false
  const row = strip.rowOf[first.start]
  const before = strip.tokens.filter(t => t.row === row && t.anchor <= first.start && isFigure(t)).length
  const after = strip.tokens.filter(
    t => t.row === strip.rowOf[last.end - 1] && t.anchor >= last.end && isFigure(t),
  ).length
  return before >= 2 && after === 0
}

function evidenceOf(strip: Strip, spot: Spot, next: number, spots: readonly Spot[]): Evidence {
  const labelRow = strip.rowOf[spot.end - 1] ?? -1
  const nextRow = next < strip.rowOf.length ? strip.rowOf[next] : -1
  const near = tokensBetween(strip.tokens, spot.start, next).filter(
    t => !(t.anchor === next && t.row === nextRow && t.row !== labelRow && t.blank),
  )
  const style = strip.rows[labelRow]?.style ?? 'plain'
  const tokens = style === 'plain' ? plainTokens(strip, near, spot) : cellTokens(strip, near, spot, spots)
  const home = strip.rows[tokens[0]?.row ?? labelRow] ?? strip.rows[labelRow]
  return {
    spot,
    tokens,
    style: home?.style ?? style,
    fragment: home?.fragment ?? 0,
    system: home?.system ?? 0,
    label: extentOf(strip, spot.end - 1),
  }
}

/** The horizontal extent of the word a folded character stands in. */
export function extentOf(strip: Strip, at: number): Extent {
  const [x0, x1] = strip.xOf[at] ?? [0, 0]
  return { x0, x1 }
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
function plainTokens(strip: Strip, near: readonly Token[], spot: Spot): Token[] {
  const filled = near.filter(t => !t.blank && t.wordsEnd === undefined)
  const inside = filled.filter(t => t.anchor <= spot.end)
  if (inside.length > 0) return inside
  const first = filled[0]
  if (!first || !isTail(strip.folded.slice(spot.end, first.anchor), spot, strip)) return []
  return filled.filter(t => t.anchor === first.anchor)
}

/** Whether words between a label and its values can be the rest of that label: a counter, or what its spelling goes on with. */
function isTail(words: string, spot: Spot, strip: Strip): boolean {
  const sameWord = strip.xOf[spot.end + words.length - 1] === strip.xOf[spot.end - 1]
  if (words.length <= COUNTER_TAIL || sameWord) return true
  const seen = strip.folded.slice(spot.start, spot.end)
  const rests = [...spot.word.forms, ...spot.word.bare].flatMap(f =>
    f.startsWith(seen.slice(0, -1)) ? [f.slice(seen.length)] : [],
  )
  const shared = (rest: string) => [...words].filter(c => rest.includes(c)).length / words.length
  return rests.some(rest => words.length <= rest.length + 6 && shared(rest) >= 0.5)
}

/** In rows of cells: the cells of the label's own row; where it has none, the cells that follow until words come. */
function cellTokens(strip: Strip, near: readonly Token[], spot: Spot, spots: readonly Spot[]): Token[] {
  const label = strip.folded.slice(spot.start, spot.end)
  const isLabel = (start: number, end: number) => strip.folded.slice(start, end) === label || claimed(spots, start, end)
  const cells = near.filter(t => t.wordsEnd === undefined || !isLabel(t.anchor, t.wordsEnd))
  const firstRow = strip.rowOf[spot.start] ?? 0
  const lastRow = strip.rowOf[spot.end - 1] ?? firstRow
  const rowsOfLabel = Array.from({ length: lastRow - firstRow + 1 }, (_, i) => firstRow + i)
  const own = rowsOfLabel.map(row => cells.filter(t => t.row === row))
  const filled = own.filter(tokens => figures(tokens) > 0).sort((a, b) => b.length - a.length)[0]
  const labelled = new Set(strip.rowOf.slice(spot.start, spot.end))
  const torn = own.filter(tokens => figures(tokens) > 0 && labelled.has(tokens[0]?.row ?? -1))
  if (torn.length > 1) return blurred(torn)
  if (filled) return withRowBelow(strip, withContinuation(strip, filled))
  const widest = own.sort((a, b) => b.length - a.length)[0] ?? []
  // A row with cells of its own is empty; what follows other words belongs to those words.
  const after = plainTokens(strip, widest.length > 0 ? near.filter(t => t.anchor <= spot.end) : near, spot)
  return after.length > 0 ? after : widest
}

/** A torn label with figures beside both of its halves: whether they are two rows or one, nobody can tell. */
function blurred(rows: readonly (readonly Token[])[]): Token[] {
  const [first = [], ...rest] = rows
  const others = rest.flat().filter(t => !t.blank)
  const text = others.map(t => t.text.trim()).join(' ')
  return first.map(t => (t.blank ? t : { ...t, text: `${t.text} ${text}` }))
}

/**
 * A figure cut in two by the width of its cell stands on two lines of a plain table. Where the next line begins with a
 * figure and the row does not add up without it, the row's last cell holds both, and cannot be read.
 */
function withContinuation(strip: Strip, tokens: Token[]): Token[] {
  const last = tokens.at(-1)
  const next = last && strip.rows[last.row + 1]
  if (!last || !next || (next.style !== 'ragged' && next.style !== 'plain') || next.start !== next.end) return tokens
  if (
    strip.rows[last.row]?.style !== 'ragged' ||
    strip.rows[last.row]?.closed ||
    next.fragment !== strip.rows[last.row]?.fragment
  )
    return tokens
  const rest = strip.tokens.find(t => t.row === last.row + 1)
  if (!rest || rest.blank || last.blank || addsUp(tokens)) return tokens
  return [...tokens.slice(0, -1), { ...last, text: `${last.text} ${rest.text}` }]
}

/** A grid row with a row of nothing but values right below it: perhaps one row whose cells a reader cut in two. */
function withRowBelow(strip: Strip, tokens: Token[]): Token[] {
  const row = tokens[0]?.row ?? -1
  const below = strip.rows[row + 1]
  const [own] = strip.rows.slice(row, row + 1)
  if (own?.style !== 'grid' || below?.style !== 'grid' || below.system !== own.system || below.start !== below.end)
    return tokens
  const rest = strip.tokens.filter(t => t.row === row + 1 && !t.blank)
  return rest.length === 0 || addsUp(tokens) ? tokens : blurred([tokens, rest])
}

function addsUp(tokens: readonly Token[]): boolean {
  const values = tokens.map(t => readValue(t.text).value ?? 0)
  return values.length > 3 && values.slice(0, -1).reduce((a, b) => a + b, 0) === values.at(-1)
}

/** Whether a word of the form was spotted anywhere in a stretch of the folded text. */
export function claimed(spots: readonly Spot[], start: number, end: number): boolean {
  return spots.some(s => s.start < end && s.end > start)
}
