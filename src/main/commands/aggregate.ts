/** `gongkai aggregate`: many agencies' reports added up into one. */
import { aggregate as addUp } from '../../domain/report/aggregate.ts'
import { formatOf, writeReport } from '../document.ts'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { results } from '../messages.ts'
import type { Format } from '../options.ts'
import { type ReadingOptions, withIntake } from '../reading.ts'
import { readAll } from '../reports.ts'
import type { Terminal } from '../terminal.ts'
import { aggregateText } from '../text/aggregate.ts'
import { printable } from '../text/width.ts'

export type AggregateOptions = ReadingOptions & {
  readonly agency: string
  readonly missing?: readonly string[]
  readonly output?: string
  readonly format: Format
}

/** Adds up all reports at `paths`; 1 where the sum does not balance. */
export function aggregate(paths: readonly string[], given: AggregateOptions, terminal: Terminal): Promise<ExitCode> {
  const { agency, missing = [], output, format } = given
  if (output !== undefined) formatOf(output)
  return withIntake(given, async intake => {
    const all = await readAll(paths, given, intake, terminal)
    if (!all.ok) return all.exit
    const sum = addUp(
      all.reports.map(r => r.report),
      { agency, missing, lang: terminal.lang },
    )
    if (!sum.ok) throw new Stop(sum.refusal.says)
    await terminal.print(format === 'json' ? JSON.stringify(sum.value) : aggregateText(sum.value, terminal.lang))
    if (output !== undefined) {
      await writeReport(sum.value.report, output, intake)
      terminal.warn(terminal.say(results.written(printable(output))))
    }
    return sum.value.findings.length > 0 ? exitCodes.errorsFound : exitCodes.fine
  })
}
