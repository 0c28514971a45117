import { describe, expect, it } from 'vitest'
import { cellsOf, gridsOf, type SheetParts, type WorkbookParts, xlsxOf } from '../../../../test/support/office.ts'
import { defaultLimits, limitsWith, readPaper } from '../index.ts'
import { readXlsx } from './xlsx.ts'

const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const number = (at: string, value: string | number, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`
const row = (...cells: readonly string[]) => `<row>${cells.join('')}</row>`
const read = (rows: string, more: Omit<SheetParts, 'rows'> = {}, parts?: WorkbookParts) =>
  readXlsx(xlsxOf([{ rows, ...more }], parts), defaultLimits)
const cells = (rows: string, more?: Omit<SheetParts, 'rows'>, parts?: WorkbookParts) =>
  cellsOf(gridsOf(read(rows, more, parts))[0])

describe('a sheet', () => {
  it('is a grid whose cells know their sheet and address', async () => {
    const bytes = xlsxOf([{ name: '表三', rows: row(inline('A1', '新收'), number('B1', 54)) }])
    expect(await readPaper(bytes)).toEqual({
      format: 'xlsx',
      blocks: [
        {
          kind: 'grid',
          width: 2,
          height: 1,
          cells: [
            { text: '新收', row: 0, column: 0, rowSpan: 1, colSpan: 1, at: { sheet: '表三', cell: 'A1' } },
            { text: '54', row: 0, column: 1, rowSpan: 1, colSpan: 1, at: { sheet: '表三', cell: 'B1' } },
          ],
        },
      ],
    })
  })

  it('lists the blank places of each table and none beside it', () => {
    const rows =
      row(inline('A1', '标题')) +
      row(inline('A2', '甲'), inline('C2', '1')) +
      row(inline('A3', '乙'), inline('B3', '2'), '<c r="E3" s="1"/>') +
      row(inline('A4', '丙')) +
      row(inline('A5', '— 6 —')) +
      row(inline('A6', '丁'), inline('D6', '3')) +
      row(inline('A7', '尾')) +
      row() +
      row(inline('A9', '戊'), inline('B9', '4'))
    expect(cells(rows)).toEqual([
      '0,0 1x1 标题',
      '1,0 1x1 甲',
      '1,1 1x1 ',
      '1,2 1x1 1',
      '2,0 1x1 乙',
      '2,1 1x1 2',
      '2,2 1x1 ',
      '3,0 1x1 丙',
      '3,1 1x1 ',
      '3,2 1x1 ',
      '4,0 1x1 — 6 —',
      '4,1 1x1 ',
      '4,2 1x1 ',
      '5,0 1x1 丁',
      '5,1 1x1 ',
      '5,2 1x1 ',
      '5,3 1x1 3',
      '6,0 1x1 尾',
      '8,0 1x1 戊',
      '8,1 1x1 4',
    ])
  })

  it('lays merged cells out once, cut where the sheet ends', () => {
    const after =
      '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/><mergeCell ref="C1:XFD1048576"/></mergeCells>'
    expect(cells(row(inline('A1', 'a'), inline('C1', 'c')) + row() + row(inline('C3', '盖')), { after })).toEqual([
      '0,0 2x2 a',
      '0,2 3x1 c',
      '2,0 1x1 ',
      '2,1 1x1 ',
    ])
  })

  it('reaches as far as a merged title does', () => {
    const after = '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    expect(cells(row(inline('A1', '标题')), { after })).toEqual(['0,0 1x3 标题'])
  })

  it('counts on where rows and cells carry no address', () => {
    expect(cells('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>')).toEqual([
      '0,0 1x1 1',
      '0,1 1x1 2',
      '1,0 1x1 3',
      '1,1 1x1 4',
    ])
  })

  it('stays small where a single cell stands far away', () => {
    const grid = gridsOf(read(row(inline('A1', 'a')) + row(inline('XFD1048576', 'b'))))[0]
    expect(grid?.cells.map(each => each.text)).toEqual(['a', 'b'])
  })

  it('is left out where it is hidden or shows nothing', () => {
    const rows = row(inline('A1', 'a'))
    const sheets = [{ rows, state: 'hidden' }, { rows, state: 'veryHidden' }, { rows: '' }, { rows, name: '见' }]
    const grids = gridsOf(readXlsx(xlsxOf(sheets), defaultLimits))
    expect(grids.map(grid => grid.cells[0]?.at)).toEqual([{ sheet: '见', cell: 'A1' }])
  })
})

describe('a cell', () => {
  const text = (cell: string, parts?: WorkbookParts) => gridsOf(read(row(cell), {}, parts))[0]?.cells[0]?.text

  it('shows shared texts, with all their runs and without reading aids', () => {
    const shared = [
      '<t>零</t>',
      '<r><t>新</t></r><r><rPr/><t xml:space="preserve">收 </t></r><rPh sb="0" eb="1"><t>xīn</t></rPh>',
    ]
    expect(text('<c r="A1" t="s"><v>1</v></c>', { shared })).toBe('新收 ')
  })

  it.each([
    ['an inline text of runs', '<c r="A1" t="inlineStr"><is><r><t>新</t></r><r><t>收</t></r></is></c>', '新收'],
    ['a truth', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['the stored result of a formula', '<c r="A1"><f>SUM(B1:B9)</f><v>54</v></c>', '54'],
    ['the stored text of a formula', '<c r="A1" t="str"><f>"a"</f><v>五</v></c>', '五'],
    ['characters XML cannot hold', '<c r="A1" t="str"><v>一_x000A_二</v></c>', '一\n二'],
    ['a number longer than it is', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
  ])('shows %s', (_name, cell, shown) => {
    expect(text(cell)).toBe(shown)
  })

  it('shows numbers by the format of its style', () => {
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="0&quot;件&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="4"/><xf numFmtId="31"/></cellXfs>'
    const rows = row(number('A1', 6), number('B1', 6, 1), number('C1', 1234.5, 2), number('D1', 44_227, 3))
    expect(gridsOf(read(rows, {}, { styles }))[0]?.cells.map(each => each.text)).toEqual([
      '6',
      '6件',
      '1,234.50',
      '2021年1月31日',
    ])
  })

  it('counts days from 1904 where the workbook does', () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    expect(text(number('A1', 42_765), { styles, date1904: true })).toBe('2021/1/31')
  })
})

describe('spreadsheets that cannot be read', () => {
  it('show nothing', async () => {
    await expect(readPaper(xlsxOf([{ rows: '' }]))).rejects.toMatchObject({ code: 'empty' })
  })

  it('hold more cells than allowed', () => {
    const rows = row(...Array.from({ length: 11 }, () => '<c><v>1</v></c>'))
    expect(() => readXlsx(xlsxOf([{ rows }]), limitsWith({ cells: 10 }))).toThrow(
      expect.objectContaining({ code: 'too_large' }),
    )
  })

  it('break off within a sheet, which is named', async () => {
    const bytes = xlsxOf([{ name: '表三', rows: '<row><c><v>1' }])
    await expect(readPaper(bytes)).rejects.toMatchObject({
      code: 'damaged',
      says: { zh: expect.stringContaining('表三') },
    })
  })

  it('name a shared text that is not there', async () => {
    const bytes = xlsxOf([{ rows: row('<c r="A1" t="s"><v>1</v></c>') }], { shared: ['<t>零</t>'] })
    await expect(readPaper(bytes)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('merge more than allowed', () => {
    const merges = Array.from({ length: 50 }, (_each, i) => `<mergeCell ref="A${i * 2 + 1}:J${i * 2 + 2}"/>`).join('')
    const bytes = xlsxOf([{ rows: row(inline('A1', 'a')) + row(inline('J100', 'b')), after: merges }])
    expect(() => readXlsx(bytes, limitsWith({ cells: 100 }))).toThrow(expect.objectContaining({ code: 'too_large' }))
  })
})
