/** `gongkai clock`: the state and due date of each history, one a line. */
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { type Clock, clock as countClock, parseHistory } from '../../domain/clock/index.ts'
import { type LocalDate, parseDate } from '../../domain/kernel/date.ts'
import type { Refusal } from '../../domain/kernel/result.ts'
import { pathTrouble } from '../../features/reports/trouble.ts'
import { problemOf } from '../../platform/files/walk.ts'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import type { Format } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { clockText, refusalText } from '../text/clock.ts'

export interface ClockOptions {
  readonly days?: boolean
  readonly today?: string
  readonly format: Format
}

/** Counts every history of a file; a line that is none is said so and does not hinder the others. */
export async function clock(path: string, given: ClockOptions, terminal: Terminal): Promise<ExitCode> {
  const { lang, print } = terminal
  const options = { lang, days: given.days ?? false, today: todayOf(given.today) }
  let exit: ExitCode = exitCodes.fine
  let n = 0
  for await (const line of lines(await openText(path))) {
    n++
    if (line.trim() === '') continue
    const history = parseHistory(line, options)
    if (!history.ok) exit = exitCodes.couldNot
    if (given.format === 'json') {
      const result = history.ok
        ? countClock(history.value, options)
        : { line: n, error: errorOf(history.refusal, terminal) }
      await print(JSON.stringify(result))
    } else {
      const text = (counted: Clock) => clockText(n, counted, lang)
      await print(history.ok ? text(countClock(history.value, options)) : refusalText(n, history.refusal, lang))
    }
  }
  return exit
}

function errorOf({ code, says, at }: Refusal, { say }: Terminal) {
  return { code, says: say(says), at: at ?? null }
}

/** Today where the law applies, unless another day was asked for. */
function todayOf(given: string | undefined): LocalDate {
  const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
  const date = parseDate(given ?? shanghai.format(new Date()))
  if (date.ok) return date.value
  throw new Stop(date.refusal.says)
}

async function openText(path: string): Promise<NodeJS.ReadableStream> {
  if (path === '-') return process.stdin
  try {
    const file = await open(path)
    if (!(await file.stat()).isDirectory()) return file.createReadStream()
    await file.close()
    throw new Stop(pathTrouble('other').says)
  } catch (error) {
    throw error instanceof Stop ? error : new Stop(pathTrouble(problemOf(error)).says)
  }
}

async function* lines(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  let first = true
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield first ? line.replace(/^\ufeff/, '') : line
    first = false
  }
}
