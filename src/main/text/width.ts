/** Columns of a terminal: Han characters take two. */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const zero = /[\p{M}\u200b-\u200d\ufeff]/u

/** How many columns a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0
  for (const c of text) width += zero.test(c) ? 0 : wide.test(c) ? 2 : 1
  return width
}

/** The text filled with spaces to a width; longer texts stay as they are. */
function padTo(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return side === 'left' ? text + space : space + text
}

/** The text in lines no wider than `width`, broken at spaces or between Han characters. */
export function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => wrapLine(line, width))
    .join('\n')
}

/** A run of narrow letters, one wide letter with the marks that may not begin a line, or spaces. */
const units = /[^\s\u2e80-\uffff]+[，。、；：）”]*|[\u2e80-\uffff][，。、；：）”]*|\s+/gu

function wrapLine(line: string, width: number): string {
  const lines = ['']
  for (const [unit] of line.matchAll(units)) {
    const last = lines.at(-1) ?? ''
    if (widthOf(last) + widthOf(unit.trimEnd()) <= width || last === '') lines[lines.length - 1] = last + unit
    else lines.push(unit.trimStart())
  }
  return lines.map(l => l.trimEnd()).join('\n')
}

/** Rows in aligned columns two spaces apart; columns named in `right` are set flush right. */
export function columns(rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [i, text] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(text))
  }
  return rows.map(row =>
    row
      .map((text, i) => padTo(text, widths[i] ?? 0, right.has(i) ? 'right' : 'left'))
      .join('  ')
      .trimEnd(),
  )
}

/** The text without what could move the cursor or turn the writing direction: such characters show as `\u202e`. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
