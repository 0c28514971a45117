/** What speaks of number, frequency and likeness (条例35, 36(6), 44): shown to who handles the case, never a decision. */
import type { RequestCase } from '../../../domain/request/case.ts'
import { decisionInfo } from '../../../domain/request/decision-info.ts'
import { frequencyOf } from '../../../domain/request/frequency.ts'
import { ALIKE, likenessTo } from '../../../domain/request/likeness.ts'
import type { RequestView } from '../contract/view.ts'
import { applicantsOthers, sameApplicants, subjectsOfOthers } from '../store/alike.ts'
import type { KeptRequest } from '../store/requests.ts'
import { earlierOf } from './earlier.ts'
import type { Call, Setup } from './setup.ts'

type Evidence = RequestView['evidence']

/** Shown of the applicant's own, the most alike first. */
const mostShown = 20

export async function evidenceOf({ tx }: Call, { today }: Setup, kept: KeptRequest): Promise<Evidence> {
  const [{ thisMonth, last12Months }, own, subjects] = await Promise.all([
    sameApplicants(tx, kept, today),
    applicantsOthers(tx, kept),
    subjectsOfOthers(tx, kept),
  ])
  const of = earlierOf(kept.case)
  const byId = new Map(own.map(other => [other.id, other]))
  const similar = frequencyOf(of, own.map(earlierOf)).similar.slice(0, mostShown)
  const likeness = likenessTo({ ...kept.case.wanted, features: '' })
  const others = subjects.filter(subject => likeness(subject) >= ALIKE).length
  return {
    thisMonth,
    last12Months,
    similar: similar.flatMap(({ request: { id }, score }) => {
      const other = byId.get(id)
      return other ? [shownOther(other, score)] : []
    }),
    others,
  }
}

function shownOther(
  { id, number, wanted, receivedOn, state, closing }: RequestCase,
  likeness: number,
): Evidence['similar'][number] {
  const outcome = closing ? decisionInfo(closing.decision).label : null
  return { id, number, title: wanted.title, receivedOn, state, outcome, likeness }
}
