/** Places values by where they stand: under the values of full rows and under the column heads. */

import type { Extent } from './gather.ts'
import { type FitForm, type FitRow, type Fitted, type Slot, slotOf } from './slots.ts'
import type { Token } from './tokens.ts'
import { readValue } from './value.ts'

/** Places the tokens of short rows under those of full rows of the same system. Returns the rows that stay open. */
export function placeByPosition(
  open: readonly FitRow[],
  all: readonly FitRow[],
  form: FitForm,
  fitted: Fitted,
): FitRow[] {
  const placed = open.flatMap(row => {
    const columns = row.evidence.style === 'ragged' ? null : reference(all, row, form, fitted)
    const slots = columns && !isPushed(row, columns) && overlay(row.evidence.tokens, columns)
    return slots ? [{ row, slots }] : []
  })
  // Rows that lost a column and closed up leave the last column empty, one after the other: places say nothing then.
  const endless = placed.filter(p => p.slots.at(-1)?.kind !== 'token' && !addsUp(p.slots, form)).length
  const trusted = endless <= all.length / 4
  const sure = placed.filter(p => {
    return p.row.evidence.style === 'grid' || p.slots.at(-1)?.kind === 'token' || trusted || addsUp(p.slots, form)
  })
  for (const { row, slots } of sure) fitted.set(row.id, slots)
  return open.filter(row => !sure.some(p => p.row === row))
}

/** A label too long for its place pushes the values on its line to the right. */
function isPushed({ evidence: { label, style, tokens, spot } }: FitRow, columns: readonly Extent[]): boolean {
  const [first] = columns
  return style === 'plain' && first !== undefined && label.x1 > first.x0 && tokens.every(t => t.anchor >= spot.end)
}

/** The horizontal extents of the columns, from full rows on one line in the same system of coordinates. */
function reference(all: readonly FitRow[], row: FitRow, form: FitForm, fitted: Fitted): Extent[] | null {
  const n = form.columns.length
  const full = all.filter(r => {
    const slots = fitted.get(r.id)
    const tokens = slots ? tokensOf(slots) : []
    return (
      r.evidence.system === row.evidence.system &&
      r.evidence.style === row.evidence.style &&
      tokens.length === n &&
      new Set(tokens.map(t => t.row)).size === 1
    )
  })
  const lines: (readonly Extent[])[] = full.map(r => tokensOf(fitted.get(r.id) ?? []))
  const heads = form.columns.flatMap(
    c => form.heads.find(h => h.column === c && h.system === row.evidence.system) ?? [],
  )
  if (row.evidence.style !== 'grid' && heads.length === n) {
    const beside = heads.every(h => h.fragment === row.evidence.fragment)
    if (lines.length === 0 && beside && isPadded(row, heads)) return heads
    lines.push(heads)
  }
  if (lines.length === 0 || (row.evidence.style === 'plain' && !aligned(lines))) return null
  const extents: Extent[] = []
  for (let i = 0; i < n; i++) {
    const tokens = lines.map(line => line[i]).filter(t => t !== undefined)
    extents.push({ x0: Math.min(...tokens.map(t => t.x0)), x1: Math.max(...tokens.map(t => t.x1)) })
  }
  return extents
}

/** Words set apart by more than one space, in the row and among the heads: someone laid them out in columns. */
function isPadded(row: FitRow, heads: readonly Extent[]): boolean {
  const apart = (extents: readonly Extent[]) =>
    extents.every((e, i) => i === 0 || e.x0 - (extents[i - 1]?.x1 ?? e.x0) >= 2)
  return row.evidence.style === 'plain' && apart(heads) && apart([row.evidence.label, ...row.evidence.tokens])
}

/** Whether lines of loose words stand in columns at all: their places differ less within a column than between two. */
function aligned(lines: readonly (readonly Extent[])[]): boolean {
  const [first] = lines
  if (!first || lines.length < 2) return false
  const limit = pitchOf(first) * 0.4
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
  const edges = [(e: Extent) => e.x0, (e: Extent) => e.x1, (e: Extent) => (e.x0 + e.x1) / 2]
  return edges.some(edge => first.every((_, i) => spread(lines.flatMap(line => line[i] ?? []).map(edge)) < limit))
}

function figureOf(token: Token): number {
  const { kind, value } = readValue(token.text)
  return value ?? (kind === 'not_applicable' ? 0 : Number.NaN)
}

/** The row's own sum, blanks read as nothing; true where the form demands none, false where a cell cannot be read. */
export function addsUp(slots: readonly Slot[], form: FitForm): boolean {
  const at = (column: string) => {
    const slot = slots[form.columns.indexOf(column)]
    return slot?.kind === 'token' ? figureOf(slot.token) : 0
  }
  const sum = (columns: readonly string[]) => columns.reduce((total, column) => total + at(column), 0)
  return form.balances.filter(b => b.per === 'row').every(b => sum(b.left) === sum(b.right))
}

function tokensOf(slots: readonly Slot[]): Token[] {
  return slots.flatMap(s => (s.kind === 'token' ? [s.token] : s.kind === 'blank' && s.token ? [s.token] : []))
}

/** Each token under exactly one column, in order, on one line; null where any is in doubt. */
function overlay(tokens: readonly Token[], columns: readonly Extent[]): Slot[] | null {
  if (new Set(tokens.map(t => t.row)).size !== 1) return null
  const slots: Slot[] = columns.map(() => ({ kind: 'blank' }))
  let last = -1
  for (const token of tokens) {
    const at = nearest(token, columns)
    if (at === null) {
      if (token.blank) continue
      return null
    }
    if (at <= last) return null
    slots[at] = slotOf(token)
    last = at
  }
  return slots
}

function nearest(token: Token, columns: readonly Extent[]): number | null {
  const center = (token.x0 + token.x1) / 2
  const ranked = columns
    .map((c, i) => ({ i, distance: Math.max(0, c.x0 - center, center - c.x1) }))
    .sort((a, b) => a.distance - b.distance)
  const [best, second] = ranked
  if (!best) return null
  const pitch = pitchOf(columns)
  if (best.distance > pitch * 0.25) return null
  return second && second.distance - best.distance < pitch * 0.25 ? null : best.i
}

function pitchOf(columns: readonly Extent[]): number {
  const centers = columns.map(c => (c.x0 + c.x1) / 2)
  const gaps = centers.slice(1).map((c, i) => c - (centers[i] ?? c))
  return gaps.length > 0 ? Math.min(...gaps) : Number.POSITIVE_INFINITY
}
