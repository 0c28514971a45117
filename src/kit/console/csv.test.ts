import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

const one = (...rows: readonly (readonly (string | number | null)[])[]) => csvOf([{ name: '表', rows }])

describe('tables as a file of CSV', () => {
  it('given one, begins with the mark of UTF-8 and holds its rows alone', () => {
    expect(one(['姓名', '角色'], ['李娜', '拟稿人'])).toBe('\ufeff姓名,角色\r\n李娜,拟稿人\r\n')
  })

  it('given several, names each and leaves a line free between them', () => {
    const sheets = [
      {
        name: '渠道',
        rows: [
          ['渠道', '件数'],
          ['信函', 3],
        ],
      },
      { name: '用时', rows: [['平均', null]] },
    ]
    expect(csvOf(sheets)).toBe('\ufeff渠道\r\n渠道,件数\r\n信函,3\r\n\r\n用时\r\n平均,\r\n')
  })

  it.each(['=1+1', '+86 571', '-1', '@sum', '\tx', '＝1+1', '＋1', '－1', '＠sum'])(
    'given %j, lets no spreadsheet take it for a formula',
    cell => {
      expect(one([cell])).toBe(`\ufeff'${cell}\r\n`)
    },
  )

  it('given a figure below nought, leaves it a figure', () => {
    expect(one([-3])).toBe('\ufeff-3\r\n')
  })
})
