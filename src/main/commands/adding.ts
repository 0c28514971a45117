/** What every command is added to the program with. */
import type { Command } from 'commander'
import type { Said } from '../../domain/kernel/lang.ts'
import type { ExitCode } from '../exit.ts'
import type { OptionMaker } from '../options.ts'
import type { Terminal } from '../terminal.ts'

/** What commands are added with. */
export interface Adding {
  readonly program: Command
  readonly terminal: Terminal
  readonly option: OptionMaker
  /** Takes the command that was asked for, to wait for how it goes. */
  readonly run: (command: Promise<ExitCode>) => Promise<void>
}

/** A command as all begin: its name, what it is for, its language. */
export function command({ program, terminal, option }: Adding, name: string, purpose: Said): Command {
  return program.command(name).description(terminal.say(purpose)).addOption(option.lang())
}
