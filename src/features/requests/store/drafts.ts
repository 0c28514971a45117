/** Forms half filled: sealed, under the hash of a name only the writer has, and forgotten after a time. */
import { and, eq, gt, lte } from 'drizzle-orm'
import { DAY, HOUR } from '../../../domain/kernel/instant.ts'
import { applicationDraft } from '../../../kit/schema/requests.ts'
import { hashToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/db/connect.ts'

const kept = 30 * DAY

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

/** What was handed in is kept for an hour more, for who sends the form twice. */
export async function letDraftGo(tx: Tx, agencyId: string, name: string, now: Date): Promise<void> {
  await tx
    .update(applicationDraft)
    .set({ savedAt: new Date(now.getTime() - kept + HOUR) })
    .where(isDraft(agencyId, hashToken(name)))
}

/** Forgets those nobody has come back to. */
export async function forgetDrafts(tx: Tx, now: Date): Promise<void> {
  await tx.delete(applicationDraft).where(lte(applicationDraft.savedAt, new Date(now.getTime() - kept)))
}
