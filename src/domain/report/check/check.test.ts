import { describe, expect, it } from 'vitest'
import { calm, number, set } from '../../../../test/support/calm-report.ts'
import { withCell, withoutRow } from '../../../../test/support/reports.ts'
import { editionOf, formCells } from '../form-cells.ts'
import { type CellRecord, type Finding, type Report, valueAt } from '../report.ts'
import { type CheckOptions, check } from './index.ts'

const of = (rule: string, report: Report, options?: CheckOptions): Finding[] => {
  const found = check(report, options)
  expect(found.every(f => typeof f.says === 'string')).toBe(true)
  return found.filter(f => f.rule === rule)
}
const errors = (report: Report) => check(report).filter(f => f.severity === 'error')

describe('given a report in which everything adds up, when checked', () => {
  it('then no error and no warning about its tables is found', () => {
    expect(check(calm()).filter(f => f.rule !== 'unit.assumed' && f.rule !== 'unit.implausible')).toEqual([])
  })
})

describe('requests.balance', () => {
  it('given 9 + 1 received but 8 + 1 accounted for, then the column is named with both sums and its cells', () => {
    const [balance, ...others] = errors(set(calm(), 'requests.carried_out.natural_person', 1))
    expect(balance).toMatchObject({
      rule: 'requests.balance',
      severity: 'error',
      table: 'requests',
      column: 'natural_person',
      left: 10,
      right: 9,
      cells: ['new', 'carried_in', 'total', 'carried_out'].map(row => `requests.${row}.natural_person`),
      explains: ['requests.carried_out.natural_person'],
    })
    expect(balance?.row).toBeUndefined()
    expect(balance?.basis).toContain('第一项加第二项之和，等于第三项加第四项之和')
    expect(balance?.says).toBe(
      '「自然人」一列：「一、本年新收政府信息公开申请数量」9 + 「二、上年结转政府信息公开申请数量」1，合计 10；「（七）总计」8 + 「四、结转下年度继续办理」1，合计 9；两边应当相等，相差 1。',
    )
    expect(others.map(f => f.rule)).toEqual(['requests.row_total'])
  })

  it('in English on request', () => {
    const [finding] = check(set(calm(), 'requests.new.natural_person', 8), { lang: 'en' })
    expect(finding?.says).toContain('Column “Natural persons”: “I. Requests received this year” 8 + ')
    expect(finding?.says).toContain('off by 1.')
  })

  it('given a blank that no count can mend, then still an error, and the sentence says so', () => {
    const report = set(set(calm(), 'requests.new.natural_person', 20), 'requests.carried_in.natural_person', null)
    const [finding] = of('requests.balance', report)
    expect(finding?.says).toContain('「二、上年结转政府信息公开申请数量」（空白）')
    expect(finding?.says).toContain('空白处无论填几件')
    expect(check(report, { lang: 'en' })[0]?.says).toContain('(blank)')
  })

  it('given a blank on the side that is short, then it is no error but a blank that should be filled', () => {
    const report = set(calm(), 'requests.carried_in.natural_person', null)
    expect(errors(report)).toEqual([])
    const [wanted] = of('blank.cell', report)
    expect(wanted).toMatchObject({ severity: 'warning', row: 'carried_in', column: 'natural_person', right: 1 })
    expect(wanted?.says).toBe('「二、上年结转政府信息公开申请数量」的「自然人」空白，要使关系成立此处应为 1。')
  })

  it('given `/` instead of a figure, then it counts as 0', () => {
    const slash: CellRecord = { raw: '/', kind: 'not_applicable' }
    expect(of('requests.balance', set(calm(), 'requests.carried_in.natural_person', null, slash))).toHaveLength(1)
    expect(check(set(calm(), 'requests.carried_in.research', null, slash))).toEqual(check(calm()))
  })

  it('given an unreadable figure that could mend it, then no error', () => {
    const unreadable: CellRecord = { raw: '1?', kind: 'unreadable' }
    expect(errors(set(calm(), 'requests.carried_in.natural_person', null, unreadable))).toEqual([])
  })

  it('given a sum off by a fraction, then a blank cannot mend it, since counts are whole', () => {
    const report = set(set(calm(), 'requests.new.natural_person', 8.5), 'requests.carried_in.natural_person', null)
    expect(of('requests.balance', report)).toHaveLength(1)
  })
})

describe('requests.sum_of_results', () => {
  it('given results that make 9 under a total of 8, then the column is named', () => {
    const found = of('requests.sum_of_results', set(calm(), 'requests.granted.natural_person', 7))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ column: 'natural_person', left: 8, right: 9 })
    expect(found[0]?.says).toBe('「自然人」一列：「（七）总计」8，而各项办理结果相加为 9，相差 1。')
  })

  it('given a result left blank that no count can mend', () => {
    const report = set(set(calm(), 'requests.granted.natural_person', 9), 'requests.partial.natural_person', null)
    expect(of('requests.sum_of_results', report)[0]?.says).toContain('已填的办理结果相加为 9')
  })
})

describe('requests.row_total', () => {
  it('given a row whose total is not the sum of its applicants, then the row is named', () => {
    const found = of('requests.row_total', set(calm(), 'requests.partial.total', 5))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ row: 'partial', left: 5, right: 2 })
    expect(found[0]?.column).toBeUndefined()
    expect(found[0]?.says).toBe('「（二）部分公开」一行：「总计」5，而各类申请人相加为 2，相差 3。')
  })

  it('given a total below the figures beside a blank, then an error', () => {
    const report = set(set(calm(), 'requests.partial.total', 1), 'requests.partial.business', null)
    expect(of('requests.row_total', report)[0]?.says).toContain('已填的各类申请人相加为 2')
  })
})

describe('disputes.total', () => {
  it('given a total that is not the sum of the outcomes, then the row is named', () => {
    const base = calm()
    const total = (valueAt(base, 'disputes.lawsuit_direct.total') ?? 0) + 2
    const [found] = of('disputes.total', set(base, 'disputes.lawsuit_direct.total', total))
    expect(found).toMatchObject({ table: 'disputes', row: 'lawsuit_direct', left: total, right: total - 2 })
    expect(found?.says).toContain('「未经复议直接起诉」：「总计」')
    const open = set(set(base, 'disputes.lawsuit_direct.total', 0), 'disputes.lawsuit_direct.other', null)
    expect(of('disputes.total', set(open, 'disputes.lawsuit_direct.upheld', 3))[0]?.says).toContain('已填的各项结果')
  })
})

describe('value.integer, value.sign', () => {
  it('given a fraction where a count belongs, then an error at the cell', () => {
    const [found] = of('value.integer', set(calm(), 'requests.new.business', 0.5))
    expect(found).toMatchObject({
      severity: 'error',
      row: 'new',
      column: 'business',
      left: 0.5,
      cells: ['requests.new.business'],
    })
    expect(found?.says).toContain('填的是 0.5，数量应当是整数')
    expect(of('value.sign', set(calm(), 'requests.new.business', 0.5))).toEqual([])
  })

  it('given a negative count, then an error; a negative change is none, a fractional one is', () => {
    const [found] = of('value.sign', set(calm(), 'proactive.permits.items_last_year', -1))
    expect(found).toMatchObject({ severity: 'error', left: -1 })
    expect(found?.says).toBe('「行政许可」的「上一年项目数量」填的是 -1，数量和金额不能为负数。')
    expect(of('value.sign', set(calm(), 'proactive.permits.change', -12))).toEqual([])
    expect(of('value.integer', set(calm(), 'proactive.permits.change', -1.5))).toHaveLength(1)
  })

  it('given money, then decimals are fine and a negative sum is not', () => {
    const yuan: CellRecord = { raw: '', kind: 'number', unit: '元' }
    expect(of('value.integer', set(calm(), 'proactive.procurement.amount', 4053154.6, yuan))).toEqual([])
    expect(of('value.sign', set(calm(), 'proactive.procurement.amount', -4000, yuan))).toHaveLength(1)
  })
})

describe('value.unreadable', () => {
  it('given cells of a row that cannot be read, then one warning for the row, quoting a single one', () => {
    const report = set(calm(), 'requests.new.business', null, { raw: '3 1', kind: 'unreadable' })
    const [found] = of('value.unreadable', report)
    expect(found).toMatchObject({
      severity: 'warning',
      row: 'new',
      column: 'business',
      cells: ['requests.new.business'],
    })
    expect(found?.says).toBe(
      '「一、本年新收政府信息公开申请数量」一行有 1 格读不出数字（商业企业）：“3 1”，请核对原文。',
    )
    const two = of('value.unreadable', set(report, 'requests.new.research', null, { raw: '若干', kind: 'text' }))
    expect(two).toHaveLength(1)
    expect(two[0]).toMatchObject({ cells: ['requests.new.business', 'requests.new.research'] })
    expect(two[0]?.column).toBeUndefined()
    expect(two[0]?.says).toContain('2 格读不出数字（商业企业、科研机构），')
  })

  it('in English too, with the raw text trimmed; nothing quoted where nothing is printed', () => {
    const english = (raw: string) =>
      check(set(calm(), 'requests.new.business', null, { raw, kind: 'unreadable' }), { lang: 'en' }).find(
        f => f.rule === 'value.unreadable',
      )?.says
    expect(english('  3 1 ')).toBe(
      'Row “I. Requests received this year”: no figure can be read in 1 cell(s) (Businesses): “3 1”; please compare the source.',
    )
    expect(english('  ')).toContain('(Businesses); please')
  })

  it('given an unreadable cell whose record is lost, then still one warning', () => {
    const lost = { ...set(calm(), 'requests.new.business', null, { raw: '?', kind: 'unreadable' }) }
    const { 'requests.new.business': _, ...cells } = lost.cells
    const report = {
      ...lost,
      cells,
      tables: { ...lost.tables, requests: { ...lost.tables.requests, new: { total: 9, natural_person: 9 } } },
    }
    expect(of('value.unreadable', report)[0]?.says).toContain(
      '有 4 格读不出数字（科研机构、社会公益组织、法律服务机构、其他），请',
    )
  })

  it('given a record that claims a number where there is none, then it is unreadable', () => {
    expect(of('value.unreadable', withCell(calm(), 'requests.new.business', null, number('')))).toHaveLength(1)
  })

  it('given some cells absent, then one warning for the row', () => {
    const absent: CellRecord = { raw: '', kind: 'absent' }
    const [found] = of(
      'value.unreadable',
      set(set(calm(), 'requests.new.other', null, absent), 'requests.new.research', null, absent),
    )
    expect(found?.says).toBe('「一、本年新收政府信息公开申请数量」一行缺 2 格（科研机构、其他），原文中没有找到。')
  })

  it('given a column no row shows, then one warning for the column', () => {
    const absent: CellRecord = { raw: '', kind: 'absent' }
    const report = formCells(editionOf('2019'))
      .filter(({ table, column }) => table === 'requests' && column.id === 'legal_service')
      .reduce((r, { id }) => set(r, id, null, absent), calm())
    const found = of('value.unreadable', report)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ table: 'requests', column: 'legal_service' })
    expect(found[0]?.says).toContain('没有「法律服务机构」一列，该列 23 格均未找到')
    const twoRows = formCells(editionOf('2019'))
      .filter(
        ({ table, row, column }) => table === 'disputes' && (row.id === 'reconsideration' || column.id === 'other'),
      )
      .reduce((r, { id }) => set(r, id, null, absent), calm())
    expect(
      check(twoRows)
        .filter(f => f.table === 'disputes')
        .map(f => [f.rule, f.column, f.cells.length]),
    ).toEqual([
      ['value.unreadable', 'other', 2],
      ['row.absent', undefined, 5],
    ])
    const oneRow = formCells(editionOf('2019'))
      .filter(
        ({ table, row, column }) => table === 'disputes' && (row.id !== 'reconsideration' || column.id === 'other'),
      )
      .reduce((r, { id }) => set(r, id, null, absent), calm())
    expect(
      check(oneRow)
        .filter(f => f.rule === 'value.unreadable')
        .map(f => [f.row, f.column]),
    ).toEqual([['reconsideration', 'other']])
  })
})

describe('row.absent, table.absent, section.absent', () => {
  it('given a row missing, then one warning', () => {
    const found = check(withoutRow(calm(), 'requests', 'denied.third_party')).filter(f => f.rule === 'row.absent')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ severity: 'warning', table: 'requests', row: 'denied.third_party' })
    expect(found[0]?.cells).toHaveLength(7)
    expect(found[0]?.says).toBe('「三、收到和处理政府信息公开申请情况」的表格缺「4.保护第三方合法权益」一行。')
  })

  it('given a row the JSON leaves out, then it is absent, not blank', () => {
    const { rules: _, ...rest } = calm().tables.proactive
    const report = { ...calm(), cells: {}, tables: { ...calm().tables, proactive: rest } }
    expect(of('row.absent', report)).toHaveLength(1)
  })

  it('given a table missing, then it is said once and its rows are not', () => {
    const report = { ...calm(), cells: {}, tables: { ...calm().tables, disputes: {} } }
    const found = check(report).filter(f => f.rule.endsWith('.absent'))
    expect(found.map(f => [f.rule, f.table, f.cells.length])).toEqual([['table.absent', 'disputes', 15]])
    expect(found[0]?.says).toBe('没有找到「四、政府信息公开行政复议、行政诉讼情况」的表格。')
    const [english] = check(report, { lang: 'en' }).filter(f => f.rule === 'table.absent')
    expect(english?.says).toBe('the table of “IV. Reconsideration and lawsuits” was not found.')
  })

  it('given no problems section, or an empty one, then a warning each; a preface may be missing', () => {
    const report = { ...calm(), sections: { preface: null, overview: '  ', problems: null, other: '无。' } }
    expect(of('section.absent', report).map(f => f.says)).toEqual([
      '「一、总体情况」部分没有内容。',
      '没有找到「五、存在的主要问题及改进情况」部分。',
    ])
  })
})

describe('the list as a whole', () => {
  it('a ground is given where a text orders what is checked', () => {
    const basis = (rule: string, report: Report) => of(rule, report)[0]?.basis
    expect(basis('value.integer', set(calm(), 'requests.new.business', 0.5))).toBe('年度报告格式')
    expect(basis('requests.balance', set(calm(), 'requests.new.total', 5))).toContain('表三表头')
    const unread = set(calm(), 'requests.new.business', null, { raw: '?', kind: 'unreadable' })
    expect(of('value.unreadable', unread)[0]).not.toHaveProperty('basis')
  })

  it('only balance errors are explained, and only where there is an explanation', () => {
    const report = set(set(calm(), 'requests.new.business', -1), 'requests.new.natural_person', 10)
    for (const finding of check(report)) expect('explains' in finding).toBe(finding.rule.startsWith('requests.'))
    const hopeless = Array.from({ length: 12 }, (_, k) => k).reduce(
      (r, k) =>
        set(
          r,
          `requests.${['granted', 'partial', 'new'][k % 3]}.${['business', 'research', 'social', 'other'][k % 4]}`,
          k + 3,
        ),
      calm(),
    )
    expect(check(hopeless).some(f => f.rule === 'requests.row_total' && 'explains' in f)).toBe(false)
    expect(check(calm())).toEqual(check(calm()))
  })

  it('an error is explained by the figures of its own table', () => {
    const base = calm()
    const total = (valueAt(base, 'disputes.reconsideration.total') ?? 0) + 1
    const report = set(set(base, 'disputes.reconsideration.total', total), 'requests.carried_out.natural_person', 1)
    expect(of('requests.balance', report)[0]?.explains).toEqual(['requests.carried_out.natural_person'])
    const [dispute] = of('disputes.total', report)
    expect(dispute?.explains?.every(id => id.startsWith('disputes.reconsideration.'))).toBe(true)
  })

  it('order within a severity is the order of the form', () => {
    const report = withoutRow(withoutRow(calm(), 'requests', 'granted'), 'proactive', 'rules')
    const broken = set(report, 'disputes.reconsideration.total', 99)
    expect(
      check(broken)
        .filter(f => !f.rule.startsWith('unit'))
        .map(f => f.rule),
    ).toEqual(['disputes.total', 'row.absent', 'row.absent', 'blank.x'].slice(0, 3))
  })

  it('errors come first, then warnings, then information', () => {
    const ids = formCells(editionOf('2019')).flatMap(({ id, column }) => (column.id === 'research' ? [id] : []))
    const habit = ids.reduce((r, id) => set(r, id, null), calm())
    const bare = set(habit, 'proactive.procurement.amount', 9000, { raw: '9000', kind: 'number', unit: null })
    const report = withoutRow(set(bare, 'requests.new.total', 3), 'proactive', 'rules')
    expect(check(report).map(f => f.rule)).toContain('unit.assumed')
    const severities = check(report).map(f => f.severity)
    const order = ['error', 'warning', 'info']
    expect([...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(severities)
    expect(new Set(severities)).toEqual(new Set(order))
  })

  it('refuses to guess a form nobody defined', () => {
    expect(() => check({ ...calm(), edition: '1999' })).toThrow('1999')
  })
})
