/** Passkeys, and the doors through which `platform/crypto/passkeys` reaches them. */
import { and, asc, eq } from 'drizzle-orm'
import { passkey } from '../../../kit/schema/people.ts'
import type { Passkey, PasskeyStore } from '../../../platform/crypto/passkeys.ts'
import type { Tx } from '../../../platform/db/connect.ts'

type Row = typeof passkey.$inferSelect

export async function passkeyRows(tx: Tx, accountId: string): Promise<readonly Row[]> {
  return tx
    .select()
    .from(passkey)
    .where(eq(passkey.accountId, accountId))
    .orderBy(asc(passkey.createdAt), asc(passkey.credentialId))
}

/** Returns whether there was one. */
export async function removePasskeyRow(tx: Tx, accountId: string, credentialId: string): Promise<boolean> {
  const here = and(eq(passkey.accountId, accountId), eq(passkey.credentialId, credentialId))
  const gone = await tx.delete(passkey).where(here).returning({ id: passkey.credentialId })
  return gone.length > 0
}

/** `name` is what its person calls the next one added. */
export function passkeyStore(tx: Tx, now: Date, name: string): PasskeyStore {
  return {
    of: async accountId => (await passkeyRows(tx, accountId)).map(passkeyOf),
    byId: async id => {
      const [row] = await tx.select().from(passkey).where(eq(passkey.credentialId, id))
      return row ? passkeyOf(row) : null
    },
    add: async ({ id, publicKey, transports, ...rest }) => {
      const stored = { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url') }
      await tx.insert(passkey).values({ ...rest, ...stored, transports: [...transports], name, createdAt: now })
    },
    used: async (id, counter) => {
      await tx.update(passkey).set({ counter, lastUsedAt: now }).where(eq(passkey.credentialId, id))
    },
  }
}

function passkeyOf(row: Row): Passkey {
  const { credentialId, accountId, publicKey, counter, transports } = row
  return { id: credentialId, accountId, publicKey: Buffer.from(publicKey, 'base64url'), counter, transports }
}
