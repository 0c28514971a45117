/** `gongkai serve`: the web application, until it is told to end. */
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { results, trouble } from '../messages.ts'
import { type ReadingOptions, withIntake } from '../reading.ts'
import { publicFolder } from '../root.ts'
import { type ServerOptions, startServer } from '../server.ts'
import type { Terminal } from '../terminal.ts'

export type ServeOptions = ReadingOptions & Pick<ServerOptions, 'port' | 'host'>

/** Serves until the process is interrupted. */
export function serve(given: ServeOptions, { say, print }: Terminal): Promise<ExitCode> {
  return withIntake(given, async engine => {
    const { port, host, maxFileMb } = given
    const fileBytes = maxFileMb * 2 ** 20
    const { url, close } = await started({ engine, port, host, fileBytes, assets: publicFolder })
    await print(say(results.listening(url)))
    await interrupted()
    await close()
    return exitCodes.fine
  })
}

async function started(options: ServerOptions) {
  const { port, host } = options
  try {
    return await startServer(options)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE') throw new Stop(trouble.portTaken(port))
    if (code === 'EACCES') throw new Stop(trouble.portDenied(port))
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new Stop(trouble.hostUnknown(host))
    throw error
  }
}

function interrupted(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
