/** The secret address of somebody's due dates: made, revoked, read. Numbers and titles only, never who applies. */
import { and, eq } from 'drizzle-orm'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { may } from '../../../domain/people/may.ts'
import type { HeldRole } from '../../../domain/people/policy.ts'
import { type AnswerOf, addressOf } from '../../../kit/contract.ts'
import { notFound } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import { calendarFeed } from '../../../kit/schema/requests.ts'
import { type Staff, staffOf } from '../../../kit/staff.ts'
import { hashToken, newToken } from '../../../platform/crypto/tokens.ts'
import * as contracts from '../contract/feed.ts'
import { requestPolicies } from '../policies.ts'
import { openRequests } from '../store/open.ts'
import { ics } from './ics.ts'

const feedWord = { zh: '日历', en: 'calendar' }
const name = '政府信息公开申请到期'

export async function getFeed(task: Task<typeof contracts.getFeed>): Promise<AnswerOf<typeof contracts.getFeed>> {
  const [row] = await task.tx.select({ at: calendarFeed.createdAt }).from(calendarFeed).where(ownFeed(task))
  return { madeAt: row?.at.toISOString() ?? null }
}

export async function makeFeed(
  task: Task<typeof contracts.makeFeed>,
): Promise<Done<AnswerOf<typeof contracts.makeFeed>>> {
  const { tx, now, services, params } = task
  const { accountId } = signedIn(task).actor
  const { token, hash: tokenHash } = newToken(services.random)
  const row = { agencyId: params.agencyId, accountId, tokenHash, createdAt: now }
  const target = [calendarFeed.agencyId, calendarFeed.accountId]
  await tx.insert(calendarFeed).values(row).onConflictDoUpdate({ target, set: row })
  const path = addressOf(contracts.readFeed, { ...params, file: `${token}.ics` })
  return { answer: { url: services.publicUrl + path }, record: [entryOf(accountId)] }
}

export async function revokeFeed(task: Task<typeof contracts.revokeFeed>): Promise<Done<null>> {
  const { accountId } = signedIn(task).actor
  await task.tx.delete(calendarFeed).where(ownFeed(task))
  return { answer: null, record: [entryOf(accountId)] }
}

/**
 * As long as the person may list requests: drafters see what lies with their section, the others all of the agency.
 * The address outlives no role: each reading asks the sentence of the list.
 */
export async function readFeed({
  tx,
  now,
  params: { agencyId, file },
}: Task<typeof contracts.readFeed>): Promise<AnswerOf<typeof contracts.readFeed>> {
  const person = await ownerOf({ tx, now }, agencyId, hashToken(file.replace(/\.ics$/, '')))
  if (!person) throw notFound(feedWord)
  const all = mayList(person, agencyId, ({ role }) => role !== 'drafter')
  const days = (await openRequests(tx, agencyId)).flatMap(({ dueOn, case: { id, number, wanted, place } }) =>
    dueOn !== null && (all || place?.sectionId === person.sectionId)
      ? [{ uid: `${id}@gongkai`, on: dueOn as LocalDate, title: `${number} ${wanted.title}` }]
      : [],
  )
  return { name: 'due.ics', type: 'text/calendar; charset=utf-8', bytes: Buffer.from(ics(name, days, now)) }
}

async function ownerOf(
  { tx, now }: Pick<Task<typeof contracts.readFeed>, 'tx' | 'now'>,
  agencyId: string,
  tokenHash: string,
): Promise<Staff | null> {
  const [row] = await tx
    .select({ accountId: calendarFeed.accountId })
    .from(calendarFeed)
    .where(and(eq(calendarFeed.agencyId, agencyId), eq(calendarFeed.tokenHash, tokenHash)))
  const staff = row ? await staffOf(tx, agencyId, now) : []
  const found = staff.find(({ accountId }) => accountId === row?.accountId)
  return found && mayList(found, agencyId) ? found : null
}

/** By the roles they hold now, or those of them asked for. */
function mayList({ accountId, roles }: Staff, agencyId: string, which: (held: HeldRole) => boolean = () => true) {
  const actor = { accountId, agencyId, roles: roles.filter(which), supervisedAgencies: [] }
  return may(requestPolicies, actor, 'requests.list', { agencyId }).ok
}

function ownFeed(task: Task<typeof contracts.getFeed | typeof contracts.revokeFeed>) {
  const { accountId } = signedIn(task).actor
  return and(eq(calendarFeed.agencyId, task.params.agencyId), eq(calendarFeed.accountId, accountId))
}

const entryOf = (accountId: string) => ({ subject: `account:${accountId}`, data: {} })
