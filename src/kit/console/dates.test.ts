import { describe, expect, it } from 'vitest'
import { endOf, startOf } from '../days.ts'
import { remainingWords } from './dates.ts'

describe('working days to a due date, in words', () => {
  it.each([
    [6, '还剩 6 个工作日', '6 working days left'],
    [1, '还剩 1 个工作日', '1 working day left'],
    [0, '今天到期', 'due today'],
    [-3, '已超期 3 个工作日', '3 working days late'],
  ])('given %i', (remaining, zh, en) => {
    expect(remainingWords(remaining)).toEqual({ zh, en })
  })
})

describe('a day as two instants', () => {
  it('begins and ends in Asia/Shanghai', () => {
    expect(new Date(startOf('2026-11-21')).toISOString()).toBe('2026-11-20T16:00:00.000Z')
    expect(new Date(endOf('2026-11-21')).toISOString()).toBe('2026-11-21T15:59:59.000Z')
  })
})
