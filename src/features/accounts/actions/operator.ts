/** What the one who runs the program does to accounts from the command line. Recorded as everything else. */
import { parseSteady } from '../../../domain/kernel/turning.ts'
import { parseLogin } from '../../../domain/people/accounts.ts'
import { findAgency } from '../../../domain/people/import-fields.ts'
import { unlocked } from '../../../domain/people/lockout.ts'
import { checkRoles, type RoleId } from '../../../domain/people/roles.ts'
import { recordOperator } from '../../../kit/operator.ts'
import { notFound, refused } from '../../../kit/problem.ts'
import { noAgency } from '../../../kit/routes.ts'
import type { Services } from '../../../kit/services.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { agencyClosed, deactivatedPerson, loginTaken, personWord } from '../refusals.ts'
import { type AccountRow, accountByLogin, addAccount, allAccounts, keepLock } from '../store/accounts.ts'
import { namedAgencies } from '../store/import.ts'
import { addMembership, agenciesNamed, isOpenAgency, membershipsOf } from '../store/members.ts'
import { readRoles } from './granting.ts'
import { type Link, makeLink, purposeFor } from './links.ts'

export interface NewUser {
  readonly login: string
  readonly name: string
  readonly agencyId: string
  readonly roles: readonly string[]
}

/** `gongkai user add`. Throws a Problem for what cannot be: a login taken, no such agency or a closed one, roles that clash. */
export async function addUser(services: Services, user: NewUser): Promise<Link> {
  return inOne(services, async (tx, now) => {
    const login = parseLogin(user.login)
    const roles = checkRoles(readRoles(user.roles))
    const steady = parseSteady(user.name, 'name')
    if (!login.ok) throw refused(login.refusal)
    if (!steady.ok) throw refused(steady.refusal)
    if (!roles.ok) throw refused(roles.refusal)
    const { name, agencyId } = user
    if ((await agenciesNamed(tx, [agencyId])).length === 0) throw notFound({ zh: '机关', en: 'agency' })
    if (!(await isOpenAgency(tx, agencyId))) throw refused(agencyClosed)
    const id = uuid7(now.getTime(), services.random)
    const account = await addAccount(tx, { id, login: login.value, name, email: null, createdAt: now })
    if (!account) throw refused(loginTaken)
    await addMembership(tx, { agencyId, accountId: id, roles: [...roles.value], since: now })
    await record(tx, services, { account, agencyId, kind: 'accounts.addPerson', data: { roles: roles.value } }, now)
    return makeLink({ tx, now, services }, 'invitation', id)
  })
}

/** The id of an agency as people name it: its name or credit code. Throws a Problem where none or several are meant. */
export async function agencyMeant(services: Services, typed: string): Promise<string> {
  return inOne(services, async tx => {
    const found = findAgency(typed, await namedAgencies(tx))
    if (!found.ok) throw refused(found.refusal)
    return found.value
  })
}

export interface ListedUser {
  readonly login: string
  readonly name: string
  readonly status: string
  readonly works: readonly { readonly agency: string; readonly roles: readonly RoleId[] }[]
}

/** `gongkai user list`. */
export async function listUsers(services: Services): Promise<readonly ListedUser[]> {
  return inOne(services, async tx => {
    const users: ListedUser[] = []
    for (const { id, login, name, status } of await allAccounts(tx)) {
      const memberships = await membershipsOf(tx, id)
      const named = await agenciesNamed(
        tx,
        memberships.map(one => one.agencyId),
      )
      const works = memberships.map(({ agencyId, roles }) => ({
        agency: named.find(one => one.id === agencyId)?.name ?? agencyId,
        roles,
      }))
      users.push({ login, name, status, works })
    }
    return users
  })
}

/** `gongkai user link`: an invitation again, or a link for a new password. `demo` signs in without a password. */
export async function linkUser(services: Services, login: string, demo = false): Promise<Link> {
  return inOne(services, async (tx, now) => {
    const account = await userOf(tx, login)
    if (account.status === 'deactivated') throw refused(deactivatedPerson)
    const purpose = demo ? 'demo' : purposeFor(account)
    await record(tx, services, { account, kind: 'accounts.newLink', data: { purpose } }, now)
    return makeLink({ tx, now, services }, purpose, account.id)
  })
}

/** `gongkai user unlock`: failures to sign in are forgotten. */
export async function unlockUser(services: Services, login: string): Promise<void> {
  return inOne(services, async (tx, now) => {
    const account = await userOf(tx, login)
    await keepLock(tx, account.login, unlocked, now)
    await record(tx, services, { account, kind: 'accounts.unlock', data: {} }, now)
  })
}

function inOne<T>(services: Services, work: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
  return services.database.transaction('installation', tx => work(tx, services.now()))
}

async function userOf(tx: Tx, login: string): Promise<AccountRow> {
  const account = await accountByLogin(tx, login)
  if (!account) throw notFound(personWord)
  return account
}

interface Trace {
  readonly account: AccountRow
  readonly agencyId?: string
  readonly kind: string
  readonly data: Readonly<Record<string, unknown>>
}

async function record(tx: Tx, services: Services, { account, agencyId, kind, data }: Trace, at: Date): Promise<void> {
  const home = agencyId ?? (await membershipsOf(tx, account.id))[0]?.agencyId ?? noAgency
  await recordOperator(tx, services, at, [{ agencyId: home, subject: `account:${account.id}`, kind, data }])
}
