/** Walks every cell of an edition's form; the one place that knows how tables, rows and columns hang together. */

import type { Column, Edition, Row, TableId } from '../../law/editions/form.ts'
import { editions } from '../../law/editions/index.ts'
import { cellId } from './report.ts'

export interface FormCell {
  readonly id: string
  readonly table: TableId
  readonly row: Row
  readonly column: Column
}

export interface FormRow {
  readonly table: TableId
  readonly row: Row
  readonly columns: readonly Column[]
}

/** The edition of that id, among those of the law or those handed in. Throws on an id nobody defined: a fault, not an input. */
export function editionOf(id: string, known: readonly Edition[] = editions): Edition {
  const found = known.find(e => e.id === id)
  if (!found) throw new Error(`no edition ${id}`)
  return found
}

/** The edition prescribed for a report year: the newest that is valid from that year or before; the oldest before all. */
export function editionForYear(year: number, known: readonly Edition[] = editions): Edition {
  const sorted = [...known].sort((a, b) => a.validFromYear - b.validFromYear)
  const found = sorted.findLast(e => e.validFromYear <= year) ?? sorted[0]
  if (!found) throw new Error('no edition at all')
  return found
}

/** Every row of every table with its columns, in printed order. */
export function formRows(edition: Edition): FormRow[] {
  return [
    ...edition.proactive.flatMap(block =>
      block.rows.map(row => ({ table: 'proactive' as const, row, columns: block.columns })),
    ),
    ...edition.requests.rows.map(row => ({ table: 'requests' as const, row, columns: edition.requests.columns })),
    ...edition.disputes.rows.map(row => ({ table: 'disputes' as const, row, columns: edition.disputes.columns })),
  ]
}

/** Every cell of the form, in printed order. */
export function formCells(edition: Edition): FormCell[] {
  return formRows(edition).flatMap(({ table, row, columns }) =>
    columns.map(column => ({ id: cellId(table, row.id, column.id), table, row, column })),
  )
}
