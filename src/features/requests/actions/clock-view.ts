/** The clock of a case as pages show it. */
import type { ClockOptions } from '../../../domain/clock/index.ts'
import { pressing } from '../../../domain/days/urgency.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { clockOfCase, clockOptionsOf } from '../../../domain/request/case-clock.ts'
import type { RequestView } from '../contract/view.ts'
import type { Setup } from './setup.ts'

export type ShownClock = RequestView['clock']
type Given = Pick<Setup, 'today' | 'calendar' | 'settings' | 'rules'>

/** `days`: with every day explained. */
export function shownClock(of: RequestCase, given: Given, days = false): ShownClock {
  const { today, calendar, settings, rules } = given
  const { state, due, provisional } = clockOfCase(of, today, calendar, clockOptionsOf(rules))
  const { remaining, urgency } = pressing(due, today, settings['reminder.days'], calendar)
  return {
    state: of.receivedOn === null && state !== 'closed' ? 'arrived' : state,
    ...{ due, remaining, provisional, urgency },
    days: days ? daysOf(of, given) : null,
  }
}

function daysOf(of: RequestCase, { today, calendar, rules }: Given): ShownClock['days'] {
  const told = (lang: NonNullable<ClockOptions['lang']>) =>
    clockOfCase(of, today, calendar, { ...clockOptionsOf(rules), days: true, lang }).days ?? []
  const english = told('en')
  return told('zh').map(({ on, counts, n, why, article }, i) => ({
    ...{ on, counts, n },
    why: { zh: why, en: english[i]?.why ?? why },
    article: { zh: article, en: english[i]?.article ?? article },
  }))
}
