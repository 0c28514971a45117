import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDate } from '../kernel/date.ts'
import { keptUntil, overBefore } from './retention.ts'

const day = (text: string) => text as LocalDate

describe('how long the file of a request is kept', () => {
  test('given it ended in a year, then it is kept to the end of the tenth year behind it', () => {
    expect(keptUntil(day('2016-05-03'), 10)).toBe('2026-12-31')
    expect(keptUntil(day('2016-12-31'), 10)).toBe('2026-12-31')
  })

  test('given any day and any number of years, then what is listed as over is exactly what is kept no longer', () => {
    const days = fc.integer({ min: -20_000, max: 20_000 }).map(n => addDays(day('2026-03-02'), n))
    fc.assert(
      fc.property(days, days, fc.integer({ min: 5, max: 100 }), (endedOn, today, years) => {
        expect(endedOn < overBefore(today, years)).toBe(keptUntil(endedOn, years) < today)
      }),
      { seed: 45, numRuns: 500 },
    )
  })
})
