/** Who may act on a case: the sentences of the slice and the guards of the domain, asked in one place. */
import { may } from '../../../domain/people/may.ts'
import type { Actor, Resource } from '../../../domain/people/policy.ts'
import type { RequestActId } from '../../../domain/request/acts.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import type { ActContext } from '../../../domain/request/inputs.ts'
import { allowedActs } from '../../../domain/request/perform.ts'
import { requestPolicies } from '../policies.ts'

/** Whose draft an act approves; null where it approves none, or it is not there. */
export function authorOf(of: RequestCase, act: RequestActId, letterId?: string): string | null {
  if (act === 'approveDraft') return of.draft?.authorId ?? null
  if (act === 'approveExtension') return of.extension?.askedBy ?? null
  if (act !== 'issueLetter') return null
  return of.letters.find(({ id }) => id === letterId)?.authorId ?? null
}

/** The acts somebody of the staff may do now: the buttons of the page. */
export function actsFor(of: RequestCase, actor: Actor, context: ActContext): RequestActId[] {
  return allowedActs(of, context).filter(act => resourcesOf(of, act).some(on => isLetIn(actor, act, on)))
}

function isLetIn(actor: Actor, act: RequestActId, resource: Resource): boolean {
  return may(requestPolicies, actor, `requests.${act}`, resource).ok
}

/** A case can have several letters to issue, each with an author. */
function resourcesOf(of: RequestCase, act: RequestActId): Resource[] {
  const { agencyId } = of
  if (act !== 'issueLetter') return [{ agencyId, authorId: authorOf(of, act) }]
  return of.letters.filter(({ state }) => state === 'drafted').map(({ authorId }) => ({ agencyId, authorId }))
}
