/** Counts what a visitor does, the same for the pages of the portal and for programs. */
import { type Refusal, refuse } from '../../../domain/kernel/result.ts'
import type { Services } from '../../../kit/services.ts'
import type { CitizenResult, Follower } from '../citizen.ts'
import type { Applied } from './apply.ts'
import { hasCode, unknown } from './find.ts'
import { counted, exhausted } from './limits.ts'

/**
 * Why somebody may not follow a request now, null where they may. Who has the code is counted for themselves; a number
 * that is not there and a wrong code are counted, and answered, alike.
 */
export async function mayFollow(
  services: Services,
  agencyId: string,
  who: Follower,
  address: string,
): Promise<Refusal | null> {
  const { database } = services
  const now = services.now()
  if (!('code' in who)) return counted(database, 'follow', `${who.accountId} ${address}`, now)
  const id = await database.transaction({ agency: agencyId }, tx => hasCode(tx, agencyId, who), 'nothing')
  if (id !== null) return counted(database, 'follow', `${id} ${address}`, now)
  return (await counted(database, 'wrong', address, now)) ?? refuse('unknown_request', unknown).refusal
}

/** Takes an application where its address has not filed too many. A form sent again is one; to mend one is none. */
export async function withinLimits(
  services: Services,
  address: string,
  work: () => Promise<CitizenResult<Applied>>,
): Promise<CitizenResult<Applied>> {
  const { database } = services
  const now = services.now()
  const refusal =
    (await exhausted(database, 'apply', address, now)) ?? (await exhausted(database, 'applyRefused', address, now))
  if (refusal) return { ok: false, refusal }
  const applied = await work()
  if (!applied.ok) await counted(database, 'applyRefused', address, now)
  else if (applied.value.record.length > 0) await counted(database, 'apply', address, now)
  return applied
}
