/** Forms and records printed from a case as it is: what each is about, and what is written in by hand. */

import type { Checked } from '../../../domain/letter/checked.ts'
import { composeLetter, filledForm } from '../../../domain/letter/compose.ts'
import type { LetterFacts } from '../../../domain/letter/facts.ts'
import type { Letter } from '../../../domain/letter/letter.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { clockOnReceipt } from '../../../domain/request/case-clock.ts'
import type { Setup } from '../actions/setup.ts'
import type { printedForms } from '../contract/index.ts'
import { type About, dueFacts, factsOf, type OpenCase } from './facts.ts'

export type PrintedForm = (typeof printedForms)[number]

/** The form, or what the case does not tell yet. `named`: what it is about, as `letterForm` takes it. */
export function printedForm(setup: Setup, open: OpenCase, code: PrintedForm, named?: string): Checked<Letter> {
  const facts = factsOf(setup, open, aboutForm(code, open.case, named))
  const day = { date: setup.today }
  if (code === 'D01' || code === 'D02') return { ok: true, value: filledForm(code, facts, day) }
  return composeLetter(code, code === 'D03' ? onReceipt(setup, open, facts) : facts, day)
}

/** The one that is named, else the last there is; a form of the whole case is about nothing within it. */
function aboutForm(code: PrintedForm, of: RequestCase, named: string | undefined): About {
  const id = named ?? lastOf(code, of)
  const letter = of.letters.find(known => known.id === id)
  const asked = of.consultations.find(known => known.id === id)
  if (code === 'D14' && letter) return { letter: code, to: letter.to, about: letter.id, number: null }
  if (code === 'D08' && asked) return { letter: code, to: { partyId: asked.partyId }, about: asked.id, number: null }
  return { letter: code, to: 'applicant', about: code === 'D12' ? (id ?? null) : null, number: null }
}

function lastOf(code: PrintedForm, { letters, consultations, cooperations }: RequestCase): string | undefined {
  if (code === 'D14') return letters.findLast(({ issued, state }) => issued !== null && state !== 'recalled')?.id
  if (code === 'D08') return consultations.findLast(({ party }) => party === 'third_party')?.id
  return code === 'D12' ? cooperations.at(-1)?.id : undefined
}

/** Of the query code only its hash is kept: on a receipt printed afterwards it is written in, or a new one given. */
const lineForCode = '＿＿＿＿＿＿＿＿（由经办人填写登记时出具的查询码）'

/** What the receipt told: the day it named then, whatever moved it since. */
function onReceipt({ calendar }: Setup, { case: of }: OpenCase, { request, ...facts }: LetterFacts): LetterFacts {
  if (!request) return facts
  const { due: _, dueProvisional: __, ...rest } = request
  return { ...facts, request: { ...rest, ...dueFacts(clockOnReceipt(of, calendar)), queryCode: lineForCode } }
}
