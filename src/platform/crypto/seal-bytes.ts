/** Files at rest: each is closed under a key of its own, and only that key is sealed as other values are. */
import { Trouble } from '../trouble.ts'
import { type AgencyKeys, type SealedPlace, seal, unseal } from './seal.ts'
import { suiteIds, suites } from './suites.ts'

const KEY_BYTES = 32

export interface ClosedBytes {
  /** What to store where files are stored. */
  readonly closed: Buffer
  /** The file's key, sealed for its place; stands in a column. */
  readonly key: string
}

/** Closes bytes under a new key, which is sealed for `place`. */
export function sealBytes(keys: AgencyKeys, place: SealedPlace, plain: Uint8Array): ClosedBytes {
  const secret = keys.random(KEY_BYTES)
  const suite = suites[keys.suite]
  const closed = suite.close(secret, keys.random(suite.ivBytes), bound(place), plain)
  const key = seal(keys, place, `${keys.suite}.${Buffer.from(secret).toString('base64url')}`)
  return { closed, key }
}

/** The bytes again. Throws `Trouble` where key or file were changed, exchanged or moved. */
export function unsealBytes(keys: AgencyKeys, place: SealedPlace, { closed, key }: ClosedBytes): Buffer {
  const [name = '', secret = ''] = unseal(keys, place, key).split('.')
  const suite = suiteIds.find(id => id === name)
  const plain = suite && suites[suite].open(Buffer.from(secret, 'base64url'), bound(place), closed)
  if (!plain) throw notThisFile()
  return plain
}

function bound({ table, column, row }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([table, column, row]))
}

function notThisFile(): Trouble {
  return new Trouble({
    code: 'not_authentic',
    says: { zh: '存储的文件与登记的不符：被改动或者被调换', en: 'A stored file is not the one that was put there' },
    mend: { zh: '请核对审计日志，并从备份恢复该文件', en: 'Look into the record, and restore the file from a backup' },
  })
}
