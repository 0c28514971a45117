/** All staff of an installation, as lists of them are read against. */
import { asc, eq, isNull } from 'drizzle-orm'
import type { NamedAgency } from '../../../domain/people/import-fields.ts'
import { agency, section } from '../../../kit/schema/agencies.ts'
import { account, membership } from '../../../kit/schema/people.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { AccountRow } from './accounts.ts'
import { type Membership, rolesOf } from './members.ts'

export async function namedAgencies(tx: Tx): Promise<readonly NamedAgency[]> {
  return tx.select({ id: agency.id, name: agency.name, creditCode: agency.creditCode }).from(agency)
}

interface Employed {
  readonly account: AccountRow
  readonly membership: Membership
}

/** Every account with its first membership that has not ended, else the last that has. */
export async function allStaff(tx: Tx): Promise<readonly Employed[]> {
  const rows = await tx
    .select({ account, membership })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .orderBy(asc(isNull(membership.endedAt)), asc(membership.endedAt), membership.since)
  const byLogin = new Map<string, Employed>()
  for (const row of rows) {
    if (byLogin.get(row.account.login)?.membership.endedAt === null) continue
    const { roles, ...rest } = row.membership
    byLogin.set(row.account.login, { account: row.account, membership: { ...rest, roles: rolesOf(roles) } })
  }
  return [...byLogin.values()]
}

/** The sections that are open, of all agencies. */
export async function openSections(tx: Tx) {
  const { id, agencyId, name } = section
  return tx.select({ id, agencyId, name }).from(section).where(eq(section.status, 'open'))
}
