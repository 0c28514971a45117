/** What citizens' accounts hold sealed, under the installation's own keys: brought under a new one. */
import { eq } from 'drizzle-orm'
import type { Resealer } from '../../../kit/keys.ts'
import { noAgency } from '../../../kit/routes.ts'
import { citizen, citizenCode } from '../../../kit/schema/citizens.ts'
import { needsReseal, reseal } from '../../../platform/crypto/seal.ts'
import { citizenCodePlace, citizenDetailsPlace, citizenPlace } from '../sealed.ts'

export const resealAccounts: Resealer = async (tx, keys) => {
  if (keys.agencyId !== noAgency) return 0
  let resealed = 0
  for (const { id, contact, details } of await tx.select().from(citizen).for('update')) {
    const old = [contact, details].filter(sealed => sealed !== null && needsReseal(keys, sealed))
    if (old.length === 0) continue
    const changes = {
      contact: reseal(keys, citizenPlace(id), contact),
      details: details && reseal(keys, citizenDetailsPlace(id), details),
    }
    await tx.update(citizen).set(changes).where(eq(citizen.id, id))
    resealed += old.length
  }
  for (const { tokenHash, contact } of await tx.select().from(citizenCode).for('update')) {
    if (!needsReseal(keys, contact)) continue
    const changes = { contact: reseal(keys, citizenCodePlace(tokenHash), contact) }
    await tx.update(citizenCode).set(changes).where(eq(citizenCode.tokenHash, tokenHash))
    resealed += 1
  }
  return resealed
}
