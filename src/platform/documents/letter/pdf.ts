/** A letter as PDF/A-2b, set by typst in Noto Serif SC on the layout of official documents. */
import type { LetterSheet, LetterSheetBlock } from '../../../paper/letter.ts'
import type { PageTable } from '../../../paper/page.ts'
import type { SealImage } from '../../seal/sealer.ts'
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
  sealLift,
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
  return withGlyphs(cleanLetter(letter), mapTexts, clean => set(clean, look))
}

/** Sets it; and again without the characters that cannot be shown, where that was what stood against it. */
export async function withGlyphs<T>(
  clean: T,
  map: (of: T, change: (text: string) => string) => T,
  write: (of: T) => Uint8Array,
): Promise<Uint8Array> {
  try {
    return write(clean)
  } catch (error) {
    const known: Coverage = await coverage()
    const covered = map(clean, text => onlyCovered(text, known))
    // Set again only if that changes anything: otherwise the fault lies elsewhere and must be seen.
    if (JSON.stringify(covered) === JSON.stringify(clean)) throw error
    return write(covered)
  }
}

function set(letter: LetterSheet, look: LetterLook): Uint8Array {
  return setPdf(letterProgramme, modelOf(letter, look), 'a-2b')
}

/** What every letter is set by: its language, its measures, its seal. */
export function pageModel({ name, author, lang }: Named, look: LetterLook) {
  return {
    ...{ name, author },
    made: madeParts(look.made),
    font: [fontFamily],
    lang: lang.slice(0, 2),
    region: lang === 'zh-CN' ? 'cn' : 'us',
    size: bodySize,
    pitch: linePitch,
    small: smallSize,
    titleSize,
    tableSize,
    footerGap,
    sheet: { ...sheet, text: textWidth },
    seal: look.seal ? sealModel(look.seal) : null,
  }
}

export interface Named {
  /** For the file's properties. */
  readonly name: string
  readonly author: string
  readonly lang: LetterSheet['lang']
}

/** Name and date, and where they stand. */
export function signatureModel({ name, date }: NonNullable<LetterSheet['signature']>) {
  return { ...signaturePlace(name, date), who: name, on: date }
}

function modelOf(letter: LetterSheet, look: LetterLook) {
  const { signature } = letter
  return {
    ...pageModel({ ...letter, name: letter.title.join('') }, look),
    redHead: look.redHead === undefined ? null : { ...redHead, text: look.redHead, size: redHeadSize(look.redHead) },
    title: letter.title,
    number: letter.number,
    addressee: letter.addressee,
    blocks: letter.blocks.map(blockModel),
    attachments: letter.attachments && { ...letter.attachments, width: ems(letter.attachments.label) },
    signature: signature && signatureModel(signature),
    contact: letter.contact,
    ...{ head: [], foot: [] },
  }
}

function sealModel({ svg, png, says }: SealImage) {
  return {
    size: sealSize,
    lift: sealLift,
    alt: says,
    format: svg === undefined ? 'png' : 'svg',
    data: svg ?? Array.from(png),
  }
}

function blockModel(block: LetterSheetBlock) {
  return block.kind === 'table' ? tableModel(block) : { kind: block.kind, text: withKeptSpaces(block.text) }
}

export function tableModel({ kind, headRows, widths, rows }: PageTable) {
  return {
    kind,
    headRows,
    widths,
    rows: rows.map(row => row.map(cell => ({ ...cell, vertical: cell.vertical ?? false }))),
  }
}
