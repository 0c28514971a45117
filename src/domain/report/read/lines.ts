/** One cell a line, blank cells left as empty lines: a value's column is the number of its line below the label. */
import { type FitForm, type FitRow, type Fitted, type Slot, slotOf } from './slots.ts'
import type { Strip, Token } from './tokens.ts'

/** Lines from one cell to the next, and whether an empty line parts the rows as well. */
interface Pace {
  readonly step: number
  readonly parted: boolean
}

/**
 * Places the values of rows that lack some, where the paper's rows show that every cell has a line of its own.
 * Returns the rows that stay open.
 */
export function placeByLines(
  open: readonly FitRow[],
  all: readonly FitRow[],
  form: FitForm,
  fitted: Fitted,
  strip: Strip,
): FitRow[] {
  if (open.length === 0) return []
  const n = form.columns.length
  const pace = paceOf(open, all, n, fitted, strip)
  if (!pace) return [...open]
  return open.filter(row => {
    const slots = row.evidence.style === 'plain' ? slotsByLine(row, n, pace, strip) : null
    if (slots) fitted.set(row.id, slots)
    return !slots
  })
}

/** How the paper sets its cells: shown by its full rows, or by all rows having just as many lines as the form columns. */
function paceOf(open: readonly FitRow[], all: readonly FitRow[], n: number, fitted: Fitted, strip: Strip): Pace | null {
  const once: Pace = { step: 1, parted: false }
  const full = all.filter(r => fitted.has(r.id) && r.evidence.style === 'plain' && r.evidence.tokens.length === n)
  // Where blanks leave no line, a row in the middle has less room than columns.
  const kept = open.length > 1 && open.every(row => roomBelow(row, strip) >= n)
  const shown = full.length >= 2 && full.every(row => linesBelow(row, strip)?.every((line, i) => line === i + 1))
  const plain = all.filter(r => r.evidence.style === 'plain')
  const wider = plain.filter(row => roomBelow(row, strip) > n).length
  if (shown && kept) return { ...once, parted: wider > plain.length / 2 }
  const paces: Pace[] = [once, { step: 2, parted: false }, { step: 1, parted: true }]
  return paces.find(pace => isPaceOf(plain, n, pace, strip)) ?? null
}

const FEWEST_ROWS = 6

/** Whether most rows have the room this pace gives them, and no figure stands off it. */
function isPaceOf(rows: readonly FitRow[], n: number, pace: Pace, strip: Strip): boolean {
  const rooms = rows.filter(row => roomBelow(row, strip) === roomOf(n, pace)).length
  if (rows.length < FEWEST_ROWS || rooms < rows.length * 0.8) return false
  const columns = rows.flatMap(row => linesBelow(row, strip)?.map(line => line / pace.step) ?? [0])
  return columns.includes(1) && columns.includes(n) && columns.every(c => Number.isInteger(c) && c >= 1 && c <= n)
}

function roomOf(n: number, { step, parted }: Pace): number {
  return step * (n + 1) - 1 + (parted ? 1 : 0)
}

function slotsByLine(row: FitRow, n: number, pace: Pace, strip: Strip): Slot[] | null {
  const columns = linesBelow(row, strip)?.map(line => line / pace.step)
  if (!columns || roomBelow(row, strip) < roomOf(n, pace) || columns.some(c => c < 1 || c > n)) return null
  return Array.from({ length: n }, (_, i): Slot => {
    const token = row.evidence.tokens[columns.indexOf(i + 1)]
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
  const next = strip.rows.find((r, i) => i > at && r.end > r.start)
  return (lineOf(next?.at) ?? Number.POSITIVE_INFINITY) - (lineOf(strip.rows[at]?.at) ?? 0) - 1
}

function lineOf(at: Token['at'] | undefined): number | null {
  return at && 'line' in at ? at.line : null
}
