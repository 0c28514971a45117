/** What running any program of the server takes. */
import { codeOf, type Trouble } from '../../trouble.ts'
import { cannotWrite, diskFull, socketTaken } from '../trouble.ts'

/** As little as possible: settings meant for other PostgreSQLs must not reach this one. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

/** What the server's own words mean; undefined where they are of no kind we know. */
export function saidTrouble(said: string, where: string): Trouble | undefined {
  if (/No space left on device|Disk quota exceeded/.test(said)) return diskFull(where)
  if (/could not (?:bind|create) .*socket|socket lock file/i.test(said)) return socketTaken(where)
  return /Permission denied|invalid permissions|wrong ownership|Read-only file system/.test(said)
    ? cannotWrite(where)
    : undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}
