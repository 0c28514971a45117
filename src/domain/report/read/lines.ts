/** One cell a line, blank cells left as empty lines: a value's column is the number of its line below the label. */
import { type FitForm, type FitRow, type Fitted, type Slot, slotOf } from './slots.ts'
import type { Strip, Token } from './tokens.ts'

/**
 * Places the values of rows that lack some, where the paper's full rows show that every cell has a line of its own.
 * Returns the rows that stay open.
 */
export function placeByLines(
  open: readonly FitRow[],
  all: readonly FitRow[],
  form: FitForm,
  fitted: Fitted,
  strip: Strip,
): FitRow[] {
  const n = form.columns.length
  const full = all.filter(r => fitted.has(r.id) && r.evidence.style === 'plain' && r.evidence.tokens.length === n)
  const regular = full.length >= 2 && full.every(row => linesBelow(row, strip)?.every((line, i) => line === i + 1))
  // Where blanks leave no line, a row in the middle has less room than columns.
  const kept = open.length > 1 && open.every(row => roomBelow(row, strip) >= n)
  if (!regular || !kept) return [...open]
  return open.filter(row => {
    const slots = row.evidence.style === 'plain' ? slotsByLine(row, n, strip) : null
    if (slots) fitted.set(row.id, slots)
    return !slots
  })
}

function slotsByLine(row: FitRow, n: number, strip: Strip): Slot[] | null {
  const lines = linesBelow(row, strip)
  const room = roomBelow(row, strip)
  if (!lines || room < n || lines.some(line => line < 1 || line > n)) return null
  return Array.from({ length: n }, (_, i): Slot => {
    const token = row.evidence.tokens[lines.indexOf(i + 1)]
    return token ? slotOf(token) : { kind: 'blank' }
  })
}

/** How many lines below the label each value stands; null where the format has no lines. */
function linesBelow(row: FitRow, strip: Strip): number[] | null {
  const label = lineOf(strip.rows[strip.rowOf[row.evidence.spot.end - 1] ?? -1]?.at)
  const lines = row.evidence.tokens.map(t => lineOf(t.at))
  return label === null || lines.includes(null) ? null : lines.map(line => (line ?? 0) - label)
}

/** How many lines there are between the label and the next words. */
function roomBelow(row: FitRow, strip: Strip): number {
  const at = strip.rowOf[row.evidence.spot.end - 1] ?? -1
  const next = strip.rows.slice(at + 1).find(r => r.end > r.start)
  return (lineOf(next?.at) ?? Number.POSITIVE_INFINITY) - (lineOf(strip.rows[at]?.at) ?? 0) - 1
}

function lineOf(at: Token['at'] | undefined): number | null {
  return at && 'line' in at ? at.line : null
}
