/** What the program hands to every slice: the world outside, each part replaceable in a test. */
import type { KeyMaker } from '../platform/crypto/seal.ts'
import type { Database } from '../platform/db/connect.ts'
import type { RandomBytes } from '../platform/db/uuid7.ts'
import type { Log } from '../platform/log/log.ts'
import type { PaymentProvider } from '../platform/payment/provider.ts'
import type { ChainAlgorithm } from '../platform/record/chain.ts'
import type { Sealer } from '../platform/seal/sealer.ts'
import type { BlobStore } from '../platform/storage/blob-store.ts'
import type { Scanner } from '../platform/storage/clamd.ts'

export interface Services {
  readonly database: Database
  readonly blobs: BlobStore
  readonly keys: KeyMaker
  readonly log: Log
  /** What the record is chained by from now on; sha256 where left out. */
  readonly algorithm?: ChainAlgorithm
  /** Where uploads are looked at for viruses; left out: nowhere, and files are marked so. */
  readonly scanner?: Scanner
  /** Where fees are paid; left out: into the account an agency names. */
  readonly payments?: PaymentProvider
  /** What issued letters are sealed with; left out: the place stays free for a stamp of ink. */
  readonly sealer?: Sealer
  readonly now: () => Date
  readonly random: RandomBytes
  /** How the installation is reached from outside, without a slash at the end: `https://xxgk.example.gov.cn`. */
  readonly publicUrl: string
}
