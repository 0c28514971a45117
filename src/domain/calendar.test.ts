import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarYears } from '../law/calendar/index.ts'
import {
  addWorkdays,
  calendarOf,
  isWorkday,
  nationalCalendar,
  parseDayCount,
  withRegionDays,
  workdaysBetween,
} from './calendar.ts'
import { addDays, type LocalDate, parseDate } from './kernel/date.ts'

function date(iso: string): LocalDate {
  const parsed = parseDate(iso)
  if (!parsed.ok) throw new Error(parsed.refusal.says.en)
  return parsed.value
}

describe('working days', () => {
  test.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i of them', (year, days) => {
    expect(workdaysBetween(date(`${year - 1}-12-31`), date(`${year}-12-31`))).toEqual({ days, provisional: false })
  })

  test.each([
    ['2026-02-14', true, 'a Saturday made up'],
    ['2026-09-20', true, 'a Sunday made up'],
    ['2026-02-16', false, 'a Monday of Spring Festival'],
    ['2026-11-21', false, 'an ordinary Saturday'],
    ['2026-11-20', true, 'an ordinary Friday'],
    ['2018-12-29', true, 'made up in the year before its notice'],
    ['2018-12-31', false, 'off in the year before its notice'],
    ['2020-01-31', false, 'off by the extension of 2020'],
    ['2019-05-03', false, 'off by the amendment of 2019'],
  ])('%s: %s, %s', (day, works) => {
    expect(isWorkday(date(day))).toBe(works)
  })
})

describe('the n-th working day', () => {
  test.each([
    ['A: in person', '2026-01-26', 20, '2026-02-28'],
    ['A2: and an extension', '2026-01-26', 40, '2026-03-27'],
    ['B: confirmed on a Friday', '2026-09-18', 20, '2026-10-22'],
    ['B2: confirmed on a day off', '2026-09-19', 20, '2026-10-22'],
    ['C: to give the correction notice', '2026-03-02', 7, '2026-03-11'],
    ['C: the applicant’s ten days', '2026-03-09', 10, '2026-03-23'],
    ['D: the third party’s limit', '2026-04-20', 15, '2026-05-13'],
    ['E: to pay', '2026-06-26', 20, '2026-07-24'],
    ['F: to publish', '2026-02-10', 20, '2026-03-16'],
    ['G: 2019', '2019-04-24', 20, '2019-05-23'],
    ['G: 2020', '2020-01-21', 20, '2020-02-26'],
    ['G: over the turn of 2023', '2023-12-20', 20, '2024-01-18'],
    ['G: 2024', '2024-09-10', 20, '2024-10-14'],
    ['G: 2025', '2025-01-20', 20, '2025-02-21'],
    ['I: a co-maker', '2026-04-29', 15, '2026-05-22'],
    ['none: the day itself, working day or not', '2026-11-21', 0, '2026-11-21'],
    ['backwards', '2026-02-28', -20, '2026-01-26'],
  ])('%s', (_name, from, n, to) => {
    expect(addWorkdays(date(from), n)).toEqual({ date: to, provisional: false })
  })

  test('H: is provisional where the year is not known', () => {
    expect(addWorkdays(date('2026-12-15'), 20)).toEqual({ date: '2027-01-12', provisional: true })
  })

  test('is firm when the last day of the known years is enough', () => {
    expect(addWorkdays(date('2026-12-30'), 1)).toEqual({ date: '2026-12-31', provisional: false })
  })

  test('and the days between undo each other', () => {
    const day = fc.integer({ min: 0, max: 2900 }).map(n => addDays(date('2019-01-01'), n))
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (from, n) => {
        const to = addWorkdays(from, n).date
        expect(n === 0 || isWorkday(to)).toBe(true)
        if (n >= 0) expect(workdaysBetween(from, to).days).toBe(n)
        expect(workdaysBetween(to, from).days + workdaysBetween(from, to).days).toBe(0)
      }),
      { seed: 20261121 },
    )
  })
})

describe('between two days', () => {
  test.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-22', '2026-11-20', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-23', '2026-11-20', -1],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(workdaysBetween(date(from), date(to)).days).toBe(days)
  })
})

describe('a region', () => {
  const festival = { workday: false, name: { zh: '古尔邦节', en: 'Corban' } }
  const region = withRegionDays(nationalCalendar, new Map([[date('2026-05-27'), festival]]))

  test('has days off of its own', () => {
    expect(isWorkday(date('2026-05-27'), region)).toBe(false)
    expect(addWorkdays(date('2026-05-26'), 1, region).date).toBe('2026-05-28')
  })

  test('leaves the national calendar as it was', () => {
    expect(isWorkday(date('2026-05-27'))).toBe(true)
    expect(isWorkday(date('2026-02-16'), region)).toBe(false)
  })
})

test('of two notices about one day the later stands', () => {
  const [first] = calendarYears
  if (!first) throw new Error('no calendar')
  const amended = { ...first, year: 2020, holidays: [], makeUp: ['2019-10-01'] }
  expect(isWorkday(date('2019-10-01'), calendarOf([first]))).toBe(false)
  expect(isWorkday(date('2019-10-01'), calendarOf([first, amended]))).toBe(true)
})

describe('how many, as typed', () => {
  test.each([
    ['20', 20],
    ['+5', 5],
    ['-5', -5],
    [' 7 ', 7],
    ['10000', 10_000],
  ])('%j is %i', (text, n) => {
    expect(parseDayCount(text)).toEqual({ ok: true, value: n })
  })

  test.each(['', 'abc', '1.5', '1e3', '10001', '-10001', '99999999999', '二十'])('%j is refused', text => {
    expect(parseDayCount(text)).toMatchObject({ ok: false, refusal: { code: 'bad_count' } })
  })
})
