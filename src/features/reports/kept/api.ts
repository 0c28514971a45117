/** The routes of reports kept. */
import { type Route, routesOf } from '../../../kit/routes.ts'
import * as contracts from '../contract.ts'
import type { Engine } from '../engine.ts'
import { reportPolicies } from '../policies.ts'
import { get, list, publish, publishedReport, remove } from './actions.ts'
import { keepReport } from './keep.ts'

const { reads, acts } = routesOf(reportPolicies)
/** A file in base64 with what is around it. */
const fileBytes = 70_100_000

export function reportRoutes(engine: Engine): readonly Route[] {
  return [
    reads(contracts.listReports, { work: list }),
    acts(contracts.keepReport, { bodyBytes: fileBytes, work: task => keepReport(task, engine) }),
    reads(contracts.getReport, { work: get }),
    acts(contracts.publishReport, { resource: publishedReport, work: publish }),
    acts(contracts.removeReport, { work: remove }),
  ]
}
