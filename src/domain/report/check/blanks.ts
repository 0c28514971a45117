/** Blank cells: totals and cells that should hold a number, and blanks where 0 was meant (D§3.7 A5, D§3.9). */
import { entry } from '../../kernel/entry.ts'
import { type Identity, type IndexedRow, isSum } from '../identities.ts'
import type { Finding } from '../report.ts'
import { isHabit } from '../settled.ts'
import { columnNames, idsOf, isWhole, rowName, whereIn } from './absence.ts'
import { lineName, termName } from './balances.ts'
import { labelOf, listed, type Reading, say, shown, tableName } from './finding.ts'

/** Above this many names a list helps nobody. */
const NAMES_MOST = 6

export function checkBlanks(reading: Reading): Finding[] {
  const wholeTables = emptyTables(reading)
  const told = new Set(wholeTables.flatMap(({ cells }) => cells))
  return [...wholeTables.map(({ finding }) => finding), ...wantedFigures(reading), ...readAsZero(reading, told)]
}

/** Tables printed without a single entry. */
function emptyTables(reading: Reading) {
  const { figures, lang } = reading
  return (['proactive', 'requests', 'disputes'] as const).flatMap(table => {
    const rows = figures.index.rows.filter(row => row.table === table)
    if (!rows.every(row => isWhole(reading, row, 'blank'))) return []
    const cells = rows.flatMap(row => row.cells)
    const words = { table: tableName(reading, table) }
    return [{ cells, finding: say(lang, 'blank.cell', 'table', words, { table, cells: idsOf(reading, cells) }) }]
  })
}

/** Blanks that must hold a number other than 0. */
function wantedFigures(reading: Reading): Finding[] {
  const { settled, figures } = reading
  const columns = blankTotalColumns(reading)
  const told = new Set(columns.flatMap(({ cells }) => cells))
  const singles = [...settled.wanted].flatMap(([place, value]) =>
    value === null || told.has(place) ? [] : [wantedCell(reading, place, value)],
  )
  const shared = [...settled.shared].map(([place, { blanks, gap }]) =>
    sharedWant(reading, entry(figures.index.identities, place), blanks, gap),
  )
  return [...columns.map(({ finding }) => finding), ...singles, ...shared]
}

/** A total column left blank from top to bottom is one habit, not one slip a row. */
function blankTotalColumns(reading: Reading) {
  const { figures, settled, lang } = reading
  const sums = figures.index.edition.balances.filter(b => b.per === 'row' && b.left.length === 1)
  return sums.flatMap(({ table, left: [total] }) => {
    const cells = figures.index.cells.flatMap((c, k) => (c.table === table && c.column.id === total ? [k] : []))
    const wanted = cells.filter(place => settled.wanted.has(place))
    const [first, second] = wanted.map(place => entry(figures.index.cells, place))
    if (!first || !second || cells.some(place => figures.kinds[place] !== 'blank')) return []
    const words = { table: tableName(reading, table), column: labelOf(first.column.label, lang) }
    const where = { table, column: first.column.id, cells: idsOf(reading, wanted) }
    return [{ cells, finding: say(lang, 'blank.total', 'column', words, where) }]
  })
}

function wantedCell(reading: Reading, place: number, value: number): Finding {
  const { figures, lang } = reading
  const { id, table, row, column } = entry(figures.index.cells, place)
  const words = { row: labelOf(row.label, lang), column: labelOf(column.label, lang), value: shown(value) }
  const where = { table, row: row.id, column: column.id, right: value, cells: [id] }
  return say(lang, isSum(figures.index, place) ? 'blank.total' : 'blank.cell', 'one', words, where)
}

function sharedWant(reading: Reading, identity: Identity, blanks: readonly number[], gap: number): Finding {
  const { lang } = reading
  const names = blanks.map(place => termName(reading, identity, place))
  const shortened = names.length > NAMES_MOST ? [...names.slice(0, NAMES_MOST), '…'] : names
  const words = {
    line: lineName(reading, identity),
    gap: shown(gap),
    count: blanks.length,
    names: listed(shortened, lang),
  }
  const { table, basis } = identity.balance
  return say(lang, 'blank.cell', 'shared', words, { table, ...identity.line, basis, cells: idsOf(reading, blanks) })
}

/** Blanks that upset nothing: once as the habit of the report, or row by row where they are few. */
function readAsZero(reading: Reading, told: ReadonlySet<number>): Finding[] {
  const { settled, figures, lang } = reading
  const zeros = settled.zeros.filter(place => !told.has(place))
  if (isHabit(zeros.length)) {
    const words = { count: zeros.length }
    const finding = say(lang, 'blank.cell', 'habit', words, { cells: idsOf(reading, zeros) })
    return [{ ...finding, severity: 'info' }]
  }
  const blank = new Set(zeros)
  return figures.index.rows.flatMap(row =>
    blankInRow(
      reading,
      row,
      row.cells.filter(place => blank.has(place)),
    ),
  )
}

function blankInRow(reading: Reading, row: IndexedRow, places: readonly number[]): Finding[] {
  if (places.length === 0) return []
  const sentence = places.length === row.cells.length ? 'whole_row' : 'row'
  const words = { row: rowName(reading, row), count: places.length, columns: columnNames(reading, places) }
  return [say(reading.lang, 'blank.cell', sentence, words, whereIn(reading, row, places))]
}
