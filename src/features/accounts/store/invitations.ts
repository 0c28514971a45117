/** One-time links: whoever is given one holds the token, the table its hash. */
import { and, eq, isNull, lt } from 'drizzle-orm'
import { invitation } from '../../../kit/schema/people.ts'
import { hashToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/db/connect.ts'

export const purposes = ['first_administrator', 'invitation', 'new_password', 'demo'] as const
export type Purpose = (typeof purposes)[number]

export interface Invitation extends Omit<typeof invitation.$inferSelect, 'purpose'> {
  readonly purpose: Purpose
}

/** The link of a token if it can still be used, held until the transaction ends. */
export async function holdInvitation(tx: Tx, token: string, now: Date): Promise<Invitation | null> {
  const [row] = await tx
    .select()
    .from(invitation)
    .where(eq(invitation.tokenHash, hashToken(token)))
    .for('update')
  const purpose = purposes.find(known => known === row?.purpose)
  if (!row || !purpose || row.usedAt !== null || row.expiresAt <= now) return null
  return { ...row, purpose }
}

export async function addInvitation(tx: Tx, row: Omit<Invitation, 'usedAt'>): Promise<void> {
  await tx.insert(invitation).values(row)
}

export async function spendInvitation(tx: Tx, { tokenHash }: Invitation, now: Date): Promise<void> {
  await tx.update(invitation).set({ usedAt: now }).where(eq(invitation.tokenHash, tokenHash))
}

/** Takes the worth from the links of an account that are still open; null for those of no account. */
export async function dropInvitations(tx: Tx, accountId: string | null): Promise<void> {
  const whose = accountId === null ? isNull(invitation.accountId) : eq(invitation.accountId, accountId)
  await tx.delete(invitation).where(and(whose, isNull(invitation.usedAt)))
}

/** Forgets links that ended before a time. */
export async function forgetInvitations(tx: Tx, before: Date): Promise<void> {
  await tx.delete(invitation).where(lt(invitation.expiresAt, before))
}
