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
  const edition = editionForYear(Number(period.until.slice(0, 4)))
  const values = tableOfLines(counts, edition)
  const cells = formCells(edition).flatMap(({ id, table, row, column }): CountedCell[] => {
    if (table !== 'requests') return []
    const value = values[row.id]?.[column.id] ?? 0
    const filter = filterOf(edition, row.id, column.id, period)
    return [{ id, row: row.label[lang], column: column.label[lang], value, filter }]
  })
  return { table: layoutTable(edition, reportOf(edition, values, cells), 'requests', { lang }), cells }
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
  const which = only === 'total' ? { cell: only } : { kind: 'request', line: lines.join(',') }
  return { ...which, closedFrom: from, closedUntil: until, ...kind }
}
