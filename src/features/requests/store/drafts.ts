/** Forms half filled, and the marks of those that were sent: sealed, under the hash of a name only the writer has. */
import { and, eq, gt, lte } from 'drizzle-orm'
import { DAY } from '../../../domain/kernel/instant.ts'
import { applicationDraft } from '../../../kit/schema/requests.ts'
import type { Tx } from '../../../platform/db/connect.ts'

const kept = 30 * DAY
/** How long whoever comes back to a form that was sent is told so. */
const markKept = DAY

const isDraft = (agencyId: string, nameHash: string) =>
  and(eq(applicationDraft.agencyId, agencyId), eq(applicationDraft.nameHash, nameHash))

/** The sealed fields; null where there is none any more. */
export async function draftOf(tx: Tx, agencyId: string, nameHash: string, now: Date): Promise<string | null> {
  const young = gt(applicationDraft.savedAt, new Date(now.getTime() - kept))
  const [row] = await tx
    .select({ fields: applicationDraft.fields })
    .from(applicationDraft)
    .where(and(isDraft(agencyId, nameHash), young))
  return row?.fields ?? null
}

export async function putDraft(tx: Tx, row: typeof applicationDraft.$inferInsert): Promise<void> {
  const target = [applicationDraft.agencyId, applicationDraft.nameHash]
  await tx.insert(applicationDraft).values(row).onConflictDoUpdate({ target, set: row })
}

/** Puts a mark that it was sent in the place of the form, for a shorter time than a form is kept. */
export async function putMark(tx: Tx, row: Omit<typeof applicationDraft.$inferInsert, 'savedAt'>, now: Date) {
  await putDraft(tx, { ...row, savedAt: new Date(now.getTime() - kept + markKept) })
}

/** Forgets those nobody has come back to. */
export async function forgetDrafts(tx: Tx, now: Date): Promise<void> {
  await tx.delete(applicationDraft).where(lte(applicationDraft.savedAt, new Date(now.getTime() - kept)))
}
