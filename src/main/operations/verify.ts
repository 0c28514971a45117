/** Proves an installation: every agency's chain of events from its first link, and every stored file by its hash. */
import { drizzle } from 'drizzle-orm/node-postgres'
import type { ClientConfig } from 'pg'
import { storedFiles } from '../../kit/schema/stored-files.ts'
import { withSnapshot } from '../../platform/backup/tables.ts'
import { type BrokenLink, chains, verifyChain } from '../../platform/record/chain.ts'
import type { BlobStore } from '../../platform/storage/blob-store.ts'
import { type Sentence, Trouble } from '../../platform/trouble.ts'
import type { Progress } from './progress.ts'

/** What does not hold. */
export type Flaw =
  | ({ readonly kind: 'chain' } & BrokenLink)
  | { readonly kind: 'file'; readonly hash: string; readonly says: Sentence }

export interface Proof {
  readonly agencies: number
  readonly events: number
  readonly files: number
  readonly flaws: readonly Flaw[]
}

/** Goes through everything as it is at one moment, while others go on writing. */
export async function verifyInstallation(owner: ClientConfig, blobs: BlobStore, progress: Progress): Promise<Proof> {
  const { flaws, ...proof } = await withSnapshot(owner, async ({ client }) => {
    const tx = drizzle({ client })
    const flaws: Flaw[] = []
    const agencies = await chains(tx)
    let events = 0
    for (const [i, agencyId] of agencies.entries()) {
      progress('table', agencyId, i + 1)
      const { count, broken } = await verifyChain(tx, agencyId)
      events += count
      if (broken) flaws.push({ kind: 'chain', ...broken })
    }
    const wanted: string[] = []
    for (const column of storedFiles) {
      const rows = await tx.select({ hash: column }).from(column.table)
      wanted.push(...rows.map(({ hash }) => hash))
    }
    return { agencies: agencies.length, events, wanted, flaws }
  })
  const { wanted, ...counts } = proof
  const found = new Set(wanted)
  for await (const { hash } of blobs.list()) found.add(hash)
  const bad = await verifyFiles([...found].sort(), blobs, progress)
  return { ...counts, files: found.size, flaws: [...flaws, ...bad] }
}

async function verifyFiles(hashes: readonly string[], blobs: BlobStore, progress: Progress): Promise<Flaw[]> {
  const flaws: Flaw[] = []
  for (const [i, hash] of hashes.entries()) {
    progress('file', hash, i + 1)
    const says = await fileFlaw(hash, blobs)
    if (says) flaws.push({ kind: 'file', hash, says })
  }
  return flaws
}

async function fileFlaw(hash: string, blobs: BlobStore): Promise<Sentence | null> {
  try {
    const blob = await blobs.get(hash)
    if (!blob) return missingFile(hash)
    for await (const piece of blob.content) piece.length
    return null
  } catch (error) {
    if (error instanceof Trouble && error.code === 'blob_damaged') return error.says
    throw error
  }
}

/** A file the tables name, and which is not stored. */
export function missingFile(hash: string): Sentence {
  return { zh: `登记的文件 ${hash} 不在存储中。`, en: `The file ${hash} is in the tables but not in the storage.` }
}
