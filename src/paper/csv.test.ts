import { describe, expect, it } from 'vitest'
import { csv } from './csv.ts'

describe('a csv file', () => {
  it('begins with the mark Excel needs and ends its lines as the standard says', () => {
    expect(
      csv([
        ['a', 1],
        ['b', null],
      ]),
    ).toBe('\ufeffa,1\r\nb,\r\n')
  })

  it('quotes commas, quotes and line breaks', () => {
    expect(csv([['a,b', 'say "x"', 'two\nlines']])).toBe('\ufeff"a,b","say ""x""","two\nlines"\r\n')
  })

  it.each(['=1+1', '+7', '-3', '@SUM(A1)', '\tx', '＝1', '＋1', '－2', '＠SUM(A1)'])(
    'takes the power from %j',
    text => {
      expect(csv([[text]])).toBe(`\ufeff'${text}\r\n`)
    },
  )

  it('leaves negative numbers numbers', () => {
    expect(csv([[-3]])).toBe('\ufeff-3\r\n')
  })
})
