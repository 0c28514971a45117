/** A comparison as a table for people. */

import type { Lang } from '../../domain/kernel/lang.ts'
import type { ComparedReport, ComparedRow } from '../../domain/report/compare.ts'
import { results } from '../messages.ts'
import { columns, printable } from './width.ts'

export interface NamedComparison {
  readonly reports: readonly (ComparedReport & { readonly file: string })[]
  readonly rows: readonly ComparedRow[]
}

/** The reports numbered, then every line in which any of them has something, with the change to the one before. */
export function comparisonText({ reports, rows }: NamedComparison, lang: Lang): string {
  const heads = reports.map(({ file, agency, year, edition }, i) => [
    `[${i + 1}]`,
    agency === null ? results.agencyUnknown[lang] : printable(agency),
    results.year(year)[lang],
    results.edition(edition)[lang],
    printable(file),
  ])
  const told = rows.filter(row => row.values.some(value => value !== null && value !== 0))
  const head = ['', '', ...reports.flatMap((_, i) => (i === 0 ? ['[1]'] : [`[${i + 1}]`, '±']))]
  const numeric = new Set(head.map((_, i) => i).slice(2))
  const table = columns([head, ...told.map(row => cells(row, lang))], numeric)
  return [...columns(heads), '', ...table, '', results.linesLeftOut(rows.length - told.length)[lang]].join('\n')
}

function cells({ label, column, values, differences }: ComparedRow, lang: Lang): string[] {
  const numbers = values.flatMap((value, i) => (i === 0 ? [figure(value)] : [figure(value), change(differences[i])]))
  return [label[lang], column?.label[lang] ?? '', ...numbers]
}

/** Unknown figures show as `?`: a blank could be taken for 0. */
function figure(value: number | null): string {
  return value === null ? '?' : String(value)
}

function change(difference: number | null | undefined): string {
  if (difference === null || difference === undefined) return ''
  return difference > 0 ? `+${difference}` : String(difference)
}
