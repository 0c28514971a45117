/** Giving an agency a new data key, and bringing under it all that was sealed under the former ones. */
import { and, eq, isNotNull } from 'drizzle-orm'
import { type Resealer, renewKey } from '../../../kit/keys.ts'
import { recordOperator } from '../../../kit/operator.ts'
import { noAgency } from '../../../kit/routes.ts'
import { account, membership } from '../../../kit/schema/people.ts'
import type { Services } from '../../../kit/services.ts'
import { phonePlace } from '../../../kit/staff.ts'
import { type AgencyKeys, needsReseal, reseal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { changeAccount } from '../store/accounts.ts'
import { changeMembership } from '../store/members.ts'
import { totpPlace } from './spend-code.ts'

/** The kind of a rotation in the record. */
export const rotated = 'accounts.rotateDataKey'

/** What a rotation came to. */
export interface Rotated {
  readonly version: number
  /** Values sealed anew. */
  readonly resealed: number
}

/**
 * A new version of an agency's key (`noAgency`: the installation's), and everything sealed under it, in one
 * transaction: what this slice holds, and by `others` what other tables do.
 */
export async function rotateDataKey(
  services: Services,
  agencyId: string,
  others: readonly Resealer[],
): Promise<Rotated> {
  return services.database.transaction('installation', async tx => {
    const keys = await renewKey(tx, services.keys, agencyId)
    let resealed = 0
    for (const resealer of [resealAccounts, ...others]) resealed += await resealer(tx, keys)
    const version = keys.current.seal
    const event = { subject: `data_key:${agencyId}`, kind: rotated, data: { version, resealed } }
    await recordOperator(tx, services, services.now(), [{ ...event, agencyId }])
    return { version, resealed }
  })
}

async function resealAccounts(tx: Tx, keys: AgencyKeys): Promise<number> {
  return keys.agencyId === noAgency ? resealSecrets(tx, keys) : resealPhones(tx, keys)
}

async function resealPhones(tx: Tx, keys: AgencyKeys): Promise<number> {
  const { agencyId } = keys
  const here = and(eq(membership.agencyId, agencyId), isNotNull(membership.phone))
  const rows = await tx.select().from(membership).where(here).for('update')
  const old = rows.filter(({ phone }) => phone !== null && needsReseal(keys, phone))
  for (const { accountId, phone } of old) {
    if (phone === null) continue
    await changeMembership(tx, { agencyId, accountId }, { phone: reseal(keys, phonePlace(accountId), phone) })
  }
  return old.length
}

/** The secrets of one-time codes; those that wait to be confirmed are opened by the former key still. */
async function resealSecrets(tx: Tx, keys: AgencyKeys): Promise<number> {
  const rows = await tx.select().from(account).where(isNotNull(account.totp)).for('update')
  const old = rows.filter(({ totp }) => totp !== null && needsReseal(keys, totp))
  for (const { id, totp } of old) {
    if (totp !== null) await changeAccount(tx, id, { totp: reseal(keys, totpPlace(id), totp) })
  }
  return old.length
}
