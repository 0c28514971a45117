/** Every decision a kind of case can take, under the heads of table 三 as the newest form prints them. */
import type { Said } from '../../../../domain/kernel/lang.ts'
import { type DecisionInfo, decisionIds, decisionInfo } from '../../../../domain/request/decision-info.ts'
import type { RequestKind } from '../../../../domain/request/states.ts'
import type { ArticleId } from '../../../../law/articles.ts'
import { type Decision, decisionsByLine } from '../../../../law/decisions.ts'
import { type DecisionBeside, decisionsBeside } from '../../../../law/decisions-beside.ts'
import { editions } from '../../../../law/editions/index.ts'

export interface LeafGroup {
  readonly id: string
  /** The head of the form; null for kinds of case it does not count. */
  readonly label: Said | null
  readonly leaves: readonly DecisionInfo[]
}

const counted: readonly Decision[] = Object.values(decisionsByLine).flat()
const beside: Readonly<Record<string, DecisionBeside>> = Object.assign({}, ...Object.values(decisionsBeside))

export function articlesOf(id: string): readonly ArticleId[] {
  return counted.find(decision => decision.id === id)?.articles ?? beside[id]?.articles ?? []
}

/** Whether no text that could be read settles its row. */
export function isUnverified(id: string): boolean {
  return counted.find(decision => decision.id === id)?.unverified === true
}

/** The groups in the order of the form. */
export function leafGroups(kind: RequestKind): readonly LeafGroup[] {
  const leaves = decisionIds.map(decisionInfo).filter(info => info.kind === kind)
  const form = editions.at(-1)?.requests
  if (kind !== 'request' || !form) return [{ id: kind, label: null, leaves }]
  const groupOf = ({ line }: DecisionInfo) => form.rows.find(({ id }) => id === line)?.group ?? ''
  const ids = [...new Set(leaves.map(groupOf))]
  return ids.map(id => ({
    id,
    label: form.groups.find(group => group.id === id)?.label ?? null,
    leaves: leaves.filter(leaf => groupOf(leaf) === id),
  }))
}
