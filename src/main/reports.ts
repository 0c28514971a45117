/** Reads the reports a command needs all of: one that cannot be read stops it. */
import type { Report } from '../domain/report/report.ts'
import type { Intake } from '../features/reports/intake.ts'
import { type ExitCode, exitCodes, graver, Stop } from './exit.ts'
import { trouble } from './messages.ts'
import type { Format } from './options.ts'
import { incoming, type ReadingOptions } from './reading.ts'
import type { Terminal } from './terminal.ts'
import { checkedJson } from './text/json.ts'
import { printable } from './text/width.ts'

export interface NamedReport {
  readonly file: string
  readonly report: Report
}

export type AllReports =
  | { readonly ok: true; readonly reports: readonly NamedReport[] }
  | { readonly ok: false; readonly exit: ExitCode }

/**
 * All reports at `paths`. Every file that cannot be read is named: on stderr, or as a line of results where those
 * are JSON. Where there is one, the whole is not ok, since what follows would be drawn from half of the input.
 */
export async function readAll(
  paths: readonly string[],
  given: ReadingOptions & { readonly format?: Format },
  intake: Intake,
  terminal: Terminal,
): Promise<AllReports> {
  const reports: NamedReport[] = []
  let exit: ExitCode = exitCodes.fine
  for await (const read of intake.checkAll(incoming(paths, given), terminal.lang)) {
    if ('report' in read) {
      reports.push({ file: read.file, report: read.report })
      continue
    }
    exit = graver(exit, read.error.code === 'fault' ? exitCodes.fault : exitCodes.couldNot)
    if (given.format === 'json') await terminal.print(checkedJson(read, terminal.lang))
    else terminal.warn(`${printable(read.file)}: [${read.error.code}] ${terminal.say(read.error.says)}`)
  }
  if (exit !== exitCodes.fine) return { ok: false, exit }
  if (reports.length === 0) throw new Stop(trouble.noFiles)
  return { ok: true, reports }
}
