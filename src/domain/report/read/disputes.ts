/** Reads table 四: one strip of values under three heads, or the same values stacked, split or upright. */
import { fitRows } from './fit.ts'
import { extentOf, figures, tokensBetween } from './gather.ts'
import { underHeads as placeUnder } from './grid.ts'
import { addsUp } from './positions.ts'
import { type FitForm, type Slot, slotOf } from './slots.ts'
import type { Region, Spot } from './spot.ts'
import type { Strip, Token } from './tokens.ts'

export interface DisputeForm {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
}

/** Slots by row id, or null where the region holds no such table. */
export function readDisputes(
  strip: Strip,
  region: Region,
  spots: readonly Spot[],
  form: DisputeForm,
  fit: FitForm,
): Map<string, readonly Slot[]> | null {
  const heads = spots.filter(s => s.word.kind === 'column')
  const first = heads[0]
  if (!first || new Set(heads.map(h => h.word.id)).size < 3) return bare(strip, region, spots, form, fit)
  const tokens = tokensBetween(strip.tokens, spots[0]?.start ?? first.start, region.end).filter(
    t => t.wordsEnd === undefined || !spots.some(s => s.start < (t.wordsEnd ?? 0) && s.end > t.anchor),
  )
  const values = tokens.filter(t => t.wordsEnd === undefined)
  const lastHead = heads.at(-1)?.end ?? first.end
  return (
    stacked(values, spots, form) ??
    upright(values, heads, form) ??
    split(values, spots, form) ??
    underHeads(tokens, heads, form) ??
    strip15(
      strip,
      tokens.filter(t => t.anchor >= lastHead),
      heads,
      form,
      fit,
    ) ??
    empty(form)
  )
}

/** Heads too torn to know, but a line of exactly the form's number of figures below the names of the roads. */
function bare(
  strip: Strip,
  region: Region,
  spots: readonly Spot[],
  form: DisputeForm,
  fit: FitForm,
): Map<string, readonly Slot[]> | null {
  const start = spots[0]?.start
  if (start === undefined || new Set(spots.map(s => s.word.key)).size < 2) return null
  const tokens = tokensBetween(strip.tokens, start, region.end)
  const all = form.rows.length * form.columns.length
  const lines = [...new Set(tokens.map(t => t.row))].map(row => tokens.filter(t => t.row === row && !t.blank))
  const line = lines.find(l => l.length === all && l.every(t => t.wordsEnd === undefined) && isReading(l, form, fit))
  if (line) return cut(line.map(slotOf), form)
  // A figure a line: as many as the form has in all, and every road's own sum holds.
  const run = tokens.filter(t => !t.blank && t.wordsEnd === undefined)
  const slots = run.length === all ? cut(run.map(slotOf), form) : null
  return slots && [...slots.values()].every(road => addsUp(road, fit)) ? slots : null
}

function empty(form: DisputeForm): Map<string, readonly Slot[]> {
  return new Map(form.rows.map(row => [row, form.columns.map((): Slot => ({ kind: 'blank' }))]))
}

/** All values in one run behind all heads. */
function strip15(
  strip: Strip,
  tokens: readonly Token[],
  heads: readonly Spot[],
  form: DisputeForm,
  fit: FitForm,
): Map<string, readonly Slot[]> | null {
  const all = form.rows.length * form.columns.length
  const lines = [...new Set(tokens.map(t => t.row))].map(row => tokens.filter(t => t.row === row))
  const across = [...heads].sort((a, b) => extentOf(strip, a.start).x0 - extentOf(strip, b.start).x0)
  const placed = heads.length === all ? lines.flatMap(line => inGrid(strip, line, across) ?? [])[0] : undefined
  if (placed) return cut(placed, form)
  const cells = lines
    .map(line => fitting(line, all))
    .find(
      line =>
        line.length === all && (isReading(line, form, fit) || (heads.length === all && isAsWide(strip, line, heads))),
    )
  const anchor = tokens.find(t => !t.blank && t.wordsEnd === undefined)?.anchor
  const run = tokens.filter(t => (t.anchor === anchor || anchor === undefined) && t.wordsEnd === undefined)
  const values =
    cells ??
    exactly(
      run.filter(t => !t.blank),
      all,
    ) ??
    exactly(run, all)
  if (values) return cut(values.map(slotOf), form)
  const filled = run.filter(t => !t.blank)
  if (filled.length === 0) return null
  return lost(strip, filled, heads, form, fit)
}

/** A grid row of values, each under its head; null where it is none. */
function inGrid(strip: Strip, line: readonly Token[], heads: readonly Spot[]): [Slot[]] | null {
  const row = strip.rows[line[0]?.row ?? -1]
  const own = heads.filter(h => strip.rows[strip.rowOf[h.start] ?? -1]?.system === row?.system)
  if (row?.style !== 'grid' || own.length < heads.length || !line.some(t => !t.blank && t.wordsEnd === undefined))
    return null
  const places = heads.map(h => ({
    column: h.word.id,
    system: row.system,
    fragment: row.fragment,
    ...extentOf(strip, h.start),
  }))
  const slots = placeUnder(line, places)
  return slots ? [slots] : null
}

/** A row of as many cells as the heads above it: every cell stands under its head. */
function isAsWide(strip: Strip, line: readonly Token[], heads: readonly Spot[]): boolean {
  const row = strip.rows[line[0]?.row ?? -1]
  const head = strip.rows[strip.rowOf[heads.at(-1)?.start ?? -1] ?? -1]
  const filled = line.some(t => !t.blank && t.wordsEnd === undefined)
  return filled && row !== undefined && row.style !== 'plain' && row.cells === line.length && head?.cells === row.cells
}

/** A line of figures; one that begins or ends with a gap must add up, else a lost cell may have shifted it. */
function isReading(line: readonly Token[], form: DisputeForm, fit: FitForm): boolean {
  if (!line.some(t => !t.blank && t.wordsEnd === undefined)) return false
  const gap = line[0]?.blank || line.at(-1)?.blank
  return !gap || [...cut(line.map(slotOf), form).values()].every(slots => addsUp(slots, fit))
}

function exactly(tokens: readonly Token[], n: number): readonly Token[] | null {
  return tokens.length === n ? tokens : null
}

/** Drops blank cells beyond the strip, at its end or else its beginning; words before it; another table to its left. */
function fitting(line: readonly Token[], n: number): readonly Token[] {
  let from = 0
  let to = line.length
  while (to - from > n && line[to - 1]?.blank) to--
  while (to - from > n && (line[from]?.blank || line[from]?.wordsEnd !== undefined)) from++
  if (to - from > n + 1 && line[to - n - 1]?.blank && figures(line.slice(to - n, to)) === n) from = to - n
  return line.slice(from, to)
}

function cut(slots: readonly Slot[], form: DisputeForm): Map<string, readonly Slot[]> {
  const n = form.columns.length
  return new Map(form.rows.map((row, i) => [row, slots.slice(i * n, (i + 1) * n)]))
}

/** Fewer values than columns: told by place under the heads, or by the sums of the three groups, or not at all. */
function lost(
  strip: Strip,
  tokens: readonly Token[],
  heads: readonly Spot[],
  form: DisputeForm,
  fit: FitForm,
): Map<string, readonly Slot[]> {
  const columns = form.rows.flatMap(row => form.columns.map(column => `${row}.${column}`))
  const balances = fit.balances.flatMap(b =>
    form.rows.map(row => ({ ...b, left: b.left.map(c => `${row}.${c}`), right: b.right.map(c => `${row}.${c}`) })),
  )
  const at = tokens[0]?.anchor ?? 0
  const home = strip.rows[tokens[0]?.row ?? 0]
  const evidence = {
    spot: { word: NO_WORD, start: at, end: at, exact: true },
    tokens,
    style: home?.style ?? 'plain',
    fragment: home?.fragment ?? 0,
    system: home?.system ?? 0,
    label: { x0: 0, x1: 0 },
  } as const
  const places = heads.length === columns.length ? heads.map(h => extentOf(strip, h.start)) : []
  const named = places.map((place, i) => ({
    column: columns[i] ?? '',
    system: evidence.system,
    fragment: evidence.fragment,
    ...place,
  }))
  // Too few figures for the sums to say anything: then only places count.
  const telling = tokens.length >= columns.length * 0.7 ? balances : []
  const slots = fitRows([{ id: 'strip', evidence }], { ...fit, columns, heads: named, balances: telling }, strip).get(
    'strip',
  )
  return cut(slots ?? [], form)
}

const NO_WORD = {
  key: 'strip',
  kind: 'row',
  table: 'disputes',
  id: 'strip',
  order: 0,
  block: 0,
  forms: [],
  bare: [],
} as const

/** Each road on a line of its own: its label, then its values. */
function stacked(
  tokens: readonly Token[],
  spots: readonly Spot[],
  form: DisputeForm,
): Map<string, readonly Slot[]> | null {
  const out = new Map<string, readonly Slot[]>()
  for (const row of form.rows) {
    const own = spots
      .filter(s => s.word.kind === 'row' && s.word.id === row)
      .map(s => behind(tokens, spots, s).filter(t => t.anchor === s.end))
    const run = own.map(t => fitting(t, form.columns.length)).find(t => isRun(t, form.columns.length))
    if (run) out.set(row, run.map(slotOf))
  }
  if (out.size === 0) return null
  for (const row of form.rows)
    if (!out.has(row))
      out.set(
        row,
        form.columns.map((): Slot => ({ kind: 'absent' })),
      )
  return out
}

function isRun(tokens: readonly Token[], n: number): boolean {
  return tokens.length === n && figures(tokens) > 0
}

/** The values between a spot and the next one. */
function behind(tokens: readonly Token[], spots: readonly Spot[], spot: Spot): Token[] {
  const next = spots[spots.indexOf(spot) + 1]?.start ?? Number.POSITIVE_INFINITY
  return tokens.filter(t => t.anchor >= spot.end && t.anchor <= next)
}

/** Heads and values alternating: each value behind its own head. */
function upright(
  tokens: readonly Token[],
  heads: readonly Spot[],
  form: DisputeForm,
): Map<string, readonly Slot[]> | null {
  const all = form.rows.length * form.columns.length
  if (heads.length !== all) return null
  const values = heads.map((head, i) => {
    const next = heads[i + 1]?.start ?? Number.POSITIVE_INFINITY
    return tokens.filter(t => t.anchor >= head.end && t.anchor <= next && !t.blank)
  })
  if (values.filter(v => v.length === 1).length < all - 1 || values.some(v => v.length > 1)) return null
  return cut(
    values.map((v): Slot => (v[0] ? { kind: 'token', token: v[0] } : { kind: 'blank' })),
    form,
  )
}

/** A column left out of every group: as many values as heads, and the heads repeat for each road. */
function underHeads(
  tokens: readonly Token[],
  heads: readonly Spot[],
  form: DisputeForm,
): Map<string, readonly Slot[]> | null {
  const size = heads.length / form.rows.length
  const ids = heads.map(h => h.word.id)
  const repeats = Number.isInteger(size) && size < form.columns.length && ids.every((id, i) => id === ids[i % size])
  const values = tokens.filter(t => t.anchor >= (heads.at(-1)?.end ?? 0))
  const lines = [...new Set(values.map(t => t.row))].map(row =>
    fitting(
      values.filter(t => t.row === row),
      heads.length,
    ),
  )
  const line =
    lines.find(l => l.length === heads.length && figures(l) > 0) ??
    exactly(
      values.filter(t => !t.blank),
      heads.length,
    )
  if (!repeats || !line) return null
  return new Map(
    form.rows.map((row, r) => [
      row,
      form.columns.map((column): Slot => {
        const token = line[r * size + ids.slice(0, size).indexOf(column)]
        return ids.slice(0, size).includes(column) && token ? slotOf(token) : { kind: 'absent' }
      }),
    ]),
  )
}

/** Several tables, each with its own heads and its share of the values. */
function split(
  tokens: readonly Token[],
  spots: readonly Spot[],
  form: DisputeForm,
): Map<string, readonly Slot[]> | null {
  const runs: { heads: number; tokens: Token[] }[] = []
  let heads = 0
  for (const spot of spots.filter(s => s.word.kind === 'column')) {
    const run = behind(tokens, spots, spot).filter(t => t.anchor === spot.end)
    heads++
    if (figures(run) === 0) continue
    runs.push({ heads, tokens: run })
    heads = 0
  }
  if (runs.length < 2 || runs.some(r => fitting(r.tokens, r.heads).length !== r.heads)) return null
  const values = runs.flatMap(r => fitting(r.tokens, r.heads))
  return values.length === form.rows.length * form.columns.length ? cut(values.map(slotOf), form) : null
}
