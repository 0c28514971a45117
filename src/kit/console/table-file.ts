/** A table handed over as a file: a workbook, or values with commas between. */
import { csvOf, download } from './csv.ts'
import { words } from './words.ts'

export const tableFileKinds = ['xlsx', 'csv'] as const
export type TableFileKind = (typeof tableFileKinds)[number]

export const tableFileWords = { xlsx: words.exportXlsx, csv: words.exportCsv }

/** `name` without its ending; the first row holds the heads. */
export async function saveTable(
  kind: TableFileKind,
  name: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  if (kind === 'csv') {
    download(`${name}.csv`, csvOf(rows))
    return
  }
  const { xlsxOf, xlsxType } = await import('./xlsx.ts')
  download(`${name}.xlsx`, xlsxOf(rows), xlsxType)
}
