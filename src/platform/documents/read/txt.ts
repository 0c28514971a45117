/** Plain text: one line of paper for every line of the file; tables written or drawn in it become grids. */
import type { Paper, PaperBlock, TextLine } from '../../../paper/paper.ts'
import { checkSize, requireText } from '../charset.ts'
import { emptyFile } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { latexTables, mayHoldLatex, plainLatex } from './txt/latex.ts'
import { mayHoldRuled, ruledTable } from './txt/ruled.ts'

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
  if (mayHoldLatex(text)) return { format: 'txt', blocks: latexBlocks(lines) }
  if (mayHoldRuled(text)) return { format: 'txt', blocks: ruledBlocks(lines) }
  return { format: 'txt', blocks: lines.map(lineOf) }
}

function lineOf(text: string, index: number): TextLine {
  return { kind: 'text', text, at: { line: index + 1 } }
}

function ruledBlocks(lines: readonly string[]): PaperBlock[] {
  const blocks: PaperBlock[] = []
  for (let i = 0; i < lines.length; ) {
    const table = ruledTable(lines, i)
    const end = table?.end ?? i + 1
    if (table?.grid) blocks.push(table.grid)
    else for (let at = i; at < end; at++) blocks.push(lineOf(lines[at] ?? '', at))
    i = end
  }
  return blocks
}

/** A text with tables in LaTeX: the tables, and the words between them without their commands. */
function latexBlocks(lines: readonly string[]): PaperBlock[] {
  const starts: number[] = []
  let length = 0
  for (const line of lines) {
    starts.push(length)
    length += line.length + 1
  }
  const text = lines.join('\n')
  const lineAt = (at: number) => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
  const blocks: PaperBlock[] = []
  const words = (from: number, to: number) => {
    const first = lineAt(from) - 1
    for (const [i, line] of text.slice(from, to).split('\n').entries()) blocks.push(lineOf(plainLatex(line), first + i))
  }
  let from = 0
  for (const { start, end, grid } of latexTables(text, lineAt)) {
    words(from, start)
    blocks.push(grid)
    from = end
  }
  words(from, text.length)
  return blocks
}
