/** The commands, their arguments and options; each loads its own code only when it is run. */
import { about, options as words } from '../messages.ts'
import type { ReadingOptions } from '../reading.ts'
import { several, wholeNumber } from '../values.ts'
import { type Adding, command } from './adding.ts'
import { addAdministration } from './administration.ts'
import type { AggregateOptions } from './aggregate.ts'
import type { CheckOptions } from './check.ts'
import type { ClockOptions } from './clock.ts'
import type { CompareOptions } from './compare.ts'
import type { FeeOptions } from './fee.ts'
import { addOperations } from './operations.ts'
import type { ServeOptions } from './serve.ts'
import type { WorkdaysOptions } from './workdays.ts'

/** Adds every command. */
export function addCommands(adding: Adding): void {
  addCheck(adding)
  addRender(adding)
  addCompare(adding)
  addAggregate(adding)
  addClock(adding)
  addFee(adding)
  addWorkdays(adding)
  addServe(adding)
  addOperations(adding)
  addAdministration(adding)
}

const MOST_COUNTED = 1_000_000

function addCheck(adding: Adding): void {
  const { terminal, option, run } = adding
  option
    .reading(command(adding, 'check', about.check))
    .argument('<path...>', terminal.say(words.paths))
    .addOption(option.format())
    .addOption(option.plain('--previous <path>', words.previous).argParser(several))
    .action((paths: string[], given: CheckOptions) =>
      run(import('./check.ts').then(c => c.check(paths, given, terminal))),
    )
}

function addRender(adding: Adding): void {
  const { terminal, option, run } = adding
  option
    .reading(command(adding, 'render', about.render))
    .argument('<report>', terminal.say(words.report))
    .addOption(option.plain('-o, --output <file>', words.output).makeOptionMandatory())
    .action((path: string, given: ReadingOptions & { output: string }) =>
      run(import('./render.ts').then(c => c.render(path, given, terminal))),
    )
}

function addCompare(adding: Adding): void {
  const { terminal, option, run } = adding
  option
    .reading(command(adding, 'compare', about.compare))
    .argument('<path...>', terminal.say(words.paths))
    .addOption(option.format())
    .action((paths: string[], given: CompareOptions) =>
      run(import('./compare.ts').then(c => c.compare(paths, given, terminal))),
    )
}

function addAggregate(adding: Adding): void {
  const { terminal, option, run } = adding
  option
    .reading(command(adding, 'aggregate', about.aggregate))
    .argument('<path...>', terminal.say(words.paths))
    .addOption(option.plain('--agency <name>', words.agency).makeOptionMandatory())
    .addOption(option.plain('--missing <name>', words.missing).argParser(several))
    .addOption(option.plain('-o, --output <file>', words.output))
    .addOption(option.format())
    .action((paths: string[], given: AggregateOptions) =>
      run(import('./aggregate.ts').then(c => c.aggregate(paths, given, terminal))),
    )
}

function addClock(adding: Adding): void {
  const { terminal, option, run } = adding
  command(adding, 'clock', about.clock)
    .argument('<history>', terminal.say(words.history))
    .addOption(option.plain('--days', words.days))
    .addOption(option.plain('--today <date>', words.today))
    .addOption(option.format())
    .action((path: string, given: ClockOptions) => run(import('./clock.ts').then(c => c.clock(path, given, terminal))))
}

function addFee(adding: Adding): void {
  const { terminal, option, run } = adding
  command(adding, 'fee', about.fee)
    .addOption(option.plain('--items <n>', words.items).argParser(wholeNumber('--items', 0, MOST_COUNTED)))
    .addOption(option.plain('--pages <n>', words.pages).argParser(wholeNumber('--pages', 0, MOST_COUNTED)))
    .addOption(option.format())
    .action((given: FeeOptions) => run(import('./fee.ts').then(c => c.fee(given, terminal))))
}

function addWorkdays(adding: Adding): void {
  const { terminal, option, run } = adding
  command(adding, 'workdays', about.workdays)
    .argument('<date>', terminal.say(words.date))
    .argument('<n>', terminal.say(words.dayCount))
    .addOption(option.format())
    .action((date: string, n: string, given: WorkdaysOptions) =>
      run(import('./workdays.ts').then(c => c.workdays(date, n, given, terminal))),
    )
}

function addServe(adding: Adding): void {
  const { terminal, option, run } = adding
  option
    .reading(command(adding, 'serve', about.serve))
    .addOption(option.plain('--port <n>', words.port))
    .addOption(option.plain('--host <address>', words.host))
    .addOption(option.plain('--data <dir>', words.data))
    .addOption(option.plain('--demo', words.demo))
    .action((given: ServeOptions) => run(import('./serve.ts').then(c => c.serve(given, terminal))))
}
