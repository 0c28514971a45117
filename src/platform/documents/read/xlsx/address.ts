/** Cell addresses: `B7` is column 1, row 6, counted from 0. */

export interface Address {
  readonly row: number
  readonly column: number
}

const maxRow = 1_048_576
const maxColumn = 16_384

/** Reads an address, with or without `$`; undefined where it is none or lies beyond what a sheet can hold. */
export function addressOf(written: string | undefined): Address | undefined {
  if (written === undefined) return undefined
  let column = 0
  let row = 0
  for (let i = 0; i < written.length; i++) {
    const code = written.charCodeAt(i) & ~0x20
    const digit = written.charCodeAt(i) - 48
    if (digit >= 0 && digit <= 9 && column > 0) row = row * 10 + digit
    else if (code >= 65 && code <= 90 && row === 0) column = column * 26 + code - 64
    else if (written[i] !== '$') return undefined
    if (row > maxRow || column > maxColumn) return undefined
  }
  return row > 0 && column > 0 ? { row: row - 1, column: column - 1 } : undefined
}

/** Writes an address: row 6, column 1 is `B7`. */
export function nameOf(row: number, column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}
