/** Tables as one file of CSV, and handing a file to the browser. */
import { csv } from '../../paper/csv.ts'
import type { Sheet } from './sheet.ts'

/** One table is its rows alone; of several each stands under its name, with a line free between them. */
export function csvOf(sheets: readonly Sheet[]): string {
  const [only, ...more] = sheets
  if (only !== undefined && more.length === 0) return csv(only.rows)
  return csv(sheets.flatMap(({ name, rows }, n) => [...(n > 0 ? [[]] : []), [name], ...rows]))
}

/** Hands something to the browser as a file. */
export function download(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type = 'text/csv;charset=utf-8',
): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
