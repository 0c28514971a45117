/** The people of an agency: seeing, adding and changing them. */
import { parseLogin } from '../../../domain/people/accounts.ts'
import { parsePhone } from '../../../domain/people/import-fields.ts'
import { may } from '../../../domain/people/may.ts'
import type { RoleId } from '../../../domain/people/roles.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { refused } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { tellRoles } from '../notices.ts'
import { signInPath } from '../paths.ts'
import type * as contracts from '../people-contract.ts'
import { accountPolicies } from '../policies.ts'
import { agencyClosed, alreadyMember, deactivatedPerson, loginTaken, unknownSection } from '../refusals.ts'
import { type AccountRow, accountByLogin, addAccount, changeAccount } from '../store/accounts.ts'
import {
  addMembership,
  changeMembership,
  domainAccount,
  holdMembership,
  isOpenAgency,
  isOpenSection,
  membershipsOf,
} from '../store/members.ts'
import { peopleIn } from '../store/people.ts'
import { checkReach, grant, keepLastAdministrator, readRoles } from './granting.ts'
import { makeLink } from './links.ts'
import { type Person, personIn, sealPhone, shown, shownPerson } from './person-view.ts'

export async function people(task: Task<typeof contracts.listPeople>): Promise<AnswerOf<typeof contracts.listPeople>> {
  const { tx, params, query } = task
  // One more than asked for shows whether there is another page.
  const found = await peopleIn(tx, params.agencyId, { ...query, limit: query.limit + 1 })
  const page = found.slice(0, query.limit)
  const next = found.length > page.length ? (page.at(-1)?.account.login ?? null) : null
  return { items: await shown(task, page), next }
}

type Adding = Task<typeof contracts.addPerson>

/** A new account with its link; or one more agency for an account that the caller already has a say in. */
export async function addPerson(task: Adding): Promise<Done<AnswerOf<typeof contracts.addPerson>>> {
  const { tx, now, params, body, services } = task
  const { agencyId } = params
  const login = parseLogin(body.login, 'body.login')
  if (!login.ok) throw refused(login.refusal)
  const wanted = readRoles(body.roles)
  if (!(await isOpenAgency(tx, agencyId))) throw refused(agencyClosed)
  await checkSection(task, body.sectionId)
  const phone = readPhone(body.phone)
  const there = await accountByLogin(tx, login.value)
  if (there) await checkJoining(task, there)
  const roles = await grant(task, { agencyId, accountId: there?.id ?? null, before: [] }, wanted)
  const { name, email, sectionId } = body
  const id = there?.id ?? uuid7(now.getTime(), services.random)
  const added = there ?? (await addAccount(tx, { id, login: login.value, name, email, createdAt: now }))
  if (!added) throw refused(loginTaken)
  const sealed = await sealPhone(task, agencyId, id, phone)
  await addMembership(tx, { agencyId, accountId: id, sectionId, phone: sealed, roles: [...roles], since: now })
  const link = there ? services.publicUrl + signInPath : (await makeLink(task, 'invitation', id)).link
  const person = await shownPerson(task, agencyId, id)
  return { answer: { person, link }, record: [{ subject: `account:${id}`, data: { roles, joined: there !== null } }] }
}

/** The login is somebody's: the same person, of agencies within reach, or it is refused. */
async function checkJoining(task: Adding, there: AccountRow): Promise<void> {
  const { tx, params, body } = task
  const { actor } = signedIn(task)
  const membership = await holdMembership(tx, params.agencyId, there.id)
  if (membership) throw refused(membership.endedAt === null ? alreadyMember : deactivatedPerson)
  const memberships = await membershipsOf(tx, there.id)
  const within = memberships.every(
    one => one.agencyId === actor.agencyId || actor.supervisedAgencies.includes(one.agencyId),
  )
  if (memberships.length === 0 || !within || there.name !== body.name) throw refused(loginTaken)
}

type Changing = Task<typeof contracts.changePerson>

/** Particulars by the system administrator, roles by the security administrator; each only what they may. */
export async function changePerson(task: Changing): Promise<Done<Person>> {
  const { tx, params, body } = task
  const { agencyId, accountId } = params
  const { account, membership } = await personIn(task, agencyId, accountId)
  if (membership.endedAt !== null) throw refused(deactivatedPerson)
  const { roles: typed, ...particulars } = body
  const changed = Object.entries(particulars).flatMap(([field, value]) => (value === undefined ? [] : [field]))
  if (changed.length > 0) await changeParticulars(task, account)
  const before = membership.roles
  const after = typed === undefined ? before : await changeRoles(task, account, before, readRoles(typed))
  if (after !== before) {
    await changeMembership(tx, params, { roles: [...after] })
    await tellRoles(task, { agencyId, accountId, roles: after })
  }
  const roles = after === before ? {} : { roles: { from: before, to: after } }
  const person = await shownPerson(task, agencyId, accountId)
  return { answer: person, record: [{ subject: `account:${accountId}`, data: { changed, ...roles } }] }
}

async function changeParticulars(task: Changing, account: AccountRow): Promise<void> {
  const { tx, params, body } = task
  const { actor } = signedIn(task)
  const allowed = may(accountPolicies, actor, 'accounts.edit', { agencyId: params.agencyId })
  if (!allowed.ok) throw refused(allowed.refusal)
  const { name, email, phone, sectionId } = body
  if (sectionId !== undefined) {
    await checkSection(task, sectionId)
    await changeMembership(tx, params, { sectionId })
  }
  if (phone !== undefined) {
    const sealed = await sealPhone(task, params.agencyId, account.id, readPhone(phone))
    await changeMembership(tx, params, { phone: sealed })
  }
  if (name === undefined && email === undefined) return
  // Name and mail address are the same for every agency the person works for.
  checkReach(actor, await membershipsOf(tx, account.id))
  await changeAccount(tx, account.id, { ...(name !== undefined && { name }), ...(email !== undefined && { email }) })
}

async function changeRoles(
  task: Changing,
  account: AccountRow,
  before: readonly RoleId[],
  wanted: readonly RoleId[],
): Promise<readonly RoleId[]> {
  const { tx, now, params } = task
  const after = await grant(task, { ...params, before }, wanted)
  const membership = await holdMembership(tx, params.agencyId, account.id)
  if (!membership) throw new Error('a membership vanished that is never removed')
  const lost = membership.roles.filter(role => !after.includes(role))
  await keepLastAdministrator(tx, domainAccount(account, membership), lost, now)
  return after
}

async function checkSection({ tx, params }: Adding | Changing, sectionId: string | null | undefined): Promise<void> {
  if (sectionId === null || sectionId === undefined) return
  if (!(await isOpenSection(tx, params.agencyId, sectionId))) throw refused(unknownSection)
}

function readPhone(typed: string | null): string | null {
  if (typed === null) return null
  const phone = parsePhone(typed)
  if (!phone.ok) throw refused({ ...phone.refusal, at: 'body.phone' })
  return phone.value
}
