/** A letter as PDF/A-2b, set by typst in Noto Serif SC on the layout of official documents. */
import type { LetterSheet, LetterSheetBlock } from '../../../paper/letter.ts'
import type { PageTable } from '../../../paper/page.ts'
import { type Coverage, onlyCovered } from '../write/glyphs.ts'
import { coverage, fontFamily, madeParts, setPdf, withKeptSpaces } from '../write/typst.ts'
import { cleanLetter, mapTexts } from './clean.ts'
import type { LetterLook } from './look.ts'
import {
  bodySize,
  ems,
  footerGap,
  linePitch,
  redHead,
  redHeadSize,
  sealSize,
  sheet,
  signaturePlace,
  smallSize,
  tableSize,
  textWidth,
  titleSize,
} from './measure.ts'
import { letterProgramme } from './pdf-programme.ts'

/** Characters no font at hand can show become 〓; PDF/A forbids empty boxes. */
export async function writeLetterPdf(letter: LetterSheet, look: LetterLook = {}): Promise<Uint8Array> {
  const clean = cleanLetter(letter)
  try {
    return set(clean, look)
  } catch (error) {
    const known: Coverage = await coverage()
    const covered = mapTexts(clean, text => onlyCovered(text, known))
    // Set again only if that changes anything: otherwise the fault lies elsewhere and must be seen.
    if (JSON.stringify(covered) === JSON.stringify(clean)) throw error
    return set(covered, look)
  }
}

function set(letter: LetterSheet, look: LetterLook): Uint8Array {
  return setPdf(letterProgramme, modelOf(letter, look), 'a-2b')
}

function modelOf(letter: LetterSheet, look: LetterLook) {
  const { signature } = letter
  return {
    name: letter.title.join(''),
    author: letter.author,
    made: madeParts(look.made),
    font: [fontFamily],
    lang: letter.lang.slice(0, 2),
    region: letter.lang === 'zh-CN' ? 'cn' : 'us',
    size: bodySize,
    pitch: linePitch,
    small: smallSize,
    titleSize,
    tableSize,
    footerGap,
    sheet: { ...sheet, text: textWidth },
    redHead: look.redHead === undefined ? null : { ...redHead, text: look.redHead, size: redHeadSize(look.redHead) },
    title: letter.title,
    number: letter.number,
    addressee: letter.addressee,
    blocks: letter.blocks.map(blockModel),
    attachments: letter.attachments && { ...letter.attachments, width: ems(letter.attachments.label) },
    signature: signature && {
      ...signaturePlace(signature.name, signature.date),
      who: signature.name,
      on: signature.date,
    },
    seal: look.seal ? sealModel(look) : null,
    contact: letter.contact,
  }
}

function sealModel({ seal }: LetterLook) {
  const svg = seal?.svg
  return {
    size: sealSize,
    alt: seal?.says ?? '',
    format: svg === undefined ? 'png' : 'svg',
    data: svg ?? Array.from(seal?.png ?? []),
  }
}

function blockModel(block: LetterSheetBlock) {
  return block.kind === 'table' ? tableModel(block) : { kind: block.kind, text: withKeptSpaces(block.text) }
}

function tableModel({ kind, headRows, widths, rows }: PageTable) {
  return {
    kind,
    headRows,
    widths,
    rows: rows.map(row => row.map(cell => ({ ...cell, vertical: cell.vertical ?? false }))),
  }
}
