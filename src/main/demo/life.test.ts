import { describe, expect, it } from 'vitest'
import { demoLife } from '../../../test/support/demo-life.ts'
import { check } from '../../domain/report/check/index.ts'
import { reportsOf } from './life.ts'

const county = demoLife('2026-11-21T02:00:00Z').map(life => {
  const cases = life.lived.files.map(({ case: of }) => of)
  return { ...life, name: life.one.name, cases, reports: reportsOf(life.one, life.era.years, cases) }
})

describe('the annual reports of the demo region', () => {
  it.each(county)('given what $name lived, when its reports are checked, then nothing is wrong', ({ reports }) => {
    const [first, second] = reports
    if (!first || !second) throw new Error('two reports are expected')
    expect(check(first)).toEqual([])
    expect(check(second, { previous: first })).toEqual([])
    expect(first.tables.requests.new?.total).toBeGreaterThan(0)
    expect(second.tables.requests.carried_in).toEqual(first.tables.requests.carried_out)
  })

  it.each(county)('given what $name lived, then every request received in a year is in its report', one => {
    for (const [n, year] of one.era.years.entries()) {
      const received = one.cases.filter(of => of.kind === 'request' && of.receivedOn?.startsWith(`${year}`)).length
      expect(one.reports[n]?.tables.requests.new?.total).toBe(received)
    }
  })

  it('given a fee was paid in a year, then the report of that year tells of it', () => {
    const paid = county.flatMap(({ cases, reports }) =>
      cases.flatMap(({ fee }) => (fee?.paid ? [{ fee, reports }] : [])),
    )
    expect(paid.length).toBeGreaterThan(0)
    const told = paid.filter(({ fee, reports }) =>
      reports.some(
        ({ year, sections }) => fee.paid?.on.startsWith(`${year}`) && sections.other?.includes('信息处理费'),
      ),
    )
    const reported = paid.filter(({ fee, reports }) => reports.some(({ year }) => fee.paid?.on.startsWith(`${year}`)))
    expect(told).toHaveLength(reported.length)
  })

  it('given the same cases twice, then the reports are the same', () => {
    for (const { one, era, cases, reports } of county) expect(reportsOf(one, era.years, cases)).toEqual(reports)
  })
})
