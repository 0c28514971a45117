/** The text of PDF pages, a piece a page, with the box of every sign. */
import type { Limits } from '../limits.ts'
import { withoutEchoes } from '../read/pdf/echoes.ts'
import { type Box, boxThrough, inverse, type Matrix } from '../read/pdf/geometry.ts'
import type { Glyph } from '../read/pdf/ink.ts'
import { linesOf, rounded } from '../read/pdf/lines.ts'
import { type LoadedPage, type OpenPdf, openPdf } from '../read/pdf/load.ts'
import { readPage } from '../read/pdf/page.ts'
import { walk } from '../read/pdf/walk.ts'
import { wordsOf } from '../read/pdf/words.ts'
import type { PieceBox, TextPiece } from './piece.ts'

/** Throws DocumentError: `encrypted`, `damaged`, `too_large`. A PDF without text has no pieces. */
export async function pdfPieces(bytes: Uint8Array, limits: Limits): Promise<TextPiece[]> {
  const pdf = await openPdf(bytes, limits)
  try {
    return await piecesOfPages(pdf)
  } finally {
    await pdf.close()
  }
}

async function piecesOfPages(pdf: OpenPdf): Promise<TextPiece[]> {
  const pieces: TextPiece[] = []
  for (let number = 1; number <= pdf.pages; number += 1) {
    const page = await pdf.page(number)
    pieces.push(...piecesOfPage(page, number))
    page.release()
  }
  return pieces
}

function piecesOfPage(page: LoadedPage, number: number): TextPiece[] {
  const ink = walk(page.operators, page.context)
  const back = inverse(page.context.page)
  const { frame } = page.context
  const at = { page: number, box: boxOf(frame, back) }
  const glyphs = withoutEchoes(ink.glyphs)
  const printed = { id: `page:${number}`, at, hidden: false, ...lettersOf(glyphs, back) }
  const bare = { id: `page:${number}:layer`, at, hidden: true, ...lettersOf(ink.hidden, back) }
  const oblique = { id: `page:${number}:oblique`, at, hidden: false, ...inARow(glyphs, back) }
  const pieces = [printed, bare, oblique].filter(({ text }) => text.trim() !== '')
  return [...pieces, ...wrappedCells(page, number, printed.text)]
}

interface Letters {
  readonly text: string
  readonly boxes: readonly (PieceBox | null)[]
}

/** Lines top to bottom, parted by line breaks; words by one blank. */
function lettersOf(glyphs: readonly Glyph[], back: Matrix): Letters {
  let text = ''
  const boxes: (PieceBox | null)[] = []
  const add = (letters: string, box: PieceBox | null) => {
    text += letters
    for (let unit = 0; unit < letters.length; unit += 1) boxes.push(box)
  }
  for (const [at, line] of linesOf(wordsOf(glyphs)).entries()) {
    if (at > 0) add('\n', null)
    for (const [n, word] of line.words.entries()) {
      if (n > 0) add(' ', null)
      for (const glyph of word.glyphs) add(glyph.text, boxOf(glyph, back))
    }
  }
  return { text, boxes }
}

/** Watermarks and the like, as they were drawn. */
function inARow(glyphs: readonly Glyph[], back: Matrix): Letters {
  const oblique = glyphs.filter(({ turn }) => turn === undefined)
  const boxes = oblique.flatMap(glyph => Array.from({ length: glyph.text.length }, () => boxOf(glyph, back)))
  return { text: oblique.map(({ text }) => text).join(''), boxes }
}

/** Cells whose text runs over several lines: there a number may be parted by its neighbour cells. Their box is whole. */
function wrappedCells(page: LoadedPage, number: number, text: string): TextPiece[] {
  const lines = text.replace(/ /g, '')
  return readPage(page, number).blocks.flatMap((block, table) => {
    if (block.kind !== 'grid') return []
    return block.cells.flatMap(({ text: words, at, row, column }): TextPiece[] => {
      if (!('box' in at) || words.trim() === '' || lines.includes(words.replace(/[ \n]/g, ''))) return []
      const boxes = Array.from({ length: words.length }, () => at.box)
      return [{ id: `page:${number}:cell:${table}:${row}:${column}`, text: words, at, hidden: false, boxes }]
    })
  })
}

function boxOf(box: Box, back: Matrix): PieceBox {
  const { x0, y0, x1, y1 } = boxThrough(back, box.x0, box.y0, box.x1, box.y1)
  return [rounded(x0), rounded(y0), rounded(x1), rounded(y1)]
}
