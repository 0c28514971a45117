import { expect, test } from 'vitest'
import { nationalCalendar } from '../calendar.ts'
import type { LocalDate } from '../kernel/date.ts'
import { pressing } from './urgency.ts'

const day = (text: string) => text as LocalDate
const on = (today: string, due: string | null) =>
  pressing(due === null ? null : day(due), day(today), 5, nationalCalendar)

test.each([
  // A plain week of March 2026.
  ['2026-03-02', '2026-03-09', { remaining: 5, urgency: 'soon' }],
  ['2026-03-02', '2026-03-10', { remaining: 6, urgency: 'later' }],
  ['2026-03-02', '2026-03-02', { remaining: 0, urgency: 'today' }],
  ['2026-03-04', '2026-03-02', { remaining: -2, urgency: 'overdue' }],
  // Late since Friday, looked at on Sunday: late all the same, as the clock says it, and never "due today".
  ['2026-03-08', '2026-03-06', { remaining: -1, urgency: 'overdue' }],
  // Over the National Day holidays.
  ['2026-09-30', '2026-10-08', { remaining: 1, urgency: 'soon' }],
  ['2026-03-02', null, { remaining: null, urgency: 'none' }],
])('given today %s and due %s, then %j', (today, due, expected) => {
  expect(on(today, due)).toEqual(expected)
})
