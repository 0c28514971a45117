/** API keys: a program acts with at most the rights of the person who made its key, and only as far as its scopes. */
import { DAY } from '../../../domain/kernel/instant.ts'
import { may } from '../../../domain/people/may.ts'
import type { Policies } from '../../../domain/people/policy.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { notFound, refused } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import { hashToken, newToken } from '../../../platform/crypto/tokens.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type * as contracts from '../people-contract.ts'
import { accountPolicies } from '../policies.ts'
import { keyWord, unknownScope } from '../refusals.ts'
import { type KeyRow, keyById, keysIn, revokeKeys, addKey as storeKey } from '../store/api-keys.ts'
import { ownSession } from './open-session.ts'

type Item = AnswerOf<typeof contracts.listKeys>['items'][number]

/** All of the agency for who may revoke any; else one's own. */
export async function apiKeys(task: Task<typeof contracts.listKeys>): Promise<AnswerOf<typeof contracts.listKeys>> {
  const { agencyId } = task.params
  const { actor } = signedIn(task)
  const all = may(accountPolicies, actor, 'accounts.revokeApiKey', { agencyId, subjectAccountId: null }).ok
  const rows = await keysIn(task.tx, agencyId, all ? undefined : actor.accountId)
  return { items: rows.map(itemOf) }
}

function itemOf({ id, name, scopes, createdAt, expiresAt, revokedAt, lastUsedAt }: KeyRow): Item {
  return {
    id,
    name,
    scopes,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}

/** Made by a person on a page only: a key that makes keys could widen its own scopes. */
export async function addApiKey(
  task: Task<typeof contracts.addKey>,
  all: Policies<string>,
): Promise<Done<AnswerOf<typeof contracts.addKey>>> {
  const { tx, now, params, body, services } = task
  const { account } = await ownSession(task)
  const scopes = [...new Set(body.scopes)]
  const unknown = scopes.find(scope => !isScope(scope, all))
  if (unknown !== undefined) throw refused(unknownScope(unknown))
  const secret = `gk_${newToken(services.random).token}`
  const row = {
    agencyId: params.agencyId,
    id: uuid7(now.getTime(), services.random),
    name: body.name,
    keyHash: hashToken(secret),
    scopes,
    accountId: account.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + body.days * DAY),
    revokedAt: null,
    lastUsedAt: null,
  }
  await storeKey(tx, row)
  const data = { scopes, days: body.days }
  return { answer: { key: itemOf(row), secret }, record: [{ subject: `api_key:${row.id}`, data }] }
}

/** An operation, or all of a slice. */
function isScope(scope: string, { actions }: Policies<string>): boolean {
  const slice = /^(\w+\.)\*$/.exec(scope)?.[1]
  return slice === undefined ? actions.includes(scope) : actions.some(action => action.startsWith(slice))
}

type Revoking = Task<typeof contracts.revokeKey>

/** Whose key it is, for the policy. */
export async function keyResource({ tx, params }: Revoking) {
  const key = await keyById(tx, params.agencyId, params.keyId)
  if (!key) throw notFound(keyWord)
  return { agencyId: params.agencyId, subjectAccountId: key.accountId }
}

export async function revokeApiKey({ tx, now, params }: Revoking): Promise<Done<null>> {
  const { agencyId, keyId: id } = params
  const ended = await revokeKeys(tx, { agencyId, id }, now)
  return { answer: null, record: ended === 0 ? [] : [{ subject: `api_key:${id}`, data: {} }] }
}
