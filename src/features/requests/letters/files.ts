/** The file of a letter: as it was filed when issued, else written anew from what was issued. */
import { layoutLetter } from '../../../domain/letter/layout.ts'
import type { Letter } from '../../../domain/letter/letter.ts'
import { servedFile } from '../../../kit/closed-files.ts'
import { unseal } from '../../../platform/crypto/seal.ts'
import { writeLetterDocx, writeLetterPdf } from '../../../platform/documents/letter/index.ts'
import { openPaper } from '../actions/keep-paper.ts'
import type { Call, Setup } from '../actions/setup.ts'
import { letterPlace } from '../sealed.ts'
import type { LetterRow } from '../store/letters.ts'
import { paperById } from '../store/papers.ts'

export const letterFormats = ['docx', 'pdf'] as const
export type LetterFormat = (typeof letterFormats)[number]

/** What was issued; null while nothing was. */
export function issuedLetter({ keys }: Pick<Setup, 'keys'>, { id, content }: LetterRow): Letter | null {
  return JSON.parse(unseal(keys, letterPlace(id), content)) as Letter | null
}

export function lookOf({ agency, settings }: Pick<Setup, 'agency' | 'settings'>, made: Date) {
  return { ...(settings['letter.redHead'] && { redHead: agency.name }), made }
}

/** The bytes of a letter on the usual layout; the same for the same letter of the same instant. */
export function letterBytes(
  setup: Pick<Setup, 'agency' | 'settings'>,
  letter: Letter,
  made: Date,
  format: LetterFormat,
): Promise<Uint8Array> {
  const sheet = layoutLetter(letter)
  const look = lookOf(setup, made)
  return format === 'docx' ? writeLetterDocx(sheet, look) : writeLetterPdf(sheet, look)
}

export function letterFileName({ title, number }: Letter, format: LetterFormat): string {
  return `${title.kind}${number ?? ''}.${format}`
}

/** Null where the letter was not issued. Throws a Trouble where its file is gone from the storage. */
export async function fileOfLetter({ tx, services }: Call, setup: Setup, row: LetterRow, format: LetterFormat) {
  const fileId = format === 'docx' ? row.docxId : row.pdfId
  const paper = fileId ? await paperById(tx, row.agencyId, row.requestId, fileId) : null
  if (paper) return servedFile(paper, await openPaper(services, setup.keys, paper))
  const letter = issuedLetter(setup, row)
  if (!letter) return null
  const bytes = await letterBytes(setup, letter, row.updatedAt, format)
  return servedFile({ type: format, name: letterFileName(letter, format) }, Buffer.from(bytes))
}
