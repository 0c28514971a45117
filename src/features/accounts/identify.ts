/** Who calls, for `kit/mount`: a session's cookie or an API key, looked up anew for every call. */
import { sessionEndedSaid, sessionState, worthTouching } from '../../domain/people/sessions.ts'
import type { Step } from '../../domain/people/steps.ts'
import type { Caller } from '../../kit/caller.ts'
import { refused } from '../../kit/problem.ts'
import type { Origin } from '../../kit/routes.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { callerOfKey } from './identify-key.ts'
import { actorOf, aroundIn, standingOf } from './standing.ts'
import { changeSession, type Held, heldByToken, timesOf } from './store/sessions.ts'

/** What somebody may call whose session is not whole yet. */
const untilWhole: Readonly<Record<Exclude<Step, 'done'>, readonly string[]>> = {
  second_factor: ['accounts.secondFactor'],
  set_up_second_factor: ['accounts.beginTotp', 'accounts.confirmTotp', 'accounts.beginPasskey', 'accounts.addPasskey'],
  change_password: ['accounts.changePassword'],
}
const always = ['accounts.me', 'accounts.signOut']

/**
 * The caller, or null for a visitor. Throws a Problem for a session or key that no longer holds. A key counts before a
 * cookie.
 */
export async function identify(tx: Tx, origin: Origin, key: string | null, now: Date): Promise<Caller | null> {
  if (key !== null) return callerOfKey(tx, key, now)
  const held = await heldByToken(tx, origin.token)
  return held === null ? null : callerOfSession(tx, held, now)
}

/** The one who holds a session. */
export async function callerOfSession(tx: Tx, { session, account }: Held, now: Date): Promise<Caller> {
  const times = timesOf(session)
  const state = sessionState(times, now.getTime(), session.rules)
  if (state !== 'live') throw ended(state)
  if (account.status !== 'active') throw ended('revoked')
  if (worthTouching(times, now.getTime())) await changeSession(tx, session.id, { lastSeenAt: now })
  // Asked side by side, in one trip, though what stands around is of use only to a member.
  const [{ memberships, step }, around] = await Promise.all([
    standingOf(tx, account, session, now),
    aroundIn(tx, session.agencyId, account.id, now),
  ])
  const membership = memberships.find(({ agencyId }) => agencyId === session.agencyId)
  const actor = actorOf(account, membership, around, now)
  const whole = { name: account.name, sessionId: session.id }
  if (step === 'done') return { ...whole, actor, scopes: null }
  return { ...whole, actor: { ...actor, roles: [] }, scopes: [...always, ...untilWhole[step]] }
}

function ended(state: 'idle' | 'too_old' | 'revoked') {
  return refused({ code: `session_${state}`, says: sessionEndedSaid[state] })
}
