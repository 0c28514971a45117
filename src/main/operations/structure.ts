/** How a database's structure stands to what this program knows. Only looks. */
import type { Client, ClientConfig } from 'pg'
import { asOwner } from '../../platform/db/connect.ts'
import { type Migration, schemaVersion } from '../../platform/db/migrate.ts'

export interface Structure {
  /** `missing`: steps are to come; `foreign`: the database has steps this program does not know, or others. */
  readonly state: 'current' | 'missing' | 'foreign'
  /** The steps concerned. */
  readonly names: readonly string[]
}

export async function structureOf(owner: ClientConfig, migrations: readonly Migration[]): Promise<Structure> {
  const applied = await asOwner(owner, appliedTo)
  const foreign = applied.filter(({ name, sha256 }) => !migrations.some(m => m.name === name && m.sha256 === sha256))
  if (foreign.length > 0) return { state: 'foreign', names: foreign.map(({ name }) => name) }
  const missing = migrations.filter(m => !applied.some(({ name }) => name === m.name))
  return { state: missing.length > 0 ? 'missing' : 'current', names: missing.map(({ name }) => name) }
}

async function appliedTo(client: Client): Promise<Pick<Migration, 'name' | 'sha256'>[]> {
  if ((await schemaVersion(client)) === 0) return []
  const { rows } = await client.query<Pick<Migration, 'name' | 'sha256'>>('SELECT name, sha256 FROM migration')
  return rows
}
