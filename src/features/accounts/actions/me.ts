/** Who is signed in: where they work, what they hold, and what the policies of all slices let them do there. */
import { may } from '../../../domain/people/may.ts'
import type { Actor, Policies } from '../../../domain/people/policy.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { dayOf, endOf } from '../../../kit/days.ts'
import { noAgency, type Task } from '../../../kit/routes.ts'
import { settingsOf } from '../../../kit/settings.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type * as contracts from '../contract.ts'
import { actorIn, standingOf } from '../standing.ts'
import { type AccountRow, accountById, passkeysOf } from '../store/accounts.ts'
import { agenciesNamed, handedTo, type Membership, workplacesOf } from '../store/members.ts'
import { sessionOfToken } from '../store/sessions.ts'

type Me = NonNullable<AnswerOf<typeof contracts.getMe>['me']>

/** Nobody, somebody with a step left to do, or somebody. */
export async function me(
  { tx, now, caller, origin }: Task<typeof contracts.getMe>,
  all: Policies<string>,
): Promise<AnswerOf<typeof contracts.getMe>> {
  const account = caller && (await accountById(tx, caller.actor.accountId))
  if (!caller || !account) return { step: 'done', me: null }
  const memberships = await workplacesOf(tx, account.id)
  const session = caller.sessionId === null ? null : await sessionOfToken(tx, origin.token)
  const step = session ? (await standingOf(tx, account, session, now)).step : 'done'
  if (step !== 'done') return { step, me: null }
  const agencyId = session ? session.agencyId : caller.actor.agencyId
  return { step, me: await meOf(tx, { account, memberships, agencyId }, all, now) }
}

interface Whose {
  readonly account: AccountRow
  readonly memberships: readonly Membership[]
  readonly agencyId: string | null
}

export async function meOf(
  tx: Tx,
  { account, memberships, agencyId }: Whose,
  all: Policies<string>,
  now: Date,
): Promise<Me> {
  const actor = await actorIn(tx, account, { memberships }, agencyId, now)
  const agencies = await agenciesNamed(
    tx,
    memberships.map(one => one.agencyId),
  )
  const { id, login, name } = account
  const passkeys = await passkeysOf(tx, id)
  return {
    account: { id, login, name, secondFactor: account.totp !== null, passkeys },
    agency: agencies.find(one => one.id === agencyId) ?? null,
    agencies: memberships.flatMap(({ roles, agencyId: of }) => {
      const named = agencies.find(one => one.id === of)
      return named ? [{ id: of, name: named.name, roles: [...roles] }] : []
    }),
    roles: actor.roles.filter(({ onBehalfOf }) => onBehalfOf === undefined).map(({ role }) => role),
    borrowed: await borrowedBy(tx, actor, now),
    may: mayAtAll(all, actor),
    idleMinutes: (await settingsOf(tx, agencyId ?? noAgency))['session.idleMinutes'],
  }
}

async function borrowedBy(tx: Tx, { accountId, agencyId, roles }: Actor, now: Date): Promise<Me['borrowed']> {
  const handed = await handedTo(tx, agencyId, accountId, dayOf(now))
  return handed.flatMap(({ delegation, giver }) =>
    delegation.roles
      .filter(role => roles.some(held => held.role === role && held.onBehalfOf === giver.id))
      .map(role => ({ role, from: giver.name, until: endOf(delegation.untilDate) })),
  )
}

/** Actions allowed with some thing of the agency, be it one's own or another's. */
function mayAtAll(all: Policies<string>, actor: Actor): string[] {
  const { agencyId, accountId } = actor
  const things = [
    { agencyId, authorId: null, subjectAccountId: null },
    { agencyId, authorId: accountId, subjectAccountId: accountId },
  ]
  return all.actions.filter(action => things.some(thing => may(all, actor, action, thing).ok))
}
