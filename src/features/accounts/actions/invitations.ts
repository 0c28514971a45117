/** Using a one-time link: it sets a password, or begins the installation, and signs in. */
import { unlocked } from '../../../domain/people/lockout.ts'
import type { Step } from '../../../domain/people/steps.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { refused } from '../../../kit/problem.ts'
import type { Done, Task } from '../../../kit/routes.ts'
import type * as contracts from '../contract.ts'
import { tellPassword } from '../notices.ts'
import { passwordRulesFor } from '../password-rules.ts'
import { linkGone, missing, noPasswordHere } from '../refusals.ts'
import { type AccountRow, accountById, changeAccount, holdAccount, keepLock } from '../store/accounts.ts'
import { holdInvitation, type Invitation, spendInvitation } from '../store/invitations.ts'
import { workplacesOf } from '../store/members.ts'
import { endSessions } from '../store/sessions.ts'
import { beginInstallation } from './first-start.ts'
import { openSession } from './open-session.ts'
import { newPassword } from './password.ts'

export async function invitation({
  tx,
  now,
  params,
}: Task<typeof contracts.getInvitation>): Promise<AnswerOf<typeof contracts.getInvitation>> {
  const found = await holdInvitation(tx, params.token, now)
  if (!found) throw refused(linkGone)
  const account = found.accountId === null ? null : await accountById(tx, found.accountId)
  return { purpose: found.purpose, login: account?.login ?? null, name: account?.name ?? null }
}

type Accepting = Task<typeof contracts.acceptInvitation>

export async function acceptInvitation(task: Accepting): Promise<Done<{ step: Step }>> {
  const { tx, now, params } = task
  const found = await holdInvitation(tx, params.token, now)
  if (!found) throw refused(linkGone)
  const account = await accountFor(task, found)
  await spendInvitation(tx, found, now)
  const demo = found.purpose === 'demo'
  const { token, step, agencyId } = await openSession(task, account, { proof: demo ? 'demo' : 'link', strong: demo })
  if (found.purpose === 'new_password') await tellPassword(task, { accountId: account.id, agencyId })
  const data = { purpose: found.purpose, step }
  return { answer: { step }, token, record: [{ subject: `account:${account.id}`, data, agencyId }] }
}

/** The account to sign in, as it is after the link has done what it is for. */
async function accountFor(task: Accepting, { purpose, accountId }: Invitation): Promise<AccountRow> {
  const { tx, now, body } = task
  if (purpose === 'first_administrator') return beginInstallation(task)
  const account = accountId === null ? null : await holdAccount(tx, accountId)
  if (!account || account.status === 'deactivated') throw refused(linkGone)
  if (purpose === 'demo' && body.password !== undefined) throw refused(noPasswordHere)
  if (purpose !== 'demo' && body.password === undefined) throw refused(missing('password'))
  const rules = await passwordRulesFor(tx, await workplacesOf(tx, account.id))
  const set =
    body.password === undefined ? {} : await newPassword(account, body.password, 'body.password', { now, rules })
  const changes = { ...set, status: 'active' }
  await changeAccount(tx, account.id, changes)
  // Whoever knew the old password, or was guessing at it, begins anew.
  await endSessions(tx, { accountId: account.id }, now)
  await keepLock(tx, account.login, unlocked, now)
  return { ...account, ...changes }
}
