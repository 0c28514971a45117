import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columns, printable, widthOf, wrap } from './width.ts'

describe('width', () => {
  test.each([
    ['abc', 3],
    ['总计', 4],
    ['（七）总计', 10],
    ['e\u0301', 1],
    ['𠮷', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })

  test('columns stand under each other whatever the letters', () => {
    const rows = columns(
      [
        ['总计', '12', '件'],
        ['a', '7', 'b'],
      ],
      new Set([1]),
    )
    expect(rows).toEqual(['总计  12  件', 'a      7  b'])
  })
})

describe('wrapping', () => {
  test('breaks between Han characters, keeps words and closing marks whole', () => {
    expect(wrap('读取并核查年度报告：文件、文件夹', 20)).toBe('读取并核查年度报告：\n文件、文件夹')
    expect(wrap('files and folders', 10)).toBe('files and\nfolders')
  })

  test('no line is too wide unless one word alone is, and no letter is lost', () => {
    const words = fc.array(fc.constantFrom('公', '开', '，', '。', ' ', 'report', 'a', '1'), { maxLength: 60 })
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 40 }), (parts, width) => {
        const wrapped = wrap(parts.join(''), width)
        expect(wrapped.replace(/\s/g, '')).toBe(parts.join('').replace(/\s/g, ''))
        for (const line of wrapped.split('\n')) {
          if (/[\s\p{Script=Han}].*[\p{Script=Han}a-z]/u.test(line))
            expect(widthOf(line)).toBeLessThanOrEqual(width + 2 * marks(line))
        }
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})

/** Closing marks may stand beyond the edge rather than begin a line. */
function marks(line: string): number {
  return line.match(/[，。]/g)?.length ?? 0
}

test('what would move the cursor or turn the writing shows as its number', () => {
  expect(printable('a\u202etxt.\u0000exe\n\u001b[2J')).toBe('a\\u202etxt.\\u0000exe\\u000a\\u001b[2J')
  expect(printable('年报 2021.docx')).toBe('年报 2021.docx')
})
