/** `gongkai keys`: new data keys for all agencies, one after another, and all data keys under the present master key. */
import { and, desc, eq, gte, inArray } from 'drizzle-orm'
import type { Resealer } from '../../../kit/keys.ts'
import { recordOperator } from '../../../kit/operator.ts'
import { noAgency } from '../../../kit/routes.ts'
import { agency } from '../../../kit/schema/agencies.ts'
import type { Services } from '../../../kit/services.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { event } from '../../../platform/record/schema.ts'
import { type Rotated, rotateDataKey, rotated } from './rotate-key.ts'

/** One agency done. `agency` null: the keys of the installation itself. */
export interface RotatedAgency extends Rotated {
  readonly agency: { readonly id: string; readonly name: string } | null
}

const begun = 'accounts.beginRotation'
const ended = 'accounts.endRotation'

/**
 * Gives every agency, and the installation, a new key; each in a transaction of its own, told as it is done. Where a
 * rotation before this one was cut off, it is taken up where it stopped: what has its new key is not given another.
 */
export async function* rotateAllKeys(services: Services, others: readonly Resealer[]): AsyncGenerator<RotatedAgency> {
  const since = await begin(services)
  const agencies = await inOne(services, tx =>
    tx.select({ id: agency.id, name: agency.name }).from(agency).orderBy(agency.regionCode, agency.name),
  )
  let done = 0
  for (const one of [null, ...agencies]) {
    const id = one?.id ?? noAgency
    if (await inOne(services, tx => hasNewKey(tx, id, since))) continue
    yield { agency: one, ...(await rotateDataKey(services, id, others)) }
    done += 1
  }
  await inOne(services, tx =>
    recordOperator(tx, services, services.now(), [{ subject: 'data_keys', kind: ended, data: { agencies: done } }]),
  )
}

/** When the rotation began that is under way now: one that was cut off, or this one. */
async function begin(services: Services): Promise<Date> {
  return inOne(services, async tx => {
    const [last] = await tx
      .select({ kind: event.kind, at: event.at })
      .from(event)
      .where(and(eq(event.agencyId, noAgency), inArray(event.kind, [begun, ended])))
      .orderBy(desc(event.seq))
      .limit(1)
    if (last?.kind === begun) return last.at
    const now = services.now()
    await recordOperator(tx, services, now, [{ subject: 'data_keys', kind: begun, data: {} }])
    return now
  })
}

async function hasNewKey(tx: Tx, agencyId: string, since: Date): Promise<boolean> {
  const here = and(eq(event.agencyId, agencyId), eq(event.kind, rotated), gte(event.at, since))
  return (await tx.$count(event, here)) > 0
}

function inOne<T>(services: Services, work: (tx: Tx) => Promise<T>): Promise<T> {
  return services.database.transaction('installation', work)
}
