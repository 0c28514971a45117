/** A letter as files: in the agency's own template where one is in force, else on the usual layout. */
import type { Letter } from '../../../domain/letter/letter.ts'
import { checkTemplate, filledPdf, fillTemplate, letterDocx, letterPdf } from '../../../kit/letters.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { LetterLook } from '../../../platform/documents/letter/index.ts'
import { templateInForce } from './store.ts'

/**
 * Word and PDF, which say the same. The seal is put on the PDF alone: what can be edited is no original.
 * A template is asked anew each time whether it holds what the law wants: one put into force before the law's part
 * changed is left aside, and its page says what it lacks.
 */
export async function letterFilesFor(
  tx: Tx,
  agencyId: string,
  letter: Letter,
  look: LetterLook,
): Promise<Readonly<Record<'docx' | 'pdf', Uint8Array>>> {
  const own = await ownTemplate(tx, agencyId, letter)
  if (own === null) {
    const { seal: _, ...bare } = look
    return { docx: await letterDocx(letter, bare), pdf: await letterPdf(letter, look) }
  }
  const docx = await fillTemplate(own, letter)
  return { docx, pdf: await filledPdf(docx, letter, look) }
}

/** For printing only. */
export async function letterPdfFor(tx: Tx, agencyId: string, letter: Letter, look: LetterLook): Promise<Uint8Array> {
  const own = await ownTemplate(tx, agencyId, letter)
  return own === null ? letterPdf(letter, look) : filledPdf(await fillTemplate(own, letter), letter, look)
}

async function ownTemplate(tx: Tx, agencyId: string, { id }: Letter): Promise<Uint8Array | null> {
  const own = await templateInForce(tx, agencyId, id)
  return own === null || checkTemplate(own.content, id).length > 0 ? null : own.content
}
