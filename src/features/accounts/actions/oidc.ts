/**
 * Signing in at the identity provider. It makes no accounts: an identity counts once its person, signed in here, has
 * tied it to the account.
 */
import { Problem } from '../../../kit/problem.ts'
import { noAgency } from '../../../kit/routes.ts'
import type { OidcPerson } from '../../../platform/crypto/oidc.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { appendEvent } from '../../../platform/record/chain.ts'
import { callerOfSession } from '../identify.ts'
import type { OidcTrouble } from '../oidc-words.ts'
import { accountById } from '../store/accounts.ts'
import { accountOfIdentity, addIdentity } from '../store/identities.ts'
import { workplacesOf } from '../store/members.ts'
import {
  type ChallengeKind,
  heldByToken,
  putChallenge,
  rowOfToken,
  sessionOfToken,
  takeChallenge,
} from '../store/sessions.ts'
import { type Moment, openSession, placeForChallenge } from './open-session.ts'

/** Done, with a token for the browser where it changed; or why not. */
export type OidcOutcome = { readonly token?: string } | { readonly trouble: OidcTrouble }

/** Keeps what the provider's answer must agree with. To tie an identity, somebody must be wholly signed in. */
export async function keepPending(at: Moment, pending: object, link: boolean): Promise<OidcOutcome> {
  if (link && !(await isSignedIn(at))) return { trouble: 'not_signed_in' }
  const place = await placeForChallenge(at)
  await putChallenge(at.tx, place.id, link ? 'oidc_link' : 'oidc', JSON.stringify(pending), at.now)
  return place.token === undefined ? {} : { token: place.token }
}

async function isSignedIn({ tx, now, origin }: Moment): Promise<boolean> {
  const held = await heldByToken(tx, origin.token)
  if (!held) return false
  try {
    return (await callerOfSession(tx, held, now)).scopes === null
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/** What was kept for this browser, once. */
export async function takePending({ tx, now, origin }: Moment) {
  const row = await rowOfToken(tx, origin.token)
  return row && takeChallenge(tx, row.id, ['oidc', 'oidc_link'], now)
}

/** The provider has said who it is: signs them in, or ties the identity to who is signed in. */
export async function admit(at: Moment, kind: ChallengeKind, person: OidcPerson): Promise<OidcOutcome> {
  return kind === 'oidc_link' ? linkIdentity(at, person) : signInAs(at, person)
}

async function signInAs(at: Moment, person: OidcPerson): Promise<OidcOutcome> {
  const accountId = await accountOfIdentity(at.tx, person)
  if (accountId === null) return { trouble: 'not_linked' }
  const account = await accountById(at.tx, accountId)
  if (account?.status !== 'active') return { trouble: 'deactivated' }
  if ((await workplacesOf(at.tx, accountId)).length === 0) return { trouble: 'deactivated' }
  const { token, step, agencyId } = await openSession(at, account, { proof: 'oidc', strong: false })
  await record(at, { agencyId, accountId, actor: 'visitor', kind: 'accounts.oidcSignIn', data: { step } })
  return { token }
}

async function linkIdentity(at: Moment, person: OidcPerson): Promise<OidcOutcome> {
  const session = await sessionOfToken(at.tx, at.origin.token)
  if (!session || !(await isSignedIn(at))) return { trouble: 'not_signed_in' }
  const { accountId } = session
  if (!(await addIdentity(at.tx, person, accountId))) return { trouble: 'taken' }
  const data = { issuer: person.issuer }
  const agencyId = session.agencyId ?? noAgency
  await record(at, { agencyId, accountId, actor: accountId, kind: 'accounts.oidcLink', data })
  return {}
}

interface Trace {
  readonly agencyId: string
  readonly accountId: string
  readonly actor: string
  readonly kind: string
  readonly data: Readonly<Record<string, unknown>>
}

async function record({ tx, now, services }: Moment, { accountId, ...entry }: Trace): Promise<void> {
  const id = uuid7(now.getTime(), services.random)
  await appendEvent(tx, { ...entry, id, subject: `account:${accountId}`, at: now })
}
