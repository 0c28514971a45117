/** The text of a workbook, a piece a cell, hidden ones marked; drawings and charts by their paragraphs. */
import type { Limits } from '../limits.ts'
import { OfficeParts } from '../office/parts.ts'
import { shownParts } from '../office/reach.ts'
import { cellsOf, referredOf, sheetsOf, usualBookPart } from '../office/sheets.ts'
import { piecesOfParts } from './docx-pieces.ts'
import type { TextPiece } from './piece.ts'

/** Throws DocumentError. */
export function xlsxPieces(bytes: Uint8Array, limits: Limits): TextPiece[] {
  const office = new OfficeParts(bytes, usualBookPart, limits)
  const referred = referredOf(office, limits)
  const sheets = sheetsOf(office)
  const cells = sheets.flatMap(({ number, name, state, part }) => {
    if (part === null || !office.has(part)) return []
    return cellsOf(office.tree(part), referred, limits).map((cell): TextPiece => {
      const hidden = cell.hidden || state !== 'visible'
      return { id: `sheet:${number}!${cell.name}`, text: cell.text, at: { sheet: name, cell: cell.name }, hidden }
    })
  })
  const drawings = shownParts(office).filter(part => /\/(?:drawings|charts|diagrams)\//.test(part))
  return [...cells, ...piecesOfParts(office, drawings)]
}
