/** What follows for letters when a case changes: new ones are kept, issued ones made whole and filed, in Word and PDF. */
import { z } from 'zod'
import { MINUTE } from '../../../domain/kernel/instant.ts'
import type { Letter } from '../../../domain/letter/letter.ts'
import type { CaseLetter, RequestCase } from '../../../domain/request/case.ts'
import { decisionInfo, isDecisionLetter } from '../../../domain/request/decision-info.ts'
import { refusedInput } from '../../../kit/problem.ts'
import { seal } from '../../../platform/crypto/seal.ts'
import { filePaper } from '../actions/keep-paper.ts'
import type { Call, Setup } from '../actions/setup.ts'
import { letterPlace } from '../sealed.ts'
import { type LetterRow, letterById, putLetter } from '../store/letters.ts'
import type { KeptRequest } from '../store/requests.ts'
import { letterFilesFor } from '../templates/in-force.ts'
import { isRecord, type LetterFormat, letterFileName, lookOf } from './files.ts'
import { type Edits, madeLetter } from './made.ts'
import { openCase } from './open.ts'
import { askSignature } from './signing.ts'
import { isLetterId } from './titles.ts'

const editsShape = z.record(z.string(), z.string())

export function editsOf(row: Pick<LetterRow, 'edits'> | null): Edits {
  return row === null ? {} : editsShape.parse(row.edits)
}

/** Throws a Problem that names everything the law wants in a letter that is to be issued and is not there. */
export async function followLetters(call: Call, setup: Setup, before: RequestCase, kept: KeptRequest): Promise<void> {
  for (const letter of kept.case.letters) {
    const was = before.letters.find(({ id }) => id === letter.id)
    if (was?.state === letter.state && (was.issued === null) === (letter.issued === null)) continue
    if (letter.state === 'issued') await issue(call, setup, kept, letter)
    else if (!was) await putLetter(call.tx, bare(call, setup, kept, letter, {}))
  }
}

/**
 * The letter of decision is made in thought when its draft goes to review: what could not be issued comes back to whoever
 * writes it, not to whoever signs. Throws a Problem that names everything that stands against it.
 */
export async function checkDecisionLetter(call: Call, setup: Setup, kept: KeptRequest): Promise<void> {
  const { draft } = kept.case
  const letter = draft && decisionInfo(draft.decision).letter
  if (!draft || !letter || !isLetterId(letter)) return
  const making = { letter, to: 'applicant', about: null, number: null, edits: draft.edits, date: setup.today } as const
  const [first, ...more] = madeLetter(setup, await openCase(call, setup, kept), making).troubles
  if (first) throw refusedInput('body', [first, ...more])
}

/** A letter nobody has issued has no text of its own: it is made from the case whenever it is looked at. */
function bare(
  call: Call,
  setup: Setup,
  { case: of }: KeptRequest,
  { id, letter }: CaseLetter,
  edits: Edits,
): LetterRow {
  const { agencyId, id: requestId } = of
  const none = { docxId: null, pdfId: null, recallUntil: null, signature: null }
  const content = seal(setup.keys, letterPlace(id), 'null')
  return { agencyId, id, requestId, letter, content, edits, ...none, version: 1, updatedAt: call.now }
}

async function issue(call: Call, setup: Setup, kept: KeptRequest, letter: CaseLetter): Promise<void> {
  const { agencyId, id: requestId, draft } = kept.case
  const row = await letterById(call.tx, agencyId, requestId, letter.id)
  const edits = row ? editsOf(row) : isDecisionLetter(letter.letter) ? (draft?.edits ?? {}) : {}
  const base = row ?? bare(call, setup, kept, letter, edits)
  const made = isLetterId(letter.letter)
    ? madeLetter(setup, await openCase(call, setup, kept), {
        ...letter,
        letter: letter.letter,
        edits,
        date: setup.today,
      })
    : { letter: null, troubles: [] }
  const [first, ...more] = made.troubles
  // The record of an end is nobody's act: it ends the case all the same, and its page says what it lacks.
  if (first && letter.issued !== null) throw refusedInput('body', [first, ...more])
  if (!made.letter) return putLetter(call.tx, base)
  const files = await filed(call, setup, kept, made.letter)
  const isSigned = call.services.sealer?.signs === true && files.sealed
  const asked = { agencyId, requestId, letterId: letter.id, pdfId: files.pdfId }
  const signature = isSigned ? await askSignature(call.tx, asked, call.now) : null
  const content = seal(setup.keys, letterPlace(letter.id), JSON.stringify(made.letter))
  const recallUntil = new Date(call.now.getTime() + setup.settings['letter.recallMinutes'] * MINUTE)
  const { docxId, pdfId } = files
  const issued = { docxId, pdfId, edits, content, recallUntil, signature, updatedAt: call.now }
  await putLetter(call.tx, { ...base, ...issued })
}

async function filed(call: Call, setup: Setup, { case: of }: KeptRequest, letter: Letter) {
  const { tx, now, services } = call
  const { keys } = setup
  const filing = { tx, now, services, keys, agencyId: of.agencyId, requestId: of.id, accountId: null }
  const look = await lookOf(setup, services, letter, now)
  const bytes = await letterFilesFor(tx, of.agencyId, letter, look)
  const file = async (format: LetterFormat) => {
    const what = { kind: 'letter', name: letterFileName(letter, format), bytes: bytes[format], type: format } as const
    return (await filePaper(filing, { ...what, scan: 'made_here' })).id
  }
  return { docxId: await file('docx'), pdfId: await file('pdf'), sealed: !isRecord(letter) }
}
