/** `gongkai workdays`: the n-th working day from a date. */
import { addWorkdays, parseDayCount } from '../../domain/calendar.ts'
import { parseDate } from '../../domain/kernel/date.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { results } from '../messages.ts'
import type { Format } from '../options.ts'
import type { Terminal } from '../terminal.ts'

export interface WorkdaysOptions {
  readonly format: Format
}

/** Counts `n` working days after `date`, which itself is not counted; before it when `n` is negative. */
export async function workdays(
  date: string,
  n: string,
  { format }: WorkdaysOptions,
  { say, print }: Terminal,
): Promise<ExitCode> {
  const from = taken(parseDate(date))
  const days = taken(parseDayCount(n))
  const counted = addWorkdays(from, days)
  const note = counted.provisional ? `  ${say(results.provisional)}` : ''
  await print(format === 'json' ? JSON.stringify({ from, days, ...counted }) : `${counted.date}${note}`)
  return exitCodes.fine
}

function taken<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Stop(result.refusal.says)
}
