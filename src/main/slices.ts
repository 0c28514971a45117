/** The slices with an API, put together: all that may be done, and the routes by which it is done. */
import { joinPolicies, type Policies } from '../domain/people/policy.ts'
import { accountRoutes } from '../features/accounts/api.ts'
import { accountPolicies } from '../features/accounts/policies.ts'
import { agencyRoutes } from '../features/agencies/api.ts'
import { agencyPolicies } from '../features/agencies/policies.ts'
import { searchAgencies } from '../features/agencies/search.ts'
import { agencyWork } from '../features/agencies/work.ts'
import { calendarRoutes } from '../features/calendar/api.ts'
import { calendarPolicies } from '../features/calendar/policies.ts'
import { calendarWork } from '../features/calendar/work.ts'
import { deskRoutes } from '../features/desk/api.ts'
import { delegationWork, searchPeople } from '../features/desk/people.ts'
import { deskPolicies } from '../features/desk/policies.ts'
import { publicationRoutes } from '../features/publications/api.ts'
import { beginPublication } from '../features/publications/begin.ts'
import { publicationPolicies } from '../features/publications/policies.ts'
import { publicationWork, searchPublications } from '../features/publications/work.ts'
import type { Engine } from '../features/reports/engine.ts'
import { reportRoutes } from '../features/reports/kept/api.ts'
import { searchReports } from '../features/reports/kept/search.ts'
import { reportWork } from '../features/reports/kept/work.ts'
import { reportPolicies } from '../features/reports/policies.ts'
import { requestRoutes } from '../features/requests/api.ts'
import { renewRequests, requestDeadlines, requestWork, searchRequests } from '../features/requests/duties/providers.ts'
import { keepingRoutes } from '../features/requests/keeping/api.ts'
import { keepingPolicies } from '../features/requests/keeping/policies.ts'
import type { MaterialReader } from '../features/requests/materials/reader.ts'
import { requestPolicies } from '../features/requests/policies.ts'
import { statisticsPolicies, statisticsRoutes } from '../features/requests/statistics-api.ts'
import { templateRoutes } from '../features/requests/templates/api.ts'
import { templatePolicies } from '../features/requests/templates/policies.ts'
import { templateWork } from '../features/requests/templates/waiting.ts'
import type { WorkProvider } from '../kit/providers.ts'
import type { Route } from '../kit/routes.ts'

/** Every sentence of every slice. */
export const allPolicies: Policies<string> = joinPolicies<string>(
  accountPolicies,
  agencyPolicies,
  publicationPolicies,
  reportPolicies,
  requestPolicies,
  statisticsPolicies,
  templatePolicies,
  keepingPolicies,
  calendarPolicies,
  deskPolicies,
)

/** What waits for somebody, from every slice: for the work list and the daily summary. */
export const workProviders: readonly WorkProvider[] = [
  requestWork,
  publicationWork,
  templateWork,
  reportWork,
  agencyWork,
  calendarWork,
  delegationWork,
]

/** Every route. `engine` reads the reports that are kept, `materials` the papers of requests. */
export function allRoutes(engine: Engine, materials: MaterialReader): readonly Route[] {
  const routes = [
    ...accountRoutes(allPolicies),
    ...agencyRoutes,
    ...reportRoutes(engine),
    // Before the one request that an id names: `statistics` and `retention` are no ids.
    ...statisticsRoutes,
    ...keepingRoutes,
    ...requestRoutes(materials, beginPublication),
    ...templateRoutes,
    ...publicationRoutes,
    ...calendarRoutes([requestDeadlines], [renewRequests]),
  ]
  const desk = deskRoutes({
    workProviders,
    searchProviders: [searchRequests, searchPublications, searchAgencies, searchPeople, searchReports],
    contracts: routes.map(({ contract }) => contract),
  })
  return [...routes, ...desk]
}
