/** The text of a workbook, a piece a cell, header or footer, hidden ones marked; drawings and charts by their paragraphs. */
import type { Limits } from '../limits.ts'
import { OfficeParts } from '../office/parts.ts'
import { shownParts } from '../office/reach.ts'
import { headsOf } from '../office/sheet-heads.ts'
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
    const tree = office.tree(part)
    const piece = (own: string, text: string, cell: string, hidden: boolean): TextPiece => {
      return { id: `sheet:${number}!${own}`, text, at: { sheet: name, cell }, hidden: hidden || state !== 'visible' }
    }
    const heads = headsOf(tree).filter(({ text }) => text.trim() !== '')
    return [
      ...cellsOf(tree, referred, limits).map(({ name: own, text, hidden }) => piece(own, text, own, hidden)),
      ...heads.map(({ name: own, text }) => piece(own, text, own.includes('Header') ? '页眉' : '页脚', false)),
    ]
  })
  const drawings = shownParts(office).filter(part => /\/(?:drawings|charts|diagrams)\//.test(part))
  return [...cells, ...piecesOfParts(office, drawings)]
}
