/** What is left to do before somebody who signs in is in (等保 8.1.4.1 a, d). */
import type { Instant } from '../kernel/instant.ts'
import { defaultPasswordRules, type PasswordRules, passwordExpired } from './password-rules.ts'

/**
 * How a session was begun. passkey: with one that asked for finger or PIN, which is two factors at once. oidc: by the
 * agency's identity provider. link: by a one-time link that set a password. demo: by a link into a demonstration.
 */
export const proofs = ['password', 'passkey', 'oidc', 'link', 'demo'] as const
export type Proof = (typeof proofs)[number]

export interface SignInState {
  readonly proof: Proof
  /** Whether a second factor was given in this session, be it by setting one up. */
  readonly strong: boolean
  /** Whether one-time codes are set up. */
  readonly codes: boolean
  readonly passkeys: number
  /** Whether it holds an administrator's role in any agency. */
  readonly administrator: boolean
  readonly passwordSetAt: Instant | null
}

export type Step = 'done' | 'second_factor' | 'set_up_second_factor' | 'change_password'

/**
 * The next step. Who has set up one-time codes gives one; an administrator needs a second factor of some kind, and sets
 * one up where there is none. A password past its days is changed before anything else is done with it.
 */
export function nextStep(state: SignInState, now: Instant, rules: PasswordRules = defaultPasswordRules): Step {
  const { proof, strong, codes, passkeys, administrator, passwordSetAt } = state
  if (!strong && (codes || (administrator && passkeys > 0))) return 'second_factor'
  if (!strong && administrator) return 'set_up_second_factor'
  if (proof !== 'password' || passwordSetAt === null) return 'done'
  return passwordExpired(passwordSetAt, now, rules) ? 'change_password' : 'done'
}
