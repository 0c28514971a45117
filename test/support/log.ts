/** A log that keeps its lines, for tests. */
import { createLog, type Log } from '../../src/platform/log/log.ts'

export interface KeptLog extends Log {
  readonly lines: Readonly<Record<string, unknown>>[]
}

export function keptLog(): KeptLog {
  const lines: Record<string, unknown>[] = []
  const log = createLog(
    line => lines.push(JSON.parse(line)),
    () => 0,
  )
  return { ...log, lines }
}
