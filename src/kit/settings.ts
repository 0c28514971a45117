/** Agencies' settings, for every slice that goes by them. */
import { eq, inArray } from 'drizzle-orm'
import { type SettingId, type Settings, settingsFrom } from '../domain/agency/settings.ts'
import type { Tx } from '../platform/db/connect.ts'
import { setting } from './schema/agencies.ts'

/** All settings; what was never set is as usual. */
export async function settingsOf(tx: Tx, agencyId: string): Promise<Settings> {
  const rows = await tx.select().from(setting).where(eq(setting.agencyId, agencyId))
  return settingsFrom(new Map(rows.map(({ key, value }) => [key, value])))
}

/** The settings of several agencies, in their order. */
export async function settingsOfAll(tx: Tx, agencyIds: readonly string[]): Promise<readonly Settings[]> {
  if (agencyIds.length === 0) return []
  const rows = await tx
    .select()
    .from(setting)
    .where(inArray(setting.agencyId, [...agencyIds]))
  return agencyIds.map(id =>
    settingsFrom(new Map(rows.filter(row => row.agencyId === id).map(({ key, value }) => [key, value]))),
  )
}

/** One setting of every agency that chose it. */
export async function chosen<K extends SettingId>(tx: Tx, key: K): Promise<ReadonlyMap<string, Settings[K]>> {
  const rows = await tx.select().from(setting).where(eq(setting.key, key))
  return new Map(rows.map(({ agencyId, value }) => [agencyId, settingsFrom(new Map([[key, value]]))[key]]))
}
