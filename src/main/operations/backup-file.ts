/** The file a backup is written to: a draft beside its name until it is whole. */
import { createReadStream } from 'node:fs'
import { link, open, readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { codeOf, Trouble } from '../../platform/trouble.ts'
import { backupMissing, cannotWriteBackup, nameTaken } from './troubles.ts'

export interface Target {
  readonly draft: string
  /** Gives the draft its name, for good. Throws a Trouble where another backup has taken it meanwhile. */
  readonly keep: () => Promise<void>
}

const ownerOnly = 0o600

/** Opens a draft for a backup. Throws a Trouble where the name is taken or the folder cannot be written. */
export async function takeTarget(given: string): Promise<Target> {
  const path = resolve(given)
  if (await isThere(path)) throw nameTaken(path)
  const draft = join(dirname(path), `.${basename(path)}.part-${process.pid}`)
  try {
    await clearDead(path)
    await (await open(draft, 'w', ownerOnly)).close()
  } catch (error) {
    throw cannotWriteBackup(path, error)
  }
  return { draft, keep: () => keep(draft, path) }
}

async function keep(draft: string, path: string): Promise<void> {
  try {
    // A link, unlike a rename, never takes the place of a file that is there.
    await link(draft, path)
    await rm(draft)
    const folder = await open(dirname(path), 'r')
    await folder.sync().finally(() => folder.close())
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? nameTaken(path) : cannotWriteBackup(path, error)
  }
}

/** Removes drafts of the same name whose writers are no more. */
async function clearDead(path: string): Promise<void> {
  const beginning = `.${basename(path)}.part-`
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(beginning)) continue
    const pid = Number(name.slice(beginning.length))
    if (pid === process.pid || !isAlive(pid)) await rm(join(dirname(path), name), { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw cannotWriteBackup(path, error)
  }
}

/** The bytes of a backup. Throws a Trouble where there is no such file or it may not be read. */
export async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 2 ** 18 })
  } catch (error) {
    if (error instanceof Trouble || codeOf(error) === '') throw error
    throw backupMissing(path, error)
  }
}
