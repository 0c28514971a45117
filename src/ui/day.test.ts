import { expect, test } from 'vitest'
import { shanghaiDay, shanghaiMinute } from './day.ts'

test.each([
  ['2026-11-20T15:59:59Z', '2026-11-20', '2026-11-20 23:59'],
  ['2026-11-20T16:00:00Z', '2026-11-21', '2026-11-21 00:00'],
  ['2026-01-01T00:05:00+08:00', '2026-01-01', '2026-01-01 00:05'],
])('given the instant %s, then it is %s in Shanghai', (instant, day, minute) => {
  expect(shanghaiDay(instant)).toBe(day)
  expect(shanghaiMinute(instant)).toBe(minute)
})

test('given no instant, then it says so', () => {
  expect(() => shanghaiDay('x')).toThrow(RangeError)
})
