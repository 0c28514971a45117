/** The routes of templates of letters. */
import { type Route, routesOf } from '../../../kit/routes.ts'
import { add, approve, compare, editedBy, list, ownFile, reset, standardFile } from './actions.ts'
import * as contracts from './contract.ts'
import { templatePolicies } from './policies.ts'

const { reads, acts } = routesOf(templatePolicies)
/** One template in base64 with what is around it. */
const templateBytes = 7_100_000

export const templateRoutes: readonly Route[] = [
  reads(contracts.listTemplates, { work: list }),
  reads(contracts.standardTemplate, { work: standardFile }),
  reads(contracts.templateFile, { work: ownFile }),
  reads(contracts.compareTemplate, { work: compare }),
  acts(contracts.addTemplate, { bodyBytes: templateBytes, work: add }),
  acts(contracts.approveTemplate, { resource: editedBy, work: approve }),
  acts(contracts.resetTemplate, { work: reset }),
]
