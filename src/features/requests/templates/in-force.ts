/** A letter as a Word file: in the agency's own template where one is in force, else on the usual layout. */
import type { Letter } from '../../../domain/letter/letter.ts'
import { checkTemplate, fillTemplate, letterDocx } from '../../../kit/letters.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { LetterLook } from '../../../platform/documents/letter/index.ts'
import { templateInForce } from './store.ts'

/**
 * A template is asked anew each time whether it holds what the law wants: one put into force before the law's part
 * changed is left aside, and its page says what it lacks.
 */
export async function docxFor(tx: Tx, agencyId: string, letter: Letter, look?: LetterLook): Promise<Uint8Array> {
  const own = await templateInForce(tx, agencyId, letter.id)
  if (own === null || checkTemplate(own.content, letter.id).length > 0) return letterDocx(letter, look)
  return fillTemplate(own.content, letter)
}
