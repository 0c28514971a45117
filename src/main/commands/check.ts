/** `gongkai check`: one line, or one paragraph, for every report found. */

import type { Report } from '../../domain/report/report.ts'
import { type ChainIndex, chainIndex, previousIn } from '../../features/reports/chain.ts'
import type { Checked, Intake } from '../../features/reports/intake.ts'
import { type ExitCode, exitCodes, graver, Stop } from '../exit.ts'
import { results, trouble } from '../messages.ts'
import type { Format } from '../options.ts'
import { incoming, type ReadingOptions, withIntake } from '../reading.ts'
import type { Terminal } from '../terminal.ts'
import { checkedJson } from '../text/json.ts'
import { printable } from '../text/width.ts'

export type CheckOptions = ReadingOptions & { readonly format: Format; readonly previous?: readonly string[] }

/** Reports of the year before, and which of them were of use. */
interface Earlier {
  readonly reports: readonly EarlierReport[]
  readonly index: ChainIndex<EarlierReport>
  readonly used: Set<EarlierReport>
  readonly exit: ExitCode
}

type EarlierReport = { readonly file: string; readonly report: Report } & Pick<Report, 'agency' | 'year'>

/** Checks everything at `paths`. Files that cannot be read do not hinder the others. */
export function check(paths: readonly string[], given: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  return withIntake(given, async intake => {
    const earlier = await readEarlier(intake, given, terminal)
    const tally = { files: 0, wrong: 0, lost: 0 }
    let exit = earlier.exit
    const show = given.format === 'json' ? checkedJson : (await import('../text/checked.ts')).checkedText
    for await (const read of intake.checkAll(incoming(paths, given), terminal.lang)) {
      const checked = await withEarlier(read, earlier, intake, terminal)
      tally.files++
      const code = codeOf(checked)
      if (code === exitCodes.errorsFound) tally.wrong++
      if (code > exitCodes.errorsFound) tally.lost++
      exit = graver(exit, code)
      await terminal.print(show(checked, terminal.lang))
      terminal.progress(terminal.say(results.progress(tally.files, printable(checked.file))))
    }
    terminal.progress('')
    if (tally.files === 0) throw new Stop(trouble.noFiles)
    if (given.format === 'text' && tally.files > 1) {
      await terminal.print(terminal.say(results.total(tally.files, tally.wrong, tally.lost)))
    }
    for (const one of earlier.reports) {
      if (!earlier.used.has(one)) terminal.warn(terminal.say(trouble.previousUnused(printable(one.file))))
    }
    return exit
  })
}

/** How one file went. */
function codeOf(checked: Checked): ExitCode {
  if ('error' in checked) return checked.error.code === 'fault' ? exitCodes.fault : exitCodes.couldNot
  return checked.findings.some(f => f.severity === 'error') ? exitCodes.errorsFound : exitCodes.fine
}

async function readEarlier(intake: Intake, given: CheckOptions, { lang, say, warn }: Terminal): Promise<Earlier> {
  const reports: EarlierReport[] = []
  let exit: ExitCode = exitCodes.fine
  for await (const read of intake.checkAll(incoming(given.previous ?? [], given), lang)) {
    if ('report' in read) {
      const { file, report } = read
      reports.push({ file, report, agency: report.agency, year: report.year })
    } else {
      warn(say(trouble.previousUnread(printable(read.file), say(read.error.says))))
      exit = graver(exit, codeOf(read))
    }
  }
  return { reports, index: chainIndex(reports), used: new Set(), exit }
}

async function withEarlier(read: Checked, earlier: Earlier, intake: Intake, { lang }: Terminal): Promise<Checked> {
  const previous = 'report' in read ? previousIn(earlier.index, read.report) : null
  if (!previous || !('report' in read)) return read
  earlier.used.add(previous)
  const findings = await intake.checkChain(read.report, previous.report, lang)
  return 'code' in findings ? { file: read.file, error: findings } : { ...read, findings }
}
