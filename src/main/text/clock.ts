/** A clock as lines for people. */
import type { Clock } from '../../domain/clock/index.ts'
import type { Lang } from '../../domain/kernel/lang.ts'
import type { Refusal } from '../../domain/kernel/result.ts'
import { clockStates, results } from '../messages.ts'
import { columns, printable } from './width.ts'

/** State, due date and working days left; with the days of its explanation where they were asked for. */
export function clockText(line: number, clock: Clock, lang: Lang): string {
  const parts = [results.line(line)[lang], clockStates[clock.state][lang]]
  if (clock.due !== null) parts.push(results.due(clock.due)[lang])
  if (clock.remaining !== null) parts.push(results.remaining(clock.remaining)[lang])
  if (clock.provisional) parts.push(results.provisional[lang])
  const days = (clock.days ?? []).map(day => [`  ${day.on}`, day.n === null ? '' : String(day.n), day.why, day.article])
  return [parts.join('  '), ...columns(days, new Set([1]))].join('\n')
}

/** Why a line holds no history. */
export function refusalText(line: number, { says, at }: Refusal, lang: Lang): string {
  const where = at === undefined ? '' : `${printable(at)}: `
  return `${results.line(line)[lang]}  ${results.unreadable[lang]}  ${where}${printable(says[lang])}`
}
