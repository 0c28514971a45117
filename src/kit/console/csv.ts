/** Tables as CSV that Excel opens with the right characters. */

/** Starting with one of these, a spreadsheet takes a cell for a formula. */
const formulaSigns = /^[=+\-@\t\r]/

/** A text that no spreadsheet takes for a formula, also when it is typed or saved anew there. */
export function harmless(value: string): string {
  return formulaSigns.test(value) ? `'${value}` : value
}

function csvCell(value: string): string {
  const safe = harmless(value)
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV (RFC 4180), with the mark that tells Excel it is UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(row => row.map(csvCell).join(',')).join('\r\n')}\r\n`
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
