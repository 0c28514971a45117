/** The words printed in a value cell: what was published where it still says the value, else the value itself. */
import type { FormCell } from '../form-cells.ts'
import { ABSENT_MARK } from '../marks.ts'
import { readValue } from '../read/value.ts'
import { type CellRecord, type Report, type Unit, valueAt } from '../report.ts'

/** Gives the text of one value cell; lets a view show another figure (as computed) in the same table. */
export type CellText = (report: Report, cell: FormCell) => string

const factors: Readonly<Record<Unit, number>> = { 元: 1, 万元: 1e4, 亿元: 1e8 }

/** The cell as published. Amounts carry their unit wherever the form's own head does not say it. */
export function publishedText(report: Report, cell: FormCell): string {
  const { measure } = cell.column
  const value = valueAt(report, cell.id)
  const record = report.cells[cell.id]
  if (value === null) return record ? textWithoutFigure(record) : ''
  const raw = tidy(record?.raw ?? '')
  if (measure === 'amount') return amountText(value, raw, record?.unit ?? null, cell.column.unit ?? null)
  return readValue(raw, measure).value === value ? raw : decimal(value)
}

/** A number without exponent, grouping or binary dust. */
function decimal(value: number): string {
  return Number(value.toPrecision(15)).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
}

function textWithoutFigure(record: CellRecord): string {
  if (record.kind === 'absent') return ABSENT_MARK
  if (record.kind === 'blank' || record.kind === 'number') return ''
  return tidy(record.raw) || (record.kind === 'not_applicable' ? '/' : '')
}

function amountText(value: number, raw: string, unit: Unit | null, headUnit: Unit | null): string {
  const own = readValue(raw, 'amount').unit
  const said = readValue(raw, 'amount', unit).value
  if (said !== null && close(said, value)) return raw + (own ? '' : missingUnit(unit, headUnit))
  const shown = unit ?? headUnit
  const bare = decimal(value / factors[shown ?? '元'])
  return shown === headUnit ? bare : bare + shown
}

/** The unit to add so that the figure means the same under the form's head; yuan was taken where none was printed. */
function missingUnit(unit: Unit | null, headUnit: Unit | null): string {
  return unit === headUnit ? '' : (unit ?? '元')
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

/** One line of text: breaks inside a cell were the paper's, and a figure they split is joined again. */
function tidy(raw: string): string {
  return raw
    .trim()
    .replace(/(?<=[\d,.])\s*\n\s*(?=[\d,.])/g, '')
    .replace(/\s+/g, ' ')
}
