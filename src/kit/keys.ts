/** The data keys an agency's personal data are sealed with, as the table keeps them. */
import { and, eq } from 'drizzle-orm'
import {
  type AgencyKeys,
  type KeyMaker,
  type KeyRecord,
  newAgencyKeys,
  nextKey,
  openKeys,
  rewrap,
} from '../platform/crypto/seal.ts'
import type { Tx } from '../platform/db/connect.ts'
import { dataKey } from './schema/people.ts'

/** Brings under the present keys what one kind of table holds sealed for their agency. Gives how many values it was. */
export type Resealer = (tx: Tx, keys: AgencyKeys) => Promise<number>

/**
 * The keys of an agency, open; made where it has none yet. `noAgency` names those of the installation. Throws a
 * Trouble where the master key that closed them is gone.
 */
export async function agencyKeys(tx: Tx, maker: KeyMaker, agencyId: string): Promise<AgencyKeys> {
  const there = await records(tx, agencyId)
  if (there.length > 0) return openKeys(agencyId, there, maker)
  // Two may come at once: the first one's keys stay.
  await tx.insert(dataKey).values(newAgencyKeys(agencyId, maker)).onConflictDoNothing()
  return openKeys(agencyId, await records(tx, agencyId), maker)
}

/** Gives an agency a new key to seal with; the former ones still open. What is sealed under them is then resealed. */
export async function renewKey(tx: Tx, maker: KeyMaker, agencyId: string): Promise<AgencyKeys> {
  await agencyKeys(tx, maker, agencyId)
  const there = await records(tx, agencyId)
  await tx.insert(dataKey).values(nextKey(there, { agencyId, purpose: 'seal' }, maker))
  return agencyKeys(tx, maker, agencyId)
}

/** Closes every data key with the present master key; returns how many were closed otherwise before. */
export async function rewrapAll(tx: Tx, maker: KeyMaker): Promise<number> {
  const there = (await tx.select().from(dataKey).for('update')).map(recordOf)
  const changed = there.map(record => [record, rewrap(record, maker)] as const).filter(([was, is]) => was !== is)
  for (const [{ agencyId, purpose, version }, { wrapped }] of changed) {
    const key = and(eq(dataKey.agencyId, agencyId), eq(dataKey.purpose, purpose), eq(dataKey.version, version))
    await tx.update(dataKey).set({ wrapped }).where(key)
  }
  return changed.length
}

async function records(tx: Tx, agencyId: string): Promise<KeyRecord[]> {
  const rows = await tx.select().from(dataKey).where(eq(dataKey.agencyId, agencyId))
  return rows.map(recordOf)
}

function recordOf({ purpose, ...row }: typeof dataKey.$inferSelect): KeyRecord {
  return { ...row, purpose: purpose === 'match' ? 'match' : 'seal' }
}
