/** A quiet report to break one thing of at a time. */
import { editionOf, formCells } from '../../src/domain/report/form-cells.ts'
import type { CellRecord, Report } from '../../src/domain/report/report.ts'
import { balancedReport, withCell } from './reports.ts'

export const number = (raw: string | number): CellRecord => ({ raw: String(raw), kind: 'number' })
const blank: CellRecord = { raw: '', kind: 'blank' }

/** A balanced report whose table 三 holds only what is given for natural persons, and 0 elsewhere. */
export function reportOf(rows: Readonly<Record<string, number>>, edition = '2019'): Report {
  const base = balancedReport(7, edition)
  return formCells(editionOf(edition))
    .filter(({ table, column }) => table === 'requests' && column.measure === 'count')
    .reduce((report, { id, row, column }) => {
      const value = ['natural_person', 'total'].includes(column.id) ? (rows[row.id] ?? 0) : 0
      return withCell(report, id, value, number(value))
    }, base)
}

/** 9 received and 1 carried in; 6 granted, 2 partly, 2 carried over: everything adds up. */
export const calm = () => reportOf({ new: 9, carried_in: 1, granted: 6, partial: 2, total: 8, carried_out: 2 })

/** The report with one figure changed; null is a blank unless the record says otherwise. */
export function set(
  report: Report,
  id: string,
  value: number | null,
  record: CellRecord = number(value ?? ''),
): Report {
  return withCell(report, id, value, value === null && record.kind === 'number' ? blank : record)
}
