import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letterSeries } from '../../law/letters.ts'
import { settings } from '../agency/settings.ts'
import { formatNumber, type NumberPattern, parseNumber, parseNumberPattern, usualNumberPattern } from './number.ts'

const seed = 20261128

function patternOf(text: string): NumberPattern {
  const read = parseNumberPattern(text)
  if (!read.ok) throw new Error(read.refusal.says.en)
  return read.value
}

const usual = patternOf(usualNumberPattern)

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

  test.each([
    '示教公开〔2026〕012号',
    '示教公开〔2026〕0号',
    '示教公开[2026]12号',
    '示教公开〔26〕12号',
    '示文〔2026〕12号',
    '示教公开〔2026〕12号-告知',
    '',
  ])('“%s” is no number of that series', text => {
    const read = parseNumber(usual, { code: '示教公开', suffix: '' }, text, 'number')
    expect(read).toMatchObject({ ok: false, refusal: { code: 'bad_number', at: 'number' } })
  })

  test('whatever was formatted is read back, whatever the pattern', () => {
    const literal = fc.stringMatching(/^[^{}]{0,4}$/)
    const word = fc.stringMatching(/^[^{}]{0,6}$/)
    const order = fc.shuffledSubarray(['{机关代字}', '{YYYY}', '{N}', '{类别后缀}'], { minLength: 4 })
    const run = fc.property(
      order,
      fc.array(literal, { minLength: 5, maxLength: 5 }),
      word,
      word,
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 1, max: 999_999_999 }),
      (tokens, literals, code, suffix, year, n) => {
        // A bare digit beside the number could be read as part of it: patterns keep them apart, as paper does.
        const text = tokens.map((token, i) => `${literals[i]}〔${token}〕`).join('')
        const pattern = patternOf(text)
        const number = { code, suffix, year, n }
        expect(parseNumber(pattern, number, formatNumber(pattern, number))).toEqual({ ok: true, value: number })
      },
    )
    fc.assert(run, { seed, numRuns: 300 })
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
