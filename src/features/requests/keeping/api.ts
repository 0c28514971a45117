/** The routes of files kept long enough and of lost codes. */
import { type Route, routesOf } from '../../../kit/routes.ts'
import * as contracts from '../contract/keeping.ts'
import { giveCode, retention } from './actions.ts'
import { keepingPolicies } from './policies.ts'

const { reads, acts } = routesOf(keepingPolicies)

/** Before the routes of single requests: its address would be taken for the id of one. */
export const keepingRoutes: readonly Route[] = [
  reads(contracts.listRetention, { work: retention }),
  acts(contracts.newCode, { secret: true, work: giveCode }),
]
