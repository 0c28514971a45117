import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, it } from 'vitest'
import { xlsxOf } from '../../src/kit/console/xlsx.ts'
import { limitsWith, readPaper, sniff } from '../../src/platform/documents/index.ts'

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
    const bytes = xlsxOf(rows)
    expect(await readBack(bytes)).toEqual(rows)
    expect(sniff(bytes, limitsWith({}))).toBe('xlsx')
    const [grid] = (await readPaper(bytes, limitsWith({}))).blocks.filter(block => block.kind === 'grid')
    expect(grid?.cells.map(({ text }) => text)).toContain('拟稿人、经办人')
  })

  it.each(['=1+1', '+86 571', '-1', '@sum', '\tx', '=HYPERLINK("http://x","y")'])(
    'given %j, then it is a text, and no spreadsheet takes it for a formula',
    async cell => {
      const workbook = new Workbook()
      await workbook.xlsx.load(xlsxOf([['a'], [cell]]))
      const read = workbook.worksheets[0]?.getCell('A2')
      expect(read?.formula).toBeUndefined()
      expect(read?.text).toBe(`'${cell}`)
    },
  )

  it('given what no XML can hold, then it is left out and the file can still be opened', async () => {
    expect(await readBack(xlsxOf([['a'], ['x\u0000\u0007y\ud800z\ufffe']]))).toEqual([['a'], ['xyz']])
  })

  it('given nothing but heads, or not even these, then it can be opened', async () => {
    expect(await readBack(xlsxOf([['a']]))).toEqual([['a']])
    expect(await readBack(xlsxOf([[]]))).toEqual([[]])
  })
})
