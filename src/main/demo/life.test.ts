import { describe, expect, it } from 'vitest'
import { demoLife } from '../../../test/support/demo-life.ts'
import type { LocalDate } from '../../domain/kernel/date.ts'
import { check } from '../../domain/report/check/index.ts'
import type { OverturningKind } from '../../domain/request/overturning.ts'
import { overturnedIn, reportsOf } from './life.ts'

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

  it('given answers overturned, then those of a review organ or a court count, in the year the decision came, redone or not', () => {
    const overturned = (by: OverturningKind, on: string) => {
      const day = on as LocalDate
      return { overturned: { by, number: '', decidedOn: '2024-12-30' as LocalDate, receivedOn: day } }
    }
    const cases = [
      overturned('review', '2025-01-02'),
      overturned('judgment', '2025-12-31'),
      overturned('self', '2025-06-01'),
      overturned('review', '2024-12-31'),
      { overturned: null },
    ]
    expect([2024, 2025, 2026].map(year => overturnedIn(cases, year))).toEqual([1, 2, 0])
  })

  it('given an answer lived through was overturned by review, then table 四 of that year tells of it (D§2.6)', () => {
    const told = county.flatMap(({ cases, era, reports }) =>
      era.years.map((year, n) => ({
        happened: cases.filter(({ overturned }) => overturned?.receivedOn.startsWith(`${year}`)).length,
        reported: reports[n]?.cells['disputes.reconsideration.corrected']?.raw,
      })),
    )
    expect(told.some(({ happened }) => happened > 0)).toBe(true)
    for (const { happened, reported } of told) expect(Number(reported)).toBe(happened)
  })

  it('given the same cases twice, then the reports are the same', () => {
    for (const { one, era, cases, reports } of county) expect(reportsOf(one, era.years, cases)).toEqual(reports)
  })
})
