/** The first start: no default account, but a link printed once, for whoever starts the program (等保 8.1.4.2). */

import { parseRegionCode } from '../../../domain/agency/region.ts'
import type { Result } from '../../../domain/kernel/result.ts'
import { parseLogin } from '../../../domain/people/accounts.ts'
import { defaultPasswordRules } from '../../../domain/people/password-rules.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { refused } from '../../../kit/problem.ts'
import { noAgency, type Task } from '../../../kit/routes.ts'
import { agency } from '../../../kit/schema/agencies.ts'
import type { Services } from '../../../kit/services.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type * as contracts from '../contract.ts'
import { linkGone, loginTaken, missing } from '../refusals.ts'
import { type AccountRow, addAccount, anyAccount, changeAccount } from '../store/accounts.ts'
import { addMembership } from '../store/members.ts'
import { type Link, makeLink } from './links.ts'
import { newPassword } from './password.ts'

/** The link for the first administrator; null where there is an account already. One printed before ends. */
export async function firstAdministratorLink(services: Services): Promise<Link | null> {
  return services.database.transaction('installation', async tx => {
    if (await anyAccount(tx)) return null
    return makeLink({ tx, now: services.now(), services }, 'first_administrator', null)
  })
}

/**
 * Makes the first agency and its system administrator, who then appoints the security and the audit administrator: the
 * three are never one person.
 */
export async function beginInstallation(task: Task<typeof contracts.acceptInvitation>): Promise<AccountRow> {
  const { tx, now, services } = task
  if (await anyAccount(tx)) throw refused(linkGone)
  const given = readGiven(task.body)
  const [id, agencyId] = [uuid7(now.getTime(), services.random), uuid7(now.getTime(), services.random)]
  const person = { id, login: given.login, name: given.name, email: null, createdAt: now }
  const account = await addAccount(tx, person)
  if (!account) throw refused(loginTaken)
  const changes = {
    ...(await newPassword(account, given.password, 'body.password', { now, rules: defaultPasswordRules })),
    status: 'active',
  }
  await changeAccount(tx, id, changes)
  await tx.insert(agency).values(firstAgency(agencyId, given, now))
  await addMembership(tx, { agencyId, accountId: id, roles: ['system_admin'], since: now })
  await agencyKeys(tx, services.keys, agencyId)
  await agencyKeys(tx, services.keys, noAgency)
  return { ...account, ...changes }
}

interface Given {
  readonly login: string
  readonly name: string
  readonly password: string
  readonly agencyName: string
  readonly regionCode: string
}

/** Everything is asked for here, and of nobody later. */
function readGiven(body: Task<typeof contracts.acceptInvitation>['body']): Given {
  const { login, name, password, agencyName, regionCode } = body
  const need = (value: string | undefined, at: string) => {
    if (value === undefined) throw refused(missing(at))
    return value
  }
  return {
    login: taken(parseLogin(need(login, 'login'), 'body.login')),
    name: need(name, 'name'),
    password: need(password, 'password'),
    agencyName: need(agencyName, 'agencyName'),
    regionCode: taken(parseRegionCode(need(regionCode, 'regionCode'), 'body.regionCode')),
  }
}

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw refused(result.refusal)
  return result.value
}

/** A government, whose particulars its administrator completes: names and places of others cannot be guessed. */
function firstAgency(id: string, { agencyName, regionCode }: Given, now: Date): typeof agency.$inferInsert {
  return {
    id,
    name: agencyName,
    shortName: agencyName.slice(0, 40),
    kind: 'government',
    regionCode,
    vertical: false,
    slug: regionCode,
    office: {},
    status: 'open',
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
}
