/** What the form of the answer holds, and what of it is sent: only what the chosen decision knows. */
import type { DecisionId } from '../../../../domain/request/case.ts'
import { decisionInfo } from '../../../../domain/request/decision-info.ts'
import { type Exemption, exemptions } from '../../../../law/exemptions.ts'
import type { RequestView } from '../../contract/index.ts'
import type { Told } from '../acts/act-form.tsx'
import type { TypedEarlier } from './earlier-fields.tsx'

export type Saved = Told<'saveDraft'>
type Draft = NonNullable<RequestView['case']['draft']>

export interface TypedDraft {
  readonly decision?: DecisionId
  readonly facts?: Saved['facts']
  readonly withheld?: Saved['withheld']
  /** By block of the letter; a block nobody typed in has none. */
  readonly edits?: Readonly<Record<string, string | undefined>>
  readonly attachments?: Saved['attachments']
  readonly earlier?: TypedEarlier
}

export function typedOf({ draft }: RequestView['case']): TypedDraft {
  if (!draft) return { facts: {}, withheld: [], edits: {}, attachments: [], earlier: { from: 'case' } }
  const { decision, facts, withheld, edits, attachments } = draft
  return { decision, facts, withheld, edits, attachments, earlier: earlierTyped(draft) }
}

/** As it is sent; `decision` is missing where none is chosen yet, which the contract then says. */
export function savedOf({
  decision,
  facts = {},
  withheld = [],
  edits = {},
  attachments = [],
  earlier,
}: TypedDraft): Saved {
  if (!decision) return { decision: '' as DecisionId, facts, withheld, edits: typedIn(edits), attachments }
  const info = decisionInfo(decision)
  const wanted = [...info.requires, ...info.optional].flatMap(fact =>
    facts[fact]?.trim() ? [[fact, facts[fact]]] : [],
  )
  return {
    decision,
    facts: Object.fromEntries(wanted),
    withheld: info.exemptions.length === 0 ? [] : withheld.map(kindFitting),
    edits: typedIn(edits),
    attachments,
    earlier: decision === 'repeat' ? earlierSaved(earlier) : null,
  }
}

function typedIn(edits: NonNullable<TypedDraft['edits']>): Saved['edits'] {
  const typed = Object.entries(edits).flatMap(([block, text]) => (text === undefined ? [] : [[block, text]]))
  return Object.fromEntries(typed)
}

function earlierTyped({ earlier }: Draft): TypedEarlier {
  if (earlier?.from === 'case') return { from: 'case', reference: earlier.number }
  return earlier?.from === 'paper' ? earlier : { from: 'case' }
}

/** Blank where nothing was typed, which the contract then says. */
function earlierSaved(
  { from, reference = '', number = '', on = '' }: TypedEarlier = { from: 'case' },
): Saved['earlier'] {
  return from === 'paper' ? { from, number, on } : { from, reference }
}

/** A kind stays only where the ground names it. */
function kindFitting(part: Saved['withheld'][number]): Saved['withheld'][number] {
  const known: Exemption | undefined = exemptions[part.exemption]
  return { ...part, kind: part.kind && known?.kinds?.[part.kind] ? part.kind : null }
}
