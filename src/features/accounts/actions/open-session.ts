/** Beginning a session, and carrying one on: always under a new token, so that one known before is worth nothing. */
import { unlocked } from '../../../domain/people/lockout.ts'
import type { Proof, Step } from '../../../domain/people/steps.ts'
import type { Contract } from '../../../kit/contract.ts'
import { refused } from '../../../kit/problem.ts'
import { noAgency, type Task } from '../../../kit/routes.ts'
import { newToken } from '../../../platform/crypto/tokens.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { tellNewDevice } from '../notices.ts'
import { needsSession, nowhereToWork } from '../refusals.ts'
import { standingOf } from '../standing.ts'
import { type AccountRow, accountById, keepLock } from '../store/accounts.ts'
import {
  addSession,
  changeSession,
  endSessions,
  lastAgency,
  rowOfToken,
  type Session,
  sessionOfToken,
} from '../store/sessions.ts'

/** What beginning a session needs of a task. */
export type Moment = Pick<Task<Contract>, 'tx' | 'now' | 'origin' | 'services'>

export interface Opened {
  readonly token: string
  readonly step: Step
  /** The agency worked in from now on; `noAgency` where there is none. */
  readonly agencyId: string
}

const agentLength = 300

/** Begins a session of an account; the one the browser had is ended. */
export async function openSession(
  { tx, now, origin, services }: Moment,
  account: AccountRow,
  { proof, strong }: { readonly proof: Proof; readonly strong: boolean },
): Promise<Opened> {
  const before = await rowOfToken(tx, origin.token)
  if (before?.accountId) await endSessions(tx, { accountId: before.accountId, id: before.id }, now)
  const { memberships, step } = await standingOf(tx, account, { proof, strong }, now)
  if (memberships.length === 0) throw refused(nowhereToWork)
  const last = await lastAgency(tx, account.id)
  const agencyId = (memberships.find(one => one.agencyId === last) ?? memberships[0])?.agencyId ?? null
  const { token, hash } = newToken(services.random)
  const id = uuid7(now.getTime(), services.random)
  const from = { address: origin.address, agent: shown(origin.agent) }
  const session = { id, accountId: account.id, agencyId, proof, strong, ...from }
  await addSession(tx, { ...session, tokenHash: hash, createdAt: now, lastSeenAt: now })
  if (step === 'done') await isIn({ tx, now, services }, account, session)
  return { token, step, agencyId: agencyId ?? noAgency }
}

/** Carries a session on under a new token, after something was proved in it. */
export async function carryOn(
  { tx, now, services }: Moment,
  session: Session,
  strong = session.strong,
): Promise<Pick<Opened, 'token' | 'step'>> {
  const account = await accountById(tx, session.accountId)
  if (!account) throw refused(needsSession)
  const { token, hash } = newToken(services.random)
  await changeSession(tx, session.id, { tokenHash: hash, strong, challenge: null })
  const { step } = await standingOf(tx, account, { proof: session.proof, strong }, now)
  if (step === 'done') await isIn({ tx, now, services }, account, { ...session, strong })
  return { token, step }
}

/** Nothing is left to do: what was failed before is forgotten, and a new device is no secret. */
async function isIn(
  moment: Pick<Moment, 'tx' | 'now' | 'services'>,
  { login }: AccountRow,
  session: Parameters<typeof tellNewDevice>[1],
): Promise<void> {
  await keepLock(moment.tx, login, unlocked, moment.now)
  await tellNewDevice(moment, session)
}

/** A row to keep a challenge in: that of the browser's session, else a new one of nobody, with its token. */
export async function placeForChallenge({
  tx,
  now,
  origin,
  services,
}: Moment): Promise<{ id: string; token?: string }> {
  const there = await rowOfToken(tx, origin.token)
  if (there && there.revokedAt === null) return { id: there.id }
  const { token, hash } = newToken(services.random)
  const id = uuid7(now.getTime(), services.random)
  const nobody = { accountId: null, agencyId: null, proof: 'none', strong: false }
  const from = { address: origin.address, agent: shown(origin.agent) }
  await addSession(tx, { id, tokenHash: hash, ...nobody, ...from, createdAt: now, lastSeenAt: now })
  return { id, token }
}

/** The caller's session and account. A key is not enough for what only the person may do. */
export async function ownSession({
  tx,
  caller,
  origin,
}: Task<Contract>): Promise<{ session: Session; account: AccountRow }> {
  const session = await sessionOfToken(tx, origin.token)
  const account = session && (await accountById(tx, session.accountId))
  if (!session || !account || caller?.sessionId !== session.id) throw refused(needsSession)
  return { session, account }
}

/** What a browser says of itself, as it may stand in a list. */
function shown(agent: string): string {
  return agent.replace(/\p{Cc}/gu, ' ').slice(0, agentLength)
}
