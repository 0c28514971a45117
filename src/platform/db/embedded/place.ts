/** Where an embedded database keeps its things. */
import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from '../../trouble.ts'
import { folderTrouble, socketTaken } from '../trouble.ts'
import type { Footing } from './footing.ts'

export interface Place {
  /** The folder given with `--data`, without links in its path. */
  readonly data: string
  /** The cluster: what PostgreSQL calls its data directory. */
  readonly cluster: string
  /** What the server says. */
  readonly log: string
  /** The folder of its socket. */
  readonly socket: string
}

/** The number in the socket's name; no port is opened. */
export const socketNumber = 5432

// The kernel takes 107 bytes for the whole path of a socket, some systems 103.
const mostBytes = 100

/** Makes the data folder where missing. Throws a `Trouble` where it may not or cannot be written. */
export async function placeAt(folder: string): Promise<Place> {
  try {
    await mkdir(folder, { recursive: true })
    const data = await realpath(folder)
    await mkdir(join(data, 'logs'), { recursive: true })
    return {
      data,
      cluster: join(data, 'postgres'),
      log: join(data, 'logs', 'postgres.log'),
      socket: socketFolder(data),
    }
  } catch (error) {
    throw folderTrouble(error, folder)
  }
}

/** In the data folder where its path is short and plain enough for a socket, else a short one among temporary files. */
function socketFolder(data: string): string {
  const inside = join(data, 'run')
  if (fits(inside)) return inside
  const name = `gongkai-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`
  return [join(tmpdir(), name), join('/tmp', name)].find(fits) ?? join('/tmp', name)
}

function fits(folder: string): boolean {
  return /^[\w./-]+$/.test(folder) && Buffer.byteLength(join(folder, `.s.PGSQL.${socketNumber}.lock`)) < mostBytes
}

/** Makes the socket's folder, closed to everybody else. Throws a `Trouble` where somebody else got there first. */
export async function makeSocketFolder({ socket }: Place, { owner }: Footing): Promise<void> {
  try {
    await mkdir(socket, { mode: 0o700 })
    if (owner) await chown(socket, owner.uid, owner.gid)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw folderTrouble(error, socket)
  }
  const info = await lstat(socket)
  const ours = [owner?.uid, process.getuid?.()].includes(info.uid)
  if (!info.isDirectory() || !ours || (info.mode & 0o077) !== 0) throw socketTaken(socket)
  if (owner && info.uid !== owner.uid) await chown(socket, owner.uid, owner.gid)
  await chmod(socket, 0o700)
}
