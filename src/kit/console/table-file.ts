/** A table handed over as a file: a workbook, or values with commas between. */
import { csvOf, download } from './csv.ts'
import type { Sheet } from './sheet.ts'
import { words } from './words.ts'

export const tableFileKinds = ['xlsx', 'csv'] as const
export type TableFileKind = (typeof tableFileKinds)[number]

export const tableFileWords = { xlsx: words.exportXlsx, csv: words.exportCsv }

/** `name` without its ending; a workbook has a sheet for each table. */
export async function saveTables(kind: TableFileKind, name: string, sheets: readonly Sheet[]): Promise<void> {
  if (kind === 'csv') {
    download(`${name}.csv`, csvOf(sheets))
    return
  }
  const { xlsxOf, xlsxType } = await import('./xlsx.ts')
  download(`${name}.xlsx`, xlsxOf(sheets), xlsxType)
}
