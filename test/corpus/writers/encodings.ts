/** Encodings a text file may come in; Node can read GB18030 but not write it. */

const decoder = new TextDecoder('gb18030')

/** Code sequences by character, learnt by decoding every sequence the encoding has. */
function learn(sequences: Iterable<readonly number[]>): Map<string, readonly number[]> {
  const known = new Map<string, readonly number[]>()
  for (const bytes of sequences) {
    const char = decoder.decode(new Uint8Array(bytes))
    if (char !== '\uFFFD' && [...char].length === 1 && !known.has(char)) known.set(char, bytes)
  }
  return known
}

function* pairs(): Iterable<readonly number[]> {
  for (let a = 0x81; a <= 0xfe; a++) {
    for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) yield [a, b]
  }
}

function* fours(): Iterable<readonly number[]> {
  for (let a = 0x81; a <= 0x84; a++) {
    for (let b = 0x30; b <= 0x39; b++) {
      for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) yield [a, b, c, d]
    }
  }
}

const tables: Map<string, readonly number[]>[] = []

/** Text as GB18030, in its two- and four-byte codes; throws on a character outside the basic plane. */
export function gb18030(text: string): Uint8Array {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    bytes.push(...(code < 0x80 ? [code] : codesOf(char)))
  }
  return new Uint8Array(bytes)
}

function codesOf(char: string): readonly number[] {
  for (const [i, sequences] of [pairs, fours].entries()) {
    tables[i] ??= learn(sequences())
    const found = tables[i].get(char)
    if (found) return found
  }
  throw new Error(`not in GB18030: ${char}`)
}

/** Text as UTF-16 with its mark, either way round. */
export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2))
  view.setUint16(0, 0xfeff, order === 'le')
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), order === 'le')
  return new Uint8Array(view.buffer)
}
