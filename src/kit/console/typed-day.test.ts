import { describe, expect, it } from 'vitest'
import { typedDay } from './typed-day.ts'

describe('a day as it is typed', () => {
  it.each(['2026-11-03', '2026-11-3', '2026/11/3', '2026.11.03', '20261103', '2026年11月3日', ' ２０２６-11-03 '])(
    'given %j, takes it for the third of November',
    typed => {
      expect(typedDay(typed)).toBe('2026-11-03')
    },
  )

  it.each(['', '2026', '2026-11', '2026-02-30', '11/03/2026', '26-11-03', '2026-13-01', '昨天'])(
    'given %j, guesses nothing',
    typed => {
      expect(typedDay(typed)).toBeNull()
    },
  )
})
