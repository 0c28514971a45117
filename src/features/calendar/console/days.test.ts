import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { movedBy, turned, weeksOf } from './days.ts'

const day = (text: string) => text as LocalDate

describe('a day that is clicked', () => {
  it('given a working day, becomes a day off with the name of the holiday, and a working day again', () => {
    const once = turned([], day('2026-10-01'), '国庆节')
    expect(once).toEqual([{ date: '2026-10-01', kind: 'off', name: '国庆节' }])
    expect(turned(once, day('2026-10-01'), '国庆节')).toEqual([])
  })

  it('given a Saturday, becomes a working day, then a named day off, then plain', () => {
    const once = turned([], day('2026-10-10'), '')
    const twice = turned(once, day('2026-10-10'), '国庆节')
    expect([...once, ...twice].map(({ kind }) => kind)).toEqual(['work', 'off'])
    expect(turned(twice, day('2026-10-10'), '')).toEqual([])
  })

  it('keeps the days in order', () => {
    const days = turned(turned([], day('2026-10-02'), ''), day('2026-10-01'), '')
    expect(days.map(({ date }) => date)).toEqual(['2026-10-01', '2026-10-02'])
  })
})

describe('the weeks of a month', () => {
  it('begin on Monday and hold every day once', () => {
    const weeks = weeksOf(2026, 2)
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-02-01'])
    expect(weeks.flat().filter(Boolean)).toHaveLength(28)
    expect(weeks.every(week => week.length === 7)).toBe(true)
  })
})

describe('moving by keys', () => {
  it('leads a day or a week on, and not out of the year', () => {
    expect(movedBy('ArrowDown', day('2026-01-01'))).toBe('2026-01-08')
    expect(movedBy('ArrowLeft', day('2026-01-01'))).toBe(null)
    expect(movedBy('Enter', day('2026-01-01'))).toBe(null)
  })
})
