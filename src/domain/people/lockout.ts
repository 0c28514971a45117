/** Locking an account against guessing (等保 8.1.4.1 b): the state is data, the time an argument. */
import { DAY, HOUR, type Instant, MINUTE } from '../kernel/instant.ts'
import { type Refusal, refuse } from '../kernel/result.ts'

/** Lengths in ms. */
export interface LockRules {
  /** Failures in a row that lock. */
  readonly failures: number
  readonly first: number
  /** Each further lock is twice as long, up to this. */
  readonly longest: number
  /** After so long without a failure all is forgotten. */
  readonly forget: number
}

export const defaultLockRules: LockRules = { failures: 5, first: 15 * MINUTE, longest: 24 * HOUR, forget: 2 * DAY }

export interface LockState {
  /** Failures since the last success or lock. */
  readonly failures: number
  /** Locks since the last success. */
  readonly locks: number
  readonly lockedUntil: Instant | null
  readonly lastFailure: Instant | null
}

/** An account nobody has failed at; also what a success, or an administrator, makes of it. */
export const unlocked: LockState = { failures: 0, locks: 0, lockedUntil: null, lastFailure: null }

/** Until when it is locked; null when it is not. While it is, no password is looked at. */
export function lockedUntil(state: LockState, now: Instant): Instant | null {
  return state.lockedUntil !== null && now < state.lockedUntil ? state.lockedUntil : null
}

/** After a wrong password or code. What comes while it is locked changes nothing: others could lock it for ever. */
export function afterFailure(state: LockState, now: Instant, rules: LockRules = defaultLockRules): LockState {
  if (lockedUntil(state, now) !== null) return state
  const known = isForgotten(state, now, rules) ? unlocked : state
  const failures = known.failures + 1
  if (failures < rules.failures) return { ...known, failures, lockedUntil: null, lastFailure: now }
  const length = Math.min(rules.first * 2 ** Math.min(known.locks, 40), Math.max(rules.longest, rules.first))
  return { failures: 0, locks: known.locks + 1, lockedUntil: now + length, lastFailure: now }
}

/** The time of a lock itself is no time without failure. */
function isForgotten(state: LockState, now: Instant, rules: LockRules): boolean {
  const since = Math.max(state.lastFailure ?? now, state.lockedUntil ?? 0)
  return now - since >= rules.forget
}

/** What to tell who tries; the same whether the account exists or not, if the caller locks names and not accounts. */
export function lockedRefusal(until: Instant, now: Instant): Refusal {
  const minutes = Math.max(1, Math.ceil((until - now) / MINUTE))
  return refuse('locked', {
    zh: `登录失败次数过多，账号已锁定，请 ${minutes} 分钟后再试，或联系安全管理员解锁`,
    en: `Too many failed attempts: locked; try again in ${minutes} minutes, or ask the security administrator`,
  }).refusal
}
