/** The text of a Word binary file: pieces of one or two bytes a character, in the order of the text ([MS-DOC] 2.8.35). */
import { damaged } from '../../errors.ts'
import type { Bytes } from './bytes.ts'
import type { WordStreams } from './head.ts'

export interface Piece {
  readonly text: string
  /** Byte in the document stream where it begins. */
  readonly start: number
  /** Bytes of one character. */
  readonly width: 1 | 2
}

const propertiesMark = 1
const piecesMark = 2
const narrowFlag = 0x40000000
const descriptorSize = 8

function pieceTable(clx: Bytes): Bytes {
  let at = 0
  while (clx.u8(at) === propertiesMark) at += 3 + clx.u16(at + 1)
  if (clx.u8(at) !== piecesMark) throw damaged('正文', 'the main text')
  return clx.part(at + 5, clx.u32(at + 1))
}

function textOf(bytes: Uint8Array, width: 1 | 2): string {
  return new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes)
}

/** The pieces of the main text. Throws `damaged`. */
export function readPieces({ clx, document, characters }: WordStreams): Piece[] {
  const table = pieceTable(clx)
  const count = Math.floor((table.length - 4) / (4 + descriptorSize))
  const pieces: Piece[] = []
  for (let i = 0; i < count; i++) {
    const from = table.u32(i * 4)
    const to = Math.min(table.u32(i * 4 + 4), characters)
    if (from >= characters) break
    if (to < from) throw damaged('正文', 'the main text')
    const where = table.u32((count + 1) * 4 + i * descriptorSize + 2)
    const narrow = (where & narrowFlag) !== 0
    const start = narrow ? (where & (narrowFlag - 1)) >>> 1 : where & (narrowFlag - 1)
    const width = narrow ? 1 : 2
    pieces.push({ text: textOf(document.part(start, (to - from) * width).array, width), start, width })
  }
  return pieces
}
