/** What the paper does not show: whole tables, parts, columns, rows, single cells, and what cannot be read. */
import type { TableId } from '../../../law/editions/form.ts'
import { entry } from '../../kernel/entry.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { IndexedRow } from '../identities.ts'
import type { CellKind, CellRecord, Finding } from '../report.ts'
import { labelOf, listed, type Reading, say, sectionName, tableName } from './finding.ts'

const tables: readonly TableId[] = ['proactive', 'requests', 'disputes']
const textParts = ['overview', 'problems', 'other'] as const

/** Every thing missing is said once, by the largest unit that is missing as a whole. */
export function checkAbsence(reading: Reading): Finding[] {
  return [
    ...textParts.flatMap(part => missingPart(reading, part)),
    ...tables.flatMap(table => {
      const rows = reading.figures.index.rows.filter(row => row.table === table)
      return rows.every(row => isWhole(reading, row, 'absent'))
        ? [missingTable(reading, table, rows)]
        : missingInTable(reading, table, rows)
    }),
  ]
}

function missingPart({ report, figures, lang }: Reading, part: (typeof textParts)[number]): Finding[] {
  const text = report.sections[part]
  if (text?.trim()) return []
  const section = sectionName({ figures, lang }, part)
  return [say(lang, 'section.absent', text === null ? 'absent' : 'empty', { section }, { cells: [] })]
}

function missingTable(reading: Reading, table: TableId, rows: readonly IndexedRow[]): Finding {
  const cells = idsOf(
    reading,
    rows.flatMap(row => row.cells),
  )
  return say(reading.lang, 'table.absent', 'table', { table: tableName(reading, table) }, { table, cells })
}

function missingInTable(reading: Reading, table: TableId, rows: readonly IndexedRow[]): Finding[] {
  const present = rows.filter(row => !isWhole(reading, row, 'absent'))
  const columns = missingColumns(reading, table, present)
  const gone = new Set(columns.flatMap(({ cells }) => cells))
  return [...columns.map(({ finding }) => finding), ...rows.flatMap(row => missingInRow(reading, row, gone))]
}

/** A column no row shows; told only in tables whose rows share one head, and where there are rows to tell it by. */
function missingColumns(reading: Reading, table: TableId, present: readonly IndexedRow[]) {
  const { figures, lang } = reading
  if (table === 'proactive' || present.length < 2) return []
  return figures.index.edition[table].columns.flatMap((column, k) => {
    const cells = present.map(row => entry(row.cells, k))
    if (cells.some(place => figures.kinds[place] !== 'absent')) return []
    const words = { table: tableName(reading, table), column: labelOf(column.label, lang), count: cells.length }
    const where = { table, column: column.id, cells: idsOf(reading, cells) }
    return [{ cells, finding: say(lang, 'value.unreadable', 'column', words, where) }]
  })
}

function missingInRow(reading: Reading, row: IndexedRow, gone: ReadonlySet<number>): Finding[] {
  const { figures, report, lang } = reading
  if (isWhole(reading, row, 'absent')) {
    const words = { table: tableName(reading, row.table), row: rowName(reading, row) }
    return [say(lang, 'row.absent', 'row', words, whereIn(reading, row, row.cells))]
  }
  const absent = row.cells.filter(place => figures.kinds[place] === 'absent' && !gone.has(place))
  const unread = row.cells.filter(place => figures.kinds[place] === 'unreadable' || figures.kinds[place] === 'text')
  const raw = quoted(
    idsOf(reading, unread).flatMap(id => report.cells[id] ?? []),
    lang,
  )
  return [
    ...(unread.length ? [inRow(reading, row, 'row', unread, { raw })] : []),
    ...(absent.length ? [inRow(reading, row, 'absent', absent)] : []),
  ]
}

/** What is printed where no figure can be read; only a single one is quoted, and only where something is printed. */
function quoted([only, second]: readonly CellRecord[], lang: Lang): string {
  const raw = only?.raw.trim()
  if (!raw || second) return ''
  return lang === 'zh' ? `：“${raw}”` : `: “${raw}”`
}

function inRow(
  reading: Reading,
  row: IndexedRow,
  sentence: 'row' | 'absent',
  places: readonly number[],
  more: Readonly<Record<string, string>> = {},
): Finding {
  const words = { row: rowName(reading, row), count: places.length, columns: columnNames(reading, places), ...more }
  return say(reading.lang, 'value.unreadable', sentence, words, whereIn(reading, row, places))
}

/** Whether every cell of a row is of one kind. */
export function isWhole({ figures }: Reading, row: IndexedRow, kind: CellKind): boolean {
  return row.cells.every(place => figures.kinds[place] === kind)
}

export function rowName({ figures, lang }: Reading, row: IndexedRow): string {
  return labelOf(entry(figures.index.cells, entry(row.cells, 0)).row.label, lang)
}

export function columnNames({ figures, lang }: Reading, places: readonly number[]): string {
  const names = places.map(place => labelOf(entry(figures.index.cells, place).column.label, lang))
  return listed(names, lang)
}

export function idsOf({ figures }: Pick<Reading, 'figures'>, places: readonly number[]): string[] {
  return places.map(place => entry(figures.index.cells, place).id)
}

/** The row, and the column too where it is one cell only. */
export function whereIn(reading: Reading, row: IndexedRow, places: readonly number[]) {
  const [first] = places.map(place => entry(reading.figures.index.cells, place))
  const column = first && places.length === 1 ? { column: first.column.id } : {}
  return { table: row.table, row: row.id, ...column, cells: idsOf(reading, places) }
}
