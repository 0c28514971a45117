/** People, for the search; and roles handed over that come back soon. */
import { and, between, eq, isNull, or } from 'drizzle-orm'
import { addDays, type LocalDate } from '../../domain/kernel/date.ts'
import type { Actor } from '../../domain/people/policy.ts'
import { type RoleId, roles } from '../../domain/people/roles.ts'
import { dayOf, startOf } from '../../kit/days.ts'
import type { Found, Waiting } from '../../kit/providers.ts'
import { delegation } from '../../kit/schema/people.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { accountNames, peopleCalled } from './store/lookups.ts'

/** The people of the actor's agency. */
export async function searchPeople(tx: Tx, { agencyId }: Actor, q: string, limit: number): Promise<readonly Found[]> {
  const found = await peopleCalled(tx, agencyId, q, limit)
  return found.map(({ id, name, login }) => ({
    kind: 'person',
    kindLabel: { zh: '人员', en: 'Person' },
    title: name,
    detail: login,
    link: `/console/people/${id}`,
  }))
}

/** Told so many days before, to both sides. */
const daysBefore = 3

export async function delegationWork(tx: Tx, actor: Actor, now: Date): Promise<readonly Waiting[]> {
  const today = dayOf(now)
  const { accountId, agencyId } = actor
  const rows = await tx
    .select()
    .from(delegation)
    .where(
      and(
        eq(delegation.agencyId, agencyId),
        or(eq(delegation.fromAccountId, accountId), eq(delegation.toAccountId, accountId)),
        isNull(delegation.endedOn),
        between(delegation.untilDate, today, addDays(today, daysBefore)),
      ),
    )
  const names = await accountNames(
    tx,
    rows.flatMap(row => [row.fromAccountId, row.toAccountId]),
  )
  return rows.map(row => waitingDelegation(row, accountId, names))
}

type DelegationRow = typeof delegation.$inferSelect

function waitingDelegation(row: DelegationRow, accountId: string, names: ReadonlyMap<string, string>): Waiting {
  const { id, fromAccountId, toAccountId, untilDate } = row
  const [from, to] = [names.get(fromAccountId) ?? '', names.get(toAccountId) ?? '']
  const held = row.roles.map(role => roles[role as RoleId]?.label.zh ?? role).join('、')
  return {
    key: `delegation:${id}`,
    kind: 'delegation',
    kindLabel: { zh: '委托', en: 'Delegation' },
    title: `${from} → ${to}：${held}`,
    asks:
      fromAccountId === accountId
        ? { zh: '委托即将结束；还不能回来的，请再委托一次', en: 'It ends soon; if you are still away, hand over again' }
        : { zh: '受托即将结束，请与委托人交接', en: 'It ends soon; hand back what is under way' },
    link: '/console/delegations',
    due: untilDate as LocalDate,
    since: new Date(startOf(addDays(untilDate as LocalDate, -daysBefore))),
  }
}
