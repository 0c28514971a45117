/** What a change of the calendar does to requests that are open: which due dates move, and where to. */
import type { Calendar } from '../calendar.ts'
import { type Clock, type ClockOptions, clock } from '../clock/index.ts'
import { daysBetween, type LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'

/** An open request: its id and its history up to today. */
export interface OpenRequest {
  readonly id: string
  readonly history: Parameters<typeof clock>[0]
}

type Standing = Pick<Clock, 'state' | 'due' | 'provisional'>

/**
 * later, earlier: the due date moved. state: what is waited for has run out, or no longer has. settled, unsettled: the
 * same date, no longer or only now provisional.
 */
export type MoveKind = 'later' | 'earlier' | 'state' | 'settled' | 'unsettled'

export interface MovedDeadline {
  readonly id: string
  readonly kind: MoveKind
  readonly before: Standing
  readonly after: Standing
  readonly says: Said
}

/** The requests whose standing the change of calendar changes, in the order given; the others are left out. */
export function movedDeadlines(
  open: readonly OpenRequest[],
  before: Calendar,
  after: Calendar,
  limits?: ClockOptions['limits'],
): readonly MovedDeadline[] {
  return open.flatMap(({ id, history }) => {
    const [was, is] = [before, after].map(calendar => standing(history, { calendar, ...(limits && { limits }) }))
    const kind = was && is ? kindOf(was, is) : null
    return was && is && kind ? [{ id, kind, before: was, after: is, says: said(kind, was, is) }] : []
  })
}

function standing(history: OpenRequest['history'], options: ClockOptions): Standing {
  const { state, due, provisional } = clock(history, options)
  return { state, due, provisional }
}

function kindOf(was: Standing, is: Standing): MoveKind | null {
  if (was.state !== is.state) return 'state'
  if (was.due !== null && is.due !== null && was.due !== is.due) return is.due > was.due ? 'later' : 'earlier'
  if (was.provisional === is.provisional) return null
  return is.provisional ? 'unsettled' : 'settled'
}

function said(kind: MoveKind, was: Standing, is: Standing): Said {
  if (kind === 'settled') {
    return { zh: `到期日${shown(is.due).zh}不再是暂定`, en: `Due date${shown(is.due).en} is no longer provisional` }
  }
  if (kind === 'unsettled') {
    return { zh: `到期日${shown(is.due).zh}改为暂定`, en: `Due date${shown(is.due).en} is provisional now` }
  }
  if (kind === 'state' || was.due === null || is.due === null) {
    return { zh: '放假安排改变后，补正或者缴费的期限与原来不同', en: 'The time to correct or to pay is another now' }
  }
  const days = Math.abs(daysBetween(was.due, is.due))
  const [zh, en] = kind === 'later' ? ['推迟', 'later'] : ['提前', 'earlier']
  return {
    zh: `到期日由 ${was.due} ${zh} ${days} 天到 ${is.due}`,
    en: `Due date moves from ${was.due} to ${is.due}, ${days} days ${en}`,
  }
}

function shown(due: LocalDate | null): Said {
  return due === null ? { zh: '', en: '' } : { zh: ` ${due} `, en: ` ${due}` }
}
