/** Starting the server process. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { codeOf } from '../../trouble.ts'
import { didNotStart, folderTrouble, noBinaries } from '../trouble.ts'
import type { Binaries } from './binaries.ts'
import type { Footing } from './footing.ts'
import type { Place } from './place.ts'
import { programEnvironment, saidTrouble } from './program.ts'

/** Settings of the server by name, as in postgresql.conf. */
export type Settings = Readonly<Record<string, string>>

const settings: Settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // Fewer processes and less memory: this server has one application.
  io_method: 'sync',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  // Neither statements nor the values that broke a rule: they may be personal data.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const mostLog = 5_000_000

/** One start of the server: it runs, or it says why it ended. */
export interface Launch {
  readonly pid: number | undefined
  readonly hasEnded: () => boolean
  /** What it wrote to its log so far. */
  readonly words: () => string
}

/**
 * Starts the server in a session of its own, so that Ctrl+C in the terminal reaches only us, and with its words going
 * to a file, so that it outlives us undisturbed. Throws a `Trouble` where it cannot be started at all.
 */
export async function launch(place: Place, binaries: Binaries, footing: Footing, own: Settings): Promise<Launch> {
  const from = startLog(place.log)
  const options = Object.entries({ ...settings, unix_socket_directories: `"${place.socket}"`, ...own })
  const args = ['-D', place.cluster, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const [program = binaries.postgres, ...rest] = [...footing.prefix, binaries.postgres, ...args]
  const out = openSync(place.log, 'a', 0o600)
  const child = spawn(program, rest, {
    ...footing.run,
    cwd: '/',
    env: programEnvironment(),
    detached: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  try {
    await once(child, 'spawn')
  } catch (error) {
    // The file is there, its loader is not: another C library.
    throw codeOf(error) === 'ENOENT'
      ? noBinaries(`${process.platform}-${process.arch}`, error)
      : folderTrouble(error, program)
  }
  child.unref()
  return {
    pid: child.pid,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    words: () => readFileSync(place.log).subarray(from).toString(),
  }
}

/** Where the words of the next start will begin. */
function startLog(log: string): number {
  try {
    if (!existsSync(log)) return 0
    if (statSync(log).size > mostLog) truncateSync(log)
    return statSync(log).size
  } catch (error) {
    throw folderTrouble(error, log)
  }
}

/** Why a start came to nothing. */
export function launchTrouble(said: string, place: Place): Error {
  const fatal = said.split('\n').filter(line => /FATAL|PANIC|ERROR|error:/.test(line))
  const words = (fatal[0] ?? said.trim().split('\n')[0] ?? '').replace(/^.*?\b(?:FATAL|PANIC|ERROR): */, '')
  return saidTrouble(said, /socket/.test(words) ? place.socket : place.cluster) ?? didNotStart(place.log, words)
}
