/** The statutory forms as the texts print them (D§3.2-3.8). */
import { describe, expect, test } from 'vitest'
import { editionForYear, formCells, formRows } from '../../src/domain/report/form-cells.ts'
import { layoutTable } from '../../src/domain/report/layout.ts'
import { edition2019 } from '../../src/law/editions/edition-2019.ts'
import { edition2021 } from '../../src/law/editions/edition-2021.ts'
import type { Edition, TableId } from '../../src/law/editions/form.ts'
import { editions } from '../../src/law/editions/index.ts'
import { disputeLines, proactiveLines, requestLines } from '../../src/law/lines.ts'
import type { PageTable } from '../../src/paper/page.ts'
import { balancedReport } from '../support/reports.ts'
import { gridOf } from '../support/tiling.ts'

const print = (edition: Edition, table: TableId) => layoutTable(edition, balancedReport(1, edition.id), table)
const spanOf = (table: PageTable, label: string) => {
  const found = table.rows.flat().filter(cell => cell.text === label)
  return found.map(({ colSpan, rowSpan }) => `${colSpan}x${rowSpan}`).join(' ')
}

describe('which form is for which year', () => {
  test.each([
    [2018, '2019'],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2025, '2021'],
    [2040, '2021'],
  ])('%i: the edition of %s', (year, id) => {
    expect(editionForYear(year).id).toBe(id)
  })

  test('each names the document that orders it', () => {
    expect(edition2019.document).toBe('国办公开办函〔2019〕60号')
    expect(edition2021.document).toBe('国办公开办函〔2021〕30号')
  })
})

describe.each(editions)('the edition of $id', edition => {
  test('has a preface and six parts in their order, three of them tables', () => {
    expect(edition.sections.map(section => section.label.zh)).toEqual([
      '',
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ])
    expect(edition.sections.map(section => section.id)).toEqual([
      'preface',
      'overview',
      'proactive',
      'requests',
      'disputes',
      'problems',
      'other',
    ])
  })

  test('prints table 三 in ten columns under three head rows', () => {
    const table = print(edition, 'requests')
    gridOf(table)
    expect(table.widths).toHaveLength(10)
    expect(spanOf(table, '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）')).toBe('3x3')
    expect(spanOf(table, '申请人情况')).toBe('7x1')
    expect(spanOf(table, '自然人')).toBe('1x2')
    expect(spanOf(table, '法人或其他组织')).toBe('5x1')
    expect(spanOf(table, '总计')).toBe('1x2')
    expect(table.rows[2]?.map(cell => cell.text)).toEqual([
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
    ])
  })

  test('groups the results of table 三: eight denied, three unavailable, five not processed', () => {
    const table = print(edition, 'requests')
    expect(spanOf(table, '（三）不予公开')).toBe('1x8')
    expect(spanOf(table, '（四）无法提供')).toBe('1x3')
    expect(spanOf(table, '（五）不予处理')).toBe('1x5')
  })

  test('prints table 四 as fifteen figures in one row under three head rows', () => {
    const table = print(edition, 'disputes')
    gridOf(table)
    expect([spanOf(table, '行政复议'), spanOf(table, '行政诉讼')]).toEqual(['5x1', '10x1'])
    expect([spanOf(table, '未经复议直接起诉'), spanOf(table, '复议后起诉')]).toEqual(['5x1', '5x1'])
    expect(spanOf(table, '结果维持')).toBe('1x2 1x1 1x1')
    expect(table.rows[3]).toHaveLength(15)
  })

  test('maps every line to a row it has, and leaves no row without a line', () => {
    const cells = new Set(formCells(edition).map(cell => cell.id))
    const rows = new Set(formRows(edition).map(({ table, row }) => `${table}.${row.id}`))
    const proactive = proactiveLines.flatMap(line => edition.lines.proactive[line] ?? [])
    expect(proactive.filter(cell => !cells.has(`proactive.${cell}`))).toEqual([])
    const named = [
      ...proactive.map(cell => `proactive.${cell.slice(0, cell.lastIndexOf('.'))}`),
      ...requestLines.map(line => `requests.${edition.lines.requests[line]}`),
      ...disputeLines.map(line => `disputes.${edition.lines.disputes[line]}`),
    ]
    expect([...rows].filter(row => !named.includes(row))).toEqual([])
    expect(named.filter(row => !rows.has(row))).toEqual([])
  })

  test('sums up all results and nothing else in （七）总计, and all six kinds in 总计 (A2, A3)', () => {
    const sum = edition.balances.find(balance => balance.rule === 'requests.sum_of_results')
    const results = edition.requests.rows.filter(row => row.group !== undefined && row.id !== 'total')
    expect(sum).toMatchObject({ left: ['total'], right: results.map(row => row.id), per: 'column' })
    const across = edition.balances.find(balance => balance.rule === 'requests.row_total')
    expect(across).toMatchObject({ left: ['total'], right: edition.requests.columns.slice(0, -1).map(c => c.id) })
  })

  test('adds 第一项 and 第二项, and 第三项 and 第四项 (A1); four outcomes make a total (B1-B3)', () => {
    expect(edition.balances.find(balance => balance.rule === 'requests.balance')).toMatchObject({
      left: ['new', 'carried_in'],
      right: ['total', 'carried_out'],
    })
    expect(edition.balances.find(balance => balance.rule === 'disputes.total')).toMatchObject({
      left: ['total'],
      right: ['upheld', 'corrected', 'other', 'pending'],
    })
  })

  test('chains name rows and columns of table 二', () => {
    const cells = new Set(formCells(edition).map(cell => cell.id))
    const named = edition.chains.flatMap(({ row, result, before, now }) =>
      [result, ...before, ...now.map(term => term.column)].map(column => `proactive.${row}.${column}`),
    )
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter(id => !cells.has(id))).toEqual([])
  })

  test('spells no label of a table twice over, aliases included', () => {
    for (const rows of [edition.proactive.flatMap(block => block.rows), edition.requests.rows]) {
      const words = rows.flatMap(({ label }) => [label.zh, ...(label.aliases ?? [])])
      expect(new Set(words).size).toBe(words.length)
    }
  })
})

describe('what parts the editions', () => {
  test('table 二 has five blocks in 2019, four in 2021', () => {
    const heads = (edition: Edition) =>
      edition.proactive.map(({ columns, rows }) => [columns.map(c => c.label.zh), rows.map(r => r.label.zh)])
    expect(heads(edition2019)).toEqual([
      [
        ['本年新制作数量', '本年新公开数量', '对外公开总数量'],
        ['规章', '规范性文件'],
      ],
      [
        ['上一年项目数量', '本年增/减', '处理决定数量'],
        ['行政许可', '其他对外管理服务事项'],
      ],
      [
        ['上一年项目数量', '本年增/减', '处理决定数量'],
        ['行政处罚', '行政强制'],
      ],
      [['上一年项目数量', '本年增/减'], ['行政事业性收费']],
      [['采购项目数量', '采购总金额'], ['政府集中采购']],
    ])
    expect(heads(edition2021)).toEqual([
      [
        ['本年制发件数', '本年废止件数', '现行有效件数'],
        ['规章', '行政规范性文件'],
      ],
      [['本年处理决定数量'], ['行政许可']],
      [['本年处理决定数量'], ['行政处罚', '行政强制']],
      [['本年收费金额（单位：万元）'], ['行政事业性收费']],
    ])
  })

  test('table 二 is four columns wide in both, short blocks run to the edge', () => {
    for (const edition of editions) {
      const table = print(edition, 'proactive')
      gridOf(table)
      expect(table.widths).toHaveLength(4)
      for (const block of edition.proactive) expect(spanOf(table, block.label.zh)).toBe('4x1')
    }
    expect(spanOf(print(edition2021, 'proactive'), '本年收费金额（单位：万元）')).toBe('3x1')
  })

  test('（六）其他处理 is one row in 2019 and three in 2021: the results span 20 rows, then 22', () => {
    const [before, after] = [print(edition2019, 'requests'), print(edition2021, 'requests')]
    expect(spanOf(before, '三、本年度办理结果')).toBe('1x20')
    expect(spanOf(after, '三、本年度办理结果')).toBe('1x22')
    expect(spanOf(before, '（六）其他处理')).toBe('2x1')
    expect(spanOf(after, '（六）其他处理')).toBe('1x3')
    expect([edition2019.requests.rows.length, edition2021.requests.rows.length]).toEqual([23, 25])
  })

  test('only amounts of 2021 have a unit in the form itself', () => {
    const units = (edition: Edition) => edition.proactive.flatMap(b => b.columns.flatMap(c => c.unit ?? []))
    expect([units(edition2019), units(edition2021)]).toEqual([[], ['万元']])
  })
})
