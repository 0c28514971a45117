/** What the program hands to every slice: the world outside, each part replaceable in a test. */
import type { KeyMaker } from '../platform/crypto/seal.ts'
import type { Database } from '../platform/db/connect.ts'
import type { RandomBytes } from '../platform/db/uuid7.ts'
import type { Log } from '../platform/log/log.ts'
import type { BlobStore } from '../platform/storage/blob-store.ts'

export interface Services {
  readonly database: Database
  readonly blobs: BlobStore
  readonly keys: KeyMaker
  readonly log: Log
  readonly now: () => Date
  readonly random: RandomBytes
  /** How the installation is reached from outside, without a slash at the end: `https://xxgk.example.gov.cn`. */
  readonly publicUrl: string
}
