/**
 * Gives the values of rows their columns. By count where it is right, by place where places are known, and by the
 * form's own sums where columns were lost; what stays open is unreadable. No value moves to a neighbour.
 */
import type { Balance } from '../../../law/editions/form.ts'
import { type Evidence, figures } from './gather.ts'
import { lostColumns } from './lost.ts'
import { alignRagged } from './ragged.ts'
import { PAGE_MARK, type Strip, type Token } from './tokens.ts'
import { readValue } from './value.ts'

export type Slot =
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'blank'; readonly token?: Token }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly tokens: readonly Token[] }

export interface FitRow {
  readonly id: string
  readonly evidence: Evidence
}

/** Where a column's head stands. */
export interface Head {
  readonly column: string
  readonly system: number
  readonly x0: number
  readonly x1: number
}

export interface FitForm {
  readonly columns: readonly string[]
  readonly heads: readonly Head[]
  /** Identities over this table, for telling which columns were lost. */
  readonly balances: readonly Balance[]
}

export type Fitted = Map<string, readonly Slot[]>

/** Fits all rows of one table (or block) that share the same columns. */
export function fitRows(rows: readonly FitRow[], form: FitForm, strip: Strip): Fitted {
  const fitted: Fitted = new Map()
  const open: FitRow[] = []
  const ragged = alignRagged(rows, form.columns.length, row => strip.rows[row.evidence.tokens[0]?.row ?? 0]?.cells ?? 0)
  for (const row of rows) {
    const tokens = trimmed(ragged.get(row) ?? row.evidence.tokens, form.columns.length)
    const aligned: FitRow = { ...row, evidence: { ...row.evidence, tokens } }
    if (tokens.length === form.columns.length) fitted.set(row.id, tokens.map(slotOf))
    else if (figures(tokens) === 0)
      fitted.set(
        row.id,
        form.columns.map((): Slot => ({ kind: 'blank' })),
      )
    else open.push(aligned)
  }
  const unplaced = placeByPosition(open, rows, form, fitted)
  const unnamed = placeByHeads(unplaced, form, fitted)
  for (const [id, slots] of lostColumns(unnamed, fitted, form)) fitted.set(id, slots)
  return fitted
}

export function slotOf(token: Token): Slot {
  return token.blank ? { kind: 'blank', token } : { kind: 'token', token }
}

/**
 * Blank cells beyond the form's columns, at the end or else at the beginning, hold nothing of the row; nor do words
 * before its values, nor what follows a blank column behind them: another table printed beside this one.
 */
function trimmed(tokens: readonly Token[], n: number): readonly Token[] {
  let from = 0
  let to = tokens.length
  while (to - from > n && tokens[to - 1]?.blank) to--
  while (to - from > n && tokens[from]?.blank) from++
  while (to - from > n && tokens[from]?.wordsEnd !== undefined) from++
  const rest = tokens.slice(from, to)
  if (rest.length > n + 1 && rest[n]?.blank && figures(rest.slice(0, n)) > 0) return rest.slice(0, n)
  if (rest.length <= n) return rest
  const tail = rest
    .slice(n)
    .map(t => t.text)
    .join(' ')
  return PAGE_MARK.test(tail) ? rest.slice(0, n) : (withoutCopies(rest, n) ?? withoutStranger(rest, n))
}

/** A merged cell that a converter repeated in each column it covered is one cell. */
function withoutCopies(tokens: readonly Token[], n: number): readonly Token[] | null {
  const first = tokens[0]
  return n === 1 && first && tokens.every(t => t.text === first.text) ? [first] : null
}

/** Of values over several lines where one line has exactly the form's number, the others are page marks or notes. */
function withoutStranger(tokens: readonly Token[], n: number): readonly Token[] {
  const lines = [...new Set(tokens.map(t => t.row))].map(row => tokens.filter(t => t.row === row))
  const whole = lines.filter(line => line.length === n)
  return lines.length > 1 && whole.length === 1 && whole[0] ? whole[0] : tokens
}

/** Places the tokens of short rows under those of full rows of the same system. Returns the rows that stay open. */
function placeByPosition(open: readonly FitRow[], all: readonly FitRow[], form: FitForm, fitted: Fitted): FitRow[] {
  return open.filter(row => {
    if (row.evidence.style === 'ragged') return true
    const columns = reference(all, row, form, fitted)
    const slots = columns && overlay(row.evidence.tokens, columns)
    const holds = slots && (row.evidence.style === 'grid' || addsUp(slots, form))
    if (holds) fitted.set(row.id, slots)
    return !holds
  })
}

type Extent = { readonly x0: number; readonly x1: number }

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
  if (row.evidence.style !== 'grid' && heads.length === n) lines.push(heads)
  if (lines.length === 0 || (row.evidence.style === 'plain' && !aligned(lines))) return null
  const extents: Extent[] = []
  for (let i = 0; i < n; i++) {
    const tokens = lines.map(line => line[i]).filter(t => t !== undefined)
    extents.push({ x0: Math.min(...tokens.map(t => t.x0)), x1: Math.max(...tokens.map(t => t.x1)) })
  }
  return extents
}

/** Whether lines of loose words stand in columns at all: their places differ less within a column than between two. */
function aligned(lines: readonly (readonly Extent[])[]): boolean {
  const [first] = lines
  if (!first || lines.length < 2) return false
  const pitch = pitchOf(first)
  return first.every((_, i) => {
    const centers = lines.map(line => ((line[i]?.x0 ?? 0) + (line[i]?.x1 ?? 0)) / 2)
    return Math.max(...centers) - Math.min(...centers) < pitch * 0.4
  })
}

/** The row's own sum, blanks read as nothing; true where the form demands none. */
function addsUp(slots: readonly Slot[], form: FitForm): boolean {
  const at = (column: string) => {
    const slot = slots[form.columns.indexOf(column)]
    return slot?.kind === 'token' ? (readValue(slot.token.text).value ?? 0) : 0
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

/**
 * Places rows under the column heads the paper prints: by place in a grid, by order where exactly as many heads as
 * values stand there. Returns the rows that stay open.
 */
function placeByHeads(open: readonly FitRow[], form: FitForm, fitted: Fitted): FitRow[] {
  const printed = form.columns.filter(c => form.heads.some(h => h.column === c))
  return open.filter(row => {
    const { tokens, style, system } = row.evidence
    const heads = form.columns.map(c => form.heads.find(h => h.column === c && h.system === system))
    const slots =
      (style === 'grid' ? underHeads(tokens, heads) : null) ??
      (printed.length === tokens.length && printed.length < form.columns.length ? inOrder(tokens, printed, form) : null)
    if (slots) fitted.set(row.id, slots)
    return !slots
  })
}

function underHeads(tokens: readonly Token[], heads: readonly (Head | undefined)[]): Slot[] | null {
  const slots: Slot[] = heads.map(h => (h ? { kind: 'blank' } : { kind: 'absent' }))
  for (const token of tokens) {
    const over = heads.flatMap((h, i) => (h && h.x0 < token.x1 && token.x0 < h.x1 ? [i] : []))
    const at = over[0]
    if (at === undefined || over.length > 1) {
      if (token.blank) continue
      return null
    }
    if (slots[at]?.kind === 'token') return null
    slots[at] = slotOf(token)
  }
  return slots
}

function inOrder(tokens: readonly Token[], printed: readonly string[], form: FitForm): Slot[] {
  return form.columns.map((column): Slot => {
    const token = tokens[printed.indexOf(column)]
    return token ? slotOf(token) : { kind: 'absent' }
  })
}
