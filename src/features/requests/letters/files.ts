/** The file of a letter: as it was filed when issued, else written anew from what was issued. */
import type { Letter } from '../../../domain/letter/letter.ts'
import { procedural } from '../../../domain/request/performing/letter-book.ts'
import { servedFile } from '../../../kit/closed-files.ts'
import { letterDocx, letterPdf } from '../../../kit/letters.ts'
import type { Services } from '../../../kit/services.ts'
import { unseal } from '../../../platform/crypto/seal.ts'
import type { LetterLook } from '../../../platform/documents/letter/index.ts'
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

/** The record of an end that nobody issued. */
export function isRecord({ id, number }: Pick<Letter, 'id' | 'number'>): boolean {
  return id === procedural.record && number === null
}

/** How an issued letter looks: the red head as the agency has set it, the seal of the installation's provider. */
export async function lookOf(
  { agency, settings }: Pick<Setup, 'agency' | 'settings'>,
  { sealer }: Pick<Services, 'sealer'>,
  { id, number }: Pick<Letter, 'id' | 'number'>,
  made: Date,
): Promise<LetterLook> {
  // Nobody has issued the mere record of an end: it bears no seal.
  const seal = isRecord({ id, number }) ? null : ((await sealer?.sealImage(agency.name)) ?? null)
  return { ...(settings['letter.redHead'] && { redHead: agency.name }), ...(seal && { seal }), made }
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
  const { seal, ...look } = await lookOf(setup, services, letter, row.updatedAt)
  const bytes = await (format === 'docx'
    ? letterDocx(letter, look)
    : letterPdf(letter, { ...look, ...(seal && { seal }) }))
  return servedFile({ type: format, name: letterFileName(letter, format) }, Buffer.from(bytes))
}
