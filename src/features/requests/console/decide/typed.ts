/** What the form of the answer holds, and what of it is sent: only what the chosen decision knows. */
import type { DecisionId } from '../../../../domain/request/case.ts'
import { decisionInfo } from '../../../../domain/request/decision-info.ts'
import { type Exemption, exemptions } from '../../../../law/exemptions.ts'
import type { RequestView } from '../../contract/index.ts'
import type { Told } from '../acts/act-form.tsx'

export type Saved = Told<'saveDraft'>

export interface TypedDraft {
  readonly decision?: DecisionId
  readonly facts?: Saved['facts']
  readonly withheld?: Saved['withheld']
  readonly edits?: Saved['edits']
  readonly attachments?: Saved['attachments']
}

export function typedOf({ draft }: RequestView['case']): TypedDraft {
  if (!draft) return { facts: {}, withheld: [], edits: {}, attachments: [] }
  const { decision, facts, withheld, edits, attachments } = draft
  return { decision, facts, withheld, edits, attachments }
}

/** As it is sent; `decision` is missing where none is chosen yet, which the contract then says. */
export function savedOf({ decision, facts = {}, withheld = [], edits = {}, attachments = [] }: TypedDraft): Saved {
  if (!decision) return { decision: '' as DecisionId, facts, withheld, edits, attachments }
  const info = decisionInfo(decision)
  const wanted = info.requires.flatMap(fact => (facts[fact]?.trim() ? [[fact, facts[fact]]] : []))
  return {
    decision,
    facts: Object.fromEntries(wanted),
    withheld: info.exemptions.length === 0 ? [] : withheld.map(kindFitting),
    edits,
    attachments,
  }
}

/** A kind stays only where the ground names it. */
function kindFitting(part: Saved['withheld'][number]): Saved['withheld'][number] {
  const known: Exemption | undefined = exemptions[part.exemption]
  return { ...part, kind: part.kind && known?.kinds?.[part.kind] ? part.kind : null }
}
