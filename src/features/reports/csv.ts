/** Writes tables as CSV that Excel opens in the right letters and never runs as a formula. */

/** RFC 4180 with the mark that tells Excel the text is UTF-8. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map(row => row.map(field).join(',')).join('\r\n')}\r\n`
}

/** Starts of a text a spreadsheet would run; full-width forms are run by some as well. */
const runs = /^[=+\-@\t\r＝＋－＠]/

function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = runs.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
