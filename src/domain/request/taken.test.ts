import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../test/support/request-story.ts'
import { nationalCalendar } from '../calendar.ts'
import type { RequestCase } from './case.ts'
import { durationsOf, workdaysTaken } from './taken.ts'

type Taken = Pick<RequestCase, 'receivedOn' | 'events' | 'closing'>
const answered = (
  receivedOn: string,
  on: string,
  events: RequestCase['events'] = [],
  onTime: boolean | null = true,
): Taken => ({
  receivedOn: day(receivedOn),
  events: [...events, { kind: 'answered', on: day(on) }],
  closing: { on: day(on), decision: 'granted', line: 'granted', onTime, note: null },
})
const taken = (of: Taken) => workdaysTaken(of, nationalCalendar)

describe('given an answer, when it is counted how long it took (条例33, D§2.5)', () => {
  it('then on the last day it took the twenty working days of the law, however many days lie between', () => {
    expect(taken(answered('2026-01-26', '2026-02-28'))).toBe(20)
    expect(taken(answered('2026-09-18', '2026-10-22'))).toBe(20)
    expect(taken(answered('2026-09-18', '2026-09-18'))).toBe(0)
  })

  it('then a correction sets the count back to zero, and so does the fee paid (条例30, 办法6)', () => {
    const corrected = [
      { kind: 'correction_noticed', on: day('2026-03-09'), by: day('2026-03-23') },
      { kind: 'corrected', on: day('2026-03-18') },
    ] as const
    expect(taken(answered('2026-03-02', '2026-04-16', corrected))).toBe(20)
    const paid = [
      { kind: 'fee_noticed', on: day('2026-06-26') },
      { kind: 'fee_paid', on: day('2026-07-20') },
    ] as const
    expect(taken(answered('2026-06-01', '2026-08-17', paid))).toBe(20)
    expect(taken(answered('2026-06-01', '2026-07-21', paid))).toBe(1)
  })

  it('then the days of consultation are left out, as the clock leaves them out (条例33¶3, D§2.5 D)', () => {
    const consulted = [
      { kind: 'consultation_sent', on: day('2026-04-17'), id: 'a', party: 'third_party' },
      { kind: 'consultation_delivered', on: day('2026-04-20'), id: 'a' },
      { kind: 'consultation_answered', on: day('2026-05-08'), id: 'a' },
    ] as const
    expect(taken(answered('2026-04-13', '2026-05-29', consulted))).toBe(20)
  })

  it('then what was withdrawn, or never received, took nothing', () => {
    expect(taken(answered('2026-03-02', '2026-03-10', [], null))).toBeNull()
    expect(taken({ ...answered('2026-03-02', '2026-03-10'), receivedOn: null })).toBeNull()
  })
})

describe('given many answers', () => {
  it('then mean, middle, nine in ten and the longest are those of the answers one by one', () => {
    expect(durationsOf([])).toEqual({ count: 0, mean: null, median: null, ninth: null, longest: null })
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 19, 30].map(days => ({ days, count: 1 }))
    expect(durationsOf(ten)).toEqual({ count: 10, mean: 8.5, median: 5.5, ninth: 19, longest: 30 })
    expect(
      durationsOf([
        { days: 20, count: 2 },
        { days: 3, count: 1 },
      ]),
    ).toMatchObject({ median: 20, ninth: 20, longest: 20 })
  })

  it('then at least nine in ten took no longer than said, and fewer took less', () => {
    const some = fc.array(fc.record({ days: fc.nat(40), count: fc.integer({ min: 1, max: 5 }) }), { minLength: 1 })
    fc.assert(
      fc.property(some, took => {
        const each = took.flatMap(({ days, count }) => Array<number>(count).fill(days))
        const { ninth, count } = durationsOf(took)
        const within = (most: number) => each.filter(days => days <= most).length
        expect(count).toBe(each.length)
        expect(within(ninth ?? -1) * 10).toBeGreaterThanOrEqual(count * 9)
        expect(within((ninth ?? 0) - 1) * 10).toBeLessThan(count * 9)
      }),
    )
  })
})
