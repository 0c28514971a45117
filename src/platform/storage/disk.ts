/** Stored files in a folder: `ab/cd/abcd…`, put there by rename, so that a file under its name is always whole. */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../trouble.ts'
import { type BlobStore, isHash, mustBeHash, type OpenBlob, type PutLimits, type StoredBlob } from './blob-store.ts'
import { clearStale, proven, spool } from './spool.ts'
import { diskTrouble } from './troubles.ts'

const ownerOnly = 0o700
const temporary = 'tmp'

/**
 * Opens (and makes, where needed) a store in a folder. What a crash left half written more than a day before `now`
 * (milliseconds) is removed. Several processes may use one folder.
 */
export async function diskStore(folder: string, now: number): Promise<BlobStore> {
  const spoolFolder = join(folder, temporary)
  try {
    await mkdir(spoolFolder, { recursive: true, mode: ownerOnly })
    await clearStale(spoolFolder, now)
  } catch (error) {
    throw diskTrouble(error, folder)
  }
  return {
    put: (content, limits) => put(folder, spoolFolder, content, limits),
    get: hash => get(placeOf(folder, hash), hash),
    has: async hash => (await sizeOf(placeOf(folder, hash))) !== null,
    remove: hash => rm(placeOf(folder, hash), { force: true }),
    list: () => list(folder),
    check: async () => {
      const { path } = await spool(spoolFolder, probe(), 1)
      await rm(path)
    },
  }
}

async function* probe(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(1)
}

function placeOf(folder: string, hash: string): string {
  mustBeHash(hash)
  return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
}

async function put(
  folder: string,
  spoolFolder: string,
  content: AsyncIterable<Uint8Array>,
  { mostBytes }: PutLimits,
): Promise<StoredBlob> {
  const { path, hash, size } = await spool(spoolFolder, content, mostBytes)
  const place = placeOf(folder, hash)
  try {
    await makeFolders(folder, dirname(place))
    await rename(path, place)
    await syncFolder(dirname(place))
  } catch (error) {
    await rm(path, { force: true })
    throw diskTrouble(error, place)
  }
  return { hash, size }
}

/** Makes the two folders of a file; a new folder is only safe once the one above it is written too. */
async function makeFolders(root: string, leaf: string): Promise<void> {
  const first = await mkdir(leaf, { recursive: true, mode: ownerOnly })
  if (first === undefined) return
  await syncFolder(dirname(leaf))
  await syncFolder(root)
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function get(place: string, hash: string): Promise<OpenBlob | null> {
  const size = await sizeOf(place)
  if (size === null) return null
  return { hash, size, content: proven(readPieces(place), hash, place) }
}

/** Opened only when read, so that a blob nobody reads holds no file open. */
async function* readPieces(place: string): AsyncGenerator<Uint8Array> {
  const file = await open(place, 'r')
  yield* file.createReadStream()
}

async function sizeOf(place: string): Promise<number | null> {
  try {
    return (await stat(place)).size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw diskTrouble(error, place)
  }
}

async function* list(folder: string): AsyncGenerator<StoredBlob> {
  for (const outer of await foldersIn(folder)) {
    for (const inner of await foldersIn(join(folder, outer))) {
      const names = await readdir(join(folder, outer, inner))
      for (const hash of names.filter(isHash).sort()) {
        const size = await sizeOf(placeOf(folder, hash))
        // Removed since the folder was read.
        if (size !== null) yield { hash, size }
      }
    }
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter(name => /^[0-9a-f]{2}$/.test(name)).sort()
}
