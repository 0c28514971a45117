/** The built program on a data folder of its own: `gongkai serve`, ended and removed with everything it started. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { guard } from './guard.ts'

const program = fileURLToPath(new URL('../../bin/gongkai.js', import.meta.url))

export interface Starting {
  readonly options?: readonly string[]
  /** Settings, beside the environment of the tests. */
  readonly env?: Readonly<Record<string, string>>
}

export interface StartedProgram {
  readonly url: string
  readonly data: string
  /** The one-time links it printed, by the line each stands in. */
  readonly links: readonly { readonly line: string; readonly link: string }[]
  /** The lines of its log so far. */
  readonly log: () => readonly Readonly<Record<string, unknown>>[]
  /** Ends the program and its database; the program's exit code. */
  readonly close: () => Promise<number | null>
}

/** Starts the program on a free port and waits until it says where. Rejects where it ends before. */
export async function startProgram({ options = [], env = {} }: Starting = {}): Promise<StartedProgram> {
  const data = mkdtempSync(join(tmpdir(), 'gongkai-started-'))
  // Where this process is root, the database runs as another user, who must be able to pass.
  chmodSync(data, 0o755)
  const args = [program, 'serve', '--port', '0', '--data', data, ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  const letGo = guard(data, child.pid)
  const close = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    rmSync(data, { recursive: true, force: true })
    letGo()
    return child.exitCode
  }
  const links: { line: string; link: string }[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /https?:\/\/[\w.:[\]-]+(\/console\/invitation#[\w-]+|\/a\/\w+\/apply\/account\/link\/[\w-]+)?/.exec(
      line,
    )
    if (address?.[1]) links.push({ line, link: address[0] })
    else if (address) return { url: address[0], data, links, log: () => linesIn(join(data, 'logs')), close }
  }
  await close()
  throw new Error(`gongkai serve ended with ${child.exitCode} before it served`)
}

function linesIn(folder: string): Readonly<Record<string, unknown>>[] {
  const text = readdirSync(folder)
    .filter(name => name.startsWith('gongkai-'))
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8'))
  return text
    .join('')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}
