/** Using up a second factor that is typed: a one-time code, or a recovery code. */
import type { Contract } from '../../../kit/contract.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { noAgency, type Task } from '../../../kit/routes.ts'
import { spendRecoveryCode } from '../../../platform/crypto/codes.ts'
import { unseal } from '../../../platform/crypto/seal.ts'
import { checkTotp } from '../../../platform/crypto/totp.ts'
import { type AccountRow, changeAccount } from '../store/accounts.ts'

/** Where the secret of one-time codes stands, for its seal. */
export const totpPlace = (accountId: string) => ({ table: 'account', column: 'totp', row: accountId })

export type Spent =
  | { readonly ok: true; readonly by: 'totp' | 'recovery_code' }
  | { readonly ok: false; readonly why: 'malformed' | 'wrong' | 'replayed' }

/** Each code once. The account is to be held. */
export async function spendCode(
  { tx, now, services }: Pick<Task<Contract>, 'tx' | 'now' | 'services'>,
  account: AccountRow,
  typed: string,
): Promise<Spent> {
  const left = spendRecoveryCode(typed, account.recoveryHashes)
  if (left !== null) {
    await changeAccount(tx, account.id, { recoveryHashes: left })
    return { ok: true, by: 'recovery_code' }
  }
  if (account.totp === null) return { ok: false, why: 'wrong' }
  const keys = await agencyKeys(tx, services.keys, noAgency)
  const secret = unseal(keys, totpPlace(account.id), account.totp)
  const answer = checkTotp({ secret, typed, now: now.getTime(), lastStep: account.totpLastStep })
  if (!answer.ok) return answer
  await changeAccount(tx, account.id, { totpLastStep: answer.step })
  return { ok: true, by: 'totp' }
}
