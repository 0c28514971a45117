/** Requests looked at: lists, counts, one case, and its personal data with a reason. */
import type { Actor } from '../../../domain/people/policy.ts'
import { decisionInfo } from '../../../domain/request/decision-info.ts'
import type { AnswerOf, Contract } from '../../../kit/contract.ts'
import { pageFrom } from '../../../kit/paging.ts'
import { type Done, type Entry, signedIn, type Task } from '../../../kit/routes.ts'
import type * as contracts from '../contract/index.ts'
import { matchesOf, openApplicant, openParty } from '../sealed.ts'
import { namesOf } from '../store/agency.ts'
import { countsOf, type Filters, type Looking, pageKey, requestsBehind } from '../store/listed.ts'
import { partiesOf } from '../store/parties.ts'
import type { KeptRequest } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'
import { shownClock } from './clock-view.ts'
import { caseOf, isSupervisors } from './run-act.ts'
import { type Setup, setupOf, soonUntil } from './setup.ts'
import { viewOf } from './view.ts'

type Page = AnswerOf<typeof contracts.listRequests>
type GetTask = Task<typeof contracts.getRequest>

export async function list(task: Task<typeof contracts.listRequests>): Promise<Page> {
  const { tx, params, query } = task
  const { agencyId } = params
  const setup = await setupOf(task, agencyId)
  const rows = await requestsBehind(tx, query, lookingAt(setup, signedIn(task).actor, query), query)
  const ids = rows.flatMap(({ case: { place } }) =>
    [place?.sectionId, place?.handlerId].filter(id => typeof id === 'string'),
  )
  const names = await namesOf(tx, agencyId, [...new Set(ids)])
  return pageFrom(
    rows,
    query.limit,
    row => pageKey(query.order, row),
    row => listed(row, setup, names),
  )
}

export async function counts(
  task: Task<typeof contracts.countRequests>,
): Promise<AnswerOf<typeof contracts.countRequests>> {
  const setup = await setupOf(task, task.params.agencyId)
  const counted = await countsOf(task.tx, task.query, lookingAt(setup, signedIn(task).actor, task.query))
  return { agencyName: setup.agency.name, ...counted }
}

function lookingAt(setup: Setup, { accountId }: Actor, { q = '' }: Filters): Looking {
  const { agency, today, keys } = setup
  return { agencyId: agency.id, accountId, today, soonUntil: soonUntil(setup), matches: matchesOf(keys, q) }
}

function listed(kept: KeptRequest, setup: Setup, names: Readonly<Record<string, string>>): Page['items'][number] {
  const { id, number, kind, state, wanted, applicantKind, channel, receivedOn, closing, place } = kept.case
  const { days: _, ...clock } = shownClock(kept.case, setup)
  return {
    ...{ id, number, kind, state, applicantKind, channel, receivedOn, clock },
    title: wanted.title,
    applicant: kept.applicantMask,
    section: place?.sectionId ? (names[place.sectionId] ?? null) : null,
    handler: place?.handlerId ? (names[place.handlerId] ?? null) : null,
    closedOn: closing?.on ?? null,
    outcome: closing ? decisionInfo(closing.decision).label : null,
    onTime: closing?.onTime ?? null,
  }
}

export async function get(task: GetTask): Promise<AnswerOf<typeof contracts.getRequest>> {
  const { params, query } = task
  const setup = await setupOf(task, params.agencyId)
  const { actor } = signedIn(task)
  return viewOf(task, setup, await caseOf(task, params), { actor, days: query.days === 'yes' })
}

/** The supervisor's look into a case is kept in the case's own record. */
export function readBySupervisor(task: Pick<Task<Contract>, 'caller'> & { params: GetTask['params'] }): Entry[] {
  const { agencyId, requestId } = task.params
  const { actor } = signedIn(task)
  return isSupervisors(actor, agencyId) ? [{ subject: subjectOf(requestId), data: { by: actor.agencyId } }] : []
}

/**
 * The supervisor's look over an agency is kept in that agency's record: by whom, and narrowed by what. Never the words
 * searched for, which may be a name: only that there were some.
 */
export function lookedOver(
  task: Pick<Task<Contract>, 'caller'> & { readonly params: { readonly agencyId: string }; readonly query: object },
): Entry[] {
  const { agencyId } = task.params
  const { actor } = signedIn(task)
  if (!isSupervisors(actor, agencyId)) return []
  const { q, ...narrowed } = task.query as { readonly q?: string }
  const data = { by: actor.agencyId, ...narrowed, ...(q ? { searched: true } : {}) }
  return [{ subject: `agency:${agencyId}`, data }]
}

export async function unmask(
  task: Task<typeof contracts.unmaskRequest>,
): Promise<Done<AnswerOf<typeof contracts.unmaskRequest>>> {
  const { tx, params, body } = task
  const { agencyId, requestId } = params
  const { keys } = await setupOf(task, agencyId)
  const kept = await caseOf(task, params)
  const parties = (await partiesOf(tx, agencyId, requestId)).map(({ id, party }) => {
    const { name, phone, address } = openParty(keys, id, party)
    return { partyId: id, name, phone, address }
  })
  const answer = { applicant: openApplicant(keys, requestId, kept.applicant), parties }
  // The reason is written for whoever looks the reading over later (个保法51, D§9.3).
  return { answer, record: [{ subject: subjectOf(requestId), data: { reason: body.reason, parties: parties.length } }] }
}
