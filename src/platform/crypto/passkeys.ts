/**
 * Passkeys (WebAuthn): a factor that uses cryptography and cannot be phished (等保 8.1.4.1 d). Challenges are taken
 * once; the stores are the caller's.
 */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'

/** Loaded when somebody first uses a passkey: it is the largest part of what a start would have to read. */
const webauthn = () => import('@simplewebauthn/server')

/** The site passkeys are made for: its domain, its name as shown, the origins its pages are served from. */
export interface PasskeySite {
  readonly domain: string
  readonly name: string
  readonly origins: readonly string[]
}

/** A passkey as stored; `id` in base64url, `publicKey` in COSE. */
export interface Passkey {
  readonly id: string
  readonly accountId: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
}

export interface PasskeyStore {
  readonly of: (accountId: string) => Promise<readonly Passkey[]>
  readonly byId: (id: string) => Promise<Passkey | null>
  readonly add: (passkey: Passkey) => Promise<void>
  readonly used: (id: string, counter: number) => Promise<void>
}

/** Challenges waiting for their answer, by a handle of the session; `take` gives one and forgets it. */
export interface ChallengeStore {
  readonly put: (handle: string, challenge: string) => Promise<void>
  readonly take: (handle: string) => Promise<string | null>
}

export interface PasskeyDesk {
  readonly site: PasskeySite
  readonly passkeys: PasskeyStore
  readonly challenges: ChallengeStore
}

/** no_challenge: too late, or answered before. unknown: not a passkey of this installation. wrong: does not prove. */
export type PasskeyAnswer =
  | { readonly ok: true; readonly passkey: Passkey }
  | { readonly ok: false; readonly why: 'no_challenge' | 'unknown' | 'wrong' }

/** What the browser needs to make a passkey for an account. */
export async function offerRegistration(
  desk: PasskeyDesk,
  handle: string,
  account: { readonly id: string; readonly login: string; readonly name: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await desk.passkeys.of(account.id)
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpID: desk.site.domain,
    rpName: desk.site.name,
    userID: Uint8Array.from(Buffer.from(account.id)),
    userName: account.login,
    userDisplayName: account.name,
    excludeCredentials: known.map(toCredential),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
  await desk.challenges.put(handle, options.challenge)
  return options
}

/** Takes the passkey the browser made, and stores it. */
export async function register(
  desk: PasskeyDesk,
  handle: string,
  accountId: string,
  response: RegistrationResponseJSON,
): Promise<PasskeyAnswer> {
  const challenge = await desk.challenges.take(handle)
  if (challenge === null) return { ok: false, why: 'no_challenge' }
  const { verifyRegistrationResponse } = await webauthn()
  const made = await orNull(
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      ...expected(desk),
      expectedType: 'webauthn.create',
    }),
  )
  if (!made?.verified) return { ok: false, why: 'wrong' }
  const { credential } = made.registrationInfo
  if (await desk.passkeys.byId(credential.id)) return { ok: false, why: 'wrong' }
  const passkey: Passkey = {
    id: credential.id,
    accountId,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
  }
  await desk.passkeys.add(passkey)
  return { ok: true, passkey }
}

/** What the browser needs to prove a passkey: of this account, or of anyone where `accountId` is null. */
export async function offerSignIn(
  desk: PasskeyDesk,
  handle: string,
  accountId: string | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const known = accountId === null ? [] : await desk.passkeys.of(accountId)
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: desk.site.domain,
    allowCredentials: known.map(toCredential),
    userVerification: 'required',
  })
  await desk.challenges.put(handle, options.challenge)
  return options
}

/** Whose passkey the browser proved; `accountId` as in the offer: another account's passkey is refused. */
export async function signIn(
  desk: PasskeyDesk,
  handle: string,
  accountId: string | null,
  response: AuthenticationResponseJSON,
): Promise<PasskeyAnswer> {
  const challenge = await desk.challenges.take(handle)
  if (challenge === null) return { ok: false, why: 'no_challenge' }
  const passkey = await desk.passkeys.byId(response.id)
  if (!passkey || (accountId !== null && passkey.accountId !== accountId)) return { ok: false, why: 'unknown' }
  const { verifyAuthenticationResponse } = await webauthn()
  const proof = await orNull(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      ...expected(desk),
      credential: toCredential(passkey),
    }),
  )
  if (!proof?.verified) return { ok: false, why: 'wrong' }
  const counter = proof.authenticationInfo.newCounter
  await desk.passkeys.used(passkey.id, counter)
  return { ok: true, passkey: { ...passkey, counter } }
}

function expected({ site }: PasskeyDesk) {
  return { expectedOrigin: [...site.origins], expectedRPID: site.domain, requireUserVerification: true }
}

function toCredential({ id, publicKey, counter, transports }: Passkey) {
  return { id, publicKey: Uint8Array.from(publicKey), counter, transports: [...transports] }
}

/** The library throws on every answer that proves nothing; that is an answer, too. */
async function orNull<T>(verification: Promise<T>): Promise<T | null> {
  try {
    return await verification
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}
