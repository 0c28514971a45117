import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balancedReport } from '../../../test/support/reports.ts'
import { edition2019 } from '../../law/editions/edition-2019.ts'
import { requestLines } from '../../law/lines.ts'
import type { LocalDate } from '../kernel/date.ts'
import { parseDate } from '../kernel/date.ts'
import { check } from './check/index.ts'
import { editionForYear } from './form-cells.ts'
import { type TalliedCase, tally } from './tally.ts'

const day = (text: string): LocalDate => {
  const parsed = parseDate(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

function table(cases: readonly TalliedCase[], year: number) {
  const result = tally(cases, year)
  if (!result.ok) throw new Error(result.refusal.says.en)
  return result.value
}

describe('given cases, when tallied', () => {
  const cases: TalliedCase[] = [
    { received: day('2022-12-31'), applicant: 'natural_person', closed: { on: day('2023-01-01'), line: 'granted' } },
    {
      received: day('2023-01-01'),
      applicant: 'business',
      closed: { on: day('2023-12-31'), line: 'denied.third_party' },
    },
    { received: day('2023-05-04'), applicant: 'natural_person' },
    { received: day('2023-12-31'), applicant: 'natural_person', closed: { on: day('2024-01-01'), line: 'partial' } },
    { received: day('2022-03-01'), applicant: 'natural_person', closed: { on: day('2022-12-31'), line: 'granted' } },
    { received: day('2024-01-01'), applicant: 'natural_person' },
  ]

  it('then each counts once where it came from and once where it got to by the end of the year', () => {
    const rows = table(cases, 2023)
    expect(Object.keys(rows)).toEqual(editionForYear(2023).requests.rows.map(({ id }) => id))
    expect(rows.new).toMatchObject({ natural_person: 2, business: 1, research: 0, total: 3 })
    expect(rows.carried_in).toMatchObject({ natural_person: 1, total: 1 })
    expect(rows.granted).toMatchObject({ natural_person: 1, total: 1 })
    expect(rows['denied.third_party']).toMatchObject({ business: 1, total: 1 })
    expect(rows.partial).toMatchObject({ total: 0 })
    expect(rows.total).toMatchObject({ natural_person: 1, business: 1, total: 2 })
    expect(rows.carried_out).toMatchObject({ natural_person: 2, total: 2 })
  })

  it('then the older form counts a finer result on the row it has', () => {
    const closed = { on: day('2020-06-01'), line: 'other.unpaid' } as const
    const result = tally([{ received: day('2020-05-01'), applicant: 'other', closed }], 2020, edition2019)
    expect(result.ok && result.value.other).toMatchObject({ other: 1, total: 1 })
  })

  it('then a case of an unknown applicant is refused by its place', () => {
    const result = tally([...cases, { received: day('2023-05-04'), applicant: 'total' }], 2023)
    expect(result).toMatchObject({ ok: false, refusal: { code: 'bad_applicant', at: 'cases[6]' } })
    expect(!result.ok && result.refusal.says).toEqual({
      zh: '表格中没有「total」这一类申请人，请改为表三列出的一类。',
      en: 'The form has no kind of applicant “total”; please use one of its columns.',
    })
  })

  it('then a case closed before it was received is refused; on the same day it is fine', () => {
    const closedOn = (on: string): TalliedCase[] => [
      { received: day('2023-05-04'), applicant: 'other', closed: { on: day(on), line: 'granted' } },
    ]
    expect(tally(closedOn('2023-05-03'), 2023)).toMatchObject({
      ok: false,
      refusal: { code: 'bad_dates', at: 'cases[0]' },
    })
    const refused = tally(closedOn('2023-05-03'), 2023)
    expect(!refused.ok && refused.refusal.says).toEqual({
      zh: '办结日期 2023-05-03 早于收到日期 2023-05-04，请核对。',
      en: 'Closed on 2023-05-03, before it was received on 2023-05-04; please check.',
    })
    expect(table(closedOn('2023-05-04'), 2023).granted).toMatchObject({ other: 1 })
  })

  const results = requestLines.filter(line => !['new', 'carried_in', 'total', 'carried_out'].includes(line))
  const dates = fc
    .tuple(fc.integer({ min: 2019, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => day(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`))
  const anyCase = fc
    .record({
      dates: fc.tuple(dates, dates),
      open: fc.boolean(),
      applicant: fc.constantFrom('natural_person', 'business', 'research', 'social', 'legal_service', 'other'),
      line: fc.constantFrom(...results),
    })
    .map(({ dates: [a, b], open, applicant, line }): TalliedCase => {
      const [received, on] = a < b ? [a, b] : [b, a]
      return open ? { received, applicant } : { received, applicant, closed: { on, line: line as 'granted' } }
    })

  it('then the table satisfies every rule, and each year carries in what the year before carried out', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 60 }), fc.integer({ min: 2020, max: 2024 }), (some, year) => {
        const reportOf = (y: number) => {
          const form = editionForYear(y)
          const base = balancedReport(1, form.id)
          return { ...base, year: y, tables: { ...base.tables, requests: table(some, y) }, cells: {} }
        }
        const found = check(reportOf(year), { previous: reportOf(year - 1) })
        expect(found.filter(f => f.severity === 'error')).toEqual([])
        expect(found.filter(f => f.table === 'requests')).toEqual([])
        const received = some.filter(c => c.received.startsWith(String(year))).length
        expect(reportOf(year).tables.requests.new?.total).toBe(received)
      }),
      { seed: 11, numRuns: 120 },
    )
  })
})
