/** A filled template as PDF/A-2b: its own paragraphs in their order, the seal over name and date. */
import type { LetterSheet } from '../../../paper/letter.ts'
import type { PageTable } from '../../../paper/page.ts'
import { oneLine } from '../write/clean.ts'
import { setPdf, withKeptSpaces } from '../write/typst.ts'
import { filledLetter } from './filled.ts'
import type { FilledLetter, FilledLine } from './filled-types.ts'
import type { LetterLook } from './look.ts'
import { linePitch } from './measure.ts'
import { pageModel, signatureModel, tableModel, withGlyphs } from './pdf.ts'
import { filledProgramme } from './pdf-programme.ts'

/** What the file's properties say, and the name and date the seal is put over. */
export type FilledSheet = Pick<LetterSheet, 'title' | 'author' | 'lang' | 'signature'>

/** Throws `DocumentError` where the template is no Word file. The same always gives the same bytes. */
export function writeFilledPdf(docx: Uint8Array, sheet: FilledSheet, look: LetterLook = {}): Promise<Uint8Array> {
  const letter = mapLetter(filledLetter(docx), linewise)
  return withGlyphs(letter, mapLetter, of => setPdf(filledProgramme, modelOf(of, sheet, look), 'a-2b'))
}

const linewise = (text: string) => text.split('\n').map(oneLine).join('\n')

function mapLetter({ blocks, head, foot }: FilledLetter, change: (text: string) => string): FilledLetter {
  return {
    blocks: blocks.map(block =>
      block.kind === 'line' ? { ...block, text: change(block.text) } : changedTable(block, change),
    ),
    head: head.map(change),
    foot: foot.map(change),
  }
}

function changedTable(table: PageTable, change: (text: string) => string): PageTable {
  return { ...table, rows: table.rows.map(row => row.map(cell => ({ ...cell, text: change(cell.text) }))) }
}

function modelOf(letter: FilledLetter, { title, author, lang, signature }: FilledSheet, look: LetterLook) {
  const blocks = withoutEmptyEnd(letter.blocks)
  const at = signature ? placeOfSignature(blocks, signature) : null
  const contact = at?.together ? footOf(blocks.slice(at.index + 2)) : null
  const printed = contact ? blocks.slice(0, blocks.length - contact.length) : blocks
  return {
    ...pageModel({ name: title.join(''), author, lang }, look),
    ...{ head: letter.head, foot: letter.foot },
    contact: (contact ?? []).flatMap(({ text }) => text.split('\n').map(withKeptSpaces)),
    blocks: printed
      .filter((_, i) => !at?.together || i !== at.index + 1)
      .map((block, i) => {
        if (signature && at?.together && i === at.index) return { kind: 'signature', ...signatureModel(signature) }
        return blockModel(block, { sealed: at?.index === i, sticky: at !== null && i === at.index - 1 })
      }),
  }
}

type Blocks = FilledLetter['blocks']

function withoutEmptyEnd(blocks: Blocks): Blocks {
  return blocks.slice(0, blocks.findLastIndex(block => block.kind === 'table' || !isEmpty(block)) + 1)
}

const isEmpty = ({ text }: FilledLine) => text.trim() === ''
const bare = (text: string) => text.replace(/\s/g, '')

/**
 * Where name and date stand one under the other, they are set as the standard wants them. An agency that put something
 * else between them has the seal over its last line with the date.
 */
function placeOfSignature(blocks: Blocks, { name, date }: NonNullable<LetterSheet['signature']>) {
  const says = (i: number, text: string) => {
    const block = blocks[i]
    return block?.kind === 'line' && bare(block.text) === bare(text)
  }
  const together = blocks.findLastIndex((_, i) => says(i, name) && says(i + 1, date))
  if (together >= 0) return { index: together, together: true }
  const dated = blocks.findLastIndex(block => block.kind === 'line' && bare(block.text).includes(bare(date)))
  return dated < 0 ? null : { index: dated, together: false }
}

/** What follows the signature to the end, where it is nothing but the contact: it stands at the foot of the page. */
function footOf(after: Blocks): readonly FilledLine[] | null {
  const lines = after.filter(block => block.kind === 'line')
  return lines.length > 0 && lines.length === after.length && lines.every(({ style }) => style === 'contact')
    ? lines
    : null
}

function blockModel(block: FilledLine | PageTable, { sealed, sticky }: { sealed: boolean; sticky: boolean }) {
  if (block.kind === 'table') return tableModel(block)
  if (isEmpty(block) && !sealed) return { kind: 'gap', height: block.pitch ?? linePitch }
  const { style, pitch: _, ...line } = block
  return { ...line, text: withKeptSpaces(block.text), role: style, sealed, sticky }
}
