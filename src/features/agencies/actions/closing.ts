/**
 * Closing an agency that was dissolved or merged, and opening it again. Nothing of it is removed: its record, pages and
 * people stay, the portal shows it no more and nobody works in it.
 */
import { notFound, refused } from '../../../kit/problem.ts'
import type { Done, Task } from '../../../kit/routes.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type * as contracts from '../contract.ts'
import { type AgencyRow, endSessionsIn, holdAgency, openBelow, openRequests, updateAgency } from '../store/agencies.ts'
import { agencyWord, stillBelow, stillToAnswer } from '../words.ts'
import { refuseTaken } from './agencies.ts'
import { type ShownAgency, shownAgency } from './shown.ts'
import { mustHangOpen } from './standing.ts'

/** Refused while an open agency stands below it, or it has requests to answer. Whoever works in it is signed out. */
export async function closeAgency(task: Task<typeof contracts.closeAgency>): Promise<Done<ShownAgency>> {
  const { tx, now, params, body } = task
  const before = await heldAgency(tx, params.agencyId)
  if (before.status === 'closed') return { answer: shownAgency(before), record: [] }
  const below = await openBelow(tx, before.id)
  if (below.length > 0) throw refused(stillBelow(below.map(({ name }) => name)))
  const requests = await openRequests(tx, before.id)
  if (requests > 0) throw refused(stillToAnswer(requests))
  const after = await keep(tx, before, 'closed', now)
  const sessions = await endSessionsIn(tx, before.id, now)
  const data = { reason: body.reason, sessions, version: after.version }
  return { answer: shownAgency(after), record: [{ subject: `agency:${before.id}`, data }] }
}

/** Its people work in it again, in the roles they had; only what stands below an open agency can be open. */
export async function reopenAgency({
  tx,
  now,
  params,
}: Task<typeof contracts.reopenAgency>): Promise<Done<ShownAgency>> {
  const before = await heldAgency(tx, params.agencyId)
  if (before.status === 'open') return { answer: shownAgency(before), record: [] }
  await mustHangOpen(tx, before.superiorId)
  const after = await keep(tx, before, 'open', now)
  return {
    answer: shownAgency(after),
    record: [{ subject: `agency:${before.id}`, data: { version: after.version } }],
  }
}

async function heldAgency(tx: Tx, id: string): Promise<AgencyRow> {
  const row = await holdAgency(tx, id)
  if (!row) throw notFound(agencyWord)
  return row
}

async function keep(tx: Tx, before: AgencyRow, status: 'open' | 'closed', now: Date): Promise<AgencyRow> {
  const after = { ...before, status, version: before.version + 1, updatedAt: now }
  refuseTaken(await updateAgency(tx, after))
  return after
}
