/** The commands, their arguments and options; each loads its own code only when it is run. */
import { availableParallelism } from 'node:os'
import { Command, type Help, Option } from 'commander'
import type { Lang, Said } from '../domain/kernel/lang.ts'
import { defaultLimits } from '../platform/documents/limits.ts'
import type { ServeOptions } from './commands/serve.ts'
import type { ExitCode } from './exit.ts'
import { about, helpEnds, helpHeads, helpWords, options as words } from './messages.ts'
import type { ReadingOptions } from './reading.ts'
import type { Terminal } from './terminal.ts'
import { widthOf, wrap } from './text/width.ts'
import { oneOf, several, wholeNumber } from './values.ts'

export const languages: readonly Lang[] = ['zh', 'en']
export const formats = ['text', 'json'] as const
export type Format = (typeof formats)[number]

/** The whole command line. `run` takes the command that is asked for, to wait for how it goes. */
export function makeProgram(
  terminal: Terminal,
  version: string,
  run: (command: Promise<ExitCode>) => Promise<void>,
): Command {
  const { say } = terminal
  const option = (flags: string, meaning: Said) => new Option(flags, say(meaning))
  const langOption = () => option('--lang <zh|en>', words.lang).default('zh').argParser(oneOf('--lang', languages))
  const formatOption = () =>
    option('--format <text|json>', words.format).default('text').argParser(oneOf('--format', formats))

  const program = new Command('gongkai')
    .description(say(about.program))
    .version(version, '-V, --version', say(words.version))
    .addOption(langOption())
    .helpOption('-h, --help', say(words.help))
    .helpCommand(false)
    .addHelpText('after', `\n${say(helpEnds.exit)}`)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .configureHelp(helpIn(terminal))

  const command = (name: string, purpose: Said) =>
    program.command(name).description(say(purpose)).addOption(langOption())
  const reading = (made: Command) =>
    made
      .addOption(count(option, '--jobs', 'n', words.jobs, availableParallelism(), 64))
      .addOption(count(option, '--max-file-mb', 'n', words.maxFileMb, defaultLimits.fileBytes / MB, 2047))
      .addOption(count(option, '--max-unpacked-mb', 'n', words.maxUnpackedMb, defaultLimits.unpackedBytes / MB, 4095))
      .addOption(count(option, '--max-entries', 'n', words.maxEntries, defaultLimits.entries, 1_000_000))
      .addOption(count(option, '--max-ratio', 'n', words.maxRatio, defaultLimits.ratio, 1_000_000))
      .addOption(count(option, '--max-pages', 'n', words.maxPages, defaultLimits.pages, 100_000))
      .addOption(count(option, '--max-seconds', 'n', words.maxSeconds, defaultLimits.milliseconds / 1000, 86_400))
      .addOption(count(option, '--max-memory-mb', 'n', words.maxMemoryMb, defaultLimits.memoryMegabytes, 65_536))
      .addHelpText('after', `\n${say(helpEnds.limits)}\n${say(helpEnds.exit)}`)

  reading(command('check', about.check))
    .argument('<path...>', say(words.paths))
    .addOption(formatOption())
    .addOption(option('--previous <path>', words.previous).argParser(several))
    .action((paths: string[], given: ReadingOptions & { format: Format; previous?: string[] }) =>
      run(import('./commands/check.ts').then(c => c.check(paths, given, terminal))),
    )
  reading(command('render', about.render))
    .argument('<report>', say(words.report))
    .addOption(option('-o, --output <file>', words.output).makeOptionMandatory())
    .action((path: string, given: ReadingOptions & { output: string }) =>
      run(import('./commands/render.ts').then(c => c.render(path, given, terminal))),
    )
  reading(command('compare', about.compare))
    .argument('<path...>', say(words.paths))
    .addOption(formatOption())
    .action((paths: string[], given: ReadingOptions & { format: Format }) =>
      run(import('./commands/compare.ts').then(c => c.compare(paths, given, terminal))),
    )
  reading(command('aggregate', about.aggregate))
    .argument('<path...>', say(words.paths))
    .addOption(option('--agency <name>', words.agency).makeOptionMandatory())
    .addOption(option('--missing <name>', words.missing).argParser(several))
    .addOption(option('-o, --output <file>', words.output))
    .addOption(formatOption())
    .action(
      (
        paths: string[],
        given: ReadingOptions & { agency: string; missing?: string[]; output?: string; format: Format },
      ) => run(import('./commands/aggregate.ts').then(c => c.aggregate(paths, given, terminal))),
    )
  command('clock', about.clock)
    .argument('<history>', say(words.history))
    .addOption(option('--days', words.days))
    .addOption(option('--today <date>', words.today))
    .addOption(formatOption())
    .action((path: string, given: { days?: boolean; today?: string; format: Format }) =>
      run(import('./commands/clock.ts').then(c => c.clock(path, given, terminal))),
    )
  command('fee', about.fee)
    .addOption(option('--items <n>', words.items).argParser(wholeNumber('--items', 0, MOST_COUNTED)))
    .addOption(option('--pages <n>', words.pages).argParser(wholeNumber('--pages', 0, MOST_COUNTED)))
    .addOption(formatOption())
    .action((given: { items?: number; pages?: number; format: Format }) =>
      run(import('./commands/fee.ts').then(c => c.fee(given, terminal))),
    )
  command('workdays', about.workdays)
    .argument('<date>', say(words.date))
    .argument('<n>', say(words.dayCount))
    .addOption(formatOption())
    .action((date: string, n: string, given: { format: Format }) =>
      run(import('./commands/workdays.ts').then(c => c.workdays(date, n, given, terminal))),
    )
  reading(command('serve', about.serve))
    .addOption(count(option, '--port', 'n', words.port, 3000, 65_535, 0))
    .addOption(option('--host <address>', words.host).default('127.0.0.1'))
    .action((given: ServeOptions) => run(import('./commands/serve.ts').then(c => c.serve(given, terminal))))
  return program
}

/** The help in the language asked for, laid out for letters of two widths. */
function helpIn({ say }: Terminal): Partial<Help> {
  return {
    displayWidth: widthOf,
    boxWrap: wrap,
    styleTitle: title => say(helpHeads[title] ?? { zh: title, en: title }),
    styleUsage: usage =>
      usage.replace('[options]', say(helpWords.options)).replace('[command]', say(helpWords.command)),
    subcommandTerm: made => `${made.name()} ${made.usage()}`.replace(/\[options\] ?/, ''),
    optionDescription: ({ description, defaultValue }) =>
      defaultValue === undefined ? description : `${description}${say(helpWords.usual(String(defaultValue)))}`,
  }
}

const MB = 2 ** 20
const MOST_COUNTED = 1_000_000

function count(
  option: (flags: string, meaning: Said) => Option,
  name: string,
  unit: string,
  meaning: Said,
  usual: number,
  most: number,
  least = 1,
): Option {
  return option(`${name} <${unit}>`, meaning)
    .default(usual)
    .argParser(wholeNumber(name, least, most))
}
