/** What is done to one person by name: seeing the number, a new link, deactivating without loss of history, back again. */
import { checkRoles, isAdministrator } from '../../../domain/people/roles.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { dayOf } from '../../../kit/days.ts'
import { refused } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import type * as contracts from '../people-contract.ts'
import { deactivatedPerson } from '../refusals.ts'
import { changeAccount } from '../store/accounts.ts'
import { revokeKeys } from '../store/api-keys.ts'
import { dropInvitations } from '../store/invitations.ts'
import { changeMembership, domainAccount, membershipsOf, openDelegations } from '../store/members.ts'
import { endDelegations } from '../store/people.ts'
import { endSessions } from '../store/sessions.ts'
import { tellEnded } from './delegations.ts'
import { checkReach, holdAdministrators, keepLastAdministrator } from './granting.ts'
import { makeLink, purposeFor } from './links.ts'
import { openPhone, type Person, personIn, shownPerson } from './person-view.ts'

const about = (accountId: string) => `account:${accountId}`

export async function unmaskPhone(
  task: Task<typeof contracts.unmaskPhone>,
): Promise<Done<AnswerOf<typeof contracts.unmaskPhone>>> {
  const { agencyId, accountId } = task.params
  const phone = await openPhone(task, await personIn(task, agencyId, accountId))
  return { answer: { phone }, record: [{ subject: about(accountId), data: { reason: task.body.reason } }] }
}

/** For who is invited, to set a first password; for others, to set a new one. A second factor stays as it is. */
export async function newLink(task: Task<typeof contracts.newLink>): Promise<Done<AnswerOf<typeof contracts.newLink>>> {
  const { agencyId, accountId } = task.params
  const { account, membership } = await personIn(task, agencyId, accountId)
  if (membership.endedAt !== null) throw refused(deactivatedPerson)
  checkReach(signedIn(task).actor, await membershipsOf(task.tx, accountId))
  const purpose = purposeFor(account)
  const { link, expiresAt } = await makeLink(task, purpose, accountId)
  const answer = { link, expiresAt: expiresAt.toISOString() }
  return { answer, record: [{ subject: about(accountId), data: { purpose } }] }
}

/**
 * Ends a person's work for the agency at once: sessions there, keys, delegations from and to. The account itself ends
 * with its last agency. What it did keeps its name.
 */
export async function deactivatePerson(task: Task<typeof contracts.deactivatePerson>): Promise<Done<Person>> {
  const { tx, now, params, body } = task
  const { agencyId, accountId } = params
  await holdAdministrators(task)
  const { account, membership } = await personIn(task, agencyId, accountId)
  if (membership.endedAt !== null) return { answer: await shownPerson(task, agencyId, accountId), record: [] }
  await keepLastAdministrator(tx, domainAccount(account, membership), membership.roles, now)
  await changeMembership(tx, params, { endedAt: now })
  const rest = await membershipsOf(tx, accountId)
  const handed = await openDelegations(tx, agencyId, accountId, dayOf(now))
  if (rest.length === 0) {
    await changeAccount(tx, accountId, { status: 'deactivated', deactivatedAt: now })
    await dropInvitations(tx, accountId)
  }
  const ended = {
    sessions: await endSessions(tx, rest.length === 0 ? { accountId } : { accountId, agencyId }, now),
    delegations: await endDelegations(tx, params, dayOf(now)),
    keys: await revokeKeys(tx, params, now),
  }
  await tellEnded(
    task,
    agencyId,
    handed.map(({ id }) => id),
  )
  const person = await shownPerson(task, agencyId, accountId)
  return { answer: person, record: [{ subject: about(accountId), data: { reason: body.reason, ended } }] }
}

/** With the roles held before; keys and delegations that ended stay ended. */
export async function reactivatePerson(task: Task<typeof contracts.reactivatePerson>): Promise<Done<Person>> {
  const { tx, params } = task
  const { agencyId, accountId } = params
  await holdAdministrators(task)
  const { account, membership } = await personIn(task, agencyId, accountId)
  if (membership.endedAt === null) return { answer: await shownPerson(task, agencyId, accountId), record: [] }
  const elsewhere = await membershipsOf(tx, accountId)
  const together = checkRoles([...membership.roles, ...elsewhere.flatMap(({ roles }) => roles)])
  if (!together.ok) throw refused(together.refusal)
  await changeMembership(tx, params, { endedAt: null })
  if (account.status === 'deactivated') {
    const status = account.passwordHash === null ? 'invited' : 'active'
    await changeAccount(tx, accountId, { status, deactivatedAt: null })
  }
  const person = await shownPerson(task, agencyId, accountId)
  const data = { roles: membership.roles, administrator: membership.roles.some(isAdministrator) }
  return { answer: person, record: [{ subject: about(accountId), data }] }
}
