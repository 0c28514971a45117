import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

describe('a table as a file', () => {
  it('begins with the mark of UTF-8 and ends every row as the standard has it', () => {
    expect(
      csvOf([
        ['姓名', '角色'],
        ['李娜', '拟稿人'],
      ]),
    ).toBe('\ufeff姓名,角色\r\n李娜,拟稿人\r\n')
  })

  it('given commas, quotes and lines in a cell, keeps them within the cell', () => {
    expect(csvOf([['a,b', '他说"好"', '一\n二']])).toBe('\ufeff"a,b","他说""好""","一\n二"\r\n')
  })

  it.each(['=1+1', '+86 571', '-1', '@sum', '\tx'])('given %j, lets no spreadsheet take it for a formula', cell => {
    expect(csvOf([[cell]])).toMatch(/^\ufeff"?'/)
  })
})
