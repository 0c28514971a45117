/** What a document is, drawn together from its own record and from the decision it carries. */
import type { ArticleId } from '../../law/articles.ts'
import { type Decision, decisionsByLine } from '../../law/decisions.ts'
import { type Exemption, exemptions } from '../../law/exemptions.ts'
import { type LetterId, type LetterKind, letters } from '../../law/letters.ts'
import type { ResultLine } from '../../law/lines.ts'
import type { RemedyKind } from '../../law/remedies.ts'
import type { LetterFacts } from './facts.ts'

const carried = Object.entries<readonly Decision[]>(decisionsByLine).flatMap(([line, all]) =>
  all.map(decision => ({ line: line as ResultLine, decision })),
)

/** The decisions the document can carry; empty for procedural ones. D15 carries three, told apart by `closing`. */
export function decisionsOf(id: LetterId): readonly Decision[] {
  return carried.filter(({ decision }) => decision.letter === id).map(({ decision }) => decision)
}

/** The decision it carries in this case; undefined where it carries none, or does not say which. */
export function decisionOf(id: LetterId, facts: LetterFacts): Decision | undefined {
  const all = carried.filter(({ decision }) => decision.letter === id)
  if (all.length <= 1) return all[0]?.decision
  return all.find(({ line }) => line === facts.closing)?.decision
}

/** What `{basis}` cites: the decision's articles, or the document's own, and those the withheld parts rest on. */
export function articlesOf(id: LetterId, facts: LetterFacts): readonly ArticleId[] {
  const kind: LetterKind = letters[id]
  const decision = decisionOf(id, facts)
  const grounds = (facts.withheld ?? []).map(({ exemption }): Exemption => exemptions[exemption])
  const more = decision?.exemptions ? grounds.map(({ article }) => article) : []
  return [...new Set([...(decision?.articles ?? kind.articles ?? []), ...more])]
}

/** none: a procedural letter, a mere record, or one that does not say what it decides. */
export function remedyKindOf(id: LetterId, facts: LetterFacts): RemedyKind {
  if (facts.recordOnly) return 'none'
  return decisionOf(id, facts)?.remedy ?? letters[id].remedy ?? 'none'
}

/** Whether it is written to somebody, signed and sealed; a record for the file is neither. */
export function isWrittenTo(id: LetterId): boolean {
  return letters[id].addressee !== 'file'
}
