/** Which person of an identity provider is which account. */
import { and, eq } from 'drizzle-orm'
import { oidcIdentity } from '../../../kit/schema/people.ts'
import type { Tx } from '../../../platform/db/connect.ts'

interface Identity {
  readonly issuer: string
  readonly subject: string
}

export async function accountOfIdentity(tx: Tx, { issuer, subject }: Identity): Promise<string | null> {
  const [row] = await tx
    .select()
    .from(oidcIdentity)
    .where(and(eq(oidcIdentity.issuer, issuer), eq(oidcIdentity.subject, subject)))
  return row?.accountId ?? null
}

/** Ties an identity to an account; false where it is another's. */
export async function addIdentity(tx: Tx, { issuer, subject }: Identity, accountId: string): Promise<boolean> {
  await tx.insert(oidcIdentity).values({ issuer, subject, accountId }).onConflictDoNothing()
  return (await accountOfIdentity(tx, { issuer, subject })) === accountId
}
