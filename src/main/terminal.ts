/** What a command writes to: results to stdout, everything else to stderr. */
import type { Lang, Said } from '../domain/kernel/lang.ts'

export interface Terminal {
  readonly lang: Lang
  /** The sentence in the language asked for. */
  readonly say: (said: Said) => string
  /** Writes a line of results; resolves when it is safe to write more. */
  readonly print: (line: string) => Promise<void>
  /** Writes a line about what went wrong. */
  readonly warn: (line: string) => void
  /** Shows how far the work is, on a terminal only; each replaces the one before, an empty one clears. */
  readonly progress: (line: string) => void
}

/** The process's own terminal. A reader that goes away (`| head`) ends the program quietly. */
export function openTerminal(lang: Lang): Terminal {
  const { stdout, stderr } = process
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
  }
  // Results on the same terminal show the progress themselves.
  const live = stderr.isTTY && !stdout.isTTY
  return {
    lang,
    say: said => said[lang],
    print: line => new Promise(resolve => stdout.write(`${line}\n`, () => resolve())),
    warn: line => void stderr.write(`${live ? CLEAR : ''}${line}\n`),
    progress: line => void (live && stderr.write(`${CLEAR}${line}`)),
  }
}

const CLEAR = '\r\u001b[K'
