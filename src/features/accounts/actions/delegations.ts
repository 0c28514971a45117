/** Handing roles to a colleague while away, and taking them back. */

import type { LocalDate } from '../../../domain/kernel/date.ts'
import { checkDelegation, type DelegationDraft } from '../../../domain/people/delegation.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { dayOf } from '../../../kit/days.ts'
import { notFound, refused } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { type Moment, tellDelegated, tellDelegationEnded } from '../notices.ts'
import type * as contracts from '../people-contract.ts'
import { delegationWord } from '../refusals.ts'
import { domainAccount, holdMembership, openDelegations } from '../store/members.ts'
import { addDelegation, delegationsIn, endDelegations } from '../store/people.ts'
import { readRoles } from './granting.ts'
import { personIn } from './person-view.ts'

type Item = AnswerOf<typeof contracts.delegate>

export async function delegations({
  tx,
  params,
}: Task<typeof contracts.listDelegations>): Promise<AnswerOf<typeof contracts.listDelegations>> {
  return { items: (await delegationsIn(tx, params.agencyId)).map(itemOf) }
}

function itemOf({ delegation, fromName, toName }: Awaited<ReturnType<typeof delegationsIn>>[number]): Item {
  const { id, from, to, roles, fromDate, untilDate, endedOn } = delegation
  const names = { from: { id: from, name: fromName }, to: { id: to, name: toName } }
  return { id, ...names, roles: [...roles], fromDate, untilDate, endedOn }
}

/** The name in the contract of each field of the domain's. */
const placeOf: Readonly<Record<string, string>> = {
  to: 'body.toAccountId',
  roles: 'body.roles',
  fromDate: 'body.fromDate',
  untilDate: 'body.untilDate',
}

export async function delegate(task: Task<typeof contracts.delegate>): Promise<Done<Item>> {
  const { tx, now, params, body, services } = task
  const { agencyId } = params
  const { accountId } = signedIn(task).actor
  // One after the other: two at once could hand over the same role twice.
  await holdMembership(tx, agencyId, accountId)
  const [from, to] = [await personIn(task, agencyId, accountId), await personIn(task, agencyId, body.toAccountId)]
  const today = dayOf(now)
  const draft: DelegationDraft = {
    from: accountId,
    to: body.toAccountId,
    roles: readRoles(body.roles),
    fromDate: body.fromDate as LocalDate,
    untilDate: body.untilDate as LocalDate,
  }
  const checked = checkDelegation(draft, {
    from: domainAccount(from.account, from.membership),
    to: domainAccount(to.account, to.membership),
    existing: await openDelegations(tx, agencyId, accountId, today),
    // Drafts come with the slice of publications; until then none waits. Approving one's own is refused in any case.
    waitingAuthors: [],
    today,
  })
  if (!checked.ok) throw refused({ ...checked.refusal, at: placeOf[checked.refusal.at ?? ''] ?? 'body' })
  const id = uuid7(now.getTime(), services.random)
  const { roles, fromDate, untilDate } = draft
  const people = { fromAccountId: accountId, toAccountId: draft.to }
  await addDelegation(tx, { agencyId, id, ...people, roles: [...roles], fromDate, untilDate })
  const [added] = await delegationsIn(tx, agencyId, id)
  if (!added) throw new Error('a delegation vanished that was just added')
  await tellDelegated(task, { agencyId, ...added })
  const data = { to: draft.to, roles, fromDate, untilDate }
  return { answer: itemOf(added), record: [{ subject: `delegation:${id}`, data }] }
}

type Revoking = Task<typeof contracts.revokeDelegation>

/** Whose delegation it is, for the policy. */
export async function delegationResource({ tx, params }: Revoking) {
  const [found] = await delegationsIn(tx, params.agencyId, params.delegationId)
  if (!found) throw notFound(delegationWord)
  return { agencyId: params.agencyId, subjectAccountId: found.delegation.from }
}

/** From today on it no longer holds; one that is over already stays as it is. */
export async function revokeDelegation(task: Revoking): Promise<Done<null>> {
  const { tx, now, params } = task
  const { agencyId, delegationId: id } = params
  const ended = await endDelegations(tx, { agencyId, id }, dayOf(now))
  if (ended > 0) await tellEnded(task, agencyId, [id])
  return { answer: null, record: ended === 0 ? [] : [{ subject: `delegation:${id}`, data: {} }] }
}

/** Both sides of delegations that have just ended. */
export async function tellEnded(moment: Moment, agencyId: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const [found] = await delegationsIn(moment.tx, agencyId, id)
    if (found) await tellDelegationEnded(moment, { agencyId, ...found })
  }
}
