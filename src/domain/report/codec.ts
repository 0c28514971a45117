/** Reads a report from JSON (contract `gongkai.report/1`): the door for every report that does not come from a paper. */
import type { Column, Edition, TableId, TextSectionId } from '../../law/editions/form.ts'
import { editions } from '../../law/editions/index.ts'
import type { Place } from '../../paper/paper.ts'
import type { Said } from '../kernel/lang.ts'
import { done, type Result, refuse } from '../kernel/result.ts'
import { formRows } from './form-cells.ts'
import {
  type CellKind,
  type CellRecord,
  cellId,
  type ExtraRow,
  REPORT_SCHEMA,
  type Report,
  type TableValues,
  type Unit,
} from './report.ts'

type Json = Readonly<Record<string, unknown>>

const kinds: readonly CellKind[] = ['number', 'blank', 'not_applicable', 'text', 'unreadable', 'absent']
const units: readonly Unit[] = ['元', '万元', '亿元']
const tableIds: readonly TableId[] = ['proactive', 'requests', 'disputes']
const sectionIds: readonly TextSectionId[] = ['preface', 'overview', 'problems', 'other']

/** What is wrong, thrown inside and turned into a refusal at the door, since every level of the JSON can be wrong. */
class Wrong extends Error {
  readonly at: string
  readonly says: Said
  constructor(at: string, says: Said) {
    super(says.en)
    this.at = at
    this.says = says
  }
}

/**
 * Parses a report. Rows and cells left out are absent; cells without a record get one from their value. Refuses with
 * `bad_report`, `at` naming the place, where something is not as the contract has it.
 */
export function parseReport(json: unknown, known: readonly Edition[] = editions): Result<Report> {
  try {
    return done(report(json, known))
  } catch (wrong) {
    if (wrong instanceof Wrong) return refuse('bad_report', told(wrong), wrong.at)
    throw wrong
  }
}

function told({ at, says }: Wrong): Said {
  return {
    zh: `报告的 JSON 有误，${at || '整体'}：${says.zh}`,
    en: `The report's JSON is wrong at ${at || 'its top'}: ${says.en}`,
  }
}

function report(json: unknown, known: readonly Edition[]): Report {
  const given = object(json, '')
  if (given.schema !== REPORT_SCHEMA) {
    throw new Wrong('schema', { zh: `应为 ${REPORT_SCHEMA}。`, en: `should be ${REPORT_SCHEMA}.` })
  }
  const edition = known.find(e => e.id === given.edition)
  if (!edition) throw new Wrong('edition', oneOf(known.map(e => e.id)))
  const written = object(given.tables, 'tables')
  const records = object(given.cells ?? {}, 'cells')
  const tables = tablesOf(written, edition)
  return {
    schema: REPORT_SCHEMA,
    edition: edition.id,
    agency: text(given.agency, 'agency'),
    year: yearOf(given.year),
    title: text(given.title, 'title'),
    tables,
    extra_rows: list(given.extra_rows ?? [], 'extra_rows').map((row, k) => extraRow(row, `extra_rows[${k}]`)),
    sections: sectionsOf(given.sections),
    cells: cellsOf(edition, tables, written, records),
  }
}

function tablesOf(written: Json, edition: Edition): Record<TableId, TableValues> {
  refuseUnknown(written, tableIds, 'tables')
  const tables: Record<TableId, Record<string, Record<string, number | null>>> = {
    proactive: {},
    requests: {},
    disputes: {},
  }
  for (const table of tableIds) {
    const known = formRows(edition).filter(row => row.table === table)
    refuseUnknown(
      object(written[table] ?? {}, `tables.${table}`),
      known.map(({ row }) => row.id),
      `tables.${table}`,
    )
    for (const { row, columns } of known) tables[table][row.id] = rowOf(written, table, row.id, columns)
  }
  return tables
}

function rowOf(written: Json, table: TableId, row: string, columns: readonly Column[]): Record<string, number | null> {
  const at = `tables.${table}.${row}`
  const values = object(object(written[table] ?? {}, `tables.${table}`)[row] ?? {}, at)
  refuseUnknown(
    values,
    columns.map(({ id }) => id),
    at,
  )
  return Object.fromEntries(columns.map(({ id }) => [id, figure(values[id] ?? null, `${at}.${id}`)]))
}

function cellsOf(
  edition: Edition,
  tables: Record<TableId, TableValues>,
  written: Json,
  records: Json,
): Record<string, CellRecord> {
  const cells: Record<string, CellRecord> = {}
  for (const { table, row, columns } of formRows(edition)) {
    for (const column of columns) {
      const id = cellId(table, row.id, column.id)
      const value = tables[table][row.id]?.[column.id] ?? null
      const given = (object(written[table] ?? {}, 'tables')[row.id] as Json | undefined)?.[column.id]
      const record = records[id]
      cells[id] = record === undefined ? recordOf(value, given, column) : cellRecord(record, `cells["${id}"]`)
    }
  }
  refuseUnknown(records, Object.keys(cells), 'cells')
  return cells
}

/** The record of a cell given as a bare value: amounts are yuan by contract, so their unit is known. */
function recordOf(value: number | null, given: unknown, column: Column): CellRecord {
  const unit = column.measure === 'amount' ? { unit: value === null ? null : ('元' as const) } : {}
  if (value !== null) return { raw: String(value), kind: 'number', ...unit }
  return { raw: '', kind: given === undefined ? 'absent' : 'blank', ...unit }
}

function cellRecord(json: unknown, at: string): CellRecord {
  const given = object(json, at)
  const kind = kinds.find(k => k === given.kind)
  if (!kind) throw new Wrong(`${at}.kind`, oneOf(kinds))
  if (typeof given.raw !== 'string') throw new Wrong(`${at}.raw`, aText)
  const unit = given.unit === undefined || given.unit === null ? given.unit : units.find(u => u === given.unit)
  if (given.unit !== undefined && unit === undefined) throw new Wrong(`${at}.unit`, oneOf(units))
  const place = given.at === undefined ? {} : { at: placeOf(given.at, `${at}.at`) }
  return { raw: given.raw, kind, ...place, ...(unit === undefined ? {} : { unit }) }
}

function placeOf(json: unknown, at: string): Place {
  const given = object(json, at)
  const { line, table, row, column, page, box, sheet, cell } = given
  if (typeof line === 'number') return { line }
  if (typeof table === 'number' && typeof row === 'number' && typeof column === 'number') return { table, row, column }
  if (typeof sheet === 'string' && typeof cell === 'string') return { sheet, cell }
  const [x0, y0, x1, y1] = Array.isArray(box) ? box : []
  const boxed = [x0, y0, x1, y1].every(n => typeof n === 'number')
  if (typeof page === 'number' && boxed) return { page, box: [Number(x0), Number(y0), Number(x1), Number(y1)] }
  throw new Wrong(at, { zh: '不是一个位置（行号、表格行列、页面区域或工作表单元格）。', en: 'is no place.' })
}

function extraRow(json: unknown, at: string): ExtraRow {
  const given = object(json, at)
  const table = tableIds.find(id => id === given.table)
  if (!table) throw new Wrong(`${at}.table`, oneOf(tableIds))
  if (typeof given.label !== 'string') throw new Wrong(`${at}.label`, aText)
  const values = list(given.values, `${at}.values`).map((value, k) => {
    if (typeof value !== 'string') throw new Wrong(`${at}.values[${k}]`, aText)
    return value
  })
  return { table, label: given.label, values }
}

function sectionsOf(json: unknown): Record<TextSectionId, string | null> {
  const given = object(json ?? {}, 'sections')
  refuseUnknown(given, sectionIds, 'sections')
  const section = (id: TextSectionId) => text(given[id], `sections.${id}`)
  return {
    preface: section('preface'),
    overview: section('overview'),
    problems: section('problems'),
    other: section('other'),
  }
}

const aText: Said = { zh: '应为文字。', en: 'should be a text.' }

function oneOf(choices: readonly string[]): Said {
  return { zh: `应为 ${choices.join('、')} 之一。`, en: `should be one of ${choices.join(', ')}.` }
}

function object(json: unknown, at: string): Json {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Json
  throw new Wrong(at, { zh: '应为一个对象。', en: 'should be an object.' })
}

function list(json: unknown, at: string): readonly unknown[] {
  if (Array.isArray(json)) return json
  throw new Wrong(at, { zh: '应为一个数组。', en: 'should be an array.' })
}

function text(json: unknown, at: string): string | null {
  if (json === undefined || json === null) return null
  if (typeof json === 'string') return json
  throw new Wrong(at, aText)
}

function figure(json: unknown, at: string): number | null {
  if (json === null || (typeof json === 'number' && Number.isFinite(json))) return json
  throw new Wrong(at, { zh: '应为数字，空白用 null。', en: 'should be a number, or null where blank.' })
}

function yearOf(json: unknown): number | null {
  if (json === undefined || json === null) return null
  if (typeof json === 'number' && Number.isInteger(json) && json >= 1900 && json <= 2999) return json
  throw new Wrong('year', { zh: '应为四位年份。', en: 'should be a year of four digits.' })
}

function refuseUnknown(given: Json, known: readonly string[], at: string) {
  const stray = Object.keys(given).find(key => !known.includes(key))
  if (stray === undefined) return
  throw new Wrong(`${at}.${stray.slice(0, 60)}`, { zh: '这种格式没有这一项。', en: 'the form has no such entry.' })
}
