/** Setting up one-time codes: nothing changes until a code has shown that the telephone has the secret. */
import type { Step } from '../../../domain/people/steps.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { refused } from '../../../kit/problem.ts'
import { type Done, noAgency, type Task } from '../../../kit/routes.ts'
import { newRecoveryCodes } from '../../../platform/crypto/codes.ts'
import { seal, unseal } from '../../../platform/crypto/seal.ts'
import { checkTotp, newTotpSecret, totpUri } from '../../../platform/crypto/totp.ts'
import type * as contracts from '../contract.ts'
import { nothingToConfirm, replayedCode, wrongCode } from '../refusals.ts'
import { changeAccount, holdAccount } from '../store/accounts.ts'
import { putChallenge, takeChallenge } from '../store/sessions.ts'
import { installationName } from './names.ts'
import { carryOn, ownSession } from './open-session.ts'
import { totpPlace } from './spend-code.ts'

const waitingPlace = (sessionId: string) => ({ table: 'session', column: 'challenge', row: sessionId })

export async function beginTotp(
  task: Task<typeof contracts.beginTotp>,
): Promise<Done<{ secret: string; uri: string }>> {
  const { tx, now, services } = task
  const { session, account } = await ownSession(task)
  const secret = newTotpSecret(services.random)
  const keys = await agencyKeys(tx, services.keys, noAgency)
  await putChallenge(tx, session.id, 'totp', seal(keys, waitingPlace(session.id), secret), now)
  const uri = totpUri({ secret, issuer: installationName, account: account.login })
  return { answer: { secret, uri }, record: [] }
}

/** The right code makes them count, gives fresh recovery codes, and is itself the second factor of this session. */
export async function confirmTotp(
  task: Task<typeof contracts.confirmTotp>,
): Promise<Done<{ recoveryCodes: string[]; step: Step }>> {
  const { tx, now, body, services } = task
  const { session, account } = await ownSession(task)
  const keys = await agencyKeys(tx, services.keys, noAgency)
  const waiting = await takeChallenge(tx, session.id, ['totp'], now)
  if (!waiting) throw refused(nothingToConfirm)
  const secret = unseal(keys, waitingPlace(session.id), waiting.value)
  // A wrong code leaves the secret waiting: the refusal undoes that it was taken.
  const held = await holdAccount(tx, account.id)
  const lastStep = held?.totp === null ? null : (held?.totpLastStep ?? null)
  const answer = checkTotp({ secret, typed: body.code, now: now.getTime(), lastStep })
  if (!answer.ok) throw refused(answer.why === 'replayed' ? replayedCode : wrongCode)
  const { codes, hashes } = newRecoveryCodes(services.random)
  const totp = seal(keys, totpPlace(account.id), secret)
  await changeAccount(tx, account.id, { totp, totpLastStep: answer.step, recoveryHashes: hashes })
  const { token, step } = await carryOn(task, session, true)
  const entry = { subject: `account:${account.id}`, data: { replaced: account.totp !== null } }
  const record = [{ ...entry, agencyId: session.agencyId ?? noAgency }]
  return { answer: { recoveryCodes: [...codes], step }, token, record }
}
