/** Reports side by side, by the lines that outlive every edition of the form: years of one agency, or agencies. */
import type { Column, Edition, Label, TableId } from '../../law/editions/form.ts'
import { disputeLines, proactiveLines, requestLines } from '../../law/lines.ts'
import type { Said } from '../kernel/lang.ts'
import { figuresOf, sumOfKnown } from './figures.ts'
import { editionOf } from './form-cells.ts'
import { cellId, type Report } from './report.ts'
import { settle } from './settled.ts'

export interface ComparedReport {
  readonly agency: string | null
  readonly year: number | null
  readonly edition: string
}

/** One figure across all reports, in the order the reports were given. */
export interface ComparedRow {
  readonly table: TableId
  /** The lines it sums: several where an edition involved prints them on one row. */
  readonly lines: readonly string[]
  readonly label: Said
  /** The column of tables 三 and 四; for table 二 the label already names it. */
  readonly column: { readonly id: string; readonly label: Said } | null
  /** In yuan for amounts; null where unknown, or where the edition has no such line. */
  readonly values: readonly (number | null)[]
  /** Against the report before; null where either is unknown. */
  readonly differences: readonly (number | null)[]
  /** To the report before; null where either is unknown or the earlier is 0. */
  readonly ratios: readonly (number | null)[]
}

export interface Comparison {
  readonly reports: readonly ComparedReport[]
  readonly rows: readonly ComparedRow[]
}

/**
 * Compares reports, whatever editions they use. A blank counts as 0 only where the report's own identities bear it
 * out; else it is unknown and stays so. Throws only on an edition nobody defined.
 */
export function compare(reports: readonly Report[], editions?: readonly Edition[]): Comparison {
  const sheets = reports.map(report => sheetOf(report, editions))
  const forms = [...new Set(sheets.map(({ edition }) => edition))]
  return {
    reports: reports.map(({ agency, year, edition }) => ({ agency, year, edition })),
    rows: [
      ...proactiveRows(forms, sheets),
      ...groupedRows('requests', requestLines, forms, sheets),
      ...groupedRows('disputes', disputeLines, forms, sheets),
    ],
  }
}

interface Sheet {
  readonly edition: Edition
  readonly at: (id: string) => number | null
}

function sheetOf(report: Report, editions?: readonly Edition[]): Sheet {
  const figures = figuresOf(report, editions)
  const { values } = settle(figures)
  return {
    edition: editionOf(report.edition, editions),
    at: id => values[figures.index.at.get(id) ?? -1] ?? null,
  }
}

function proactiveRows(forms: readonly Edition[], sheets: readonly Sheet[]): ComparedRow[] {
  return proactiveLines.flatMap(line => {
    const label = newest(forms, edition => proactiveLabel(edition, edition.lines.proactive[line]))
    if (!label) return []
    const values = sheets.map(({ edition, at }) => {
      const cell = edition.lines.proactive[line]
      return cell === null ? null : at(`proactive.${cell}`)
    })
    return [compared('proactive', [line], label, null, values)]
  })
}

function proactiveLabel(edition: Edition, cell: string | null): Said | null {
  for (const { rows, columns } of edition.proactive) {
    for (const row of rows) {
      const column = columns.find(({ id }) => `${row.id}.${id}` === cell)
      if (column) return joined(row.label, column.label)
    }
  }
  return null
}

function joined(row: Label, column: Label): Said {
  return { zh: `${row.zh}：${column.zh}`, en: `${row.en}: ${column.en}` }
}

function groupedRows<L extends string>(
  table: 'requests' | 'disputes',
  lines: readonly L[],
  forms: readonly Edition[],
  sheets: readonly Sheet[],
): ComparedRow[] {
  const columns = columnsOf(table, forms)
  return mergedLines(table, lines, forms).flatMap(group =>
    columns.map(column => {
      const values = sheets.map(({ edition, at }) => {
        const rows = [...new Set(group.map(line => rowOf(edition, table, line)))]
        return sumOfKnown(rows.map(row => (row === null ? null : at(cellId(table, row, column.id)))))
      })
      const heading = { id: column.id, label: said(column.label) }
      return compared(table, group, groupLabel(table, group, forms), heading, values)
    }),
  )
}

/** Lines that any edition involved prints on one row cannot be told apart, so they are compared as one. */
function mergedLines<L extends string>(
  table: 'requests' | 'disputes',
  lines: readonly L[],
  forms: readonly Edition[],
): L[][] {
  const groups: L[][] = []
  for (const line of lines) {
    const sharing = (other: L) => forms.some(edition => rowOf(edition, table, other) === rowOf(edition, table, line))
    const found = groups.find(group => group.some(sharing))
    if (found) found.push(line)
    else groups.push([line])
  }
  return groups
}

function rowOf(edition: Edition, table: 'requests' | 'disputes', line: string): string | null {
  const rows: Readonly<Record<string, string>> = edition.lines[table]
  return rows[line] ?? null
}

/** The label of the one row that holds the group in some edition, the newest that has one. */
function groupLabel(table: 'requests' | 'disputes', group: readonly string[], forms: readonly Edition[]): Said {
  const label = newest(forms, edition => {
    const rows = new Set(group.map(line => rowOf(edition, table, line)))
    const row = edition[table].rows.find(({ id }) => rows.has(id))
    return rows.size === 1 && row ? said(row.label) : null
  })
  return label ?? { zh: group.join('、'), en: group.join(', ') }
}

function columnsOf(table: 'requests' | 'disputes', forms: readonly Edition[]): readonly Column[] {
  const columns = new Map<string, Column>()
  for (const edition of newestFirst(forms)) {
    for (const column of edition[table].columns) if (!columns.has(column.id)) columns.set(column.id, column)
  }
  return [...columns.values()]
}

function newestFirst(forms: readonly Edition[]): Edition[] {
  return [...forms].sort((a, b) => b.validFromYear - a.validFromYear)
}

function newest<T>(forms: readonly Edition[], find: (edition: Edition) => T | null): T | null {
  for (const edition of newestFirst(forms)) {
    const found = find(edition)
    if (found !== null) return found
  }
  return null
}

function said({ zh, en }: Label): Said {
  return { zh, en }
}

function compared(
  table: TableId,
  lines: readonly string[],
  label: Said,
  column: ComparedRow['column'],
  values: readonly (number | null)[],
): ComparedRow {
  const against = (k: number, how: (now: number, then: number) => number | null) => {
    const now = values[k] ?? null
    const then = values[k - 1] ?? null
    return now === null || then === null ? null : how(now, then)
  }
  return {
    table,
    lines,
    label,
    column,
    values,
    differences: values.map((_, k) => against(k, (now, then) => now - then)),
    ratios: values.map((_, k) => against(k, (now, then) => (then === 0 ? null : now / then))),
  }
}
