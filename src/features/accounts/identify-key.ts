/** Who calls with an API key: the account it belongs to, as it stands in the key's agency now, and never more. */
import { MINUTE } from '../../domain/kernel/instant.ts'
import type { Caller } from '../../kit/caller.ts'
import { refused } from '../../kit/problem.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { keyEnded, keyUnknown } from './refusals.ts'
import { actorOf, aroundIn } from './standing.ts'
import { accountById } from './store/accounts.ts'
import { keyOfSecret, touchKey } from './store/api-keys.ts'
import { workplacesOf } from './store/members.ts'

/** Throws a Problem for a key that is not known, has run out, was revoked, or whose person has gone. */
export async function callerOfKey(tx: Tx, secret: string, now: Date): Promise<Caller> {
  const key = await keyOfSecret(tx, secret)
  if (!key) throw refused(keyUnknown)
  // Side by side, in one trip.
  const [account, memberships, around] = await Promise.all([
    accountById(tx, key.accountId),
    workplacesOf(tx, key.accountId),
    aroundIn(tx, key.agencyId, key.accountId, now),
  ])
  const membership = memberships.find(({ agencyId }) => agencyId === key.agencyId)
  const ended = key.revokedAt !== null || key.expiresAt <= now
  if (ended || !membership || account?.status !== 'active') throw refused(keyEnded)
  if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() >= MINUTE) await touchKey(tx, key, now)
  const actor = actorOf(account, membership, around, now)
  return { actor, name: account.name, sessionId: null, scopes: key.scopes }
}
