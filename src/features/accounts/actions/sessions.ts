/** One's own sessions: seeing them, ending them, and changing the agency worked in. */

import type { Policies } from '../../../domain/people/policy.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { notFound, refused } from '../../../kit/problem.ts'
import { type Done, noAgency, type Task } from '../../../kit/routes.ts'
import type * as contracts from '../contract.ts'
import { notAMember, sessionWord } from '../refusals.ts'
import { workplacesOf } from '../store/members.ts'
import { changeSession, endSessions, liveSessions, sessionOfToken } from '../store/sessions.ts'
import { meOf } from './me.ts'
import { ownSession } from './open-session.ts'

/** Whoever asks is signed out, be there a session or not. */
export async function signOut({ tx, now, origin }: Task<typeof contracts.signOut>): Promise<Done<null>> {
  const session = await sessionOfToken(tx, origin.token)
  if (!session) return { answer: null, token: null, record: [] }
  const ended = await endSessions(tx, { accountId: session.accountId, id: session.id }, now)
  if (ended === 0) return { answer: null, token: null, record: [] }
  const entry = { subject: `account:${session.accountId}`, data: {}, agencyId: session.agencyId ?? noAgency }
  return { answer: null, token: null, record: [entry] }
}

export async function sessions(
  task: Task<typeof contracts.listSessions>,
): Promise<AnswerOf<typeof contracts.listSessions>> {
  const { session, account } = await ownSession(task)
  const live = await liveSessions(task.tx, account.id, task.now)
  return {
    items: live.map(({ id, address, agent, createdAt, lastSeenAt }) => ({
      id,
      address,
      agent,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      here: id === session.id,
    })),
  }
}

export async function revokeSession(task: Task<typeof contracts.revokeSession>): Promise<Done<null>> {
  const { tx, now, params } = task
  const { session, account } = await ownSession(task)
  const ended = await endSessions(tx, { accountId: account.id, id: params.sessionId }, now)
  if (ended === 0) throw notFound(sessionWord)
  const entry = { subject: `account:${account.id}`, data: { session: params.sessionId } }
  const record = [{ ...entry, agencyId: session.agencyId ?? noAgency }]
  return params.sessionId === session.id ? { answer: null, token: null, record } : { answer: null, record }
}

/** From the next call on everything is done for the other agency. */
export async function switchAgency(
  task: Task<typeof contracts.switchAgency>,
  all: Policies<string>,
): Promise<Done<AnswerOf<typeof contracts.switchAgency>>> {
  const { tx, now, body } = task
  const { session, account } = await ownSession(task)
  const memberships = await workplacesOf(tx, account.id)
  if (!memberships.some(({ agencyId }) => agencyId === body.agencyId)) throw refused(notAMember)
  await changeSession(tx, session.id, { agencyId: body.agencyId })
  const me = await meOf(tx, { account, memberships, agencyId: body.agencyId }, all, now)
  const entry = { subject: `account:${account.id}`, data: {}, agencyId: body.agencyId }
  return { answer: { me }, record: [entry] }
}
