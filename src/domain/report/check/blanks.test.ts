import { describe, expect, it } from 'vitest'
import { calm, reportOf, set } from '../../../../test/support/calm-report.ts'
import { smallEdition } from '../../../../test/support/small-edition.ts'
import type { Edition } from '../../../law/editions/form.ts'
import { editionOf, formCells } from '../form-cells.ts'
import type { Finding, Report } from '../report.ts'
import { type CheckOptions, check } from './index.ts'

const of = (rule: string, report: Report, options?: CheckOptions): Finding[] => {
  const found = check(report, options)
  expect(found.every(f => typeof f.says === 'string')).toBe(true)
  return found.filter(f => f.rule === rule)
}
const errors = (report: Report) => check(report).filter(f => f.severity === 'error')

/** 3 received, 2 granted, 1 carried over, on the small form. */
function smallReport(row: (count: number) => Readonly<Record<string, number | null>>): Report {
  const counts = { new: 3, carried_in: 0, granted: 2, partial: 0, total: 2, carried_out: 1 }
  const requests = Object.fromEntries(Object.entries(counts).map(([id, count]) => [id, row(count)]))
  return { ...calm(), edition: 'small', cells: {}, tables: { proactive: {}, requests, disputes: {} } }
}

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
    expect(found[0]?.table).toBe('requests')
    expect(found[0]?.says).toContain('「三、收到和处理政府信息公开申请情况」的表格「总计」一列整列空白')
    expect(found[0]?.cells).toEqual(
      ['new', 'carried_in', 'granted', 'partial', 'total', 'carried_out'].map(row => `requests.${row}.total`),
    )
    expect(errors(report)).toEqual([])
  })

  it('given a form whose total column has a name of its own, then its blanks are told by it', () => {
    const { requests, balances } = smallEdition
    const named: Edition = {
      ...smallEdition,
      requests: { ...requests, columns: requests.columns.map(c => (c.id === 'total' ? { ...c, id: 'all' } : c)) },
      balances: balances.map(b => (b.rule === 'requests.row_total' ? { ...b, left: ['all'] } : b)),
    }
    const report = smallReport(count => ({ natural_person: count, business: 0, all: null }))
    const [found, more] = of('blank.total', report, { editions: [named] })
    expect(found).toMatchObject({ table: 'requests', column: 'all' })
    expect(found?.cells).toEqual(['new', 'granted', 'total', 'carried_out'].map(id => `requests.${id}.all`))
    expect(more).toBeUndefined()
  })

  it('given a form that writes its sums parts first, then a blank part is no blank total', () => {
    const turned: Edition = {
      ...smallEdition,
      balances: smallEdition.balances.map(b => (b.per === 'row' ? { ...b, left: b.right, right: b.left } : b)),
    }
    const report = smallReport(count => ({ natural_person: null, business: 0, total: count }))
    expect(of('blank.total', report, { editions: [turned] }).filter(f => f.row === undefined)).toEqual([])
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
    expect(found[0]).toMatchObject({ table: 'requests', severity: 'warning' })
    const row = ['business', 'research'].reduce(
      (r, column) => set(r, `requests.new.${column}`, null),
      set(calm(), 'requests.new.total', 12),
    )
    expect(of('blank.cell', row).map(f => [f.row, f.says])).toContainEqual([
      'new',
      '「一、本年新收政府信息公开申请数量」：还差 3，应当在空白的 2 格之中（商业企业、科研机构）。',
    ])
  })

  it('given more blanks than are worth naming, then the first six are', () => {
    const blankRows = (count: number) =>
      [
        'denied.state_secret',
        'denied.law_forbids',
        'denied.safety_stability',
        'denied.third_party',
        'denied.internal_affairs',
        'denied.process_info',
        'denied.admin_query',
      ]
        .slice(0, count)
        .reduce(
          (r, row) => set(set(r, `requests.${row}.natural_person`, null), `requests.${row}.total`, null),
          set(calm(), 'requests.granted.natural_person', 1),
        )
    const said = (count: number) =>
      of('blank.cell', blankRows(count)).find(f => f.column === 'natural_person' && f.row === undefined)?.says
    expect(said(6)).toContain(
      '空白的 6 格之中（1.属于国家秘密、2.其他法律行政法规禁止公开、3.危及“三安全一稳定”、4.保护第三方合法权益、5.属于三类内部事务信息、6.属于四类过程性信息）',
    )
    expect(said(7)).toContain(
      '空白的 7 格之中（1.属于国家秘密、2.其他法律行政法规禁止公开、3.危及“三安全一稳定”、4.保护第三方合法权益、5.属于三类内部事务信息、6.属于四类过程性信息、…）',
    )
  })

  it('given a total column blank but for one figure, then each blank is told', () => {
    const report = ['granted', 'partial'].reduce((r, row) => set(r, `requests.${row}.total`, null), calm())
    expect(of('blank.total', report).map(f => [f.row, f.cells])).toEqual([
      ['granted', ['requests.granted.total']],
      ['partial', ['requests.partial.total']],
    ])
  })

  it('given a whole total column blank over a single figure, then that one is told', () => {
    const single = reportOf({ new: 1, carried_out: 0 })
    const report = formCells(editionOf('2019'))
      .filter(({ table, column }) => table === 'disputes' && column.id === 'total')
      .reduce(
        (r, { id }) => set(r, id, null),
        ['lawsuit_direct', 'lawsuit_after_reconsideration'].reduce(
          (r, row) =>
            ['upheld', 'corrected', 'other', 'pending'].reduce((s, c) => set(s, `disputes.${row}.${c}`, 0), r),
          single,
        ),
      )
    const positive = set(report, 'disputes.reconsideration.upheld', 5)
    expect(of('blank.total', positive).map(f => f.row)).toEqual(['reconsideration'])
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
    ['99 yuan for an uncounted number', set(priced(99, '元'), 'proactive.procurement.items', null), []],
    [
      'an amount left blank',
      set(priced(1, null), 'proactive.procurement.amount', null, { raw: '', kind: 'blank', unit: null }),
      [],
    ],
    ['99 yuan for fewer than none', priced(99, '元', -1), []],
    ['a negative amount', priced(-5, '元'), []],
    ['a purchase of 99', priced(99, '元', 1), ['unit.implausible']],
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
    const english = check(priced(61.72, null, 1), { lang: 'en' }).find(f => f.rule === 'unit.assumed')
    expect(english?.says).toContain('61.72 has no unit; yuan was assumed')
    expect(english?.cells).toEqual(['proactive.procurement.amount'])
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
