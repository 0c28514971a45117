import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, it } from 'vitest'
import type { Sheet } from '../../src/kit/console/sheet.ts'
import { xlsxOf } from '../../src/kit/console/xlsx.ts'
import { limitsWith, readPaper, sniff } from '../../src/platform/documents/index.ts'

const bookOf = (rows: Sheet['rows']) => xlsxOf([{ name: '表', rows }])

/** The rows as another program reads them. */
async function readBack(bytes: Uint8Array): Promise<string[][]> {
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  const rows: string[][] = []
  workbook.worksheets[0]?.eachRow({ includeEmpty: true }, row => {
    rows.push(Array.from({ length: row.cellCount }, (_, n) => row.getCell(n + 1).text))
  })
  return rows
}

describe('a list as a workbook', () => {
  const rows = [
    ['姓名', '角色', '备注'],
    ['李娜', '拟稿人、经办人', '<b>&"1"</b>\n第二行'],
    ['', '0012', ' 前后有空格 '],
  ]

  it('given texts of any kind, then every one comes back as it was, in another program and in our own reader', async () => {
    const bytes = bookOf(rows)
    expect(await readBack(bytes)).toEqual(rows)
    expect(sniff(bytes, limitsWith({}))).toBe('xlsx')
    const [grid] = (await readPaper(bytes, limitsWith({}))).blocks.filter(block => block.kind === 'grid')
    expect(grid?.cells.map(({ text }) => text)).toContain('拟稿人、经办人')
  })

  it.each(['=1+1', '+86 571', '-1', '@sum', '\tx', '＝1+1', '＋1', '－1', '＠sum', '=HYPERLINK("http://x","y")'])(
    'given %j, then it is a text, and no spreadsheet takes it for a formula',
    async cell => {
      const workbook = new Workbook()
      await workbook.xlsx.load(bookOf([['a'], [cell]]))
      const read = workbook.worksheets[0]?.getCell('A2')
      expect(read?.formula).toBeUndefined()
      expect(read?.text).toBe(`'${cell}`)
    },
  )

  it('given what no XML can hold, then it is left out and the file can still be opened', async () => {
    expect(await readBack(bookOf([['a'], ['x\u0000\u0007y\ud800z\ufffe']]))).toEqual([['a'], ['xyz']])
  })

  it('given nothing but heads, or not even these, then it can be opened', async () => {
    expect(await readBack(bookOf([['a']]))).toEqual([['a']])
    expect(await readBack(bookOf([[]]))).toEqual([[]])
  })

  it('given figures, then they are numbers that add up; days and numbers of papers stay texts', async () => {
    const workbook = new Workbook()
    await workbook.xlsx.load(
      bookOf([
        ['名称', '受理号', '收到日期', '件数'],
        ['甲', '0012', '2026-03-02', 54],
        ['乙', '0013', '2026-03-03', -0.5],
      ]),
    )
    const sheet = workbook.worksheets[0]
    expect(['A2', 'B2', 'C2', 'D2', 'D3'].map(at => sheet?.getCell(at).value)).toEqual([
      '甲',
      '0012',
      '2026-03-02',
      54,
      -0.5,
    ])
    expect(sheet?.getCell('D2').numFmt ?? 'General').not.toBe('@')
  })

  it('given no figure, one that is no number, and nothing, then the file can be opened and holds no number there', async () => {
    const workbook = new Workbook()
    await workbook.xlsx.load(
      bookOf([
        ['a', 'b', 'c'],
        [null, Number.NaN, Number.POSITIVE_INFINITY],
      ]),
    )
    const values = ['A2', 'B2', 'C2'].map(at => workbook.worksheets[0]?.getCell(at).value)
    expect(values).toEqual([null, 'NaN', 'Infinity'])
  })

  it('given several tables, then each has its sheet, under a name a sheet may have', async () => {
    const rows = [['件数'], [1]]
    const names = ['收到渠道', '收到渠道', 'a/b:[c]"&<', '', '长'.repeat(40)]
    const workbook = new Workbook()
    await workbook.xlsx.load(xlsxOf(names.map(name => ({ name, rows }))))
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '收到渠道',
      '收到渠道 2',
      'a b  c "&<',
      '4',
      '长'.repeat(31),
    ])
    expect(workbook.worksheets.map(sheet => sheet.getCell('A2').value)).toEqual(names.map(() => 1))
  })
})
