/** What the password of somebody must be: the strictest of what the agencies they work for have set. */
import { passwordRulesOf } from '../../domain/agency/access.ts'
import { DAY } from '../../domain/kernel/instant.ts'
import { defaultPasswordRules, type PasswordRules, passwordLimits } from '../../domain/people/password-rules.ts'
import { settingsOfAll } from '../../kit/settings.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { Membership } from './store/members.ts'

export async function passwordRulesFor(
  tx: Tx,
  memberships: readonly Pick<Membership, 'agencyId'>[],
): Promise<PasswordRules> {
  const ids = memberships.map(({ agencyId }) => agencyId)
  return passwordRulesOf(await settingsOfAll(tx, ids))
}

/** The same for judging a password's age: asked at every call, so looked up only for one that could have run out. */
export async function rulesForAge(
  tx: Tx,
  memberships: readonly Pick<Membership, 'agencyId'>[],
  setAt: Date | null,
  now: Date,
): Promise<PasswordRules> {
  const young = setAt === null || now.getTime() - setAt.getTime() < passwordLimits.days.least * DAY
  return young ? defaultPasswordRules : passwordRulesFor(tx, memberships)
}
