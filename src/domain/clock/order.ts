/** Whether the events can have happened so by law: the first that cannot is refused, with the mend. */
import type { LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import { done, type Result, refuse } from '../kernel/result.ts'
import type { ClockEvent, History } from './history.ts'
import type { Rules } from './options.ts'
import { dueOf, type Period, periodOf, restarts } from './period.ts'
import { type Trouble, trouble } from './troubles.ts'

/** What went before an event. */
interface Before {
  readonly received: LocalDate
  readonly events: readonly ClockEvent[]
  readonly rules: Rules
}

/**
 * Refuses an event that comes out of order, before receipt or after the answer, or that the law does not allow
 * where it stands (条例30, 33; 办法6). `at` of the refusal is `events[i]`.
 */
export function checkOrder(history: History, rules: Rules): Result<History> {
  for (const [i, event] of history.events.entries()) {
    const before = { received: history.received, events: history.events.slice(0, i), rules }
    const found = placed(event, before) ?? allowed(event, before)
    if (found) return refuse(found.code, located(found.says, i, event), `events[${i}]`)
  }
  if (history.today < history.received) return refuse('today_before_received', trouble.todayBefore(history), 'today')
  return done(history)
}

function located(says: Said, i: number, event: ClockEvent): Said {
  return { zh: `第${i + 1}个事件（${event.on}）：${says.zh}`, en: `Event ${i + 1} (${event.on}): ${says.en}` }
}

function placed(event: ClockEvent, { received, events }: Before): Trouble | null {
  const previous = events.at(-1)
  const posted = 'posted' in event ? event.posted : undefined
  if (posted !== undefined && posted > event.on) return trouble.postedAfter(posted)
  if (posted !== undefined && posted < received) return trouble.beforeReceived(received)
  if (event.on < received) return trouble.beforeReceived(received)
  if (previous && event.on < previous.on) return trouble.outOfOrder(previous.on)
  return previous?.kind === 'answered' ? trouble.afterAnswer(previous.on) : null
}

function allowed(event: ClockEvent, before: Before): Trouble | null {
  switch (event.kind) {
    case 'correction_noticed':
      if (before.events.some(e => e.kind === 'correction_noticed')) return trouble.correctionTwice()
      return event.by <= event.on ? trouble.correctByTooEarly(event.by) : needsRunning(event.on, before)
    case 'corrected':
      return waitedFor(before) === 'correction' ? null : trouble.notWaitingCorrection()
    case 'consultation_sent':
    case 'consultation_delivered':
    case 'consultation_answered':
      return consultation(event, before)
    case 'extended':
      return extension(event, before)
    case 'delayed':
      return event.until <= event.on ? trouble.delayTooEarly(event.until) : null
    case 'fee_noticed':
      if (before.events.some(e => e.kind === 'fee_noticed')) return trouble.feeTwice()
      return needsRunning(event.on, before)
    case 'fee_paid':
      return waitedFor(before) === 'fee' ? null : trouble.notWaitingFee()
    case 'answered':
      return null
  }
}

type Consultation = Extract<ClockEvent, { readonly id: string }>

function consultation(event: Consultation, { events }: Before): Trouble | null {
  const same = events.filter((e): e is Consultation => 'id' in e && e.id === event.id)
  const has = (kind: Consultation['kind']) => same.some(e => e.kind === kind)
  if (event.kind === 'consultation_sent') return has('consultation_sent') ? trouble.consultationTwice(event.id) : null
  if (!has('consultation_sent')) return trouble.consultationUnknown(event.id)
  if (has('consultation_answered')) return trouble.consultationOver(event.id)
  return has(event.kind) ? trouble.deliveredTwice(event.id) : null
}

function extension(event: Extract<ClockEvent, { kind: 'extended' }>, before: Before): Trouble | null {
  const { told } = periodAt(event.on, before)
  if (told !== null) return trouble.delayedBefore(told)
  const most = before.rules.limits.extension
  const total = before.events.reduce((sum, e) => sum + (e.kind === 'extended' ? e.days : 0), event.days)
  return total > most ? trouble.extensionTooLong(total, most) : needsRunning(event.on, before)
}

/** Notices and extensions need a period that still runs: not the applicant's turn, and not past the day due or told. */
function needsRunning(on: LocalDate, before: Before): Trouble | null {
  const waiting = waitedFor(before)
  if (waiting) return trouble.notRunning(waiting)
  const due = dueOf(periodAt(on, before), before.rules).date
  return on > due ? trouble.pastDue(due) : null
}

function periodAt(on: LocalDate, { received, events, rules }: Before): Period {
  return periodOf({ received, events, today: on }, rules)
}

function waitedFor({ events }: Before): 'correction' | 'fee' | null {
  const last = events.findLast(e => restarts(e) || e.kind === 'correction_noticed' || e.kind === 'fee_noticed')
  if (last?.kind === 'correction_noticed') return 'correction'
  return last?.kind === 'fee_noticed' ? 'fee' : null
}
