/** Letters on the layout of official documents, as Word and PDF/A. Heavy libraries are loaded when first needed. */
import type { LetterFilling, LetterSheet, LetterTemplateSheet } from '../../../paper/letter.ts'
import type { FilledSheet } from './filled-pdf.ts'
import type { LetterLook } from './look.ts'
import { templateParts } from './template-parts.ts'

export type { LetterLook } from './look.ts'
export { checkTemplate, type TemplateFinding } from './template-check.ts'

/** docx, to be looked at and edited. Any text is accepted; what the format cannot carry is taken out. */
export async function writeLetterDocx(letter: LetterSheet, look?: LetterLook): Promise<Uint8Array> {
  return (await import('./docx.ts')).writeLetterDocx(letter, look)
}

/** PDF/A-2b, to be issued and archived. The same letter and look always give the same bytes. */
export async function writeLetterPdf(letter: LetterSheet, look?: LetterLook): Promise<Uint8Array> {
  return (await import('./pdf.ts')).writeLetterPdf(letter, look)
}

/** A filled template as PDF/A-2b: the same paragraphs in the same order. Throws `DocumentError` where it is none. */
export async function writeFilledPdf(docx: Uint8Array, sheet: FilledSheet, look?: LetterLook): Promise<Uint8Array> {
  return (await import('./filled-pdf.ts')).writeFilledPdf(docx, sheet, look)
}

/** The template as a Word file to be edited. */
export async function writeTemplate(template: LetterTemplateSheet): Promise<Uint8Array> {
  return (await import('./template.ts')).writeTemplate(template)
}

/** A template that passed `checkTemplate`, with its slots filled. */
export async function fillTemplate(template: Uint8Array, filling: LetterFilling): Promise<Uint8Array> {
  return (await import('./template.ts')).fillTemplate(template, filling)
}

/** The paragraphs of a template, a line each, without the spaces. Throws `DocumentError` where it is no Word file. */
export function templateText(template: Uint8Array): string {
  return templateParts(template)
    .body.filter(text => text !== '')
    .join('\n')
}
