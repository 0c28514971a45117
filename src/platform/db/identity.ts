/** As whom the server runs: PostgreSQL refuses to run as root. */
import { lchownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { notReachable } from './trouble.ts'

export interface Identity {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** The account to run as when this process is root: `postgres`, else `nobody`. Null for everyone else. */
export function identityToTake(passwd = '/etc/passwd'): Identity | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync(passwd, 'utf8').split('\n')
  for (const wanted of ['postgres', 'nobody']) {
    const [name, , uid, gid] = lines.find(line => line.startsWith(`${wanted}:`))?.split(':') ?? []
    if (name && uid && gid) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw notReachable(passwd, 'postgres')
}

/** Hands a folder and all in it to the account, where it is not already. */
export function giveTo({ uid, gid }: Identity, folder: string): void {
  const { uid: owner } = statSync(folder)
  if (owner === uid) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), uid, gid)
  }
  lchownSync(folder, uid, gid)
}

/** Throws a Trouble that names the first folder on the way which the account may not enter. */
export function mustReach(identity: Identity, path: string): void {
  const way: string[] = []
  for (let at = resolve(path); ; at = dirname(at)) {
    way.unshift(at)
    if (dirname(at) === at) break
  }
  for (const folder of way) {
    const { uid, gid, mode } = statSync(folder)
    const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) throw notReachable(folder, identity.name)
  }
}
