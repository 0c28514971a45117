/** Who works for which agency, in which roles, and who stands in for whom. */
import { and, asc, eq, getTableColumns, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { Account } from '../../../domain/people/accounts.ts'
import type { Delegation } from '../../../domain/people/delegation.ts'
import { isAdministrator, type RoleId, roleIds } from '../../../domain/people/roles.ts'
import { dayOf } from '../../../kit/days.ts'
import { agency, section } from '../../../kit/schema/agencies.ts'
import { account, delegation, membership } from '../../../kit/schema/people.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { AccountRow } from './accounts.ts'

export interface Membership extends Omit<typeof membership.$inferSelect, 'roles'> {
  readonly roles: readonly RoleId[]
}

/** Roles as the domain knows them; a word it does not know gives no rights. */
export function rolesOf(stored: readonly string[]): readonly RoleId[] {
  return roleIds.filter(role => stored.includes(role))
}

export const membershipOf = (row: typeof membership.$inferSelect): Membership => ({ ...row, roles: rolesOf(row.roles) })

/** A member as the domain knows accounts: as they stand in that agency. */
export function domainAccount({ id, login, name }: Pick<AccountRow, 'id' | 'login' | 'name'>, of: Membership): Account {
  const deactivatedOn = of.endedAt === null ? null : dayOf(of.endedAt)
  return { id, login, name, agencyId: of.agencyId, roles: of.roles, deactivatedOn }
}

/**
 * The memberships of an account that have not ended, the longest first. Those in a closed agency are among them: what
 * somebody held there comes back with it, and must go together with what they hold elsewhere.
 */
export async function membershipsOf(tx: Tx, accountId: string): Promise<readonly Membership[]> {
  return (await allOf(tx, accountId)).map(({ row }) => membershipOf(row))
}

/** Where an account can work now: not in agencies that are closed. */
export async function workplacesOf(tx: Tx, accountId: string): Promise<readonly Membership[]> {
  return (await allOf(tx, accountId)).filter(({ status }) => status === 'open').map(({ row }) => membershipOf(row))
}

function allOf(tx: Tx, accountId: string) {
  return tx
    .select({ row: getTableColumns(membership), status: agency.status })
    .from(membership)
    .innerJoin(agency, eq(agency.id, membership.agencyId))
    .where(and(eq(membership.accountId, accountId), isNull(membership.endedAt)))
    .orderBy(asc(membership.since), asc(membership.agencyId))
}

/** The membership, ended or not, held until the transaction ends. */
export async function holdMembership(tx: Tx, agencyId: string, accountId: string): Promise<Membership | null> {
  const [row] = await tx
    .select()
    .from(membership)
    .where(and(eq(membership.agencyId, agencyId), eq(membership.accountId, accountId)))
    .for('update')
  return row ? membershipOf(row) : null
}

export async function addMembership(tx: Tx, row: typeof membership.$inferInsert): Promise<void> {
  await tx.insert(membership).values(row)
}

export async function changeMembership(
  tx: Tx,
  { agencyId, accountId }: Pick<Membership, 'agencyId' | 'accountId'>,
  changes: Partial<Pick<typeof membership.$inferInsert, 'roles' | 'sectionId' | 'phone' | 'endedAt'>>,
): Promise<void> {
  const here = and(eq(membership.agencyId, agencyId), eq(membership.accountId, accountId))
  await tx.update(membership).set(changes).where(here)
}

/** Lets no other change who the administrators are until the transaction ends: two could each remove the other. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('gongkai administrators'))`)
}

/** Those who hold an administrator's role in one of these agencies, now. */
export async function administratorsIn(tx: Tx, agencyIds: readonly string[]): Promise<readonly Account[]> {
  const administrators = sql`${membership.roles} && ${sql.param(roleIds.filter(isAdministrator))}::text[]`
  const rows = await tx
    .select({ account, membership })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(inArray(membership.agencyId, [...agencyIds]), isNull(membership.endedAt), administrators))
  return rows.map(row => domainAccount(row.account, membershipOf(row.membership)))
}

export async function agenciesNamed(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { id, name, shortName, slug } = agency
  return tx
    .select({ id, name, shortName, slug })
    .from(agency)
    .where(inArray(agency.id, [...ids]))
}

export async function isOpenAgency(tx: Tx, id: string): Promise<boolean> {
  return (await tx.$count(agency, and(eq(agency.id, id), eq(agency.status, 'open')))) > 0
}

export async function isOpenSection(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const here = and(eq(section.agencyId, agencyId), eq(section.id, id), eq(section.status, 'open'))
  return (await tx.$count(section, here)) > 0
}

type DelegationRow = typeof delegation.$inferSelect

export function delegationOf(row: DelegationRow): Delegation {
  return {
    id: row.id,
    from: row.fromAccountId,
    to: row.toAccountId,
    roles: rolesOf(row.roles),
    fromDate: row.fromDate as LocalDate,
    untilDate: row.untilDate as LocalDate,
    endedOn: row.endedOn as LocalDate | null,
  }
}

/** What is handed to an account on a day, and by whom, as they stand in the agency. */
export async function handedTo(tx: Tx, agencyId: string, accountId: string, day: LocalDate) {
  const rows = await tx
    .select({ delegation, account, membership })
    .from(delegation)
    .innerJoin(account, eq(account.id, delegation.fromAccountId))
    .innerJoin(
      membership,
      and(eq(membership.agencyId, delegation.agencyId), eq(membership.accountId, delegation.fromAccountId)),
    )
    .where(
      and(
        eq(delegation.agencyId, agencyId),
        eq(delegation.toAccountId, accountId),
        lte(delegation.fromDate, day),
        gte(delegation.untilDate, day),
      ),
    )
  return rows.map(row => ({
    delegation: delegationOf(row.delegation),
    giver: domainAccount(row.account, membershipOf(row.membership)),
  }))
}

/** Delegations from or to an account that hold on the day or later. */
export async function openDelegations(tx: Tx, agencyId: string, accountId: string, day: LocalDate) {
  const rows = await tx
    .select()
    .from(delegation)
    .where(
      and(
        eq(delegation.agencyId, agencyId),
        or(eq(delegation.fromAccountId, accountId), eq(delegation.toAccountId, accountId)),
        gte(delegation.untilDate, day),
        isNull(delegation.endedOn),
      ),
    )
  return rows.map(delegationOf)
}
