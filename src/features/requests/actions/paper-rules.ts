/** What papers of a case may still be changed, and which may be handed over with an answer (条例15, 45). */
import type { Refusal } from '../../../domain/kernel/result.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { refused } from '../../../kit/problem.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { lettersOf } from '../store/letters.ts'
import type { PaperRow } from '../store/papers.ts'
import { attachedPaper, fileClosed, filedLetter, noSuchPaper, notToGive, redactedInstead } from '../words.ts'
import type { PaperKind } from './shown-paper.ts'

/** Papers that came from the applicant or somebody consulted, or were written to them: nothing an answer gives. */
const neverGiven: readonly PaperKind[] = [
  'identity',
  'authority',
  'application',
  'applicant_other',
  'opinion',
  'payment',
  'letter',
]

/** Throws a Problem where the case is archived: its file is complete then (条例45). */
export function mustBeOpenFile({ state }: RequestCase): void {
  if (state === 'archived') throw refused(fileClosed)
}

/**
 * Throws a Problem where a paper is part of something that stands: a letter that was issued, or an answer that is under
 * review, signed or given. What an answer hands over is changed in its draft, where every approval sees it.
 */
export async function mustBeRemovable(tx: Tx, of: RequestCase, { id }: PaperRow): Promise<void> {
  mustBeOpenFile(of)
  const letters = await lettersOf(tx, of.agencyId, of.id)
  if (letters.some(({ docxId, pdfId }) => docxId === id || pdfId === id)) throw refused(filedLetter)
  if (of.draft?.attachments.includes(id)) throw refused(attachedPaper)
}

/** Why papers cannot go out with an answer, the first of them; null where they can. */
export function attachmentTrouble(papers: readonly PaperRow[], attachments: readonly string[]): Refusal | null {
  for (const [n, id] of attachments.entries()) {
    const at = `attachments[${n}]`
    const paper = papers.find(known => known.id === id)
    if (!paper) return noSuchPaper(at)
    if (neverGiven.some(kind => kind === paper.kind)) return notToGive(at)
    if (papers.some(({ fromId }) => fromId === id)) return redactedInstead(at)
  }
  return null
}
