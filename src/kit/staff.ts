/** Who works for an agency now, what each holds there, and how each may be reached. */
import { and, eq, gte, isNull, lte, ne } from 'drizzle-orm'
import type { LocalDate } from '../domain/kernel/date.ts'
import type { Account } from '../domain/people/accounts.ts'
import { actorOn } from '../domain/people/actor.ts'
import type { Delegation } from '../domain/people/delegation.ts'
import type { HeldRole } from '../domain/people/policy.ts'
import { type RoleId, roleIds } from '../domain/people/roles.ts'
import type { Tx } from '../platform/db/connect.ts'
import { dayOf } from './days.ts'
import { account, delegation, membership } from './schema/people.ts'

export interface Staff {
  readonly accountId: string
  readonly name: string
  readonly sectionId: string | null
  /** Their own, and those handed over for now. */
  readonly roles: readonly HeldRole[]
  readonly email: string | null
  /** Sealed, at `phonePlace`. */
  readonly phone: string | null
  /** How they want to hear of what, as kept. */
  readonly notices: unknown
}

/** Where a member's number stands, for its seal. */
export const phonePlace = (accountId: string) => ({ table: 'membership', column: 'phone', row: accountId })

/** The open memberships of an agency, whose accounts have not ended. */
export async function staffOf(tx: Tx, agencyId: string, now: Date): Promise<readonly Staff[]> {
  const day = dayOf(now)
  const rows = await tx
    .select({ account, membership })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(membership.agencyId, agencyId), isNull(membership.endedAt), ne(account.status, 'deactivated')))
    .orderBy(account.login)
  const delegations = await runningDelegations(tx, agencyId, day)
  const colleagues = rows.map(row => domainAccount(row))
  return rows.flatMap((row, n) => {
    const own = colleagues[n]
    const actor = own && actorOn(day, own, { delegations, colleagues, supervisedAgencies: [] })
    if (!actor) return []
    const { id, name, email, notices } = row.account
    const { sectionId, phone } = row.membership
    return [{ accountId: id, name, sectionId, roles: actor.roles, email, phone, notices }]
  })
}

interface Row {
  readonly account: typeof account.$inferSelect
  readonly membership: typeof membership.$inferSelect
}

function domainAccount({ account: { id, login, name }, membership: { agencyId, roles } }: Row): Account {
  return { id, login, name, agencyId, roles: known(roles), deactivatedOn: null }
}

/** A word that is no role gives no rights. */
function known(stored: readonly string[]): readonly RoleId[] {
  return roleIds.filter(role => stored.includes(role))
}

async function runningDelegations(tx: Tx, agencyId: string, day: LocalDate): Promise<Delegation[]> {
  const rows = await tx
    .select()
    .from(delegation)
    .where(and(eq(delegation.agencyId, agencyId), lte(delegation.fromDate, day), gte(delegation.untilDate, day)))
  return rows.map(row => ({
    id: row.id,
    from: row.fromAccountId,
    to: row.toAccountId,
    roles: known(row.roles),
    fromDate: row.fromDate as LocalDate,
    untilDate: row.untilDate as LocalDate,
    endedOn: row.endedOn as LocalDate | null,
  }))
}
