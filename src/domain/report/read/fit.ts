/**
 * Gives the values of rows their columns. By count where it is right, by place where places are known, and by the
 * form's own sums where columns were lost; what stays open is unreadable. No value moves to a neighbour.
 */
import { figures } from './gather.ts'
import { placeInGrid, underHeads } from './grid.ts'
import { placeByLines } from './lines.ts'
import { PAGE_MARK } from './loose.ts'
import { lostColumns } from './lost.ts'
import { addsUp, placeByPosition } from './positions.ts'
import { type Alignment, alignRagged } from './ragged.ts'
import { type FitForm, type FitRow, type Fitted, type Slot, slotOf } from './slots.ts'
import type { Strip, Token } from './tokens.ts'

/** Fits all rows of one table (or block) that share the same columns. */
export function fitRows(rows: readonly FitRow[], form: FitForm, strip: Strip): Fitted {
  const fitted: Fitted = new Map()
  const open: FitRow[] = []
  const cellsIn = (row: FitRow) => strip.rows[row.evidence.tokens[0]?.row ?? 0]?.cells ?? 0
  const ragged = alignRagged(rows, form.columns.length, cellsIn, form.spanning)
  const regular = isRegular(rows, form.columns.length)
  for (const [id, slots] of placeInGrid(rows, form)) fitted.set(id, slots)
  for (const row of rows.filter(r => !fitted.has(r.id))) {
    // A gap that may be the label's own is read as a blank value only where the row's sum bears it out.
    const tokens = trimmed(ragged.get(row)?.tokens ?? row.evidence.tokens, form.columns.length)
    const aligned: FitRow = { ...row, evidence: { ...row.evidence, tokens } }
    if (
      tokens.length === form.columns.length &&
      ((regular && isSure(row, tokens, ragged, strip)) ||
        ((regular || tokens.some(t => /[1-9]/.test(t.text))) && addsUp(tokens.map(slotOf), form)))
    )
      fitted.set(row.id, tokens.map(slotOf))
    else if (figures(tokens) === 0)
      fitted.set(
        row.id,
        form.columns.map((): Slot => ({ kind: 'blank' })),
      )
    else open.push(aligned)
  }
  const unplaced = placeByPosition(open, rows, form, fitted)
  const unnamed = placeByHeads(placeByLines(unplaced, rows, form, fitted, strip), form, fitted)
  for (const [id, slots] of lostColumns(unnamed, rows, fitted, form)) fitted.set(id, slots)
  return fitted
}

/** Whether loose lines hold as many values as columns as a rule; else a row of that many has them by chance. */
function isRegular(rows: readonly FitRow[], n: number): boolean {
  const loose = rows.filter(r => r.evidence.style === 'plain' && figures(r.evidence.tokens) > 0)
  const whole = loose.filter(r => figures(r.evidence.tokens) === n)
  return whole.length >= loose.length / 3
}

/**
 * Whether as many values as columns are the row's values beyond doubt: no gap that may be the label's own, and no last
 * value alone on a line below the others, which may be a page number, and no loose line of values beside it.
 */
function isSure(row: FitRow, tokens: readonly Token[], ragged: ReadonlyMap<FitRow, Alignment>, strip: Strip): boolean {
  const last = tokens.at(-1)
  const rest = new Set(tokens.slice(0, -1).map(t => t.row))
  const plain = row.evidence.style === 'plain'
  if (plain && (tokens.some(t => /^0\d/.test(t.text.trim())) || isTornLine(row, tokens, strip))) return false
  // On a page without rules a label known only by closeness may have other lines of values beside its other parts.
  if (plain && !row.evidence.spot.exact && tokens.some(t => 'page' in t.at)) return false
  const strayed = plain && tokens.length > 2 && rest.size === 1 && last && !rest.has(last.row)
  return !strayed && !touchesFigures(row, tokens, strip) && ragged.get(row)?.sure !== false
}

/** Some of the values on the label's line and some on another: two lines of one row, or two rows. */
function isTornLine(row: FitRow, tokens: readonly Token[], strip: Strip): boolean {
  const label = strip.rowOf[row.evidence.spot.end - 1]
  const beside = tokens.filter(t => t.row === label).length
  return beside > 0 && beside < tokens.length
}

/** A line of label and values with a line of nothing but values right above or below it: wrapped cells, perhaps. */
function touchesFigures(row: FitRow, tokens: readonly Token[], strip: Strip): boolean {
  const [first] = tokens
  const own = first && strip.rows[first.row]
  if (row.evidence.style !== 'plain' || !own || own.end === own.start || tokens.some(t => t.row !== first.row))
    return false
  return [first.row - 1, first.row + 1].some(at => {
    const near = strip.rows[at]
    return near?.style === 'plain' && near.fragment === own.fragment && near.start === near.end && near.cells >= 2
  })
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
  if (rest[n]?.blank && figures(rest.slice(0, n)) > 0 && figures(rest.slice(n)) > 1) return rest.slice(0, n)
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
  const others = lines.filter(line => line.length !== n)
  const marks = others.length <= 2 && others.every(line => line.length <= 2)
  return lines.length > 1 && whole.length === 1 && whole[0] && marks ? whole[0] : tokens
}

/**
 * Places rows under the column heads the paper prints: by place in a grid, by order where exactly as many heads as
 * values stand there. Returns the rows that stay open.
 */
function placeByHeads(open: readonly FitRow[], form: FitForm, fitted: Fitted): FitRow[] {
  const printed = form.columns.filter(c => form.heads.some(h => h.column === c))
  // A full row shows that every column is there: then a head is damaged, not missing.
  const whole = [...fitted.values()].some(slots => slots.every(s => s.kind === 'token'))
  // A head or two that could be read say nothing of how many columns there are, nor does a row among others unlike it.
  const usual =
    printed.length > form.columns.length / 2 &&
    open.filter(r => r.evidence.tokens.length === printed.length).length >= open.length / 2
  return open.filter(row => {
    const { tokens, style, system } = row.evidence
    const heads = form.columns.map(c => form.heads.find(h => h.column === c && h.system === system))
    const slots =
      underRepeatedHeads(tokens, form) ??
      (style === 'grid' ? underHeads(tokens, heads) : null) ??
      (!whole && usual && printed.length === tokens.length && printed.length < form.columns.length
        ? inOrder(tokens, printed, form)
        : null)
    if (slots) fitted.set(row.id, slots)
    return !slots
  })
}

/** Merged cells repeated in every column they covered, heads and values alike: the copies of a column are one value. */
function underRepeatedHeads(tokens: readonly Token[], form: FitForm): Slot[] | null {
  if (form.heads.length !== tokens.length || tokens.length <= form.columns.length) return null
  const columns = form.columns.map(column => tokens.filter((_, i) => form.heads[i]?.column === column))
  const alike = columns.every(([first, ...rest]) => first && rest.every(t => t.text.trim() === first.text.trim()))
  return alike ? columns.flatMap(([first]) => (first ? [slotOf(first)] : [])) : null
}

function inOrder(tokens: readonly Token[], printed: readonly string[], form: FitForm): Slot[] {
  return form.columns.map((column): Slot => {
    const token = tokens[printed.indexOf(column)]
    return token ? slotOf(token) : { kind: 'absent' }
  })
}
