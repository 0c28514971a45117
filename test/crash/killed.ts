/** Runs test/support/crash-child.ts, hears what it says, and knows when nothing of it is left in the database. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'esbuild'
import type { Client } from 'pg'
import type { Sent } from './desk.ts'

export interface Heard {
  readonly asked?: Sent
  /** The key of the call. */
  readonly answered?: string
  readonly status?: number
  readonly body?: string
  readonly fault?: string
}

export interface Killed {
  readonly process: ChildProcess
  readonly heard: readonly Heard[]
  readonly ended: Promise<void>
}

export async function buildChild(): Promise<{ readonly entry: string; readonly remove: () => void }> {
  mkdirSync('tmp', { recursive: true })
  const folder = mkdtempSync(resolve('tmp', 'crash-'))
  chmodSync(folder, 0o755)
  const entry = join(folder, 'child.mjs')
  const entryPoints = ['test/support/crash-child.ts']
  await build({ entryPoints, outfile: entry, bundle: true, platform: 'node', format: 'esm', packages: 'external' })
  return { entry, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface Start {
  readonly entry: string
  readonly worldFile: string
  readonly name: string
  /** How many went before it: as much later does it take up what they were about to send. */
  readonly turns: number
  /** The end of a transaction at which it kills itself, or when a mail has just left; null: it is killed from outside. */
  readonly killAt: number | 'mail' | null
}

export function startChild({ entry, worldFile, name, turns, killAt }: Start): Killed {
  const args = [entry, worldFile, name, String(turns), ...(killAt === null ? [] : [String(killAt)])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const heard: Heard[] = []
  createInterface({ input: child.stdout }).on('line', line => heard.push(JSON.parse(line) as Heard))
  return { process: child, heard, ended: new Promise(done => child.once('close', () => done())) }
}

export const answersOf = ({ heard }: Killed) => heard.filter(({ answered }) => answered !== undefined)

/** Waits until so many calls were answered; ends early where the process ends. */
export async function untilAnswered(child: Killed, count: number): Promise<void> {
  let over = false
  void child.ended.then(() => {
    over = true
  })
  while (!over && answersOf(child).length < count) await pause(5)
}

/** A commit that was sent may still be under way when its sender is gone. */
export async function untilGone(client: Client, name: string): Promise<void> {
  for (;;) {
    const { rows } = await client.query('SELECT 1 FROM pg_stat_activity WHERE application_name = $1', [name])
    if (rows.length === 0) return
    await pause(10)
  }
}
