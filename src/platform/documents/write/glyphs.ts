/** Which characters a TrueType font can show, read from its character map. */

/** Stands for a character the font has no picture of, as printers have always set it. */
export const noGlyph = '〓'

/** First and last code point of each range the font covers; ranges are sorted and do not touch. */
export type Coverage = readonly (readonly [first: number, last: number])[]

/** Reads the full (format 12) character map. Throws where the font has none: a fault of the installation. */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const count = view.getUint16(cmap + 2)
  for (let i = 0; i < count; i += 1) {
    const table = cmap + view.getUint32(cmap + 8 + i * 8)
    if (view.getUint16(table) === 12) return rangesAt(view, table)
  }
  throw new Error('the font has no full character map')
}

/** The text with every character outside the coverage, or in private use, replaced by 〓. */
export function onlyCovered(text: string, coverage: Coverage): string {
  return Array.from(text, char => (covered(char.codePointAt(0) ?? 0, coverage) ? char : noGlyph)).join('')
}

function covered(code: number, coverage: Coverage): boolean {
  if ((code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000) return false
  let low = 0
  let high = coverage.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = coverage[middle] ?? [0, 0]
    if (code < first) high = middle - 1
    else if (code > last) low = middle + 1
    else return true
  }
  return false
}

function tableAt(view: DataView, tag: string): number {
  const count = view.getUint16(4)
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map(i => view.getUint8(at + i)))
    if (name === tag) return view.getUint32(at + 8)
  }
  throw new Error(`the font has no table ${tag}`)
}

function rangesAt(view: DataView, table: number): Coverage {
  const count = view.getUint32(table + 12)
  return Array.from({ length: count }, (_, i) => {
    const at = table + 16 + i * 12
    return [view.getUint32(at), view.getUint32(at + 4)] as const
  })
}
