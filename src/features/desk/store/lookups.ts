/** What the desk looks up about agencies and people. */
import { and, eq, ilike, inArray, isNull, or } from 'drizzle-orm'
import { anywhere } from '../../../kit/like.ts'
import { agency } from '../../../kit/schema/agencies.ts'
import { account, membership } from '../../../kit/schema/people.ts'
import type { Tx } from '../../../platform/db/connect.ts'

export async function regionOf(tx: Tx, agencyId: string): Promise<string | null> {
  const [row] = await tx.select({ code: agency.regionCode }).from(agency).where(eq(agency.id, agencyId))
  return row?.code ?? null
}

/** The names of accounts by id; what is no account is left out. */
export async function accountNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter(id => /^[0-9a-f-]{36}$/.test(id)))]
  if (known.length === 0) return new Map()
  const { id, name } = account
  const rows = await tx.select({ id, name }).from(account).where(inArray(account.id, known))
  return new Map(rows.map(row => [row.id, row.name]))
}

/** Accounts called so, by name or login. */
export async function accountsCalled(tx: Tx, typed: string): Promise<string[]> {
  const rows = await tx
    .select({ id: account.id })
    .from(account)
    .where(or(ilike(account.name, anywhere(typed)), eq(account.login, typed.toLowerCase())))
    .limit(100)
  return rows.map(({ id }) => id)
}

/** People who work for the agency now. */
export async function peopleCalled(tx: Tx, agencyId: string, typed: string, limit: number) {
  return tx
    .select({ id: account.id, name: account.name, login: account.login })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(
      and(
        eq(membership.agencyId, agencyId),
        isNull(membership.endedAt),
        or(ilike(account.name, anywhere(typed)), ilike(account.login, anywhere(typed))),
      ),
    )
    .orderBy(account.name, account.id)
    .limit(limit)
}
