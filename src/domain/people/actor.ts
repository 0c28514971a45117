/** An account as an actor on a day: with its own roles, and those handed to it. */
import type { LocalDate } from '../kernel/date.ts'
import type { Account } from './accounts.ts'
import { type Delegation, isInForce } from './delegation.ts'
import type { Actor, HeldRole } from './policy.ts'

/** What acts with an account: who else there is, and what its agency supervises. */
export interface Surroundings {
  /** Delegations to the account; others are passed over. */
  readonly delegations: readonly Delegation[]
  /** The accounts that handed something over. */
  readonly colleagues: readonly Account[]
  readonly supervisedAgencies: readonly string[]
}

/**
 * Null for a deactivated account. What was handed over holds only as long as the one who handed it over still has the
 * role and the account.
 */
export function actorOn(day: LocalDate, account: Account, around: Surroundings): Actor | null {
  if (account.deactivatedOn !== null) return null
  const own: HeldRole[] = account.roles.map(role => ({ role }))
  const handed = around.delegations
    .filter(delegation => delegation.to === account.id && isInForce(delegation, day))
    .flatMap(({ from, roles }) => {
      const giver = around.colleagues.find(({ id }) => id === from)
      if (!giver || giver.deactivatedOn !== null || giver.agencyId !== account.agencyId) return []
      return roles.filter(role => giver.roles.includes(role)).map(role => ({ role, onBehalfOf: from }))
    })
  return {
    accountId: account.id,
    agencyId: account.agencyId,
    roles: [...own, ...handed],
    supervisedAgencies: around.supervisedAgencies,
  }
}
