/** Letters on the layout of official documents, as Word and PDF/A. Heavy libraries are loaded when first needed. */
import type { LetterSheet } from '../../../paper/letter.ts'
import type { LetterLook } from './look.ts'

export type { LetterLook } from './look.ts'

/** docx, to be looked at and edited. Any text is accepted; what the format cannot carry is taken out. */
export async function writeLetterDocx(letter: LetterSheet, look?: LetterLook): Promise<Uint8Array> {
  return (await import('./docx.ts')).writeLetterDocx(letter, look)
}

/** PDF/A-2b, to be issued and archived. The same letter and look always give the same bytes. */
export async function writeLetterPdf(letter: LetterSheet, look?: LetterLook): Promise<Uint8Array> {
  return (await import('./pdf.ts')).writeLetterPdf(letter, look)
}
