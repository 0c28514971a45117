import { expect, it } from 'vitest'
import { day, inProgress, type Story } from '../../../test/support/request-story.ts'
import { nationalCalendar, withRegionDays } from '../calendar.ts'
import { clockOfCase } from './case-clock.ts'
import { movedTurn } from './turn-limits.ts'

const on = '2026-04-13'
/** A holiday newly published, in all the periods below. */
const later = withRegionDays(nationalCalendar, new Map([[day('2026-04-15'), { workday: false }]]))
/** A day of work newly published, in all the periods below. */
const sooner = withRegionDays(nationalCalendar, new Map([[day('2026-04-18'), { workday: true }]]))
const charged = () =>
  inProgress(on).act('handler', 'noticeFee', { scheme: 'pages', quantity: 68, payTo: '账户' }).served('D13')
const correcting = () =>
  inProgress(on)
    .act('handler', 'askCorrection', { grounds: ['unclear'], items: ['年度'], days: 10 })
    .served('D04')
const explaining = () =>
  inProgress(on).act('handler', 'askReasons', { found: '多', explain: '说明', days: 5 }).served('D05')

it.each<[string, () => Story, string, string]>([
  ['fee', charged, '2026-05-13', '2026-05-14'],
  ['correction', correcting, '2026-04-27', '2026-04-28'],
  ['reasons', explaining, '2026-04-20', '2026-04-21'],
])(
  'given a new holiday, then the last day of the %s moves; given a new working day, it stays (条例30, 35; 办法6)',
  (what, begun, before, after) => {
    const { now, rules } = begun()
    expect(movedTurn(now, { calendar: later, rules })).toMatchObject({ what, before, after })
    expect(movedTurn(now, { calendar: sooner, rules })).toBeNull()
    expect(movedTurn(now, { calendar: nationalCalendar, rules })).toBeNull()
  },
)

it('given a moved day to pay, then the clock and the closing follow the same day, never an earlier one (办法6)', () => {
  const story = charged()
  const moved = movedTurn(story.now, { calendar: later, rules: story.rules })?.case ?? story.now
  expect(moved.fee?.payBy).toBe('2026-05-14')
  const state = (of: typeof moved, today: string, calendar = later) => clockOfCase(of, day(today), calendar).state
  expect([state(moved, '2026-05-14'), state(moved, '2026-05-15')]).toEqual(['waiting_fee', 'abandoned_fee'])
  // Told until the 13th, by a calendar that would have it end on the 12th.
  expect([state(story.now, '2026-05-13', sooner), state(story.now, '2026-05-14', sooner)]).toEqual([
    'waiting_fee',
    'abandoned_fee',
  ])
})

it('given nobody outside has the turn, then no day of theirs moves', () => {
  const { now, rules } = inProgress(on)
  expect(movedTurn(now, { calendar: later, rules })).toBeNull()
})
