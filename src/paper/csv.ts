/**
 * Writes tables as CSV that Excel opens in the right letters and never runs as a formula. It stands here because the
 * server and the browser both write such files, and neither may know the other.
 */

export type CsvField = string | number | null

/** The mark that tells Excel the text is UTF-8. */
export const csvStart = '\ufeff'

/** A whole file: RFC 4180 with the mark. */
export function csv(rows: readonly (readonly CsvField[])[]): string {
  return csvStart + rows.map(csvLine).join('')
}

/** One line with its end. */
export function csvLine(row: readonly CsvField[]): string {
  return `${row.map(field).join(',')}\r\n`
}

/** Starts of a text a spreadsheet would run; full-width forms are run by some as well. */
const runs = /^[=+\-@\t\r＝＋－＠]/

/** A text that no spreadsheet takes for a formula, also when it is typed or saved anew there. */
export function harmless(text: string): string {
  return runs.test(text) ? `'${text}` : text
}

function field(value: CsvField): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = harmless(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
