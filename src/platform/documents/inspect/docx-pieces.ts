/** The text of a Word file, a piece a paragraph: main text, headers, footers, notes, charts and drawings. */
import type { Limits } from '../limits.ts'
import { fieldCodesIn } from '../office/fields.ts'
import { hiddenRunsIn } from '../office/hidden-runs.ts'
import { paragraphsOf } from '../office/paragraphs.ts'
import { OfficeParts } from '../office/parts.ts'
import { isXml, shownParts } from '../office/reach.ts'
import type { Element } from '../office/tree.ts'
import { WordStyles } from '../office/word-styles.ts'
import type { TextPiece } from './piece.ts'

export const usualWordPart = 'word/document.xml'

/** Throws DocumentError. Deleted text and comments are no pieces; see findings. */
export function docxPieces(bytes: Uint8Array, limits: Limits): TextPiece[] {
  const office = new OfficeParts(bytes, usualWordPart, limits)
  return piecesOfParts(office, shownParts(office), wordStylesOf(office))
}

/** The paragraphs of parts, numbered from 1 in each. */
export function piecesOfParts(office: OfficeParts, parts: readonly string[], styles?: WordStyles): TextPiece[] {
  return parts.filter(isXml).flatMap(part => {
    const tree = office.tree(part)
    const unseen = styles === undefined ? undefined : unseenRuns(tree, styles)
    return paragraphsOf(tree, unseen).flatMap(({ text, hidden }, n): TextPiece[] => {
      return text.trim() === '' ? [] : [{ id: `${part}#${n + 1}`, text, at: { line: n + 1 }, hidden }]
    })
  })
}

export function wordStylesOf(office: OfficeParts): WordStyles {
  const part = office.links(office.main).find(({ kind }) => kind === 'styles')?.part ?? null
  return new WordStyles(part !== null && office.has(part) ? office.tree(part) : undefined)
}

/** What nobody sees of a part: its hidden runs, and those within the instructions of fields. */
export function unseenRuns(tree: Element, styles: WordStyles): ReadonlySet<Element> {
  return new Set([...hiddenRunsIn(tree, styles), ...fieldCodesIn(tree).runs])
}
