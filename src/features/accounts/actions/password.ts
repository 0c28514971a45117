/** Setting a password: by its rules, none of the last ones, and with everything else that was open ended. */
import { type PasswordRules, passwordTroubles, usedBefore } from '../../../domain/people/password-rules.ts'
import type { Step } from '../../../domain/people/steps.ts'
import { Problem, problemOf } from '../../../kit/problem.ts'
import { type Done, noAgency, type Task } from '../../../kit/routes.ts'
import { hashPassword, isAmongFormer, verifyPassword } from '../../../platform/crypto/password.ts'
import type * as contracts from '../contract.ts'
import { tellPassword } from '../notices.ts'
import { passwordRulesFor } from '../password-rules.ts'
import { wrongPassword } from '../refusals.ts'
import { type AccountRow, changeAccount } from '../store/accounts.ts'
import { workplacesOf } from '../store/members.ts'
import { endSessions } from '../store/sessions.ts'
import { carryOn, ownSession } from './open-session.ts'
import { tryOnce } from './sign-in.ts'

/** What a new password makes of an account. */
type NewPassword = Pick<AccountRow, 'passwordHash' | 'passwordChangedAt' | 'passwordHistory'>

/** Throws a Problem with all that is wrong with it; `at` names the field. */
export async function newPassword(
  { login, passwordHash, passwordHistory }: Pick<AccountRow, 'login' | 'passwordHash' | 'passwordHistory'>,
  typed: string,
  at: string,
  { now, rules }: { readonly now: Date; readonly rules: PasswordRules },
): Promise<NewPassword> {
  const former = [...(passwordHash === null ? [] : [passwordHash]), ...passwordHistory]
  const last = former.slice(0, rules.history)
  const troubles = [...passwordTroubles(typed, login, rules)]
  if (troubles.length === 0 && (await isAmongFormer(typed, last))) troubles.push(usedBefore(rules))
  const [first] = troubles
  if (first) {
    const errors = troubles.map(({ says }) => ({ at, says }))
    throw new Problem({ ...problemOf(first), at, errors })
  }
  return { passwordHash: await hashPassword(typed), passwordChangedAt: now, passwordHistory: last }
}

/** The present password is asked for once more, and failing at it counts as failing to sign in. */
export async function changePassword(task: Task<typeof contracts.changePassword>): Promise<Done<{ step: Step }>> {
  const { tx, now, body } = task
  const { session, account } = await ownSession(task)
  const tried = await tryOnce(task, account.login, account, wrongPassword, () =>
    verifyPassword(account.passwordHash, body.current),
  )
  if (tried.refusal) return { refusal: tried.refusal, record: [tried.trace] }
  const rules = await passwordRulesFor(tx, await workplacesOf(tx, account.id))
  await changeAccount(tx, account.id, await newPassword(account, body.next, 'body.next', { now, rules }))
  const ended = await endSessions(tx, { accountId: account.id, except: session.id }, now)
  const { token, step } = await carryOn(task, session)
  await tellPassword(task, { accountId: account.id, agencyId: session.agencyId })
  const entry = { subject: `account:${account.id}`, data: { ended }, agencyId: session.agencyId ?? noAgency }
  return { answer: { step }, token, record: [entry] }
}
