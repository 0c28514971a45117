import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, earlier, type LocalDate, later, parseDate, weekday, yearOf } from './date.ts'

function date(iso: string): LocalDate {
  const parsed = parseDate(iso)
  if (!parsed.ok) throw new Error(parsed.refusal.says.en)
  return parsed.value
}

describe('reading a date', () => {
  test.each(['2026-04-13', '2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31'])('%s is one', text => {
    expect(parseDate(text)).toEqual({ ok: true, value: text })
  })

  test.each([
    ['2026-02-29', '没有'],
    ['1900-02-29', '没有'],
    ['2026-04-31', '没有'],
    ['2026-13-01', '没有'],
    ['2026-00-10', '没有'],
    ['2026-01-00', '没有'],
    ['2026-4-13', '不是日期'],
    ['2026/04/13', '不是日期'],
    ['2026-04-13T00:00:00Z', '不是日期'],
    [' 2026-04-13', '不是日期'],
    ['', '不是日期'],
    [20260413, '不是日期'],
    [null, '不是日期'],
    [undefined, '不是日期'],
    ['1899-12-31', '不在 1900 至 2999'],
    ['3000-01-01', '不在 1900 至 2999'],
  ])('%j is refused in a sentence', (text, says) => {
    const parsed = parseDate(text, 'received')
    expect(parsed).toMatchObject({ ok: false, refusal: { code: 'bad_date', at: 'received' } })
    expect(parsed.ok ? '' : parsed.refusal.says.zh).toContain(says)
  })

  test('a text that runs on is cut in the sentence', () => {
    const parsed = parseDate('9'.repeat(5000))
    expect(parsed.ok ? '' : parsed.refusal.says.zh.length).toBeLessThan(120)
  })
})

describe('counting calendar days', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-04-13', 0, '2026-04-13'],
    ['1970-01-01', -1, '1969-12-31'],
    ['2026-01-01', 365, '2027-01-01'],
  ])('%s and %i days is %s', (from, n, to) => {
    expect(addDays(date(from), n)).toBe(to)
    expect(daysBetween(date(from), date(to))).toBe(n)
  })

  test('there and back again', () => {
    const day = fc.integer({ min: 0, max: 400_000 }).map(n => addDays(date('1900-01-01'), n))
    fc.assert(
      fc.property(day, fc.integer({ min: -9000, max: 9000 }), (from, n) => {
        expect(addDays(addDays(from, n), -n)).toBe(from)
        expect(daysBetween(from, addDays(from, n))).toBe(n)
      }),
      { seed: 20261121 },
    )
  })
})

test.each([
  ['2026-11-16', 1],
  ['2026-11-21', 6],
  ['2026-11-22', 7],
  ['1900-01-01', 1],
  ['1969-12-28', 7],
])('%s is weekday %i, Monday being 1', (day, n) => {
  expect(weekday(date(day))).toBe(n)
})

test('the earlier and the later of two, and the year', () => {
  const [a, b] = [date('2026-01-31'), date('2026-02-01')]
  expect([earlier(a, b), earlier(b, a), later(a, b), later(b, a)]).toEqual([a, a, b, b])
  expect(yearOf(b)).toBe(2026)
})
