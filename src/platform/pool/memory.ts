/** How much memory another process holds. */
import { readFileSync } from 'node:fs'

/** Resident megabytes of a process, 0 where the system does not tell (not Linux, or the process is gone). */
export function residentMegabytes(pid: number): number {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? Number(found[1]) / 1024 : 0
  } catch {
    return 0
  }
}
