/** Finds the files below paths, in an order that does not change from run to run. */
import type { Dirent, Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { fileName } from './file-name.ts'

/** Why a path leads to no file that can be read. `other`: a device, a socket. */
export type PathProblem = 'not_found' | 'no_access' | 'other'

/** `path` in bytes, since names made on older systems need not be UTF-8; `name` is the readable form. */
export type Found =
  | { readonly name: string; readonly path: Uint8Array }
  | { readonly name: string; readonly problem: PathProblem }

/**
 * Yields the paths that are files, and the files of those that are folders, at any depth, sorted by name. Links are
 * followed; a folder reached a second time, as in a loop of links, is not entered again. Names beginning with `.` or
 * `~$` (an editor's lock) are passed over inside folders.
 */
export async function* walk(paths: readonly string[]): AsyncGenerator<Found> {
  const entered = new Set<string>()
  for (const path of paths) yield* below(Buffer.from(path), entered, true)
}

async function* below(path: Buffer, entered: Set<string>, named: boolean): AsyncGenerator<Found> {
  const name = fileName(path)
  const info = await look(path)
  if (typeof info === 'string') yield { name, problem: info }
  else if (info.isDirectory()) yield* inside(path, info, entered)
  // A pipe is readable where a person names it, as a shell's <(…) does; inside a folder it would wait for ever.
  else if (info.isFile() || (named && info.isFIFO())) yield { name, path }
  else yield { name, problem: 'other' }
}

async function* inside(path: Buffer, info: Stats, entered: Set<string>): AsyncGenerator<Found> {
  const identity = `${info.dev}:${info.ino}`
  if (entered.has(identity)) return
  entered.add(identity)
  const entries = await list(path)
  if (typeof entries === 'string') {
    yield { name: fileName(path), problem: entries }
    return
  }
  for (const entry of entries) yield* below(Buffer.concat([path, SLASH, entry]), entered, false)
}

const SLASH = Buffer.from('/')

async function list(path: Buffer): Promise<Buffer[] | PathProblem> {
  try {
    const entries: Dirent<Buffer>[] = await readdir(path, { withFileTypes: true, encoding: 'buffer' })
    return entries
      .map(e => e.name)
      .filter(n => !/^(\.|~\$)/.test(n.toString('latin1')))
      .sort(Buffer.compare)
  } catch (error) {
    return problemOf(error)
  }
}

async function look(path: Buffer): Promise<Stats | PathProblem> {
  try {
    return await stat(path)
  } catch (error) {
    return problemOf(error)
  }
}

/** What an error of the file system means for a path. */
export function problemOf(error: unknown): PathProblem {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'not_found'
  if (code === 'EACCES' || code === 'EPERM') return 'no_access'
  return 'other'
}
