/** The letters of the demo's requests: each made from the case as it stood when it was issued, and sealed. */
import { MINUTE } from '../../../domain/kernel/instant.ts'
import { composeLetter } from '../../../domain/letter/compose.ts'
import type { Letter } from '../../../domain/letter/letter.ts'
import type { CaseLetter } from '../../../domain/request/case.ts'
import type { Setup } from '../../../features/requests/actions/setup.ts'
import { factsOf, type OpenCase } from '../../../features/requests/letters/facts.ts'
import { printedForm } from '../../../features/requests/letters/forms.ts'
import { isLetterId } from '../../../features/requests/letters/titles.ts'
import { letterPlace } from '../../../features/requests/sealed.ts'
import type { LetterRow } from '../../../features/requests/store/letters.ts'
import { seal } from '../../../platform/crypto/seal.ts'
import type { DemoFile, DemoForm, Written } from './tale.ts'

/** Names of accounts, by id. */
export type Names = Readonly<Record<string, string>>

/** A row for each letter; what is not issued has no text of its own yet. Throws where the law wants more in a letter. */
export function letterRows(setup: Setup, names: Names, file: DemoFile): LetterRow[] {
  return file.case.letters.map(letter => {
    const written = file.written.get(letter.id)
    if (!written) throw new Error(`nobody wrote ${letter.letter} of ${file.case.number}`)
    const { agencyId, id: requestId } = file.case
    const text = textOf(setup, names, file, letter, written)
    return {
      ...{ agencyId, id: letter.id, requestId, letter: letter.letter },
      content: seal(setup.keys, letterPlace(letter.id), JSON.stringify(text)),
      edits: {},
      ...{ docxId: null, pdfId: null, signature: null },
      recallUntil:
        text === null ? null : new Date(written.at.getTime() + setup.settings['letter.recallMinutes'] * MINUTE),
      version: 1,
      updatedAt: written.at,
    }
  })
}

function textOf(setup: Setup, names: Names, file: DemoFile, letter: CaseLetter, written: Written) {
  const { id, letter: kind, to, about } = letter
  const then = written.case.letters.find(one => one.id === id)
  if (then?.state !== 'issued' || !isLetterId(kind)) return null
  const open = openAs(file, names, written)
  const { day: date } = written
  const facts = factsOf({ ...setup, today: date }, open, { letter: kind, to, about, number: then.number })
  const made = composeLetter(kind, facts, { date })
  if (made.ok) return made.value
  const said = made.refusals.map(({ says, at }) => `${at}: ${says.en}`).join('; ')
  throw new Error(`${file.case.number} ${kind}: ${said}`)
}

/** The case as it then was, with its people and papers. */
function openAs(file: DemoFile, names: Names, written: Written): OpenCase {
  return {
    case: written.case,
    applicant: file.applicant,
    parties: new Map(file.parties.map(party => [party.id, party.who])),
    papers: file.papers.map(({ id, name }) => ({ id, name, pages: null })),
    names,
  }
}

/** A form of a case as it stood that day. Throws where the case does not tell what it needs. */
export function formOf(setup: Setup, names: Names, file: DemoFile, form: DemoForm, written: Written): Letter {
  const made = printedForm({ ...setup, today: written.day }, openAs(file, names, written), form.code, form.about)
  if (made.ok) return made.value
  const said = made.refusals.map(({ says, at }) => `${at}: ${says.en}`).join('; ')
  throw new Error(`${file.case.number} ${form.code}: ${said}`)
}
