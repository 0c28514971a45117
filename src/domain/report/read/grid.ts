/** Tables whose columns the format knows: values stand under the heads, or in the columns that hold any value at all. */

import { figures } from './gather.ts'
import { type FitForm, type FitRow, type Fitted, type Head, type Slot, slotOf } from './slots.ts'
import type { Token } from './tokens.ts'

/** Places the rows of grids. Rows it leaves out are for counting to decide. */
export function placeInGrid(rows: readonly FitRow[], form: FitForm): Fitted {
  const out: Fitted = new Map()
  for (const system of new Set(rows.filter(r => r.evidence.style === 'grid').map(r => r.evidence.system))) {
    const own = rows.filter(r => r.evidence.style === 'grid' && r.evidence.system === system)
    for (const [id, slots] of placeOne(own, form, system)) out.set(id, slots)
  }
  return out
}

function placeOne(rows: readonly FitRow[], form: FitForm, system: number): Fitted {
  const heads = form.columns.map(c => form.heads.find(h => h.column === c && h.system === system))
  const used = usedColumns(rows)
  const place = heads.every(h => h !== undefined)
    ? inOrder(heads) && ((tokens: readonly Token[]) => underHeads(tokens, heads))
    : used.length === form.columns.length && ((tokens: readonly Token[]) => inColumns(tokens, used))
  const fewer =
    !place && used.length < form.columns.length && heads.filter(h => h).length === used.length && inOrder(heads)
  const chosen = place || (fewer && ((tokens: readonly Token[]) => underHeads(tokens, heads)))
  const out: Fitted = new Map()
  if (!chosen) return out
  for (const row of rows) {
    const slots = figures(row.evidence.tokens) > 0 && !isShifted(row, heads) ? chosen(row.evidence.tokens) : null
    if (slots) out.set(row.id, slots)
  }
  return out
}

/** A row whose label stands under the heads of values has moved to the side: no value stands under its own head. */
function isShifted({ evidence: { label } }: FitRow, heads: readonly (Head | undefined)[]): boolean {
  return heads.some(h => h && h.x0 < label.x1 && label.x0 < h.x1)
}

/** Heads that stand in the order of the form; others are wrong heads over right numbers. */
function inOrder(heads: readonly (Head | undefined)[]): boolean {
  const present = heads.flatMap(h => h ?? [])
  return present.length > 0 && present.every((h, i) => i === 0 || h.x0 >= (present[i - 1]?.x1 ?? 0))
}

/** The physical columns in which any row of the table holds a value. */
function usedColumns(rows: readonly FitRow[]): number[] {
  const columns = new Set(rows.flatMap(r => r.evidence.tokens.filter(t => !t.blank).map(t => t.x0)))
  return [...columns].sort((a, b) => a - b)
}

function inColumns(tokens: readonly Token[], columns: readonly number[]): Slot[] {
  return columns.map((column): Slot => {
    const token = tokens.find(t => t.x0 === column)
    return token ? slotOf(token) : { kind: 'blank' }
  })
}

/** Each value under its head; null where a value stands under none or under several. */
export function underHeads(tokens: readonly Token[], heads: readonly (Head | undefined)[]): Slot[] | null {
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
