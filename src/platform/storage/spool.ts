/** Streams on their way into a store: written to a temporary file, counted and hashed as they pass. */
import { createHash, randomUUID } from 'node:crypto'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredBlob } from './blob-store.ts'
import { blobDamaged, diskTrouble, tooLarge } from './troubles.ts'

const ownerOnly = 0o600
const staleMs = 24 * 3600 * 1000

/** A whole stream in a file that only its owner may read. */
export interface Spooled extends StoredBlob {
  readonly path: string
}

/**
 * Writes a stream into a new file of the folder, safely on disk when this returns. Where anything fails nothing is
 * left. Throws `too_large` and the troubles of the disk.
 */
export async function spool(folder: string, content: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Spooled> {
  const path = join(folder, randomUUID())
  const onDisk = <T>(act: Promise<T>): Promise<T> =>
    act.catch(error => {
      throw diskTrouble(error, folder)
    })
  try {
    return { path, ...(await write(path, content, mostBytes, onDisk)) }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Tells troubles of the disk from those of the stream. */
type OnDisk = <T>(act: Promise<T>) => Promise<T>

async function write(
  path: string,
  content: AsyncIterable<Uint8Array>,
  mostBytes: number,
  onDisk: OnDisk,
): Promise<StoredBlob> {
  const hash = createHash('sha256')
  let size = 0
  const file = await onDisk(open(path, 'wx', ownerOnly))
  try {
    for await (const piece of content) {
      size += piece.length
      if (size > mostBytes) throw tooLarge(mostBytes)
      hash.update(piece)
      await onDisk(file.writeFile(piece))
    }
    await onDisk(file.sync())
  } finally {
    await file.close()
  }
  return { hash: hash.digest('hex'), size }
}

/** Removes what a crash left in the folder; `now` in milliseconds. Files of a day are another process's work. */
export async function clearStale(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const info = await stat(path).catch(() => null)
    if (info !== null && now - info.mtimeMs > staleMs) await rm(path, { force: true })
  }
}

/** Passes the bytes on, the last piece only when the whole agrees with the hash. Throws `blob_damaged`. */
export async function* proven(
  content: AsyncIterable<Uint8Array>,
  hash: string,
  where: string,
): AsyncGenerator<Uint8Array> {
  const own = createHash('sha256')
  let held: Uint8Array | null = null
  for await (const piece of content) {
    own.update(piece)
    if (held !== null) yield held
    held = piece
  }
  if (own.digest('hex') !== hash) throw blobDamaged(hash, where)
  if (held !== null) yield held
}
