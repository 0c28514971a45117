/** The master key of an installation: made once, never made anew over data that another one sealed. */
import { existsSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { dataKey } from '../../kit/schema/people.ts'
import type { Config } from '../../platform/config/config.ts'
import { boxHead } from '../../platform/crypto/box.ts'
import { type MasterKeys, openMasterKeyFile } from '../../platform/crypto/master-key.ts'
import type { KeyMaker } from '../../platform/crypto/seal.ts'
import type { Database } from '../../platform/db/connect.ts'
import { Trouble } from '../../platform/trouble.ts'
import { keyDenied, keyForeign, keyMissing } from './troubles.ts'

type KeyConfig = Pick<Config, 'masterKey' | 'cipher'>
type KeySource = Pick<Config, 'masterKey'>

/**
 * Opens the master key, or makes it where nothing was sealed yet. Throws a Trouble where it is missing, cannot be read,
 * or is not the key of these data.
 */
export async function openKeys(config: KeyConfig, database: Database): Promise<KeyMaker> {
  const masters = (await presentKeys(config, database)) ?? (await openFile(keyPlace(config)))
  return { masters, suite: config.cipher }
}

/** The master keys that are there; null where none is and none is needed yet. Throws as `openKeys`. */
export async function presentKeys({ masterKey }: KeySource, database: Database): Promise<MasterKeys | null> {
  const wanted = await masterNames(database)
  if ('file' in masterKey && !existsSync(masterKey.file)) {
    if (wanted.length > 0) throw keyMissing(masterKey.file)
    return null
  }
  const masters = 'keys' in masterKey ? masterKey.keys.reveal() : await openFile(masterKey.file)
  const foreign = wanted.filter(name => !masters.secrets.has(name))
  if (foreign.length > 0) throw keyForeign(keyPlace({ masterKey }), foreign)
  return masters
}

/** Where the key is looked for, to be named in sentences. */
export function keyPlace({ masterKey }: KeySource): string {
  return 'file' in masterKey ? masterKey.file : 'GONGKAI_MASTER_KEY'
}

async function openFile(file: string): Promise<MasterKeys> {
  try {
    return await openMasterKeyFile(file)
  } catch (error) {
    throw error instanceof Trouble ? error : keyDenied(file, error)
  }
}

/** The names of the master keys that closed what is in the database. */
async function masterNames(database: Database): Promise<string[]> {
  const heads = await database.transaction('installation', tx =>
    tx
      .selectDistinct({
        head: sql<string>`split_part(${dataKey.wrapped}, '.', 1) || '.' || split_part(${dataKey.wrapped}, '.', 2)`,
      })
      .from(dataKey),
  )
  return [...new Set(heads.map(({ head }) => boxHead(`${head}.`).key))]
}
