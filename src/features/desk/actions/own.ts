/** What is one's own at the desk: notifications and drafts. They are no acts of the office and leave no record. */
import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Said } from '../../../domain/kernel/lang.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { keyBehind, pageFrom } from '../../../kit/paging.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import { draft, notification } from '../../../kit/schema/desk.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type * as contracts from '../contract.ts'

interface Own {
  readonly agencyId: string
  readonly accountId: string
}

function ownOf(task: Parameters<typeof signedIn>[0] & { readonly params: { readonly agencyId: string } }): Own {
  return { agencyId: task.params.agencyId, accountId: signedIn(task).actor.accountId }
}

function mine({ agencyId, accountId }: Own): SQL | undefined {
  return and(eq(notification.agencyId, agencyId), eq(notification.accountId, accountId))
}

/** The newest first. */
export async function notifications(
  task: Task<typeof contracts.listNotifications>,
): Promise<AnswerOf<typeof contracts.listNotifications>> {
  const { tx, query } = task
  const own = ownOf(task)
  const key = keyBehind(query.after, z.tuple([z.iso.datetime(), z.uuid()]))
  const older = key
    ? sql`(${notification.at}, ${notification.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`
    : undefined
  const rows = await tx
    .select()
    .from(notification)
    .where(and(mine(own), older))
    .orderBy(desc(notification.at), desc(notification.id))
    .limit(query.limit + 1)
  const page = pageFrom(rows, query.limit, ({ at, id }) => [at.toISOString(), id], shownNotification)
  return { ...page, unread: await unread(tx, own) }
}

function shownNotification({ id, kind, title, body, link, at, readAt }: typeof notification.$inferSelect) {
  const shown = { title: title as Said, body: body as Said | null }
  return { id, kind, ...shown, link, at: at.toISOString(), readAt: readAt?.toISOString() ?? null }
}

async function unread(tx: Tx, own: Own): Promise<number> {
  return tx.$count(notification, and(mine(own), isNull(notification.readAt)))
}

/** Those named, or all. What is read already keeps the time it was read at. */
export async function readNotifications(
  task: Task<typeof contracts.readNotifications>,
): Promise<Done<AnswerOf<typeof contracts.readNotifications>>> {
  const { tx, now, body } = task
  const own = ownOf(task)
  const which = body.ids === undefined ? undefined : inArray(notification.id, body.ids)
  await tx
    .update(notification)
    .set({ readAt: now })
    .where(and(mine(own), isNull(notification.readAt), which))
  return { answer: { unread: await unread(tx, own) }, record: [] }
}

function theDraft({ agencyId, accountId }: Own, key: string): SQL | undefined {
  return and(eq(draft.agencyId, agencyId), eq(draft.accountId, accountId), eq(draft.key, key))
}

export async function getDraft(task: Task<typeof contracts.getDraft>): Promise<AnswerOf<typeof contracts.getDraft>> {
  const [row] = await task.tx
    .select()
    .from(draft)
    .where(theDraft(ownOf(task), task.params.key))
  return row ? { data: row.data, savedAt: row.savedAt.toISOString() } : null
}

export async function saveDraft(
  task: Task<typeof contracts.saveDraft>,
): Promise<Done<AnswerOf<typeof contracts.saveDraft>>> {
  const { tx, now, params, body } = task
  const set = { data: body.data, savedAt: now }
  await tx
    .insert(draft)
    .values({ ...ownOf(task), key: params.key, ...set })
    .onConflictDoUpdate({ target: [draft.agencyId, draft.accountId, draft.key], set })
  return { answer: { savedAt: now.toISOString() }, record: [] }
}

/** No matter whether there is one. */
export async function dropDraft(task: Task<typeof contracts.dropDraft>): Promise<Done<null>> {
  await task.tx.delete(draft).where(theDraft(ownOf(task), task.params.key))
  return { answer: null, record: [] }
}
