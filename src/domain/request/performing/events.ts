/** What the clock counts by: each new event is held against the law together with all others. */

import type { ClockEvent } from '../../clock/history.ts'
import { parseHistory } from '../../clock/index.ts'
import { restarts } from '../../clock/period.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import type { RequestCase } from '../case.ts'
import { clockOptionsOf, historyOf } from '../case-clock.ts'
import type { ActContext } from '../inputs.ts'
import type { RequestState } from '../states.ts'
import type { Trouble } from './step.ts'

/**
 * The case with the event in its place by day. Refused, with `at`, where the history could not have happened so by law
 * (条例30, 33; 办法6). A restart of the period ends a later day told under 条例35, which is an event itself.
 */
export function withEvent(before: RequestCase, event: ClockEvent, context: ActContext, at = 'on'): Result<RequestCase> {
  const place = placeOf(event, before.events)
  const events = [...before.events.slice(0, place), event, ...before.events.slice(place)]
  const after = withHistory(before, events, context, at)
  if (!after.ok) return after
  if (event.kind === 'delayed') return done({ ...after.value, delayedUntil: event.until })
  return restarts(event) ? done({ ...after.value, delayedUntil: null }) : after
}

function withHistory(
  before: RequestCase,
  events: readonly ClockEvent[],
  context: ActContext,
  at?: string,
): Result<RequestCase> {
  const history = historyOf({ ...before, events }, context.today)
  if (history === null) return refuse('not_received', notReceived, at)
  const { calendar, rules } = context
  const parsed = parseHistory(history, { calendar, ...clockOptionsOf(rules) })
  if (parsed.ok) return done({ ...before, events })
  const { code, says } = parsed.refusal
  return refuse(code, says, at)
}

/** Whether the event would stand before the law today; trouble of the case, not of anything entered. */
export function standsToday(before: RequestCase, event: ClockEvent, context: ActContext): Trouble {
  const tried = withEvent(before, event, context)
  return tried.ok ? null : refuse(tried.refusal.code, tried.refusal.says)
}

/** After all of the same day; but a letter was delivered before it was answered. */
function placeOf(event: ClockEvent, events: readonly ClockEvent[]): number {
  const later = events.findIndex(
    e =>
      e.on > event.on ||
      (event.kind === 'consultation_delivered' &&
        e.kind === 'consultation_answered' &&
        e.id === event.id &&
        e.on === event.on),
  )
  return later < 0 ? events.length : later
}

/** In progress once it was given to somebody. */
export function workingState(of: Pick<RequestCase, 'place'>): RequestState {
  return of.place === null ? 'registered' : 'in_progress'
}

const notReceived = {
  zh: '收到申请之日尚未确认，请先确认收到',
  en: 'The day of receipt is not known yet; confirm receipt first',
}
