/** What operations need of an installation, without changing it: no migration, no new key. */
import type { Config } from '../../platform/config/config.ts'
import type { BlobStore } from '../../platform/storage/blob-store.ts'
import { openBlobs } from '../installation/outside.ts'
import { type ReachedServer, reachServer } from '../installation/server.ts'
import { operationResults } from '../operation-words.ts'
import type { Terminal } from '../terminal.ts'
import type { Progress } from './progress.ts'

/** Runs work over the database's server and the files, and lets go of them. */
export async function withPlace<T>(
  config: Config,
  work: (place: ReachedServer & { readonly blobs: BlobStore }) => Promise<T>,
): Promise<T> {
  const server = await reachServer(config)
  try {
    return await work({ ...server, blobs: await openBlobs(config, Date.now()) })
  } finally {
    await server.leave()
  }
}

/** Progress as a line on the terminal. */
export function shownOn({ say, progress }: Terminal): Progress {
  return (step, name, count) => progress(say(operationResults.step(step, name, count)))
}
