import { describe, expect, it } from 'vitest'
import { calm, number, reportOf, set } from '../../../../test/support/calm-report.ts'
import { withCell, withoutRow } from '../../../../test/support/reports.ts'
import { editionOf, formCells } from '../form-cells.ts'
import { type CellRecord, type Finding, type Report, valueAt } from '../report.ts'
import { type CheckOptions, check } from './index.ts'

const of = (rule: string, report: Report, options?: CheckOptions): Finding[] =>
  check(report, options).filter(f => f.rule === rule)
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
  })

  it('given no problems section, or an empty one, then a warning each; a preface may be missing', () => {
    const report = { ...calm(), sections: { preface: null, overview: '  ', problems: null, other: '无。' } }
    expect(of('section.absent', report).map(f => f.says)).toEqual([
      '「一、总体情况」部分没有内容。',
      '没有找到「五、存在的主要问题及改进情况」部分。',
    ])
  })
})

describe('blank.total, blank.cell', () => {
  it('given a blank total over figures, then what it should be', () => {
    const [found] = check(set(calm(), 'requests.granted.total', null)).filter(f => f.rule.startsWith('blank'))
    expect(found).toMatchObject({ rule: 'blank.total', severity: 'warning', row: 'granted', column: 'total', right: 6 })
    expect(found?.says).toBe('「（一）予以公开」的「总计」空白，按已填数字应为 6。')
  })

  it('given the whole total column blank, then it is said once, with the rows that hold figures', () => {
    const report = formCells(editionOf('2019'))
      .filter(({ table, column }) => table === 'requests' && column.id === 'total')
      .reduce((r, { id }) => set(r, id, null), calm())
    const found = check(report).filter(f => f.rule === 'blank.total')
    expect(found).toHaveLength(1)
    expect(found[0]?.says).toContain('「总计」一列整列空白')
    expect(found[0]?.cells).toEqual(
      ['new', 'carried_in', 'granted', 'partial', 'total', 'carried_out'].map(row => `requests.${row}.total`),
    )
    expect(errors(report)).toEqual([])
  })

  it('given several blanks of which some must hold the rest, then they are named together', () => {
    const report = ['granted', 'partial'].reduce(
      (r, row) => ['natural_person', 'total'].reduce((s, column) => set(s, `requests.${row}.${column}`, null), r),
      calm(),
    )
    const found = of('blank.cell', report)
    expect(found.map(f => [f.column, f.cells])).toEqual([
      ['natural_person', ['requests.granted.natural_person', 'requests.partial.natural_person']],
      ['total', ['requests.granted.total', 'requests.partial.total']],
    ])
    expect(found[0]?.says).toBe('「自然人」：还差 8，应当在空白的 2 格之中（（一）予以公开、（二）部分公开）。')
  })

  it('given a few blanks that read as 0, then one warning a row', () => {
    const report = set(set(calm(), 'requests.new.social', null), 'requests.new.other', null)
    const found = of('blank.cell', report)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      severity: 'warning',
      row: 'new',
      cells: ['requests.new.social', 'requests.new.other'],
    })
    expect(found[0]?.says).toContain('有 2 格空白（社会公益组织、其他）；如果是没有，请填 0。')
  })

  it('given a wholly blank row, then it is called so', () => {
    const report = ['items', 'amount'].reduce((r, column) => set(r, `proactive.procurement.${column}`, null), calm())
    expect(of('blank.cell', report).map(f => f.says)).toEqual(['「政府集中采购」整行空白；如果是没有，请填 0。'])
  })

  it('given blanks as the habit of the report, then it is said once, for information', () => {
    const ids = formCells(editionOf('2019')).flatMap(({ id, table, column }) =>
      table === 'requests' && ['business', 'research'].includes(column.id) ? [id] : [],
    )
    const found = of(
      'blank.cell',
      ids.reduce((r, id) => set(r, id, null), calm()),
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      severity: 'info',
      cells: ids,
    })
    expect(found[0]?.says).toContain('全表有 46 格空白')
    const six = of(
      'blank.cell',
      ids.slice(0, 6).reduce((r, id) => set(r, id, null), calm()),
    )
    expect(six.every(f => f.severity === 'warning')).toBe(true)
    const seven = of(
      'blank.cell',
      ids.slice(0, 7).reduce((r, id) => set(r, id, null), calm()),
    )
    expect(seven.map(f => f.severity)).toEqual(['info'])
  })

  it('given a table published empty, then it is said once', () => {
    const report = formCells(editionOf('2019'))
      .filter(({ table }) => table === 'disputes')
      .reduce((r, { id }) => set(r, id, null), calm())
    const found = of('blank.cell', report)
    expect(found.map(f => f.says)).toEqual([
      '「四、政府信息公开行政复议、行政诉讼情况」的表格全部空白；如果是没有，请填 0。',
    ])
    expect(found[0]?.cells).toHaveLength(15)
  })
})

describe('unit.assumed, unit.implausible', () => {
  const priced = (value: number, unit: '元' | '万元' | null, items = 4) =>
    set(set(calm(), 'proactive.procurement.items', items), 'proactive.procurement.amount', value, {
      raw: '',
      kind: 'number',
      unit,
    })
  const rules = (report: Report) =>
    check(report)
      .map(f => f.rule)
      .filter(rule => rule.startsWith('unit'))

  it.each([
    ['an amount with its unit', priced(617_200, '万元'), []],
    ['an amount without', priced(4_053_154.6, null), ['unit.assumed']],
    ['nothing spent', priced(0, null), []],
    ['61.72, most likely 万元', priced(61.72, null, 1), ['unit.assumed', 'unit.implausible']],
    ['99 yuan', priced(99, '元', 0), []],
    ['less than a thousand each', priced(3999, '元'), ['unit.implausible']],
    ['a thousand each', priced(4000, '元'), []],
    ['a hundred billion', priced(1e11, '元'), []],
    ['more', priced(1e11 + 1, '万元'), ['unit.implausible']],
  ])('given %s', (_, report, expected) => {
    expect(rules(report)).toEqual(expected)
  })

  it('then the sentences say what was taken for what', () => {
    const [assumed, small] = check(priced(61.72, null, 1)).filter(f => f.rule.startsWith('unit'))
    expect(assumed?.says).toBe('「政府集中采购」的「采购总金额」61.72 没有写单位，按元理解；请注明元或万元。')
    expect(small?.says).toContain('按元只有 61.72 元，小得不合常理')
    expect(small).toMatchObject({ severity: 'warning', row: 'procurement', column: 'amount', left: 61.72 })
    expect(check(priced(2e11, '万元')).find(f => f.rule === 'unit.implausible')?.says).toContain(
      '按万元达 200000000000 元',
    )
  })

  it('given fees of the 2021 form, then only a size beyond belief is doubted', () => {
    const fees = (value: number) =>
      rules(set(reportOf({}, '2021'), 'proactive.fees.amount', value, { raw: '', kind: 'number', unit: '万元' }))
    expect(fees(380)).toEqual([])
    expect(fees(2e11)).toEqual(['unit.implausible'])
  })
})

describe('the list as a whole', () => {
  it('errors come first, then warnings, then information', () => {
    const ids = formCells(editionOf('2019')).flatMap(({ id, column }) => (column.id === 'research' ? [id] : []))
    const habit = ids.reduce((r, id) => set(r, id, null), calm())
    const report = withoutRow(set(habit, 'requests.new.total', 3), 'proactive', 'rules')
    const severities = check(report).map(f => f.severity)
    const order = ['error', 'warning', 'info']
    expect([...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(severities)
    expect(new Set(severities)).toEqual(new Set(order))
  })

  it('refuses to guess a form nobody defined', () => {
    expect(() => check({ ...calm(), edition: '1999' })).toThrow('1999')
  })
})
