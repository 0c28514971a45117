/** Table 三 as the official form prints it, out of what was counted; every figure leads to its cases. */
import type { Lang } from '../../../domain/kernel/lang.ts'
import { editionForYear, formCells } from '../../../domain/report/form-cells.ts'
import { layoutTable } from '../../../domain/report/layout.ts'
import { REPORT_SCHEMA, type Report } from '../../../domain/report/report.ts'
import { type LineCount, tableOfLines } from '../../../domain/report/tally.ts'
import type { Edition } from '../../../law/editions/form.ts'
import type { RequestLine } from '../../../law/lines.ts'
import type { PageTable } from '../../../paper/page.ts'
import type { Period } from './period.tsx'

export interface CountedCell {
  readonly id: string
  readonly row: string
  readonly column: string
  readonly value: number
  /** What the list of requests is filtered by to show just these. */
  readonly filter: Readonly<Record<string, string>>
}

export interface TableThree {
  readonly table: PageTable
  readonly cells: readonly CountedCell[]
}

/** By the edition in force for the year the period ends in (D§10.13). */
export function tableThree(counts: readonly LineCount[], period: Period, lang: Lang): TableThree {
  const edition = editionIn(period)
  const values = tableOfLines(counts, edition)
  const cells = cellsOf(edition, values, period, lang)
  return { table: layoutTable(edition, reportOf(edition, values, cells), 'requests', { lang }), cells }
}

/** The figures alone, for many agencies at a time. */
export function countedCells(counts: readonly LineCount[], period: Period, lang: Lang): readonly CountedCell[] {
  const edition = editionIn(period)
  return cellsOf(edition, tableOfLines(counts, edition), period, lang)
}

/** Row by row as the form has them, a column for each kind of applicant, under their heads. */
export function rowsOfCells(cells: readonly CountedCell[]): (string | number)[][] {
  const columns = [...new Set(cells.map(({ column }) => column))]
  const rows = [...new Set(cells.map(({ row }) => row))]
  const at = (row: string, column: string) => cells.find(c => c.row === row && c.column === column)?.value ?? 0
  return [['', ...columns], ...rows.map(row => [row, ...columns.map(column => at(row, column))])]
}

/** What the server counted, without the sum of results, which the form adds up itself. */
export function countsOf(lines: readonly { line: RequestLine; applicant: string; count: number }[]): LineCount[] {
  return lines.flatMap(({ line, ...rest }) => (line === 'total' ? [] : [{ line, ...rest }]))
}

const editionIn = ({ until }: Period) => editionForYear(Number(until.slice(0, 4)))

function cellsOf(edition: Edition, values: Report['tables']['requests'], period: Period, lang: Lang): CountedCell[] {
  return formCells(edition).flatMap(({ id, table, row, column }): CountedCell[] => {
    if (table !== 'requests') return []
    const value = values[row.id]?.[column.id] ?? 0
    const filter = filterOf(edition, row.id, column.id, period)
    return [{ id, row: row.label[lang], column: column.label[lang], value, filter }]
  })
}

function reportOf(edition: Edition, requests: Report['tables']['requests'], cells: readonly CountedCell[]): Report {
  const known = cells.map(({ id, value }) => [id, { raw: String(value), kind: 'number' as const }])
  return {
    schema: REPORT_SCHEMA,
    edition: edition.id,
    agency: null,
    year: null,
    title: null,
    tables: { proactive: {}, requests, disputes: {} },
    extra_rows: [],
    sections: { preface: null, overview: null, problems: null, other: null },
    cells: Object.fromEntries(known),
  }
}

/** Several lines may stand on one row (格式 2019: 其他处理); they are named with commas. */
function filterOf(edition: Edition, row: string, column: string, { from, until }: Period) {
  const lines = (Object.entries(edition.lines.requests) as [RequestLine, string][])
    .filter(([, on]) => on === row)
    .map(([line]) => line)
  const [only] = lines
  const totals = edition.balances.filter(b => b.rule === 'requests.row_total').flatMap(({ left }) => left)
  const kind: Readonly<Record<string, string>> = totals.includes(column) ? {} : { applicantKind: column }
  if (only === 'new' || only === 'carried_in' || only === 'carried_out') {
    return { cell: only, receivedFrom: from, receivedUntil: until, ...kind }
  }
  const which: Readonly<Record<string, string>> = only === 'total' ? {} : { line: lines.join(',') }
  return { cell: 'total', ...which, closedFrom: from, closedUntil: until, ...kind }
}
