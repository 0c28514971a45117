/** What requests hand on where a proposal to publish was accepted (条例44); `main` hands one slice to the other. */
import type { Publication } from '../domain/publication/publication.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Entry } from './routes.ts'
import type { Services } from './services.ts'

/** A file that was disclosed, without the applicant's name in its own. */
export interface DisclosedFile {
  readonly name: string
  /** Of `uploadKinds`. */
  readonly type: string
  /** What the virus scanner said when it came. */
  readonly scan: string
  readonly bytes: () => Promise<Uint8Array>
}

export interface Disclosed {
  /** Not kept yet. */
  readonly publication: Publication
  readonly files: readonly DisclosedFile[]
}

interface Call {
  readonly tx: Tx
  readonly now: Date
  readonly services: Pick<Services, 'blobs' | 'keys' | 'random'>
}

/** Keeps the draft in the transaction of what it came of. Gives the entries for the record. */
export type BeginPublication = (call: Call, disclosed: Disclosed) => Promise<readonly Entry[]>
