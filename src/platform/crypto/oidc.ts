/** Signing in at the agency's own identity provider (OpenID Connect): authorization code with PKCE, state and nonce. */
import * as client from 'openid-client'
import { type Sentence, Trouble } from '../trouble.ts'

export interface OidcSettings {
  /** The address under which `/.well-known/openid-configuration` stands. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Our own address the provider sends the browser back to. */
  readonly callback: string
  /** Only for a provider inside an intranet without certificates. */
  readonly allowHttp?: boolean
  readonly timeoutSeconds?: number
}

/** A provider whose description has been read; to be kept and used for many sign-ins. */
export interface OidcProvider {
  readonly settings: OidcSettings
  readonly configuration: client.Configuration
}

/** What must wait in the visitor's session until the browser comes back; never shown. */
export interface PendingSignIn {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who came back. `subject` is the provider's lasting name for the person; the others only where it tells them. */
export interface OidcPerson {
  readonly issuer: string
  readonly subject: string
  readonly name?: string
  readonly email?: string
  readonly login?: string
}

/**
 * unreachable: no answer, or no provider, at the address. refused: the provider or the person said no. mismatch: not
 * the answer to the question that this browser asked. bad_answer: the answer proves nothing.
 */
type OidcCode = 'unreachable' | 'refused' | 'mismatch' | 'bad_answer'

const TIMEOUT_S = 10

/** Reads the provider's description. Throws `Trouble` `unreachable`. */
export async function connectProvider(settings: OidcSettings): Promise<OidcProvider> {
  try {
    const configuration = await client.discovery(
      new URL(settings.issuer),
      settings.clientId,
      settings.clientSecret,
      undefined,
      {
        execute: settings.allowHttp ? [client.allowInsecureRequests] : [],
        timeout: settings.timeoutSeconds ?? TIMEOUT_S,
      },
    )
    return { settings, configuration }
  } catch (error) {
    throw trouble('unreachable', error)
  }
}

/** Where to send the browser, and what to keep until it comes back. */
export async function beginSignIn(provider: OidcProvider): Promise<{ url: string; pending: PendingSignIn }> {
  const pending = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  }
  const url = client.buildAuthorizationUrl(provider.configuration, {
    redirect_uri: provider.settings.callback,
    scope: 'openid profile email',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, pending }
}

/**
 * Who the browser that came back to `address` (our callback with its query) is. Throws `Trouble`: `refused`,
 * `mismatch`, `bad_answer`, `unreachable`.
 */
export async function finishSignIn(
  provider: OidcProvider,
  address: string,
  pending: PendingSignIn,
): Promise<OidcPerson> {
  try {
    // Behind a proxy the address may be another one; only its query is the provider's word.
    const url = new URL(provider.settings.callback)
    url.search = new URL(address).search
    if (url.searchParams.get('state') !== pending.state) throw trouble('mismatch')
    const tokens = await client.authorizationCodeGrant(provider.configuration, url, {
      pkceCodeVerifier: pending.verifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      idTokenExpected: true,
    })
    return personOf(tokens.claims())
  } catch (error) {
    throw error instanceof Trouble ? error : trouble(codeOf(error), error)
  }
}

function personOf(claims: client.IDToken | undefined): OidcPerson {
  if (!claims) throw trouble('bad_answer')
  const { name, email, preferred_username: login } = claims
  return {
    issuer: claims.iss,
    subject: claims.sub,
    ...(typeof name === 'string' && { name }),
    ...(typeof email === 'string' && { email }),
    ...(typeof login === 'string' && { login }),
  }
}

function codeOf(error: unknown): OidcCode {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError) return 'refused'
  if (error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')) return 'unreachable'
  return 'bad_answer'
}

function trouble(code: OidcCode, cause?: unknown): Trouble {
  return new Trouble({ code, ...sentences[code], cause })
}

const sentences: Readonly<Record<OidcCode, { readonly says: Sentence; readonly mend: Sentence }>> = {
  unreachable: {
    says: { zh: '统一身份认证平台没有应答', en: 'The identity provider does not answer' },
    mend: {
      zh: '请稍后再试，或用本系统的账号登录，并请系统管理员核对其地址',
      en: 'Try later or sign in with your account here, and have its address checked',
    },
  },
  refused: {
    says: { zh: '统一身份认证平台没有同意这次登录', en: 'The identity provider refused this sign-in' },
    mend: { zh: '请重新登录，仍不行请联系该平台的管理员', en: 'Try again, or ask the people who run it' },
  },
  mismatch: {
    says: {
      zh: '这次登录不是从本页面开始的，或者已经过期',
      en: 'This sign-in did not begin on this page, or is too old',
    },
    mend: { zh: '请从登录页重新开始', en: 'Begin again from the sign-in page' },
  },
  bad_answer: {
    says: { zh: '统一身份认证平台的应答无法核实', en: 'The answer of the identity provider cannot be verified' },
    mend: { zh: '请从登录页重新开始，并请系统管理员核对其设置', en: 'Begin again, and have its settings checked' },
  },
}
