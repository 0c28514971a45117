/** `gongkai render`: one report, written as an official document. */
import { stat } from 'node:fs/promises'
import { formatOf, writeReport } from '../document.ts'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { results, trouble } from '../messages.ts'
import { type ReadingOptions, withIntake } from '../reading.ts'
import { readAll } from '../reports.ts'
import type { Terminal } from '../terminal.ts'
import { printable } from '../text/width.ts'

/** Writes the report at `path` to the output, in the format its extension names. */
export function render(
  path: string,
  given: ReadingOptions & { readonly output: string },
  terminal: Terminal,
): Promise<ExitCode> {
  formatOf(given.output)
  return withIntake(given, async intake => {
    if (await isSameFile(path, given.output)) throw new Stop(trouble.outputIsInput)
    const all = await readAll([path], given, intake, terminal)
    if (!all.ok) return all.exit
    const [only, ...more] = all.reports
    if (!only || more.length > 0) throw new Stop(trouble.oneReport(printable(path), all.reports.length))
    await writeReport(only.report, given.output, intake)
    await terminal.print(terminal.say(results.written(printable(given.output))))
    return exitCodes.fine
  })
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map(path => stat(path).catch(() => null)))
  return Boolean(one && other && one.dev === other.dev && one.ino === other.ino)
}
