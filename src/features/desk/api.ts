/** The routes of the desk; what waits and what is found comes from the slices that `main` names. */
import type { Contract } from '../../kit/contract.ts'
import type { SearchProvider, WorkProvider } from '../../kit/providers.ts'
import { type Route, routesOf } from '../../kit/routes.ts'
import { events, recordOwner, verifyEvents } from './actions/events.ts'
import { jobs, jobsOwner, retryJob } from './actions/jobs.ts'
import { listOutbox } from './actions/outbox.ts'
import { dropDraft, getDraft, notifications, readNotifications, saveDraft } from './actions/own.ts'
import { search } from './actions/search.ts'
import { work } from './actions/work.ts'
import * as contracts from './contract.ts'
import { deskPolicies } from './policies.ts'

const { reads, acts } = routesOf(deskPolicies)

export interface DeskParts {
  readonly workProviders: readonly WorkProvider[]
  readonly searchProviders: readonly SearchProvider[]
  /** The contracts of all other slices: the record names its entries by them. */
  readonly contracts: readonly Contract[]
}

export function deskRoutes({ workProviders, searchProviders, contracts: known }: DeskParts): readonly Route[] {
  const routes: readonly Route[] = [
    reads(contracts.getWork, { work: task => work(task, workProviders) }),
    reads(contracts.search, { work: task => search(task, searchProviders) }),
    reads(contracts.listNotifications, { work: notifications }),
    acts(contracts.readNotifications, { work: readNotifications }),
    reads(contracts.getDraft, { work: getDraft }),
    acts(contracts.saveDraft, { work: saveDraft }),
    acts(contracts.dropDraft, { work: dropDraft }),
    reads(contracts.listEvents, { resource: recordOwner, work: task => events(task, named) }),
    acts(contracts.verifyEvents, { resource: recordOwner, work: verifyEvents }),
    reads(contracts.listOutbox, { work: listOutbox }),
    reads(contracts.listJobs, { resource: jobsOwner, work: jobs }),
    acts(contracts.retryJob, { resource: jobsOwner, work: retryJob }),
  ]
  const named: readonly Contract[] = [...known, ...routes.map(({ contract }) => contract)]
  return routes
}
