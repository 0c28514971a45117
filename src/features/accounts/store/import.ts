/** What a list of staff is read against: agencies, sections, and whoever has one of its logins already. */
import { and, eq, getTableColumns, inArray } from 'drizzle-orm'
import { agency, section } from '../../../kit/schema/agencies.ts'
import { account, membership } from '../../../kit/schema/people.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { AccountRow } from './accounts.ts'
import { type Membership, membershipOf } from './members.ts'

export interface Known {
  readonly account: AccountRow
  readonly membership: Membership
}

/** Every membership, ended or not, of the accounts with these logins. */
export async function knownByLogin(tx: Tx, logins: readonly string[]): Promise<readonly Known[]> {
  if (logins.length === 0) return []
  const rows = await tx
    .select({ account: getTableColumns(account), membership: getTableColumns(membership) })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(inArray(account.login, [...logins]))
    .orderBy(membership.since, membership.agencyId)
  return rows.map(row => ({ account: row.account, membership: membershipOf(row.membership) }))
}

export async function namedAgencies(tx: Tx) {
  const { id, name, creditCode, status } = agency
  return tx.select({ id, name, creditCode, status }).from(agency)
}

/** The open sections of some agencies. */
export async function openSections(tx: Tx, agencyIds: readonly string[]) {
  if (agencyIds.length === 0) return []
  const { agencyId, id, name } = section
  return tx
    .select({ agencyId, id, name })
    .from(section)
    .where(and(inArray(section.agencyId, [...agencyIds]), eq(section.status, 'open')))
}
