import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quietHours, sendAt } from './quiet-hours.ts'

/** A time in Asia/Shanghai. */
const at = (text: string) => new Date(`${text}+08:00`)
const night = quietHours('21:00-08:00')
const noon = quietHours('12:00-14:00')

describe('quiet hours', () => {
  test.each([
    ['2026-11-21T20:59:59', '2026-11-21T20:59:59'],
    ['2026-11-21T21:00:00', '2026-11-22T08:00:00'],
    ['2026-11-21T23:59:59', '2026-11-22T08:00:00'],
    ['2026-12-31T22:30:00', '2027-01-01T08:00:00'],
    ['2026-11-22T00:00:00', '2026-11-22T08:00:00'],
    ['2026-11-22T07:59:59', '2026-11-22T08:00:00'],
    ['2026-11-22T08:00:00', '2026-11-22T08:00:00'],
  ])('given 21:00-08:00, when a message is ready at %s, then it goes at %s', (ready, goes) => {
    expect(sendAt(at(ready), night)).toEqual(at(goes))
  })

  test('given a rest at noon, then only noon waits', () => {
    expect(sendAt(at('2026-11-21T11:59:00'), noon)).toEqual(at('2026-11-21T11:59:00'))
    expect(sendAt(at('2026-11-21T13:07:00'), noon)).toEqual(at('2026-11-21T14:00:00'))
  })

  test('given none, then everything goes at once', () => {
    expect(sendAt(at('2026-11-21T03:00:00'), null)).toEqual(at('2026-11-21T03:00:00'))
  })

  test('given any hours and any time, then it goes within a day, never before it is ready, and never in the hours', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
        (from, to, now) => {
          fc.pre(from !== to)
          const goes = sendAt(now, { from, to })
          const wait = goes.getTime() - now.getTime()
          expect(wait).toBeGreaterThanOrEqual(0)
          expect(wait).toBeLessThanOrEqual(24 * 3600 * 1000)
          expect(sendAt(goes, { from, to })).toEqual(goes)
        },
      ),
      { seed: 11, numRuns: 300 },
    )
  })

  test('given what is no pair of times, then it is none', () => {
    expect(['', '21-08', '24:00-08:00', '21:60-08:00', '08:00-08:00', '21:00-8:00'].map(quietHours)).toEqual(
      Array(6).fill(null),
    )
    expect(quietHours('21:30-07:05')).toEqual({ from: 1290, to: 425 })
  })
})
