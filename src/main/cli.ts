/** The command line's entry: reads the arguments, runs a command, ends with its code. */
import { CommanderError } from 'commander'
import { version } from '../../package.json'
import type { Lang, Said } from '../domain/kernel/lang.ts'
import { Trouble, withMend } from '../platform/trouble.ts'
import { type ExitCode, exitCodes, Stop } from './exit.ts'
import { trouble, usage } from './messages.ts'
import { languages } from './options.ts'
import { makeProgram } from './program.ts'
import { openTerminal, type Terminal } from './terminal.ts'

const debug = Boolean(process.env.GONGKAI_DEBUG)
const typed = process.argv.slice(2)
const terminal = openTerminal(languageOf(typed))

process.on('uncaughtException', error => process.exit(endOf(error, terminal)))
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  // Unless the command under way ends itself in good order.
  process.on(signal, () => process.listenerCount(signal) === 1 && process.exit(code))
}
process.exitCode = await run(typed, terminal)

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exit: ExitCode = exitCodes.fine
  const program = makeProgram(terminal, version, async command => {
    exit = await command
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exit
  } catch (error) {
    if (error instanceof CommanderError && error.code === 'commander.help') {
      // Of the group whose commands none was named of, else of the whole.
      const group = program.commands.find(command => command.name() === args[0])
      terminal.warn((group ?? program).helpInformation())
    }
    return endOf(error, terminal)
  }
}

/** Says why a command ended early, and gives the code it ends with. */
function endOf(error: unknown, { say, warn, progress }: Terminal): ExitCode {
  progress('')
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.fine
    if (error.code !== 'commander.help') warn(`gongkai: ${say(usageTrouble(error))}`)
    return exitCodes.couldNot
  }
  if (error instanceof Stop) {
    warn(`gongkai: ${say(error.says)}`)
    return exitCodes.couldNot
  }
  if (error instanceof Trouble) {
    warn(`gongkai: ${say(withMend(error.says, error.mend))}`)
    return exitCodes.couldNot
  }
  const what = error instanceof Error ? error.message : String(error)
  warn(`gongkai: ${say(trouble.fault(what.split('\n')[0] ?? ''))}`)
  if (debug) console.error(error)
  return exitCodes.fault
}

/** The parser's complaint as a sentence of ours. */
function usageTrouble(error: CommanderError): Said {
  const sentence = Object.entries(usage).find(([code]) => code === error.code)?.[1]
  const what = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  const hint = trouble.usageHint('gongkai')
  if (!sentence) return { zh: `${error.message}。${hint.zh}`, en: `${error.message}. ${hint.en}` }
  const said = sentence(what)
  return { zh: `${said.zh}。${hint.zh}`, en: `${said.en}. ${hint.en}` }
}

/** The language asked for, looked up before anything is parsed, since the parser's own words depend on it. */
function languageOf(args: readonly string[]): Lang {
  const at = args.findLastIndex(a => a === '--lang' || a.startsWith('--lang='))
  const given = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  return languages.find(l => l === given) ?? 'zh'
}
