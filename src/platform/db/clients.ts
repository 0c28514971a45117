/** Which processes use one embedded server: the last to leave stops it. A process that was killed leaves no claim. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Notes this process as a user of the server. */
export function enter(folder: string, pid = process.pid): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, String(pid)), startOf(pid))
}

/** Takes the note away; says whether any other living process still uses the server. */
export function leave(folder: string, pid = process.pid): { readonly last: boolean } {
  rmSync(join(folder, String(pid)), { force: true })
  return { last: users(folder).length === 0 }
}

function users(folder: string): number[] {
  return readdirSync(folder).flatMap(name => {
    const pid = Number(name)
    if (isRunning(pid, readFileSync(join(folder, name), 'utf8'))) return pid
    rmSync(join(folder, name), { force: true })
    return []
  })
}

function isRunning(pid: number, start: string): boolean {
  return isAlive(pid) && startOf(pid) === start
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // The process is there, but another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When a process began, where the system tells: numbers of processes come again. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
