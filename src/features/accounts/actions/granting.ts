/** Whether the caller may give a person these roles, and whether the person may hold them (D§9.3). */
import type { Result } from '../../../domain/kernel/result.ts'
import { type Account, deactivate } from '../../../domain/people/accounts.ts'
import { may } from '../../../domain/people/may.ts'
import type { Actor } from '../../../domain/people/policy.ts'
import { checkRoles, isAdministrator, type RoleId, roleIds } from '../../../domain/people/roles.ts'
import { sessionEndedSaid } from '../../../domain/people/sessions.ts'
import type { Contract } from '../../../kit/contract.ts'
import { dayOf } from '../../../kit/days.ts'
import { refused } from '../../../kit/problem.ts'
import { signedIn, type Task } from '../../../kit/routes.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { accountPolicies } from '../policies.ts'
import { beyondReach, notVacant, unknownRole } from '../refusals.ts'
import {
  administratorsIn,
  lockAdministrators,
  type Membership,
  membershipsOf,
  openDelegations,
  workplacesOf,
} from '../store/members.ts'
import { supervisingAgencies } from '../store/supervision.ts'

/** Roles as typed, or a Problem naming the one that does not exist. */
export function readRoles(typed: readonly string[]): readonly RoleId[] {
  return typed.map(word => {
    const role = roleIds.find(id => id === word)
    if (!role) throw refused(unknownRole(word))
    return role
  })
}

/** Whom the roles are given to. `accountId` null: somebody only now added. */
export interface Grantee {
  readonly agencyId: string
  readonly accountId: string | null
  readonly before: readonly RoleId[]
}

/**
 * The roles to store. Throws a Problem where the caller may not grant them, or they do not go together: with each
 * other, with those in other agencies, or with what is handed over by colleagues.
 */
export async function grant(task: Task<Contract>, to: Grantee, wanted: readonly RoleId[]): Promise<readonly RoleId[]> {
  const { tx, now } = task
  const { before } = to
  const after = roleIds.filter(role => wanted.includes(role))
  if (after.length === before.length && after.every(role => before.includes(role))) return before
  await holdAdministrators(task)
  await checkRight(task, to, after)
  const together = await goTogether(tx, to, after, now)
  if (!together.ok) throw refused({ ...together.refusal, at: 'body.roles' })
  return after
}

/** Whether roles go together with each other, with those in other agencies, and with what is handed over. */
export async function goTogether(
  tx: Tx,
  { agencyId, accountId }: Pick<Grantee, 'agencyId' | 'accountId'>,
  after: readonly RoleId[],
  now: Date,
): Promise<Result<readonly RoleId[]>> {
  const elsewhere = accountId === null ? [] : await membershipsOf(tx, accountId)
  const handed = accountId === null ? [] : await openDelegations(tx, agencyId, accountId, dayOf(now))
  return checkRoles([
    ...after,
    ...elsewhere.filter(one => one.agencyId !== agencyId).flatMap(one => one.roles),
    ...handed.filter(one => one.to === accountId).flatMap(one => one.roles),
  ])
}

/**
 * Lets no other change who holds what until the transaction ends. Throws a Problem where the caller has lost since the
 * call came in what it was let in with: two could else deactivate each other.
 */
export async function holdAdministrators(task: Task<Contract>): Promise<void> {
  const { actor } = signedIn(task)
  await lockAdministrators(task.tx)
  const here = (await workplacesOf(task.tx, actor.accountId)).find(one => one.agencyId === actor.agencyId)
  const stands = actor.roles.every(({ role, onBehalfOf }) => onBehalfOf !== undefined || here?.roles.includes(role))
  if (!stands) throw refused({ code: 'session_revoked', says: sessionEndedSaid.revoked })
}

/** The security administrator grants; where there is none of a kind yet, the system administrator names the first. */
async function checkRight(task: Task<Contract>, { agencyId, accountId, before }: Grantee, after: readonly RoleId[]) {
  const { actor } = signedIn(task)
  const resource = { agencyId, subjectAccountId: accountId }
  const granting = may(accountPolicies, actor, 'accounts.grant', resource)
  if (granting.ok) return
  if (!may(accountPolicies, actor, 'accounts.appoint', resource).ok) throw refused(granting.refusal)
  const [only, ...more] = after
  const first = before.length === 0 && more.length === 0 && (only === 'security_admin' || only === 'audit_admin')
  const others = await administratorsFor(task.tx, agencyId)
  if (!first || others.some(({ roles }) => roles.includes(only))) throw refused(notVacant)
}

/** Those who can act as administrators of an agency: its own, and those of the agencies above it. */
async function administratorsFor(tx: Tx, agencyId: string): Promise<readonly Account[]> {
  return administratorsIn(tx, [agencyId, ...(await supervisingAgencies(tx, agencyId))])
}

/** With administrators held. Throws a Problem where these roles are lost and nobody else could act in one of them for the agency. */
export async function keepLastAdministrator(
  tx: Tx,
  account: Account,
  lost: readonly RoleId[],
  now: Date,
): Promise<void> {
  if (!lost.some(isAdministrator)) return
  const others = (await administratorsFor(tx, account.agencyId)).filter(({ id }) => id !== account.id)
  const ended = deactivate({ ...account, roles: lost }, others, dayOf(now))
  if (!ended.ok) throw refused(ended.refusal)
}

/** Throws a Problem where the person also works for an agency that the caller has nothing to say in. */
export function checkReach(actor: Actor, memberships: readonly Membership[]): void {
  const within = memberships.every(
    ({ agencyId }) => agencyId === actor.agencyId || actor.supervisedAgencies.includes(agencyId),
  )
  if (!within) throw refused(beyondReach)
}
