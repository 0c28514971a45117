/**
 * Old Word files (doc, and wps of the same container): the main text with its tables, spans included. Read here and
 * not by a library, since those at hand lose spans and can run in circles on damaged files.
 */
import type { Paper, PaperBlock } from '../../../paper/paper.ts'
import { checkSize } from '../charset.ts'
import { emptyFile, noTextLayer } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { openStreams } from './doc/head.ts'
import { readParagraphs, type WordParagraph } from './doc/paragraphs.ts'
import { BinaryTable } from './doc/table.ts'
import { Tables } from './flow.ts'

/** A document without words that takes more than this, in bytes, is made of pictures. */
const pictureBytes = 100_000

class Blocks {
  readonly blocks: PaperBlock[] = []
  readonly #tables: Tables
  readonly #open: BinaryTable[] = []
  #paragraphs = 0

  constructor(limits: Limits) {
    this.#tables = new Tables(limits)
  }

  add(paragraph: WordParagraph): void {
    if (paragraph.depth === 0) this.#paragraphs++
    while (this.#open.length > paragraph.depth) this.#close()
    while (this.#open.length < paragraph.depth) {
      this.#open.push(new BinaryTable(this.#open.at(-1)?.content ?? this.blocks, this.#tables))
      this.#tables.checkDepth(this.#open.length)
    }
    const table = this.#open.at(-1)
    if (paragraph.ends !== 'row') this.#addLines(paragraph.text, table?.content ?? this.blocks)
    if (paragraph.ends === 'cell') table?.endCell()
    else if (paragraph.ends === 'row') table?.endRow(paragraph.shape)
  }

  #addLines(text: string, content: PaperBlock[]): void {
    if (text === '' && this.#open.length > 0) return
    for (const line of text.split('\n')) content.push({ kind: 'text', text: line, at: { line: this.#paragraphs } })
  }

  #close(): void {
    const table = this.#open.pop()
    if (table === undefined) return
    for (const block of this.#tables.blocksOf(table.finish())) table.around.push(block)
  }

  finish(): PaperBlock[] {
    while (this.#open.length > 0) this.#close()
    return this.blocks
  }
}

/**
 * Reads an old Word file. Lines and places are as in docx; text boxes, headers, footers and notes are left out.
 * Throws `empty`, `no_text_layer`, `encrypted`, `damaged`, `too_large`, `unknown_format` (older than Word 97).
 */
export function readDoc(bytes: Uint8Array, limits: Limits): Paper {
  checkSize(bytes, limits)
  const collected = new Blocks(limits)
  for (const paragraph of readParagraphs(openStreams(bytes))) collected.add(paragraph)
  const blocks = collected.finish()
  const hasWords = blocks.some(block => block.kind === 'grid' || block.text.trim() !== '')
  if (!hasWords) throw bytes.length > pictureBytes ? noTextLayer() : emptyFile()
  return { format: 'doc', blocks }
}
