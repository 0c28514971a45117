/** Runs test/support/embedded-child.ts as a process that tests can watch and kill. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'

export interface Told {
  readonly adopted?: boolean
  readonly host?: string
  readonly number?: number
  readonly lost?: string
  readonly trouble?: string
  readonly at?: string
  readonly fault?: string
  readonly stopped?: boolean
}

export interface EmbeddedProcess {
  readonly process: ChildProcess
  readonly told: readonly Told[]
  /** Resolves with the first line, told already or still to come, that the test accepts. */
  readonly until: (accepts: (line: Told) => boolean) => Promise<Told>
  readonly ended: Promise<void>
}

/** Builds the program in a folder of its own inside the repository, where its packages are found. */
export async function buildEmbeddedChild(): Promise<{ readonly entry: string; readonly remove: () => void }> {
  mkdirSync('tmp', { recursive: true })
  const folder = mkdtempSync(resolve('tmp', 'embedded-'))
  chmodSync(folder, 0o755)
  const entry = join(folder, 'child.mjs')
  await build({
    entryPoints: ['test/support/embedded-child.ts'],
    outfile: entry,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  return { entry, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Starts it over a data folder, as another user where one is given. */
export function startProcess(entry: string, data: string, user: { uid?: number; gid?: number } = {}): EmbeddedProcess {
  const child = spawn(process.execPath, [entry, data], { stdio: ['ignore', 'pipe', 'inherit'], ...user })
  const told: Told[] = []
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const look of waiting) look()
  }
  createInterface({ input: child.stdout }).on('line', line => {
    told.push(JSON.parse(line) as Told)
    wake()
  })
  const ended = new Promise<void>(done => child.once('close', () => done()))
  const until = (accepts: (line: Told) => boolean) =>
    new Promise<Told>((found, missed) => {
      const look = () => {
        const line = told.find(accepts)
        if (!line) return
        waiting.delete(look)
        found(line)
      }
      waiting.add(look)
      void ended.then(() => {
        look()
        missed(new Error(`ended without it: ${JSON.stringify(told.slice(-3))}`))
      })
      look()
    })
  return { process: child, told, until, ended }
}

/** Whether the process of a server runs: one that has ended may wait to be buried by whoever started it. */
export function isServing(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
  } catch {
    return false
  }
}

/** The number of the server's process over a data folder, by its own file. */
export function serverPid(data: string): number {
  return Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}
