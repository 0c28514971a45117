/** Texts that were to be taken out and stand nowhere: whoever asked must know, for the copy looks done. */
import type { ErrorSentence } from '../errors.ts'
import type { TextPiece } from '../inspect/piece.ts'
import type { Element } from '../office/tree.ts'
import { writeTree } from '../office/tree.ts'
import type { RedactRequest } from './request.ts'
import { looseText } from './stretches.ts'

/** The texts asked for that no piece holds, nor any part of an office file. */
export function textsNotIn(
  pieces: readonly TextPiece[],
  { texts = [] }: RedactRequest,
  parts: Iterable<Element> = [],
): readonly string[] {
  const held = pieces.map(({ text }) => text)
  const rest = texts.filter(({ find }) => !held.some(text => isIn(text, find)))
  if (rest.length === 0) return []
  const written = [...parts].map(part => writeTree(part).replace(/<[^>]*>/g, tag => ` ${tag} `))
  return rest.filter(({ find }) => !written.some(text => isIn(text, find))).map(({ find }) => find)
}

function isIn(text: string, find: string): boolean {
  return looseText(find)?.test(text) === true
}

export function notesOn(notFound: readonly string[]): readonly ErrorSentence[] {
  return notFound.length > 0 ? [nowhere] : []
}

const nowhere: ErrorSentence = {
  zh: '有要隐去的文字没有找到。图片和扫描件里的文字查找不到，请逐页核对；PDF 和图片请手工画框。',
  en: 'A text to be redacted was nowhere found. Words in pictures and scans cannot be searched: look through the pages, and draw boxes by hand on a PDF or picture.',
}
