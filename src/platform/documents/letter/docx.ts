/** A letter as a Word document on the layout of official documents (GB/T 9704-2012). Lengths are points. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { unzipSync, zipSync } from 'fflate'
import type { LetterLine, LetterSheet, LetterSheetBlock } from '../../../paper/letter.ts'
import { repack } from '../write/package.ts'
import { cleanLetter } from './clean.ts'
import { Control } from './control.ts'
import { contactBlock, signatureBlock } from './docx-signature.ts'
import { halfPoints, letterStyles, lines, RED, style, twips } from './docx-styles.ts'
import { tableBlock } from './docx-table.ts'
import { fontTable, fontTableFile } from './faces.ts'
import type { LetterLook } from './look.ts'
import { bodySize, footerGap, linePitch, redHead, redHeadSize, sheet, smallSize } from './measure.ts'

/** The file properties carry title and author; times only where `made` is given. */
export async function writeLetterDocx(letter: LetterSheet, look: LetterLook = {}): Promise<Uint8Array> {
  const clean = cleanLetter(letter)
  const document = new Document({
    title: clean.title.join(''),
    creator: clean.author,
    lastModifiedBy: clean.author,
    styles: letterStyles(clean.lang),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: paper, margin: margins }, grid },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: bodyOf(clean, look),
      },
    ],
  })
  const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
  return repack(zipSync({ ...files, [fontTableFile]: fontTable() }), look.made)
}

const paper = { width: twips(sheet.width), height: twips(sheet.height) }
const margins = {
  top: twips(sheet.top),
  bottom: twips(sheet.bottom),
  left: twips(sheet.left),
  right: twips(sheet.right),
  footer: twips(sheet.bottom - footerGap - smallSize),
}
/** 22 lines; the 28 characters of a line are set by their spacing, as a grid of characters is read by Word alone. */
const grid = { type: DocumentGridType.LINES, linePitch: twips(linePitch) }

/** — 1 — at the outer edge, one character in. */
function pageNumber(side: 'left' | 'right'): Footer {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })
  const alignment = side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT
  const paragraph = new Paragraph({
    style: style.foot,
    alignment,
    indent: { [side]: twips(smallSize) },
    children: [number],
  })
  return new Footer({ children: [paragraph] })
}

function bodyOf(letter: LetterSheet, look: LetterLook): FileChild[] {
  const number = letter.number === null ? [] : [new Paragraph({ style: style.number, text: letter.number })]
  const head = look.redHead === undefined ? [] : redHeadBlock(look.redHead, number)
  return [
    ...head,
    new Paragraph({ heading: HeadingLevel.TITLE, children: titleRuns(letter.title) }),
    ...(look.redHead === undefined ? number : []),
    ...(letter.addressee === null ? [] : addressee(letter.addressee)),
    ...letter.blocks.flatMap(block),
    ...attachments(letter),
    ...(letter.signature ? signatureBlock(letter.signature, look.seal) : []),
    ...(letter.contact.length > 0 ? [contactBlock(letter.contact)] : []),
  ]
}

/** The name of the organ, two lines, the number, and the red line 4 mm under it. */
function redHeadBlock(name: string, number: readonly Paragraph[]): Paragraph[] {
  const size = redHeadSize(name)
  const rule = { style: BorderStyle.SINGLE, size: 18, color: RED, space: 0 }
  return [
    new Paragraph({
      style: style.redHead,
      spacing: { before: twips(redHead.top), ...lines(size * 1.2) },
      children: [new TextRun({ text: name, size: halfPoints(size) })],
    }),
    ...blank(2),
    ...number,
    new Paragraph({ style: style.plain, border: { bottom: rule }, spacing: lines(redHead.lineGap) }),
    ...blank(2),
  ]
}

function blank(count: number): Paragraph[] {
  return Array.from({ length: count }, () => new Paragraph({ style: style.plain }))
}

function titleRuns(title: readonly string[]): TextRun[] {
  return title.map((text, i) => new TextRun({ text, ...(i > 0 ? { break: 1 } : {}) }))
}

function addressee(text: string): Paragraph[] {
  return [new Paragraph({ style: style.plain, text, spacing: { before: twips(linePitch), ...lines(linePitch) } })]
}

function block(of: LetterSheetBlock): FileChild[] {
  return of.kind === 'table' ? tableBlock(of) : [line(of)]
}

function line({ text, control, mark }: LetterLine): FileChild {
  const paragraph = new Paragraph({ style: mark ? style.mark : style.body, text })
  return control ? new Control(control, paragraph) : paragraph
}

/** 附件：1. …, the following entries under the first. */
function attachments({ attachments: of }: LetterSheet): Paragraph[] {
  if (of === null) return []
  const [indent, hanging] = [twips(5 * bodySize), twips(3 * bodySize)]
  return of.entries.map(
    (entry, i) =>
      new Paragraph({
        style: style.plain,
        indent: i === 0 ? { left: indent, hanging } : { left: indent },
        spacing: { before: i === 0 ? twips(linePitch) : 0, ...lines(linePitch) },
        text: i === 0 ? `${of.label}${entry}` : entry,
      }),
  )
}
