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

/**
 * Opens the master key, or makes it where nothing was sealed yet. Throws a Trouble where it is missing, cannot be read,
 * or is not the key of these data.
 */
export async function openKeys(config: KeyConfig, database: Database): Promise<KeyMaker> {
  const wanted = await masterNames(database)
  const { masterKey, cipher } = config
  if ('file' in masterKey && wanted.length > 0 && !existsSync(masterKey.file)) throw keyMissing(masterKey.file)
  const masters = 'keys' in masterKey ? masterKey.keys.reveal() : await openFile(masterKey.file)
  const foreign = wanted.filter(name => !masters.secrets.has(name))
  if (foreign.length > 0) throw keyForeign(keyPlace(config), foreign)
  return { masters, suite: cipher }
}

/** Where the key is looked for, to be named in sentences. */
export function keyPlace({ masterKey }: KeyConfig): string {
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
