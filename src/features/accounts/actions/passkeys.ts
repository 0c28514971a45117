/** Passkeys: made by who is signed in, and signing in by themselves, being two factors at once (等保 8.1.4.1 d). */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Step } from '../../../domain/people/steps.ts'
import type { Contract } from '../../../kit/contract.ts'
import { notFound, refused } from '../../../kit/problem.ts'
import { type Done, noAgency, type Task } from '../../../kit/routes.ts'
import {
  offerRegistration,
  offerSignIn,
  type PasskeyDesk,
  register,
  signIn,
} from '../../../platform/crypto/passkeys.ts'
import type * as contracts from '../contract.ts'
import { passkeyRefused, passkeyWord, tooManyPasskeys } from '../refusals.ts'
import { accountById } from '../store/accounts.ts'
import { passkeyRows, passkeyStore, removePasskeyRow } from '../store/passkeys.ts'
import { type ChallengeKind, putChallenge, rowOfToken, takeChallenge } from '../store/sessions.ts'
import { installationName } from './names.ts'
import { carryOn, openSession, ownSession, placeForChallenge } from './open-session.ts'

const mostPasskeys = 10

type Options = Record<string, unknown>

function deskOf({ tx, now, services }: Task<Contract>, kind: ChallengeKind, name = ''): PasskeyDesk {
  const { hostname, origin } = new URL(services.publicUrl)
  return {
    site: { domain: hostname, name: installationName, origins: [origin] },
    passkeys: passkeyStore(tx, now, name),
    challenges: {
      put: (sessionId, challenge) => putChallenge(tx, sessionId, kind, challenge, now),
      take: async sessionId => (await takeChallenge(tx, sessionId, [kind], now))?.value ?? null,
    },
  }
}

export async function passkeys(task: Task<Contract>) {
  const { account } = await ownSession(task)
  return { items: await itemsOf(task, account.id) }
}

async function itemsOf({ tx }: Task<Contract>, accountId: string) {
  const rows = await passkeyRows(tx, accountId)
  return rows.map(({ credentialId, name, createdAt, lastUsedAt }) => ({
    credentialId,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
}

export async function beginPasskey(task: Task<typeof contracts.beginPasskey>): Promise<Done<Options>> {
  const { session, account } = await ownSession(task)
  if ((await passkeyRows(task.tx, account.id)).length >= mostPasskeys) throw refused(tooManyPasskeys)
  const options = await offerRegistration(deskOf(task, 'passkey_new'), session.id, account)
  return { answer: { ...options }, record: [] }
}

export async function addPasskey(task: Task<typeof contracts.addPasskey>) {
  const { body } = task
  const { session, account } = await ownSession(task)
  const desk = deskOf(task, 'passkey_new', body.name)
  const made = await register(desk, session.id, account.id, body.response as unknown as RegistrationResponseJSON)
  const subject = `account:${account.id}`
  const agencyId = session.agencyId ?? noAgency
  // Not thrown: the challenge has been answered, and is not answered twice.
  if (!made.ok) return { refusal: passkeyRefused, record: [{ subject, data: { why: made.why }, agencyId }] }
  const { token } = await carryOn(task, session, true)
  const items = await itemsOf(task, account.id)
  return { answer: { items }, token, record: [{ subject, data: { credential: made.passkey.id }, agencyId }] }
}

export async function removePasskey(task: Task<typeof contracts.removePasskey>): Promise<Done<null>> {
  const { session, account } = await ownSession(task)
  const { credentialId } = task.params
  if (!(await removePasskeyRow(task.tx, account.id, credentialId))) throw notFound(passkeyWord)
  const entry = { subject: `account:${account.id}`, data: { credential: credentialId } }
  return { answer: null, record: [{ ...entry, agencyId: session.agencyId ?? noAgency }] }
}

/** For anybody who holds a passkey of this installation: which account it is of shows when it is proved. */
export async function beginPasskeySignIn(task: Task<typeof contracts.beginPasskeySignIn>): Promise<Done<Options>> {
  const place = await placeForChallenge(task)
  const options = await offerSignIn(deskOf(task, 'passkey_sign_in'), place.id, null)
  return { answer: { ...options }, record: [], ...(place.token === undefined ? {} : { token: place.token }) }
}

export async function passkeySignIn(task: Task<typeof contracts.passkeySignIn>): Promise<Done<{ step: Step }>> {
  const { tx, body, origin } = task
  const failed = (why: string, subject: string) => ({
    refusal: passkeyRefused,
    record: [{ kind: 'accounts.failedSignIn', subject, data: { why, proof: 'passkey' } }],
  })
  const place = await rowOfToken(tx, origin.token)
  if (!place) return failed('no_challenge', 'login:passkey')
  const response = body.response as unknown as AuthenticationResponseJSON
  const proved = await signIn(deskOf(task, 'passkey_sign_in'), place.id, null, response)
  if (!proved.ok) return failed(proved.why, 'login:passkey')
  const account = await accountById(tx, proved.passkey.accountId)
  if (account?.status !== 'active') return failed('deactivated', `account:${proved.passkey.accountId}`)
  const { token, step, agencyId } = await openSession(task, account, { proof: 'passkey', strong: true })
  const data = { proof: 'passkey', step }
  return { answer: { step }, token, record: [{ subject: `account:${account.id}`, data, agencyId }] }
}
