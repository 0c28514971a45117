/** The text of a Word file, a piece a paragraph: main text, headers, footers, notes, charts and drawings. */
import type { Limits } from '../limits.ts'
import { hiddenStylesOf, paragraphsOf } from '../office/paragraphs.ts'
import { OfficeParts } from '../office/parts.ts'
import { isXml, shownParts } from '../office/reach.ts'
import type { TextPiece } from './piece.ts'

export const usualWordPart = 'word/document.xml'

/** Throws DocumentError. Deleted text and comments are no pieces; see findings. */
export function docxPieces(bytes: Uint8Array, limits: Limits): TextPiece[] {
  const office = new OfficeParts(bytes, usualWordPart, limits)
  return piecesOfParts(office, shownParts(office), wordHiddenStyles(office))
}

/** The paragraphs of parts, numbered from 1 in each. */
export function piecesOfParts(
  office: OfficeParts,
  parts: readonly string[],
  hiddenStyles?: ReadonlySet<string>,
): TextPiece[] {
  return parts.filter(isXml).flatMap(part =>
    paragraphsOf(office.tree(part), hiddenStyles).flatMap(({ text, hidden }, n): TextPiece[] => {
      return text.trim() === '' ? [] : [{ id: `${part}#${n + 1}`, text, at: { line: n + 1 }, hidden }]
    }),
  )
}

export function wordHiddenStyles(office: OfficeParts): ReadonlySet<string> {
  const part = office.links(office.main).find(({ kind }) => kind === 'styles')?.part ?? null
  return part !== null && office.has(part) ? hiddenStylesOf(office.tree(part)) : new Set()
}
