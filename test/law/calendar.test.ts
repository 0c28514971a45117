/** The holiday notices against the calendar and against the number of holidays the law gives. */
import { describe, expect, test } from 'vitest'
import { type CalendarYear, calendarYears } from '../../src/law/calendar/index.ts'
import { toDay, toIso } from '../oracle/workday-oracle.ts'

const isWeekend = (iso: string) => [0, 6].includes(new Date(`${iso}T00:00:00Z`).getUTCDay())

function daysOff(year: CalendarYear): string[] {
  return year.holidays.flatMap(({ from, to }) =>
    Array.from({ length: toDay(to) - toDay(from) + 1 }, (_, i) => toIso(toDay(from) + i)),
  )
}

test('no year is left out', () => {
  expect(calendarYears.map(y => y.year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
})

describe.each(calendarYears.map(y => [y.year, y] as const))('%i', (year, calendar) => {
  const off = daysOff(calendar)

  test('has days off in order, none twice, none lasting backwards', () => {
    expect(off).toEqual([...new Set(off)].sort())
    expect(calendar.holidays.every(h => h.from <= h.to)).toBe(true)
  })

  test('makes up on weekends that are not off, in order', () => {
    expect(calendar.makeUp.filter(d => !isWeekend(d) || off.includes(d))).toEqual([])
    expect(calendar.makeUp).toEqual([...new Set(calendar.makeUp)].sort())
  })

  test('reaches at most into the last days of the year before', () => {
    expect([...off, ...calendar.makeUp].filter(d => d < `${year - 1}-12-25` || d > `${year}-12-31`)).toEqual([])
  })

  test('takes from work as many days as the law gives', () => {
    const taken = off.filter(d => !isWeekend(d)).length - calendar.makeUp.length
    const given = year < 2025 ? 11 : 13
    const epidemic = year === 2020 ? 2 : 0
    expect(taken).toBe(given + epidemic)
  })

  test('names all seven holidays, two of them together where they fall together', () => {
    const names = calendar.holidays.flatMap(h => h.name.zh.split('、'))
    expect(names.sort()).toEqual(['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'].sort())
  })

  test('names the notice that ordered it and the day it came out', () => {
    expect(calendar.notices.length).toBeGreaterThan(0)
    for (const notice of calendar.notices) {
      expect(notice.number).toMatch(/^国办发明电〔20\d\d〕\d+号$/)
      expect(Number(notice.published.slice(0, 4))).toBe(Number(notice.number.slice(6, 10)))
      expect([year - 1, year]).toContain(Number(notice.published.slice(0, 4)))
      expect(toIso(toDay(notice.published))).toBe(notice.published)
    }
  })
})
