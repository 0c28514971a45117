import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeUpEdition } from '../../../test/support/made-up-edition.ts'
import { anyReport, balancedReport, withCell, withoutRow } from '../../../test/support/reports.ts'
import { gridOf } from '../../../test/support/tiling.ts'
import { edition2019 } from '../../law/editions/edition-2019.ts'
import { edition2021 } from '../../law/editions/edition-2021.ts'
import type { TableId } from '../../law/editions/form.ts'
import type { PageTable } from '../../paper/page.ts'
import { formCells } from './form-cells.ts'
import { layoutReport, layoutTable } from './layout.ts'
import { ABSENT_MARK } from './marks.ts'
import type { CellRecord, Report } from './report.ts'

const tables: readonly TableId[] = ['proactive', 'requests', 'disputes']
const known = [edition2019, edition2021, madeUpEdition]

const cellsOf = (table: PageTable) => table.rows.flat()
const labelled = (table: PageTable, text: string) => cellsOf(table).find(cell => cell.text === text)
const spans = (table: PageTable, row: number) => table.rows[row]?.map(cell => [cell.colSpan, cell.rowSpan])
const textAt = (report: Report, id: string) =>
  tables
    .flatMap(t => cellsOf(layoutTable(report.edition === '2019' ? edition2019 : edition2021, report, t)))
    .find(cell => cell.id === id)?.text

describe('laying out a table', () => {
  it.each(known)('tiles every table of $id exactly and shows every value of the form once', edition => {
    fc.assert(
      fc.property(anyReport(edition.id, known), report => {
        const shown = tables.flatMap(table => {
          const page = layoutTable(edition, report, table)
          gridOf(page)
          return cellsOf(page).flatMap(cell => cell.id ?? [])
        })
        expect(shown.sort()).toEqual(
          formCells(edition)
            .map(cell => cell.id)
            .sort(),
        )
      }),
      { numRuns: 40, seed: 2 },
    )
  })

  it('prints the 2019 table 二 in four columns, its three-cell blocks running to the edge', () => {
    const table = layoutTable(edition2019, balancedReport(1, '2019'), 'proactive')
    expect(table.widths).toHaveLength(4)
    expect(labelled(table, '第二十条第（八）项')?.colSpan).toBe(4)
    const fees = table.rows.find(row => row[0]?.text === '行政事业性收费')
    expect(fees?.map(cell => cell.colSpan)).toEqual([1, 1, 2])
    expect(labelled(table, '采购总金额')?.colSpan).toBe(2)
  })

  it('prints the 2021 table 二 with single values over three columns', () => {
    const table = layoutTable(edition2021, balancedReport(1, '2021'), 'proactive')
    expect(labelled(table, '本年收费金额（单位：万元）')?.colSpan).toBe(3)
    const permits = table.rows.find(row => row[0]?.text === '行政许可')
    expect(permits?.map(cell => cell.colSpan)).toEqual([1, 3])
  })

  it.each([
    [edition2019, 20],
    [edition2021, 22],
  ] as const)('prints table 三 with its corner and its vertical label', (edition, high) => {
    const table = layoutTable(edition, balancedReport(1, edition.id), 'requests')
    expect(table.widths).toHaveLength(10)
    expect(table.headRows).toBe(3)
    expect(spans(table, 0)).toEqual([
      [3, 3],
      [7, 1],
    ])
    expect(spans(table, 1)).toEqual([
      [1, 2],
      [5, 1],
      [1, 2],
    ])
    expect(labelled(table, '三、本年度办理结果')).toMatchObject({ rowSpan: high, colSpan: 1, vertical: true })
    expect(labelled(table, '（三）不予公开')?.rowSpan).toBe(8)
    expect(labelled(table, '四、结转下年度继续办理')?.colSpan).toBe(3)
    expect(labelled(table, '（一）予以公开')?.colSpan).toBe(2)
  })

  it('prints table 四 as fifteen figures in one row under three head rows', () => {
    const table = layoutTable(edition2021, balancedReport(1, '2021'), 'disputes')
    expect(table.rows).toHaveLength(4)
    expect(table.rows[0]?.map(cell => [cell.text, cell.colSpan])).toEqual([
      ['行政复议', 5],
      ['行政诉讼', 10],
    ])
    expect(table.rows[1]?.map(cell => cell.rowSpan)).toEqual([2, 2, 2, 2, 2, 1, 1])
    expect(table.rows[3]).toHaveLength(15)
  })

  it('follows a form it has never seen: four kinds of label depth, single strips side by side', () => {
    const report = balancedReport(1, '2027', known)
    const requests = layoutTable(madeUpEdition, report, 'requests')
    expect(requests.widths).toHaveLength(8)
    expect(labelled(requests, '1.保密')?.rowSpan).toBe(2)
    expect(labelled(requests, '2.没有')?.colSpan).toBe(2)
    expect(layoutTable(madeUpEdition, report, 'disputes').rows[0]?.map(cell => cell.colSpan)).toEqual([3, 3, 6])
  })

  it('prints rows of the agency after the last row, widening the table where they need it', () => {
    const extra = { table: 'proactive' as const, label: '另计', values: ['1', '2', '3', '4', '5'] }
    const table = layoutTable(edition2021, { ...balancedReport(1, '2021'), extra_rows: [extra] }, 'proactive')
    gridOf(table)
    expect(table.rows.at(-1)?.map(cell => cell.text)).toEqual(['另计', ...extra.values])
  })

  it('shows other words in the same cells when told to, and labels in English', () => {
    const table = layoutTable(edition2021, balancedReport(1, '2021'), 'disputes', { lang: 'en', textOf: () => '9' })
    expect(table.rows[3]?.every(cell => cell.text === '9' && cell.number === 9)).toBe(true)
    expect(labelled(table, 'Upheld')).toBeDefined()
  })
})

describe('the words in a value cell', () => {
  const printed = (edition: '2019' | '2021', id: string, value: number | null, record: CellRecord) =>
    textAt(withCell(balancedReport(3, edition), id, value, record), id)
  const count = 'requests.new.total'
  const change = 'proactive.permits.change'
  const bare = 'proactive.procurement.amount'
  const headed = 'proactive.fees.amount'

  it.each([
    ['2019', bare, 45_747_300, '4574.73 万', '万元', '4574.73 万'],
    ['2019', change, 7, '+7', undefined, '+7'],
    ['2019', change, -7, '减7', undefined, '减7'],
    ['2019', count, 54, ' 54', undefined, '54'],
    ['2019', count, 1234, '12\n34', undefined, '1234'],
    ['2019', bare, 4_053_154.6, '4053154.60', null, '4053154.60'],
  ] as const)('%s %s: keeps what was printed (%d as “%s”)', (edition, id, value, raw, unit, text) => {
    const record = unit === undefined ? { raw, kind: 'number' as const } : { raw, kind: 'number' as const, unit }
    expect(printed(edition, id, value, record)).toBe(text)
  })

  it.each([
    ['2019', count, 55, '54', undefined, '55'],
    ['2019', change, 7, '减7', undefined, '7'],
    ['2019', count, 3, '3 4', undefined, '3'],
    ['2019', bare, 617_200, '', '万元', '61.72万元'],
    ['2019', bare, 4_053_154.6, '', '元', '4053154.6元'],
    ['2021', headed, 617_200, '', '万元', '61.72'],
  ] as const)(
    '%s %s: prints the value where the paper no longer says it (%d, “%s”)',
    (edition, id, value, raw, unit, text) => {
      const record = unit === undefined ? { raw, kind: 'number' as const } : { raw, kind: 'number' as const, unit }
      expect(printed(edition, id, value, record)).toBe(text)
    },
  )

  it.each([
    ['2019', bare, 617_200, '61.72', '万元', '61.72万元'],
    ['2021', headed, 617_200, '617200', null, '617200元'],
    ['2021', headed, 617_200, '617200', '元', '617200元'],
  ] as const)('%s %s: adds the unit the form does not print (%d, “%s”)', (edition, id, value, raw, unit, text) => {
    expect(printed(edition, id, value, { raw, kind: 'number', unit })).toBe(text)
  })

  it('prints no figure where there is none', () => {
    expect(printed('2019', count, null, { raw: ' ', kind: 'blank' })).toBe('')
    expect(printed('2019', count, null, { raw: '—', kind: 'not_applicable' })).toBe('—')
    expect(printed('2019', count, null, { raw: '', kind: 'not_applicable' })).toBe('/')
    expect(printed('2019', count, null, { raw: '见附件', kind: 'text' })).toBe('见附件')
    expect(textAt(withoutRow(balancedReport(3, '2019'), 'requests', 'new'), count)).toBe(ABSENT_MARK)
  })

  it('holds a number only where the text is that number', () => {
    const report = withCell(balancedReport(3, '2019'), change, 7, { raw: '+7', kind: 'number' })
    const cells = cellsOf(layoutTable(edition2019, report, 'proactive'))
    expect(cells.find(cell => cell.id === change)?.number).toBeUndefined()
    expect(cells.find(cell => cell.id === 'proactive.permits.decisions')?.number).toBeTypeOf('number')
  })
})

describe('laying out a report', () => {
  it('prints title, preface, six headings in order and one table under each of 二, 三, 四', () => {
    const report = balancedReport(5, '2021')
    const page = layoutReport(report)
    const outline = page.blocks.map(block => (block.kind === 'heading' ? `${block.level} ${block.text}` : block.kind))
    expect(outline.filter(line => line === 'table' || line.startsWith('1 '))).toEqual([
      '1 一、总体情况',
      '1 二、主动公开政府信息情况',
      'table',
      '1 三、收到和处理政府信息公开申请情况',
      'table',
      '1 四、政府信息公开行政复议、行政诉讼情况',
      'table',
      '1 五、存在的主要问题及改进情况',
      '1 六、其他需要报告的事项',
    ])
    expect(outline[0]).toBe('title')
    expect(page).toMatchObject({ title: report.title, author: report.agency, lang: 'zh-CN' })
  })

  it('leaves out the heading of a section the paper did not have, keeps that of an empty one', () => {
    const report = balancedReport(5, '2021')
    const page = layoutReport({ ...report, sections: { preface: null, overview: '', problems: null, other: 'a\n\nb' } })
    const texts = page.blocks.flatMap(block => (block.kind === 'table' ? [] : block.text))
    expect(texts).toContain('一、总体情况')
    expect(texts).not.toContain('五、存在的主要问题及改进情况')
    expect(texts.slice(-2)).toEqual(['a', 'b'])
  })

  it('makes the official title where the report has none', () => {
    const report: Report = { ...balancedReport(5, '2021'), title: null, agency: '青松市教育局', year: 2022 }
    expect(layoutReport(report).title).toBe('青松市教育局2022年政府信息公开工作年度报告')
  })
})
