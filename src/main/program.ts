/** The whole command line: what is common to its commands, and its help. */
import { Command, type Help } from 'commander'
import type { Adding } from './commands/adding.ts'
import { addCommands } from './commands/index.ts'
import { about, helpEnds, helpHeads, helpWords, options as words } from './messages.ts'
import { optionMaker } from './options.ts'
import type { Terminal } from './terminal.ts'
import { widthOf, wrap } from './text/width.ts'

/** A program that throws what the parser complains of, and hands the command asked for to `run`. */
export function makeProgram(terminal: Terminal, version: string, run: Adding['run']): Command {
  const { say } = terminal
  const option = optionMaker(terminal)
  const program = new Command('gongkai')
    .description(say(about.program))
    .version(version, '-V, --version', say(words.version))
    .addOption(option.lang())
    .helpOption('-h, --help', say(words.help))
    .helpCommand(false)
    .addHelpText('after', `\n${say(helpEnds.exit)}`)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .configureHelp(helpIn(terminal))
  addCommands({ program, terminal, option, run })
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
