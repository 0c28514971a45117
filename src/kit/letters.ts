/** Letters and their templates by name: where what the law asks of a letter meets how files are written. */
import { layoutLetter } from '../domain/letter/layout.ts'
import type { Letter, LetterId } from '../domain/letter/letter.ts'
import { fillingOf, templateOf } from '../domain/letter/template.ts'
import {
  checkTemplate as check,
  fillTemplate as fill,
  type LetterLook,
  type TemplateFinding,
  templateText as textOf,
  writeFilledPdf,
  writeLetterDocx,
  writeLetterPdf,
  writeTemplate,
} from '../platform/documents/letter/index.ts'

/** PDF/A-2b, to be issued. */
export function letterPdf(letter: Letter, look?: LetterLook): Promise<Uint8Array> {
  return writeLetterPdf(layoutLetter(letter), look)
}

/** docx on the usual layout, without a template of the agency's own. */
export function letterDocx(letter: Letter, look?: LetterLook): Promise<Uint8Array> {
  return writeLetterDocx(layoutLetter(letter), look)
}

/** The template an agency may edit in Word: slots by their Chinese names, the law's sentences locked. */
export function letterTemplate(id: LetterId): Promise<Uint8Array> {
  return writeTemplate(templateOf(id))
}

/** What stands against using the edited template for that letter; empty where nothing does. */
export function checkTemplate(docx: Uint8Array, id: LetterId): readonly TemplateFinding[] {
  return check(docx, templateOf(id))
}

/** The letter in the agency's own template, which must have passed `checkTemplate` for that kind of letter. */
export function fillTemplate(docx: Uint8Array, letter: Letter): Promise<Uint8Array> {
  return fill(docx, fillingOf(letter))
}

/** PDF/A-2b of a filled template: it says what the Word file says, in the same order, under the seal of `look`. */
export function filledPdf(filled: Uint8Array, letter: Letter, look?: LetterLook): Promise<Uint8Array> {
  return writeFilledPdf(filled, layoutLetter(letter), look)
}

/** What a template says, a paragraph a line, slots as they are written; for two to be compared. Throws `DocumentError`. */
export function templateText(docx: Uint8Array): string {
  return textOf(docx)
}
