/** Encodings a text file may come in; Node can read GB18030 but not write it. */

let table: Map<string, readonly [number, number]> | undefined

function gbk(): Map<string, readonly [number, number]> {
  if (table) return table
  table = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const char = decoder.decode(new Uint8Array([lead, trail]))
      if ([...char].length === 1 && !table.has(char)) table.set(char, [lead, trail])
    }
  }
  return table
}

/** Text as GB18030, of its two-byte part only; throws on a character outside it. */
export function gb18030(text: string): Uint8Array {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else {
      const pair = gbk().get(char)
      if (!pair) throw new Error(`not in GBK: ${char}`)
      bytes.push(...pair)
    }
  }
  return new Uint8Array(bytes)
}

/** Text as UTF-16 with its mark, either way round. */
export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2))
  view.setUint16(0, 0xfeff, order === 'le')
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), order === 'le')
  return new Uint8Array(view.buffer)
}
