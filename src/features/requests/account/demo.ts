/** An account of the demo, with a link that signs in once. Nothing else in the program makes such links. */
import type { Typed } from '../../../domain/request/intake/fields.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { noAgency } from '../../../kit/routes.ts'
import { seal } from '../../../platform/crypto/seal.ts'
import { newToken } from '../../../platform/crypto/tokens.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type { Call } from '../actions/setup.ts'
import { citizenDetailsPlace } from '../sealed.ts'
import { type OwnedRequest, setOwner } from '../store/account.ts'
import { rowOf } from './codes.ts'
import { keptContact } from './contact.ts'
import { addCitizen, addCode } from './store.ts'

interface DemoAccount {
  readonly agencyId: string
  readonly mail: string
  readonly details: Typed
  readonly since: Date
  readonly owned: readonly OwnedRequest[]
  /** How long the link holds, in ms. */
  readonly holds: number
}

/** Gives the token of the link. */
export async function demoAccount({ tx, services, now }: Call, given: DemoAccount): Promise<string> {
  const { agencyId, mail, details, since, owned, holds } = given
  const keys = await agencyKeys(tx, services.keys, noAgency)
  const id = uuid7(since.getTime(), services.random)
  const contact = { way: 'mail', address: mail } as const
  await addCitizen(tx, {
    ...{ id, createdAt: since, ...keptContact(keys, id, contact) },
    details: seal(keys, citizenDetailsPlace(id), JSON.stringify(details)),
  })
  for (const one of owned) await setOwner(tx, one, id)
  const { token, hash } = newToken(services.random)
  const row = rowOf(services.random, keys, { tokenHash: hash, now, agencyId, contact, citizenId: null })
  await addCode(tx, { ...row, purpose: 'link', codeHash: '', expiresAt: new Date(now.getTime() + holds) })
  return token
}
