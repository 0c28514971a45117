/** An agency's settings, for every slice that goes by them. */
import { eq } from 'drizzle-orm'
import { type Settings, settingsFrom } from '../domain/agency/settings.ts'
import type { Tx } from '../platform/db/connect.ts'
import { setting } from './schema/agencies.ts'

/** All settings; what was never set is as usual. */
export async function settingsOf(tx: Tx, agencyId: string): Promise<Settings> {
  const rows = await tx.select().from(setting).where(eq(setting.agencyId, agencyId))
  return settingsFrom(new Map(rows.map(({ key, value }) => [key, value])))
}
