/**
 * Rows with fewer or more values than the form has columns. The form's own sums say which columns can have been
 * lost; a cell is placed only where every arrangement they allow agrees on it.
 */
import type { Balance } from '../../../law/editions/form.ts'
import { figures } from './gather.ts'
import type { FitForm, FitRow, Fitted, Slot } from './slots.ts'
import type { Token } from './tokens.ts'
import { readValue } from './value.ts'

type Arrangement = readonly (Token | null)[]

/** Fits what count and place left open; rows nothing decides become unreadable. */
export function lostColumns(open: readonly FitRow[], all: readonly FitRow[], fitted: Fitted, form: FitForm): Fitted {
  const out: Fitted = new Map()
  if (open.length === 0) return out
  const plain = open.filter(r => r.evidence.style === 'plain' && r.evidence.tokens.length < form.columns.length)
  const totals = totalsLast(plain, form)
  for (const group of groups(open, all, form.columns.length)) {
    const slots = form.balances.length > 0 ? solveGroup(group, fitted, form, totals) : null
    group.forEach((row, i) => {
      out.set(row.id, slots?.[i] ?? form.columns.map((): Slot => ({ kind: 'unreadable', tokens: row.evidence.tokens })))
    })
  }
  return out
}

/**
 * Rows that lost the same columns: neighbours in one fragment with the same number of values, without a row between
 * them that lost none. In loose lines, where blanks leave no trace, only a run of rows that all lack one value is taken
 * for a lost column.
 */
function groups(open: readonly FitRow[], all: readonly FitRow[], n: number): FitRow[][] {
  const runs: FitRow[][] = []
  const kept = new Set(open.map(row => row.id))
  const rows = all.map(row => open.find(o => o.id === row.id) ?? row)
  let whole = false
  for (const row of rows.sort((a, b) => a.evidence.spot.start - b.evidence.spot.start)) {
    if (!kept.has(row.id)) {
      whole ||= figures(row.evidence.tokens) > 0
      continue
    }
    const last = whole ? undefined : runs.at(-1)
    whole = false
    const mate = last?.[0]?.evidence
    const { style, fragment, tokens } = row.evidence
    const alike = mate && mate.tokens.length === tokens.length && mate.style === style
    if (last && alike && (style === 'plain' || mate.fragment === fragment)) last.push(row)
    else runs.push([row])
  }
  return runs.flatMap(run => {
    const evidence = run[0]?.evidence
    const lostOne = evidence?.tokens.length === n - 1 && run.length >= 4
    const alone = evidence?.style === 'plain' ? !lostOne : run.length < 3
    return alone ? run.map(row => [row]) : [run]
  })
}

function solveGroup(group: readonly FitRow[], fitted: Fitted, form: FitForm, totals: boolean): Slot[][] | null {
  const n = form.columns.length
  const m = group[0]?.evidence.tokens.length ?? 0
  if (m > n) return group.length === 1 && m <= n + 2 ? withoutIntruder(group, fitted, form) : null
  if (m < 2) return null
  const kept = combinations(n, m).filter(k => allowed(group, arrange(k, n), fitted, form))
  const total = totals ? totalColumn(form) : -1
  const all = total >= 0 ? kept.filter(k => k.at(-1) === total) : kept
  if (all.length === 0) return null
  return group.map(row => {
    const { tokens } = row.evidence
    const slots = agree(
      all.map(k => arrange(k, n)(tokens)),
      tokens,
    )
    return group.length < 3 ? provenOnly(slots, tokens, form) : slots
  })
}

/**
 * A row alone may have lost a cell or had two run into one, which its sums cannot tell apart: only cells of sums that
 * hold to the letter are kept.
 */
function provenOnly(slots: readonly Slot[], tokens: readonly Token[], form: FitForm): Slot[] {
  const value = (column: string) => {
    const slot = slots[form.columns.indexOf(column)]
    return slot?.kind === 'token' ? (figure(slot.token) ?? Number.NaN) : 0
  }
  const sum = (columns: readonly string[]) => columns.reduce((total, column) => total + value(column), 0)
  const proven = new Set(
    form.balances.filter(b => b.per === 'row' && sum(b.left) === sum(b.right)).flatMap(b => [...b.left, ...b.right]),
  )
  return slots.map((slot, i) => (proven.has(form.columns[i] ?? '') ? slot : { kind: 'unreadable', tokens }))
}

/** One or two values too many: leaves out those without which the row's sums hold, if only one reading remains. */
function withoutIntruder(group: readonly FitRow[], fitted: Fitted, form: FitForm): Slot[][] | null {
  const row = group[0]
  if (!row) return null
  const tokens = row.evidence.tokens
  const readings = combinations(tokens.length, form.columns.length).map(kept => kept.map(i => tokens[i] ?? null))
  const possible = readings.filter(reading => allowed([row], () => reading, fitted, form))
  const values = new Set(possible.map(r => r.map(t => t?.text).join('|')))
  const reading = possible[0]
  if (values.size !== 1 || !reading) return null
  // Noughts add up whatever is left out: of several figures too many they prove nothing.
  if (tokens.length > form.columns.length + 1 && reading.every(t => t && !figure(t))) return null
  return [reading.map((token): Slot => (token ? { kind: 'token', token } : { kind: 'blank' }))]
}

/** Whether in loose rows the last value is always the sum of the others, tellingly often: then it is the total. */
function totalsLast(rows: readonly FitRow[], form: FitForm): boolean {
  if (totalColumn(form) < 0) return false
  const values = rows.map(r => r.evidence.tokens.map(t => figure(t) ?? Number.NaN)).filter(r => r.length >= 2)
  const holds = values.every(r => r.slice(0, -1).reduce((a, b) => a + b, 0) === r.at(-1))
  return holds && new Set(values.map(r => r.at(-1)).filter(v => v !== 0)).size >= 2
}

function totalColumn(form: FitForm): number {
  const sum = form.balances.find(b => b.per === 'row')
  return sum?.left.length === 1 ? form.columns.indexOf(sum.left[0] ?? '') : -1
}

function arrange(kept: readonly number[], n: number): (tokens: readonly Token[]) => Arrangement {
  return tokens => {
    const out: (Token | null)[] = new Array<Token | null>(n).fill(null)
    kept.forEach((column, i) => {
      out[column] = tokens[i] ?? null
    })
    return out
  }
}

function agree(arrangements: readonly Arrangement[], tokens: readonly Token[]): Slot[] {
  const first = arrangements[0] ?? []
  return first.map((token, column): Slot => {
    const same = arrangements.every(a => a[column] === token)
    if (!same) return { kind: 'unreadable', tokens }
    if (!token) return { kind: 'absent' }
    return token.blank ? { kind: 'blank', token } : { kind: 'token', token }
  })
}

type Known = (row: string, column: string) => number | null

/** Whether the form's identities can hold with a group of rows arranged so, given every row already fitted. */
function allowed(
  group: readonly FitRow[],
  arrangement: (tokens: readonly Token[]) => Arrangement,
  fitted: Fitted,
  form: FitForm,
): boolean {
  const rows = new Map(group.map(r => [r.id, arrangement(r.evidence.tokens)]))
  const known: Known = (row, column) => {
    const at = form.columns.indexOf(column)
    const arranged = rows.get(row)
    if (arranged) {
      const token = arranged[at]
      return token ? (token.blank ? 0 : figure(token)) : null
    }
    const slots = fitted.get(row)
    if (!slots) return null
    const slot = slots[at]
    return slot?.kind === 'token' ? figure(slot.token) : slot?.kind === 'blank' ? 0 : null
  }
  return form.balances.every(balance => {
    const lines = balance.per === 'row' ? [...rows.keys()] : form.columns
    return lines.every(line => possible(balance, line, known))
  })
}

/** Whether some counts for the unknown cells satisfy the identity on one line. */
function possible(balance: Balance, line: string, known: Known): boolean {
  const side = (ids: readonly string[]) => {
    const values = ids.map(id => (balance.per === 'row' ? known(line, id) : known(id, line)))
    return { sum: values.reduce<number>((a, v) => a + (v ?? 0), 0), open: values.includes(null) }
  }
  const left = side(balance.left)
  const right = side(balance.right)
  if (left.open && right.open) return true
  if (left.open) return left.sum <= right.sum
  if (right.open) return right.sum <= left.sum
  return left.sum === right.sum
}

/** A token's figure; nothing marked counts as nought, what cannot be read as unknown. */
function figure(token: Token): number | null {
  const { kind, value } = readValue(token.text)
  return kind === 'not_applicable' || kind === 'blank' ? 0 : value
}

/** All ways to keep `m` of `n` places, in order. */
function combinations(n: number, m: number): number[][] {
  if (m === 0) return [[]]
  if (m > n) return []
  const out: number[][] = []
  const walk = (from: number, kept: number[]) => {
    if (kept.length === m) {
      out.push(kept)
      return
    }
    for (let i = from; i <= n - (m - kept.length); i++) walk(i + 1, [...kept, i])
  }
  walk(0, [])
  return out
}
