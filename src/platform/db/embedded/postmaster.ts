/** The server process as it is known from the files it leaves. */
import { execFileSync } from 'node:child_process'
import { readFile, readlink, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../../trouble.ts'
import { folderTrouble } from '../trouble.ts'
import { type Place, socketNumber } from './place.ts'
import { isAlive } from './program.ts'

export interface Postmaster {
  readonly pid: number
  /** The folder of its socket, which may be another than a new server's would be. */
  readonly socket: string
}

/** The server running over these data; undefined where none is, whatever its files say. */
export async function findPostmaster({ cluster }: Place): Promise<Postmaster | undefined> {
  const lines = (await readIfThere(join(cluster, 'postmaster.pid'))).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return (await isServerOver(pid, cluster)) ? { pid, socket: lines[4] ?? '' } : undefined
}

async function isServerOver(pid: number, cluster: string): Promise<boolean> {
  const command = await commandOf(pid)
  if (!command.includes('postgres')) return false
  // A folder that was moved is known by where the process stands, not by what it was started with.
  return command.includes(cluster) || (await standsIn(pid)) === cluster
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw folderTrouble(error, path)
  }
}

/** How a process was started; empty where it is gone. Its number alone says little: numbers are given again. */
async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readIfThere(`/proc/${pid}/cmdline`).catch(() => '')
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** The folder a process is in; empty where the system does not tell. */
function standsIn(pid: number): Promise<string> {
  return readlink(`/proc/${pid}/cwd`).catch(() => '')
}

/**
 * Removes the lock files of a server that is no more where they would keep a new one from starting: their number
 * belongs to another process by now, or they are empty. Other remains the new server clears away itself.
 */
export async function removeRemains({ cluster, socket }: Place): Promise<void> {
  for (const path of [join(cluster, 'postmaster.pid'), join(socket, `.s.PGSQL.${socketNumber}.lock`)]) {
    const found = await readIfThere(path)
    const pid = Number.parseInt(found, 10)
    if (found === '' ? await isOld(path) : isAlive(pid) && !(await isServerOver(pid, cluster))) await take(path, found)
  }
}

/** Takes a file away unless a new server has put its own there meanwhile. */
async function take(path: string, expected: string): Promise<void> {
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
    if ((await readIfThere(aside)) === expected) await rm(aside)
    else await rename(aside, path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** A server that is about to start writes its file a moment after it makes it. */
async function isOld(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null)
  return info !== null && Date.now() - info.mtimeMs > 2000
}

/** Asks the server to end at once, in good order. */
export function askToEnd({ pid }: Postmaster): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

/** Resolves when the server has ended: it takes its file away a moment before. */
export async function ended({ cluster }: Place, { pid }: Postmaster): Promise<void> {
  while (await isServerOver(pid, cluster)) await sleep(10)
}
