import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letterSeries } from '../../law/letters.ts'
import { settings } from '../agency/settings.ts'
import { formatNumber, type NumberPattern, parseNumberPattern, tellsSeries } from './number.ts'

const seed = 20261128

function patternOf(text: string): NumberPattern {
  const read = parseNumberPattern(text)
  if (!read.ok) throw new Error(read.refusal.says.en)
  return read.value
}

const usual = patternOf('{机关代字}〔{YYYY}〕{N}号{类别后缀}')

describe('文号', () => {
  test('given code 示教公开, year 2026 and number 12, reads 示教公开〔2026〕12号', () => {
    const number = { code: '示教公开', year: 2026, n: 12, suffix: '' }
    expect(formatNumber(usual, number)).toBe('示教公开〔2026〕12号')
  })

  test('of a notice carries the suffix of its series', () => {
    const number = { code: '示教公开', year: 2026, n: 3, suffix: letterSeries.notice.suffix }
    expect(formatNumber(usual, number)).toBe('示教公开〔2026〕3号-告知')
  })

  test('is formed by the agency’s own setting as well, whose tokens have English names', () => {
    const number = { code: '示教', year: 2026, n: 12, suffix: '' }
    expect(formatNumber(patternOf(settings['numbering.letter'].usual), number)).toBe('示教公开〔2026〕12号')
  })

  test('is formed alike by either names of the tokens, and with a suffix tells the series apart (D§5.1)', () => {
    const number = { code: '示教', year: 2026, n: 12, suffix: letterSeries.notice.suffix }
    const set = patternOf('{code}公开〔{year}〕{number}号{suffix}')
    expect(formatNumber(set, number)).toBe('示教公开〔2026〕12号-告知')
    expect([tellsSeries(set), tellsSeries(patternOf(settings['numbering.letter'].usual))]).toEqual([true, false])
  })

  test('two numbers of one series are equal only in year and number', () => {
    const number = fc.record({ year: fc.integer({ min: 2000, max: 2099 }), n: fc.integer({ min: 1, max: 9999 }) })
    const run = fc.property(number, number, (a, b) => {
      const said = [a, b].map(of => formatNumber(usual, { code: '示教公开', suffix: '', ...of }))
      expect(said[0] === said[1]).toBe(a.year === b.year && a.n === b.n)
    })
    fc.assert(run, { seed, numRuns: 300 })
  })
})

describe('a pattern', () => {
  test.each([
    ['示教公开〔{YYYY}〕号', 'lacks the number'],
    ['示教公开{N}号', 'lacks the year'],
    ['{YYYY}{N}{N}', 'has the number twice'],
    ['{YYYY}{N}{部门}', 'has a token nobody knows'],
    ['{YYYY}{N}{', 'has a lone brace'],
  ])('“%s” is refused: it %s', text => {
    expect(parseNumberPattern(text, 'values.pattern')).toMatchObject({
      ok: false,
      refusal: { code: 'bad_pattern', at: 'values.pattern' },
    })
  })
})
