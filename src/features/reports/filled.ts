/** Reports put together from figures, for what is made up: samples and the demo. */
import { editionOf, formCells } from '../../domain/report/form-cells.ts'
import { type CellRecord, REPORT_SCHEMA, type Report, type TableValues } from '../../domain/report/report.ts'
import type { TableId } from '../../law/editions/index.ts'

/** Figures by `table.row.column`; every other cell of the form is 0. */
type Figures = Readonly<Record<string, number>>

export interface ReportFacts {
  readonly edition: string
  readonly agency: string
  readonly year: number
  readonly figures: Figures
  readonly sections: Report['sections']
}

/** A report of which only the figures that are not 0 and the texts are given. */
export function filledReport({ edition, agency, year, figures, sections }: ReportFacts): Report {
  const tables: Record<TableId, Record<string, Record<string, number>>> = { proactive: {}, requests: {}, disputes: {} }
  const cells: Record<string, CellRecord> = {}
  for (const { id, table, row, column } of formCells(editionOf(edition))) {
    const value = figures[id] ?? 0
    const rows = tables[table]
    rows[row.id] = { ...rows[row.id], [column.id]: value }
    cells[id] = { raw: String(value), kind: 'number', ...(column.unit ? { unit: column.unit } : {}) }
  }
  const title = `${agency}${year}年政府信息公开工作年度报告`
  const filled: Readonly<Record<TableId, TableValues>> = tables
  return { schema: REPORT_SCHEMA, edition, agency, year, title, tables: filled, extra_rows: [], sections, cells }
}
