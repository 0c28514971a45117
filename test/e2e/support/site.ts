/** The built program, serving as it does for everybody: `gongkai serve`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../bin/gongkai.js', import.meta.url))

export interface ServedSite {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Starts the program on a free port and waits until it says where. Rejects where it ends before. */
export async function serveSite(): Promise<ServedSite> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\w.:[\]]+/.exec(line)?.[0]
    if (url) {
      const close = async () => {
        child.kill('SIGTERM')
        if (child.exitCode === null) await once(child, 'exit')
      }
      return { url, close }
    }
  }
  throw new Error(`gongkai serve ended with ${child.exitCode} before it served`)
}
