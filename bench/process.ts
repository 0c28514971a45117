/** Programs that serve, in processes of their own: their start, their end, and the memory of all of them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export interface Program {
  readonly url: string
  readonly child: ChildProcess
  /** From its start until it answered with 200, in ms. */
  readonly startMs: number
  readonly stop: () => Promise<void>
}

/** Starts a program and waits for the address it prints and for its answer there. Throws where it ends before. */
export async function startProgram(args: readonly string[]): Promise<Program> {
  const started = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  try {
    const url = await printedAddress(child)
    const answer = await fetch(url)
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
    return { url, child, startMs: performance.now() - started, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The last address on its own in a line, as `serve` says it when it listens; links to pages have a path. */
async function printedAddress({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the program has no output')
  for await (const line of createInterface({ input: stdout })) {
    const [, url] = /(http:\/\/127\.0\.0\.1:\d+)(?![\d/])/.exec(line) ?? []
    if (url === undefined) continue
    stdout.resume()
    return url
  }
  throw new Error('the program ended before it listened')
}

/** Megabytes of a process and all below it, with what several share counted once (PSS; Linux only). */
export function memoryMb(pid: number): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter(id => /^\d+$/.test(id))
      .map(id => [Number(id), Number(/^PPid:\s+(\d+)/m.exec(read(id, 'status'))?.[1] ?? 0)]),
  )
  const below = (id: number): number[] => [
    id,
    ...[...parents].filter(([, parent]) => parent === id).flatMap(([child]) => below(child)),
  ]
  const kb = below(pid).map(id => Number(/^Pss:\s+(\d+)/m.exec(read(String(id), 'smaps_rollup'))?.[1] ?? 0))
  return kb.reduce((sum, one) => sum + one, 0) / 1024
}

/** Empty where the process has ended meanwhile. */
function read(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
