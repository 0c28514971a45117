/** Agencies: seen, added, changed. */

import { ownOrSupervisedAgency } from '../../../domain/people/policy.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { pageFrom } from '../../../kit/paging.ts'
import { changedMeanwhile, notFound, refusedInput, taken } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import { topAgency } from '../../../kit/tree.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type * as contracts from '../contract.ts'
import {
  type AgencyRow,
  agenciesBehind,
  agencyById,
  holdAgency,
  insertAgency,
  updateAgency,
} from '../store/agencies.ts'
import { agencyWord, superiorOutOfReach, takenWords } from '../words.ts'
import { type ShownAgency, shownAgency } from './shown.ts'
import { type AgencyDetails, mustHangOpen, mustStand, readDetails } from './standing.ts'

export async function list({
  tx,
  query,
}: Task<typeof contracts.listAgencies>): Promise<AnswerOf<typeof contracts.listAgencies>> {
  const rows = await agenciesBehind(tx, query)
  return pageFrom(rows, query.limit, ({ regionCode, name, id }) => [regionCode, name, id], shownAgency)
}

export async function get({ tx, params }: Task<typeof contracts.getAgency>): Promise<ShownAgency> {
  const row = await agencyById(tx, params.agencyId)
  if (!row) throw notFound(agencyWord)
  return shownAgency(row)
}

export async function add({ tx, now, body, services }: Task<typeof contracts.addAgency>): Promise<Done<ShownAgency>> {
  const id = uuid7(now.getTime(), services.random)
  const row: AgencyRow = { ...readDetails(body), id, status: 'open', version: 1, createdAt: now, updatedAt: now }
  await mustHangOpen(tx, row.superiorId)
  await mustStand(tx, row, null)
  refuseTaken(await insertAgency(tx, row))
  // Every agency seals its people's data under keys of its own, from its first day.
  await agencyKeys(tx, services.keys, id)
  const { name, kind, regionCode, superiorId } = row
  const record = [{ subject: `agency:${id}`, data: { name, kind, regionCode, superiorId }, agencyId: id }]
  return { answer: shownAgency(row), record }
}

export async function change(task: Task<typeof contracts.changeAgency>): Promise<Done<ShownAgency>> {
  const { tx, now, params, body } = task
  const before = await holdAgency(tx, params.agencyId)
  if (!before) throw notFound(agencyWord)
  const { version, ...changes } = body
  if (version !== before.version) throw changedMeanwhile(agencyWord)
  const typed: AgencyDetails = { ...shownAgency(before), ...withoutGaps(changes) }
  const { name, shortName, kind, superiorId, vertical, slug, ...codes } = readDetails(typed)
  const next = { name, shortName, kind, superiorId, vertical, slug, ...pick(codes) }
  const after: AgencyRow = { ...before, ...next, version: version + 1, updatedAt: now }
  if (after.superiorId !== before.superiorId) {
    await mustReach(task, after.superiorId)
    if (before.status === 'open') await mustHangOpen(tx, after.superiorId)
  }
  await mustStand(tx, after, before)
  refuseTaken(await updateAgency(tx, after))
  const data = { changed: Object.keys(withoutGaps(changes)).sort(), version: after.version }
  return { answer: shownAgency(after), record: [{ subject: `agency:${before.id}`, data }] }
}

/** Nobody moves an agency to where they could not have added it. */
async function mustReach(task: Task<typeof contracts.changeAgency>, superiorId: string | null): Promise<void> {
  const { actor } = signedIn(task)
  const agencyId = superiorId ?? (await topAgency(task.tx, actor.agencyId))
  if (!ownOrSupervisedAgency.holds(actor, { agencyId })) throw refusedInput('body', [superiorOutOfReach])
}

type Codes = Pick<AgencyRow, 'regionCode' | 'creditCode' | 'siteCode' | 'host' | 'office'>

function pick({ regionCode, creditCode, siteCode, host, office }: Codes): Codes {
  return { regionCode, creditCode, siteCode, host, office }
}

type WithoutGaps<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function withoutGaps<T extends object>(given: T): WithoutGaps<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as WithoutGaps<T>
}

/** Throws `taken` at the field whose value another one has. */
export function refuseTaken(constraint: string | null): void {
  if (constraint === null) return
  const words = takenWords[constraint]
  if (!words) throw new Error(`the constraint ${constraint} was broken`)
  throw taken(words.at, words.says)
}
