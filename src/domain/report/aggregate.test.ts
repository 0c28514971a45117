import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportOf, set } from '../../../test/support/calm-report.ts'
import { balancedReport } from '../../../test/support/reports.ts'
import { type Aggregate, type AggregateOptions, aggregate } from './aggregate.ts'
import { editionOf, formCells } from './form-cells.ts'
import { type Report, valueAt } from './report.ts'

const member = (agency: string, rows: Readonly<Record<string, number>>, edition = '2021'): Report => ({
  ...reportOf(rows, edition),
  agency,
  year: 2021,
})
const a = () => member('甲局', { new: 9, granted: 6, 'other.unpaid': 3, total: 9 })
const b = () => member('乙局', { new: 4, granted: 4, total: 4 })

function sum(reports: readonly Report[], options: Partial<AggregateOptions> = {}): Aggregate {
  const result = aggregate(reports, { agency: '青松市', ...options })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

function refusal(reports: readonly Report[], options: Partial<AggregateOptions> = {}) {
  const result = aggregate(reports, { agency: '青松市', ...options })
  return result.ok ? null : result.refusal
}

describe('given reports of several agencies, when added up', () => {
  it('then every cell is the sum, the balances hold, and members are listed', () => {
    const { report, intervals, members, missing, findings } = sum([a(), b()])
    expect(valueAt(report, 'requests.new.total')).toBe(13)
    expect(valueAt(report, 'requests.other.unpaid.natural_person')).toBe(3)
    expect(report).toMatchObject({
      schema: 'gongkai.report/1',
      edition: '2021',
      agency: '青松市',
      year: 2021,
      title: '青松市2021年政府信息公开工作年度报告',
    })
    expect(report.cells['requests.new.total']).toEqual({ raw: '13', kind: 'number' })
    expect(report.cells['proactive.fees.amount']?.unit).toBe('元')
    expect([intervals, members, missing, findings]).toEqual([{}, ['甲局', '乙局'], [], []])
  })

  it('then balanced members make a balanced sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), seeds => {
        const reports = seeds.map((seed, k) => ({ ...balancedReport(seed, '2021'), agency: `第${k}局`, year: 2022 }))
        const { report, findings, intervals } = sum(reports)
        expect(findings).toEqual([])
        expect(intervals).toEqual({})
        for (const { id } of formCells(editionOf('2021'))) {
          const parts = reports.reduce((all, r) => all + (valueAt(r, id) ?? 0), 0)
          expect(valueAt(report, id)).toBeCloseTo(parts, 6)
        }
      }),
      { seed: 4, numRuns: 25 },
    )
  })

  it('then an error of a member is an error of the sum', () => {
    expect(sum([a(), set(b(), 'requests.new.total', 5)]).findings.map(f => f.rule)).toEqual([
      'requests.balance',
      'requests.row_total',
    ])
  })

  it('then a missing member leaves only lower bounds', () => {
    const { report, intervals, missing } = sum([a(), b()], { missing: ['丙局'] })
    expect(missing).toEqual(['丙局'])
    expect(valueAt(report, 'requests.new.total')).toBeNull()
    expect(intervals['requests.new.total']).toEqual({ low: 13, high: null })
    expect(report.cells['requests.new.total']).toEqual({ raw: '不少于13', kind: 'text' })
    expect(Object.keys(intervals)).toHaveLength(formCells(editionOf('2021')).length)
  })

  it('then an unreadable cell leaves a lower bound, there and only there', () => {
    const unread = set(b(), 'requests.granted.total', null, { raw: '?', kind: 'unreadable' })
    expect(sum([a(), unread]).intervals).toEqual({ 'requests.granted.total': { low: 6, high: null } })
  })

  it('then `/` is 0, and a single blank is 0 where the report bears it out', () => {
    expect(
      sum([a(), set(b(), 'requests.partial.total', null, { raw: '/', kind: 'not_applicable' })]).intervals,
    ).toEqual({})
    expect(sum([a(), set(b(), 'requests.partial.total', null)]).intervals).toEqual({})
    const broken = set(set(b(), 'requests.partial.total', null), 'requests.new.total', 99)
    expect(sum([a(), broken]).intervals).toEqual({ 'requests.partial.total': { low: 0, high: null } })
    expect(sum([a(), set(b(), 'proactive.permits.decisions', null)]).intervals).toHaveProperty([
      'proactive.permits.decisions',
    ])
  })
})

describe('given members that used the old form, when added up in the new one', () => {
  const old = () => member('丙局', { new: 5, granted: 3, other: 2, total: 5 }, '2019')

  it('then one row for three bounds each of the three from above', () => {
    const { report, intervals } = sum([a(), old()])
    expect(report.edition).toBe('2021')
    expect(valueAt(report, 'requests.new.total')).toBe(14)
    expect(intervals['requests.other.unpaid.total']).toEqual({ low: 3, high: 5 })
    expect(intervals['requests.other.other.total']).toEqual({ low: 0, high: 2 })
    expect(report.cells['requests.other.unpaid.total']?.raw).toBe('3至5')
    expect(intervals).not.toHaveProperty(['requests.other.unpaid.business'])
  })

  it('then lines the old form lacks have a lower bound only', () => {
    const { intervals } = sum([a(), old()])
    expect(intervals['proactive.rules.in_force']).toEqual({ low: valueAt(a(), 'proactive.rules.in_force'), high: null })
    expect(intervals).not.toHaveProperty(['proactive.rules.made'])
  })

  it('then a sum of old forms alone stays in the old form, whose changes have no bound when unknown', () => {
    const unread = set(old(), 'proactive.permits.change', null, { raw: '?', kind: 'unreadable' })
    const { report, intervals } = sum([unread, { ...old(), agency: '丁局' }])
    expect(report.edition).toBe('2019')
    expect(intervals).toEqual({ 'proactive.permits.change': { low: null, high: null } })
    expect(report.cells['proactive.permits.change']?.raw).toBe('未知')
  })
})

describe('given reports that cannot be added up', () => {
  it('then none at all', () => {
    expect(refusal([])).toMatchObject({ code: 'no_reports' })
  })

  it('then different years, named', () => {
    expect(refusal([a(), { ...b(), year: 2022 }])?.says.zh).toBe(
      '各报告的年度不同（2021、2022），不能汇总；请只选同一年度的报告。',
    )
    expect(refusal([a(), { ...b(), year: null }])?.says.en).toContain('2021, unknown')
    expect(refusal([a()], { year: 2022 })?.code).toBe('different_years')
    expect(refusal([a()], { year: 2021 })).toBeNull()
  })

  it('then an agency twice, also when it is listed as missing, or one without a name', () => {
    expect(refusal([a(), b(), a()])).toMatchObject({ code: 'duplicate_agency', at: 'reports[2]' })
    expect(refusal([a(), b()], { missing: ['乙局'] })).toMatchObject({ code: 'duplicate_agency', at: 'reports[1]' })
    expect(refusal([{ ...a(), agency: null }])).toMatchObject({ code: 'nameless_agency', at: 'reports[0]' })
  })
})
