/** Signing in with a password, and the second factor (等保 8.1.4.1 a, b, d). */

import type { Refusal } from '../../../domain/kernel/result.ts'
import { afterFailure, lockedRefusal, lockedUntil } from '../../../domain/people/lockout.ts'
import type { Contract } from '../../../kit/contract.ts'
import { refused } from '../../../kit/problem.ts'
import { type Done, type Entry, noAgency, type Task } from '../../../kit/routes.ts'
import { hashPassword, needsRehash, verifyPassword } from '../../../platform/crypto/password.ts'
import type * as contracts from '../contract.ts'
import { badCredentials, noCodeAwaited, replayedCode, wrongCode } from '../refusals.ts'
import { standingOf } from '../standing.ts'
import {
  type AccountRow,
  accountByLogin,
  changeAccount,
  holdAccount,
  holdLock,
  keepLock,
  nameless,
} from '../store/accounts.ts'
import { membershipsOf } from '../store/members.ts'
import { lastAgency } from '../store/sessions.ts'
import { carryOn, openSession, ownSession } from './open-session.ts'
import { spendCode } from './spend-code.ts'

type StepDone = Done<{ step: 'done' | 'second_factor' | 'set_up_second_factor' | 'change_password' }>

/**
 * One way through for every name, be there an account or not: the same rows are read and held, one password is
 * hashed, one event recorded.
 */
export async function signIn(task: Task<typeof contracts.signIn>): Promise<StepDone> {
  const { tx, body } = task
  const account = await accountByLogin(tx, body.login)
  const tried = await tryOnce(task, body.login, account, badCredentials, async () => {
    const stored = account?.status === 'active' ? account.passwordHash : null
    return verifyPassword(stored, body.password)
  })
  if (tried.refusal) return { refusal: tried.refusal, record: [tried.trace] }
  if (!account) throw new Error('a password was right without an account')
  if (account.passwordHash === null || needsRehash(account.passwordHash)) {
    await changeAccount(tx, account.id, { passwordHash: await hashPassword(body.password) })
  }
  const { token, step, agencyId } = await openSession(task, account, { proof: 'password', strong: false })
  const data = { proof: 'password', step }
  return { answer: { step }, token, record: [{ subject: `account:${account.id}`, data, agencyId }] }
}

/** A one-time code or a recovery code; what is wrong counts against the name as a wrong password does. */
export async function secondFactor(task: Task<typeof contracts.secondFactor>): Promise<StepDone> {
  const { tx, now, body } = task
  const { session, account } = await ownSession(task)
  const { step } = await standingOf(tx, account, session, now)
  if (step !== 'second_factor') throw refused(noCodeAwaited)
  let used = ''
  let refusal: Refusal = wrongCode
  const tried = await tryOnce(
    task,
    account.login,
    account,
    () => refusal,
    async () => {
      const held = await holdAccount(tx, account.id)
      const spent = held && (await spendCode(task, held, body.code))
      if (spent?.ok) used = spent.by
      else if (spent?.why === 'replayed') refusal = replayedCode
      return spent?.ok ?? false
    },
  )
  if (tried.refusal) return { refusal: tried.refusal, record: [tried.trace] }
  const next = await carryOn(task, session, true)
  const data = { by: used, step: next.step }
  const entry = { subject: `account:${account.id}`, data, agencyId: session.agencyId ?? noAgency }
  return { answer: { step: next.step }, token: next.token, record: [entry] }
}

interface Tried {
  readonly refusal: Refusal | null
  /** For the record, where it was refused. */
  readonly trace: Entry
}

/**
 * Tries something that could be guessed. While a name is locked nothing is looked at; each failure is counted, one
 * after the other.
 */
export async function tryOnce(
  { tx, now }: Pick<Task<Contract>, 'tx' | 'now'>,
  login: string,
  account: AccountRow | null,
  wrong: Refusal | (() => Refusal),
  isRight: () => Promise<boolean>,
): Promise<Tried> {
  const at = now.getTime()
  const lock = await holdLock(tx, login, now)
  const agencyId = await homeOf(tx, account)
  const subject = account ? `account:${account.id}` : nameless(login)
  const trace = (why: string) => ({ kind: 'accounts.failedSignIn', subject, data: { why }, agencyId })
  const until = lockedUntil(lock, at)
  if (until !== null) return { refusal: lockedRefusal(until, at), trace: trace('locked') }
  if (await isRight()) return { refusal: null, trace: trace('right') }
  const state = afterFailure(lock, at)
  await keepLock(tx, login, state, now)
  const refusal = typeof wrong === 'function' ? wrong() : wrong
  return { refusal, trace: trace(state.lockedUntil === null ? refusal.code : 'now_locked') }
}

/** Whose record tells of it: asked also where there is no account, so that both take the same time. */
async function homeOf(tx: Task<Contract>['tx'], account: AccountRow | null): Promise<string> {
  const id = account?.id ?? noAgency
  const memberships = await membershipsOf(tx, id)
  const last = await lastAgency(tx, id)
  return (memberships.find(one => one.agencyId === last) ?? memberships[0])?.agencyId ?? noAgency
}
