/**
 * As whom the server runs. PostgreSQL refuses to run as root: then it is started as `postgres` or `nobody`; where that
 * account cannot reach the folders, as root seen under another number (a user namespace), where the system allows it.
 */
import { spawnSync } from 'node:child_process'
import { chmod, lchown, lstat, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../../trouble.ts'
import { notReachable } from '../trouble.ts'

export interface Footing {
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[]
  /** For the process; undefined: as we are. */
  readonly run: { readonly uid?: number; readonly gid?: number }
  /** Who must own the files; undefined: they are ours already. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined
}

interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** How to run the server over `data` with the programs at `program`. Throws a `Trouble` where there is no way. */
export async function findFooting(data: string, program: string): Promise<Footing> {
  if (process.getuid?.() !== 0) return { prefix: [], run: {}, owner: undefined }
  const account = await unprivileged()
  const closed = (await closedTo(account, program)) ?? (await closedTo(account, dirname(data)))
  if (closed === undefined) {
    await letThrough(account, data)
    const { uid, gid } = account
    return { prefix: [], run: { uid, gid }, owner: { uid, gid } }
  }
  const prefix = ['unshare', '--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--']
  if (spawnSync(prefix[0] ?? '', [...prefix.slice(1), 'true']).status !== 0) throw notReachable(closed, account.name)
  return { prefix, run: {}, owner: { uid: 0, gid: 0 } }
}

async function unprivileged(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const [name, , uid, gid] = lines.find(([name]) => name === wanted) ?? []
    if (name && uid && gid) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw notReachable('/etc/passwd', 'postgres')
}

/** The first folder from the root to `path` (or `path` itself) that the account may not enter. */
async function closedTo(account: Account, path: string): Promise<string | undefined> {
  const above = dirname(path)
  const closed = above === path ? undefined : await closedTo(account, above)
  return closed ?? ((await mayEnter(account, path)) ? undefined : path)
}

async function mayEnter({ uid, gid }: Account, path: string): Promise<boolean> {
  const info = await stat(path)
  const bit = info.uid === uid ? 0o100 : info.gid === gid ? 0o010 : 0o001
  return (info.mode & bit) !== 0
}

/** The folder for the data is ours to open: others may pass through, not look. */
async function letThrough(account: Account, data: string): Promise<void> {
  if (await mayEnter(account, data)) return
  await chmod(data, (await stat(data)).mode | 0o001)
}

/**
 * Gives a folder and all in it to who will run the server, where it is somebody else's. Follows no
 * links: nobody shall be handed a file from elsewhere.
 */
export async function handOver(folder: string, { owner }: Footing): Promise<void> {
  if (owner === undefined) return
  const info = await lstat(folder)
  if (info.uid === owner.uid) return
  for (const entry of await readdir(folder, { recursive: true })) await give(join(folder, entry), owner)
  await lchown(folder, owner.uid, owner.gid)
}

async function give(path: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  try {
    await lchown(path, uid, gid)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}
