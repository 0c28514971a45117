/** The routes of the holiday calendar. */
import type { DeadlineProvider, Renewal } from '../../kit/deadlines.ts'
import { type Route, routesOf } from '../../kit/routes.ts'
import { calendarOwner, preview, setYear, years } from './actions.ts'
import * as contracts from './contract.ts'
import { calendarPolicies } from './policies.ts'

const { reads, acts } = routesOf(calendarPolicies)

/** `deadlines`: of every slice that counts by the calendar; `renewals`: of those that store what they count. */
export function calendarRoutes(
  deadlines: readonly DeadlineProvider[],
  renewals: readonly Renewal[] = [],
): readonly Route[] {
  return [
    reads(contracts.listYears, { work: years }),
    reads(contracts.previewYear, { resource: calendarOwner, work: task => preview(task, deadlines) }),
    acts(contracts.setYear, { resource: calendarOwner, work: task => setYear(task, deadlines, renewals) }),
  ]
}
