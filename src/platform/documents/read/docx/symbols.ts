/** Signs of the symbol fonts that stand in Chinese forms for boxes and ticks; Unicode has them elsewhere. */
const wingdings: Readonly<Record<number, string>> = {
  81: '✓',
  82: '☑',
  83: '☒',
  111: '□',
  168: '◻',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}
const wingdings2: Readonly<Record<number, string>> = { 80: '✓', 81: '☒', 82: '☑', 83: '☒', 163: '□' }

/** The character of a w:sym: its code in hexadecimal, in the private area where the font is a symbol font. */
export function symbolOf(font: string, hex: string): string {
  const code = Number.parseInt(hex, 16)
  if (!Number.isInteger(code) || code <= 0 || code > 0xffff) return ''
  const inFont = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const table = /^wingdings 2$/i.test(font) ? wingdings2 : /^wingdings$/i.test(font) ? wingdings : undefined
  return table?.[inFont] ?? String.fromCharCode(/^symbol$/i.test(font) && inFont < 0x7f ? inFont : code)
}
