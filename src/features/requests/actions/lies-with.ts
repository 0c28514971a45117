/** Whether what a case waits for lies with somebody: the work list and the order on the page of the case ask here. */
import { may } from '../../../domain/people/may.ts'
import type { Actor } from '../../../domain/people/policy.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import type { Wait } from '../../../domain/request/waiting/wait.ts'
import { requestPolicies } from '../policies.ts'
import { authorOf } from './may-act.ts'

export interface Me {
  readonly actor: Actor
  readonly sectionId: string | null
}

export function liesWith({ act, about, who }: Wait, of: RequestCase, { actor, sectionId }: Me): boolean {
  const { place, cooperations } = of
  const asked = cooperations.find(({ id }) => id === about)?.sectionId ?? place?.sectionId ?? null
  const roles = actor.roles.map(({ role }) => role)
  const mine = who.some(waiter =>
    waiter === 'section' ? asked !== null && asked === sectionId : roles.some(r => r === waiter),
  )
  // What one person has in hand waits for nobody else of the same rank.
  const inHand = place?.handlerId ?? null
  const others = inHand !== null && inHand !== actor.accountId && (act === 'saveDraft' || act === 'submitDraft')
  if (!mine || others) return false
  const resource = { agencyId: of.agencyId, authorId: authorOf(of, act, about ?? undefined) }
  return may(requestPolicies, actor, `requests.${act}`, resource).ok
}
