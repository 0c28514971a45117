/** `gongkai compare`: reports side by side, line by line. */
import { compare as compareReports } from '../../domain/report/compare.ts'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { trouble } from '../messages.ts'
import type { Format } from '../options.ts'
import { type ReadingOptions, withIntake } from '../reading.ts'
import { readAll } from '../reports.ts'
import type { Terminal } from '../terminal.ts'
import { comparisonText } from '../text/comparison.ts'

export type CompareOptions = ReadingOptions & { readonly format: Format }

/** Compares all reports at `paths`, in the order given. */
export function compare(paths: readonly string[], given: CompareOptions, terminal: Terminal): Promise<ExitCode> {
  return withIntake(given, async intake => {
    const all = await readAll(paths, given, intake, terminal)
    if (!all.ok) return all.exit
    if (all.reports.length < 2) throw new Stop(trouble.twoReports)
    const { reports, rows } = compareReports(all.reports.map(r => r.report))
    const named = reports.map((report, i) => ({ file: all.reports[i]?.file ?? '', ...report }))
    if (given.format === 'json') await terminal.print(JSON.stringify({ reports: named, rows }))
    else await terminal.print(comparisonText({ reports: named, rows }, terminal.lang))
    return exitCodes.fine
  })
}
