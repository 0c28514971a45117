/** Plain text: one line of paper for every line of the file. */
import type { Paper, TextLine } from '../../../paper/paper.ts'
import { checkSize, requireText } from '../charset.ts'
import { emptyFile } from '../errors.ts'
import type { Limits } from '../limits.ts'

const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/
const otherLineEnd = /[\r\f\v\u0085\u2028\u2029]/

/** Reads plain text in any encoding of `charset.ts`; lines count from 1. Throws `empty`, `damaged`, `too_large`. */
export function readTxt(bytes: Uint8Array, limits: Limits): Paper {
  checkSize(bytes, limits)
  const text = requireText(bytes)
  if (!/\S/.test(text)) throw emptyFile()
  // Most texts end their lines in one way only, and are parted much faster by it.
  const lines = text.split(otherLineEnd.test(text) ? lineEnd : '\n')
  if (lines.at(-1) === '') lines.pop()
  const blocks = lines.map((line, index): TextLine => ({ kind: 'text', text: line, at: { line: index + 1 } }))
  return { format: 'txt', blocks }
}
