/** Puts what was read into the contract's shape: values, and beside each the text it was read from and its place. */
import type { Column, Edition, TableId } from '../../../law/editions/form.ts'
import { formRows } from '../form-cells.ts'
import { type CellRecord, cellId, REPORT_SCHEMA, type Report } from '../report.ts'
import type { Sections } from './sections.ts'
import type { Slot } from './slots.ts'
import type { TablesReading } from './tables.ts'
import type { Heading } from './title.ts'
import { readValue } from './value.ts'

/** Builds the report of an edition from its tables' slots and its sections. */
export function assemble(edition: Edition, heading: Heading, reading: TablesReading, sections: Sections): Report {
  const tables: Record<TableId, Record<string, Record<string, number | null>>> = {
    proactive: {},
    requests: {},
    disputes: {},
  }
  const cells: Record<string, CellRecord> = {}
  for (const { table, row, columns } of formRows(edition)) {
    const slots = reading[table].slots.get(row.id)
    const values: Record<string, number | null> = {}
    columns.forEach((column, i) => {
      const headUnit = reading[table].units.get(`${row.id}.${column.id}`) ?? null
      const { value, record } = cellOf(slots?.[i], column, headUnit)
      values[column.id] = value
      cells[cellId(table, row.id, column.id)] = record
    })
    tables[table][row.id] = values
  }
  const { title, agency, year } = heading
  const extra = Object.values(reading).flatMap(t => t.extra)
  return { schema: REPORT_SCHEMA, edition: edition.id, agency, year, title, tables, extra_rows: extra, sections, cells }
}

function cellOf(
  slot: Slot | undefined,
  column: Column,
  headUnit: CellRecord['unit'],
): { value: number | null; record: CellRecord } {
  const unit = column.measure === 'amount' ? { unit: headUnit ?? null } : {}
  if (!slot || slot.kind === 'absent') return { value: null, record: { raw: '', kind: 'absent', ...unit } }
  if (slot.kind === 'blank') {
    return {
      value: null,
      record: { raw: slot.token?.text ?? '', kind: 'blank', ...(slot.token ? { at: slot.token.at } : {}), ...unit },
    }
  }
  if (slot.kind === 'unreadable') {
    const raw = slot.tokens.map(t => t.text.trim()).join(' ')
    const at = slot.tokens[0]?.at
    return { value: null, record: { raw, kind: 'unreadable', ...(at ? { at } : {}), ...unit } }
  }
  const { token } = slot
  const read = readValue(token.text, column.measure, headUnit ?? null)
  const own = column.measure === 'amount' ? { unit: read.unit ?? headUnit ?? null } : {}
  const kind = read.kind === 'absent' ? 'absent' : read.kind
  const raw = kind === 'absent' ? '' : token.text
  return { value: read.value, record: { raw, kind, ...(kind === 'absent' ? {} : { at: token.at }), ...own } }
}
