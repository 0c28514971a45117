/** Forms and rolls of a document as ruled tables. */
import type { ElementId, FormField, FormPart, RollPart } from '../../law/letters.ts'
import type { PageCell, PageTable } from '../../paper/page.ts'
import type { Lang } from '../kernel/lang.ts'
import { rolls } from './slots.ts'
import { elementText, type Making } from './values.ts'

/** Group label; label and value; label and value. */
const formWidths = [1, 2.4, 4, 2.4, 4]

export interface MadeTable {
  readonly table: PageTable
  readonly missing: readonly ElementId[]
}

export function formTable({ id, groups, starred }: FormPart, making: Making): MadeTable {
  const shown = groups.filter(({ when }) => when === undefined || elementText(when, making) !== null)
  const missing = shown
    .flatMap(({ rows }) => rows.flat())
    .filter(field => field.mandatory && elementText(field.slot, making) === null)
  const { lang } = making
  const rows = shown.flatMap(({ label, rows: fields }) =>
    fields.map((row, i) => [
      ...(i === 0 ? [cell(label[lang], 'head', { rowSpan: fields.length, vertical: lang === 'zh' })] : []),
      ...row.flatMap(field => [
        cell(boxLabel(field, starred === true, lang), 'label'),
        cell(elementText(field.slot, making) ?? '', 'value', { colSpan: row.length === 1 ? 3 : 1, align: 'left' }),
      ]),
    ]),
  )
  const table: PageTable = { kind: 'table', name: id, widths: formWidths, headRows: 0, rows }
  return { table, missing: missing.map(({ slot }) => slot) }
}

function boxLabel({ label, mandatory }: FormField, starred: boolean, lang: Lang): string {
  return mandatory && starred ? `${label[lang]}*` : label[lang]
}

export function rollTable({ id, roll, columns }: RollPart, { facts, lang }: Making): MadeTable {
  const rows = rolls[roll]?.(facts, lang) ?? []
  const head = columns.map(({ label }) => cell(label[lang], 'head'))
  const table: PageTable = {
    kind: 'table',
    name: id,
    widths: columns.map(({ width }) => width),
    headRows: 1,
    rows: [head, ...rows.map(row => row.map(text => cell(text, 'value', { align: 'left' })))],
  }
  return { table, missing: rows.length === 0 ? [roll] : [] }
}

function cell(text: string, role: PageCell['role'], more: Partial<PageCell> = {}): PageCell {
  return { text, role, align: 'center', colSpan: 1, rowSpan: 1, ...more }
}
