/** When a case is to be answered: the clock over its events, and the cases the clock does not decide. */
import type { Calendar } from '../calendar.ts'
import { type Clock, type ClockOptions, clock, remainingDays } from '../clock/index.ts'
import type { OpenRequest } from '../days/moved.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { RequestCase } from './case.ts'
import type { RequestRules } from './inputs.ts'
import { isOpen } from './states.ts'

/**
 * What the day rests on. counted: the clock (条例33). delayed: the day told under 条例35. on_the_spot: 条例33, the day
 * of receipt. aim: no law sets a day for this kind; the office aims at the same. not_received: nothing runs before the
 * receipt is confirmed (条例31). ended: nothing is owed any more.
 */
export type ClockWhy = 'counted' | 'delayed' | 'on_the_spot' | 'aim' | 'not_received' | 'ended'

export interface CaseClock extends Clock {
  readonly why: ClockWhy
}

export type CaseClockOptions = Omit<ClockOptions, 'calendar'>
type Options = CaseClockOptions
type History = OpenRequest['history']

/** Limits of the agency's own, as the clock takes them. */
export function clockOptionsOf({ limits }: Pick<RequestRules, 'limits'>): Options {
  return limits ? { limits } : {}
}

/** The history the clock counts by; null while the day of receipt is not known. */
export function historyOf(of: Pick<RequestCase, 'receivedOn' | 'events'>, today: LocalDate): History | null {
  return of.receivedOn === null ? null : { received: of.receivedOn, events: of.events, today }
}

/** Where the case stands on a day, and when its answer is due. `options.limits`: as the agency has set. */
export function clockOfCase(of: RequestCase, today: LocalDate, calendar: Calendar, options: Options = {}): CaseClock {
  if (of.closing !== null && of.closing.on <= today) return { ...counted(of, today, calendar, options), ...ended }
  const history = historyOf(of, today)
  if (history === null || history.received > today) return notReceived
  const said = clock(history, { ...options, calendar })
  const told = said.due === null ? null : toldDay(of)
  if (told === null) return { ...said, why: of.kind === 'request' ? 'counted' : 'aim' }
  return {
    ...said,
    due: told.day,
    remaining: remainingDays(today, told.day, calendar),
    provisional: false,
    why: told.why,
  }
}

/** The same, and of a case that has ended where it stood then: what its sheets show of it. */
export function clockBeforeEnd(
  of: RequestCase,
  today: LocalDate,
  calendar: Calendar,
  options: Options = {},
): CaseClock {
  if (of.closing === null) return clockOfCase(of, today, calendar, options)
  const before = { ...of, closing: null, events: of.events.filter(({ kind }) => kind !== 'answered') }
  return clockOfCase(before, of.closing.on, calendar, options)
}

/** What is told on receipt: when the answer is due if nothing comes between (条例33). */
export function clockOnReceipt(of: RequestCase, calendar: Calendar, options: Options = {}): CaseClock {
  const first = { ...of, closing: null, events: [], delayedUntil: null }
  return of.receivedOn === null ? notReceived : clockOfCase(first, of.receivedOn, calendar, options)
}

/** The history for a recomputation when the calendar changes; null where no working day is counted for the case. */
export function openHistory(of: RequestCase, today: LocalDate): History | null {
  return isOpen(of.state) && toldDay(of) === null ? historyOf(of, today) : null
}

const ended = { state: 'closed', due: null, remaining: null, provisional: false, why: 'ended' } as const
const notReceived: CaseClock = {
  state: 'running',
  due: null,
  remaining: null,
  provisional: false,
  why: 'not_received',
}

/** Keeps the explanation of days where one was asked for. */
function counted(of: RequestCase, today: LocalDate, calendar: Calendar, options: Options): Pick<Clock, 'days'> {
  const history = historyOf(of, today)
  const days = history && options.days ? clock(history, { ...options, calendar }).days : undefined
  return days ? { days } : {}
}

/** A day that was set rather than counted. On the spot only as long as nothing came between (条例33). */
function toldDay(of: RequestCase): { readonly day: LocalDate; readonly why: ClockWhy } | null {
  if (of.delayedUntil !== null) return { day: of.delayedUntil, why: 'delayed' }
  const between = of.events.some(e => e.kind !== 'answered')
  return of.onTheSpot && of.receivedOn !== null && !between ? { day: of.receivedOn, why: 'on_the_spot' } : null
}
