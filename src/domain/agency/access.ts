/** What an agency's settings say of signing in: how long a session stands idle, and what a password must be. */
import { MINUTE } from '../kernel/instant.ts'
import { defaultPasswordRules, type PasswordRules, strictest } from '../people/password-rules.ts'
import { defaultSessionRules, type SessionRules } from '../people/sessions.ts'
import type { Settings } from './settings.ts'

export function sessionRulesOf(settings: Pick<Settings, 'session.idleMinutes'>): SessionRules {
  return { ...defaultSessionRules, idle: settings['session.idleMinutes'] * MINUTE }
}

/** For who works in these agencies: the strictest of what they set; as usual for who works in none. */
export function passwordRulesOf(all: readonly Settings[]): PasswordRules {
  return strictest(
    all.map(settings => ({
      ...defaultPasswordRules,
      shortest: settings['password.shortest'],
      kinds: settings['password.kinds'],
      history: settings['password.history'],
      days: settings['password.days'],
    })),
  )
}
