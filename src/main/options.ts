/** Makes the options that commands share. */
import { availableParallelism } from 'node:os'
import { type Command, Option } from 'commander'
import type { Lang, Said } from '../domain/kernel/lang.ts'
import { defaultLimits } from '../platform/documents/limits.ts'
import { helpEnds, options as words } from './messages.ts'
import type { Terminal } from './terminal.ts'
import { oneOf, wholeNumber } from './values.ts'

export const languages: readonly Lang[] = ['zh', 'en']
const formats = ['text', 'json'] as const
export type Format = (typeof formats)[number]

const MB = 2 ** 20

export interface OptionMaker {
  readonly plain: (flags: string, meaning: Said) => Option
  /** A whole number; `least` is 1 unless told. */
  readonly count: (name: string, meaning: Said, usual: number, most: number, least?: number) => Option
  readonly lang: () => Option
  readonly format: () => Option
  /** Adds what every command has that reads reports. */
  readonly reading: (command: Command) => Command
}

/** Options described in the language of the terminal. */
export function optionMaker({ say }: Terminal): OptionMaker {
  const plain: OptionMaker['plain'] = (flags, meaning) => new Option(flags, say(meaning))
  const count: OptionMaker['count'] = (name, meaning, usual, most, least = 1) =>
    plain(`${name} <n>`, meaning)
      .default(usual)
      .argParser(wholeNumber(name, least, most))
  return {
    plain,
    count,
    lang: () => plain('--lang <zh|en>', words.lang).default('zh').argParser(oneOf('--lang', languages)),
    format: () => plain('--format <text|json>', words.format).default('text').argParser(oneOf('--format', formats)),
    reading: command =>
      command
        .addOption(count('--jobs', words.jobs, availableParallelism(), 64))
        .addOption(count('--max-file-mb', words.maxFileMb, defaultLimits.fileBytes / MB, 2047))
        .addOption(count('--max-unpacked-mb', words.maxUnpackedMb, defaultLimits.unpackedBytes / MB, 4095))
        .addOption(count('--max-entries', words.maxEntries, defaultLimits.entries, 1_000_000))
        .addOption(count('--max-ratio', words.maxRatio, defaultLimits.ratio, 1_000_000))
        .addOption(count('--max-pages', words.maxPages, defaultLimits.pages, 100_000))
        .addOption(count('--max-seconds', words.maxSeconds, defaultLimits.milliseconds / 1000, 86_400))
        .addOption(count('--max-memory-mb', words.maxMemoryMb, defaultLimits.memoryMegabytes, 65_536))
        .addHelpText('after', `\n${say(helpEnds.limits)}\n${say(helpEnds.exit)}`),
  }
}
