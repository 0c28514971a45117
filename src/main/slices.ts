/** The slices with an API, put together: all that may be done, and the routes by which it is done. */
import { joinPolicies, type Policies } from '../domain/people/policy.ts'
import { accountRoutes } from '../features/accounts/api.ts'
import { accountPolicies } from '../features/accounts/policies.ts'
import { agencyRoutes } from '../features/agencies/api.ts'
import { agencyPolicies } from '../features/agencies/policies.ts'
import type { Route } from '../kit/routes.ts'

export const allPolicies: Policies<string> = joinPolicies<string>(accountPolicies, agencyPolicies)

export function allRoutes(): readonly Route[] {
  return [...accountRoutes(allPolicies), ...agencyRoutes]
}
