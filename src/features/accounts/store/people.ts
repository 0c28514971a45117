/** The people of an agency, as lists show them. */
import { and, asc, eq, getTableColumns, gt, ilike, isNull, or, type SQL, sql } from 'drizzle-orm'
import { account, delegation, membership, session } from '../../../kit/schema/people.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { AccountRow } from './accounts.ts'
import { delegationOf, type Membership, rolesOf } from './members.ts'

export interface Member {
  readonly account: AccountRow
  readonly membership: Membership
  readonly lastSeenAt: Date | null
}

export interface WhichPeople {
  /** Part of the name or login. */
  readonly q?: string | undefined
  readonly role?: string | undefined
  /** The login to go on behind. */
  readonly after?: string | undefined
  readonly accountId?: string
  readonly limit: number
}

const lastSeenAt =
  sql<Date | null>`(SELECT max(s.last_seen_at) FROM session s WHERE s.account_id = ${account.id})`.mapWith(
    session.lastSeenAt,
  )

/** By login; those whose membership has ended are among them. */
export async function peopleIn(tx: Tx, agencyId: string, which: WhichPeople): Promise<readonly Member[]> {
  const { q, role, after, accountId, limit } = which
  const conditions: (SQL | undefined)[] = [eq(membership.agencyId, agencyId)]
  if (q !== undefined && q !== '') {
    const part = `%${q
      .normalize('NFKC')
      .trim()
      .replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(or(ilike(account.name, part), ilike(account.login, part)))
  }
  if (role !== undefined) conditions.push(sql`${role} = ANY(${membership.roles})`)
  if (after !== undefined) conditions.push(gt(account.login, after))
  if (accountId !== undefined) conditions.push(eq(account.id, accountId))
  const rows = await tx
    .select({ account: getTableColumns(account), membership: getTableColumns(membership), lastSeenAt })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(...conditions))
    .orderBy(asc(account.login))
    .limit(limit)
  return rows.map(row => ({ ...row, membership: { ...row.membership, roles: rolesOf(row.membership.roles) } }))
}

const giver = sql`(SELECT a.name FROM account a WHERE a.id = ${delegation.fromAccountId})`.mapWith(String)
const taker = sql`(SELECT a.name FROM account a WHERE a.id = ${delegation.toAccountId})`.mapWith(String)

/** Who stands in for whom, the latest first; one of them where it is named. */
export async function delegationsIn(tx: Tx, agencyId: string, id?: string) {
  const one = id === undefined ? undefined : eq(delegation.id, id)
  const rows = await tx
    .select({ row: getTableColumns(delegation), fromName: giver, toName: taker })
    .from(delegation)
    .where(and(eq(delegation.agencyId, agencyId), one))
    .orderBy(sql`${delegation.fromDate} DESC, ${delegation.id}`)
  return rows.map(({ row, ...names }) => ({ ...names, delegation: delegationOf(row) }))
}

export async function addDelegation(tx: Tx, row: typeof delegation.$inferInsert): Promise<void> {
  await tx.insert(delegation).values(row)
}

/** Ends what has not ended: one delegation, or all from and to an account. `endedOn`: the first day without it. */
export async function endDelegations(
  tx: Tx,
  which: { readonly agencyId: string } & ({ readonly id: string } | { readonly accountId: string }),
  endedOn: string,
): Promise<number> {
  const these =
    'id' in which
      ? eq(delegation.id, which.id)
      : or(eq(delegation.fromAccountId, which.accountId), eq(delegation.toAccountId, which.accountId))
  const still = and(isNull(delegation.endedOn), sql`${delegation.untilDate} >= ${endedOn}`)
  const ended = await tx
    .update(delegation)
    .set({ endedOn })
    .where(and(eq(delegation.agencyId, which.agencyId), these, still))
    .returning({ id: delegation.id })
  return ended.length
}
