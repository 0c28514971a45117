/** API keys: the program holds the secret, the table its hash. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { apiKey } from '../../../kit/schema/people.ts'
import { hashToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/db/connect.ts'

export type KeyRow = typeof apiKey.$inferSelect

export async function keyOfSecret(tx: Tx, secret: string): Promise<KeyRow | null> {
  const [row] = await tx
    .select()
    .from(apiKey)
    .where(eq(apiKey.keyHash, hashToken(secret)))
  return row ?? null
}

/** The newest first; those of one account where it is given. */
export async function keysIn(tx: Tx, agencyId: string, accountId?: string): Promise<readonly KeyRow[]> {
  const own = accountId === undefined ? undefined : eq(apiKey.accountId, accountId)
  return tx
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.agencyId, agencyId), own))
    .orderBy(desc(apiKey.createdAt), desc(apiKey.id))
}

export async function keyById(tx: Tx, agencyId: string, id: string): Promise<KeyRow | null> {
  const [row] = await tx
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.agencyId, agencyId), eq(apiKey.id, id)))
  return row ?? null
}

export async function addKey(tx: Tx, row: typeof apiKey.$inferInsert): Promise<void> {
  await tx.insert(apiKey).values(row)
}

export async function touchKey(tx: Tx, { agencyId, id }: KeyRow, now: Date): Promise<void> {
  await tx
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKey.agencyId, agencyId), eq(apiKey.id, id)))
}

/** Ends one key, or all of an account in an agency; returns how many that had not ended. */
export async function revokeKeys(
  tx: Tx,
  which: { readonly agencyId: string } & ({ readonly id: string } | { readonly accountId: string }),
  now: Date,
): Promise<number> {
  const one = 'id' in which ? eq(apiKey.id, which.id) : eq(apiKey.accountId, which.accountId)
  const ended = await tx
    .update(apiKey)
    .set({ revokedAt: now })
    .where(and(eq(apiKey.agencyId, which.agencyId), one, isNull(apiKey.revokedAt)))
    .returning({ id: apiKey.id })
  return ended.length
}
