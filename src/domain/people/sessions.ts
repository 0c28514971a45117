/** How long a session lives (等保 8.1.4.1 b): it ends when idle, when old, and when someone ends it. */
import { HOUR, type Instant, MINUTE } from '../kernel/instant.ts'
import type { Said } from '../kernel/lang.ts'

/** Lengths in ms. */
export interface SessionRules {
  readonly idle: number
  readonly longest: number
}

export const defaultSessionRules: SessionRules = { idle: 30 * MINUTE, longest: 12 * HOUR }

/** Of citizens on the portal: many sign in at a reading place or on somebody else's machine. */
export const citizenSessionRules: SessionRules = { idle: 30 * MINUTE, longest: 12 * HOUR }

export interface SessionTimes {
  readonly startedAt: Instant
  readonly lastSeenAt: Instant
  readonly revokedAt: Instant | null
}

export type SessionState = 'live' | 'idle' | 'too_old' | 'revoked'

/** Whether the session still holds at this moment, and why not. */
export function sessionState(
  session: SessionTimes,
  now: Instant,
  rules: SessionRules = defaultSessionRules,
): SessionState {
  if (session.revokedAt !== null) return 'revoked'
  if (now - session.startedAt >= rules.longest) return 'too_old'
  return now - session.lastSeenAt >= rules.idle ? 'idle' : 'live'
}

/** The moment it ends if nobody does anything more: what the page counts down to. */
export function sessionEnds(session: SessionTimes, rules: SessionRules = defaultSessionRules): Instant {
  return Math.min(session.startedAt + rules.longest, session.lastSeenAt + rules.idle)
}

/** Whether to write down that it was seen now: once a minute is enough, and far less writing. */
export function worthTouching(session: SessionTimes, now: Instant): boolean {
  return now - session.lastSeenAt >= MINUTE
}

export const sessionEndedSaid: Readonly<Record<Exclude<SessionState, 'live'>, Said>> = {
  idle: {
    zh: '长时间没有操作，已退出登录；请重新登录，填写的内容已保存为草稿',
    en: 'Signed out after standing idle; sign in again, your drafts are kept',
  },
  too_old: {
    zh: '登录已满时限；请重新登录，填写的内容已保存为草稿',
    en: 'The session has reached its longest time; sign in again, your drafts are kept',
  },
  revoked: {
    zh: '这次登录已被结束；如不是您本人所为，请修改密码并告知安全管理员',
    en: 'This session was ended; if not by you, change your password and tell the security administrator',
  },
}
