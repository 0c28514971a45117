import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicantKinds } from '../../law/applicants.ts'
import { edition2019 } from '../../law/editions/edition-2019.ts'
import { edition2021 } from '../../law/editions/edition-2021.ts'
import { type ResultLine, requestLines } from '../../law/lines.ts'
import { addDays, type LocalDate } from '../kernel/date.ts'
import { tally } from '../report/tally.ts'
import type { ApplicantKindId } from './case.ts'
import { type CountedCase, countsOf, tableOf, yearPeriod } from './counting.ts'

const day = (text: string) => text as LocalDate
const closed = (on: string, line: ResultLine | null = 'granted') => ({ on: day(on), line })

const request = (receivedOn: string, closing: CountedCase['closing'] = null): CountedCase => ({
  kind: 'request',
  applicantKind: 'natural_person',
  receivedOn: day(receivedOn),
  closing,
})

describe('given requests, when the year is counted (格式2021-30 table 三)', () => {
  const year = yearPeriod(2026)

  it('then a request received and answered in it is new, and stands on its leaf and in the total', () => {
    const counts = countsOf([request('2026-01-01', closed('2026-12-31'))], year)
    expect(Object.entries(counts).flatMap(([line, { total }]) => (total === 1 ? [line] : []))).toEqual([
      'new',
      'granted',
      'total',
    ])
  })

  it('then one received in it and answered on New Year’s Day is carried over, and carried into the next', () => {
    const one = request('2026-12-31', closed('2027-01-01'))
    expect(countsOf([one], year)).toMatchObject({ new: { total: 1 }, carried_out: { total: 1 }, total: { total: 0 } })
    expect(countsOf([one], yearPeriod(2027))).toMatchObject({
      new: { total: 0 },
      carried_in: { total: 1 },
      carried_out: { total: 0 },
      total: { total: 1 },
    })
  })

  it('then one that was ended before, or received after, stands nowhere', () => {
    const counts = countsOf([request('2025-05-01', closed('2025-12-31')), request('2027-01-01')], year)
    expect(Object.values(counts).every(({ total }) => total === 0)).toBe(true)
  })

  it('then corrections of one’s own record, enquiries, and what was never confirmed stand nowhere (条例31, 41)', () => {
    const counts = countsOf(
      [
        { ...request('2026-02-01', closed('2026-03-01', null)), kind: 'record_correction' },
        { ...request('2026-02-01'), kind: 'enquiry' },
        { ...request('2026-02-01', closed('2026-03-01', 'other.other')), receivedOn: null },
      ],
      year,
    )
    expect(Object.values(counts).every(({ total }) => total === 0)).toBe(true)
  })
})

const results = requestLines.filter(
  (line): line is ResultLine => !['new', 'carried_in', 'total', 'carried_out'].includes(line),
)
const kinds = Object.keys(applicantKinds) as ApplicantKindId[]

const someCase: fc.Arbitrary<CountedCase> = fc
  .record({
    applicantKind: fc.constantFrom(...kinds),
    received: fc.integer({ min: 0, max: 1400 }),
    took: fc.integer({ min: 0, max: 500 }),
    line: fc.option(fc.constantFrom(...results)),
  })
  .map(({ applicantKind, received, took, line }) => {
    const receivedOn = addDays(day('2018-06-01'), received)
    return { kind: 'request', applicantKind, receivedOn, closing: line && { on: addDays(receivedOn, took), line } }
  })

const years = [2018, 2019, 2020, 2021, 2022, 2023]

describe('given any requests, when counted', () => {
  it('then every column balances, and one year carries over what the next carries in (D§3.7 A1-A4)', () => {
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 40 }), cases => {
        for (const year of years) {
          const counts = countsOf(cases, yearPeriod(year))
          const next = countsOf(cases, yearPeriod(year + 1))
          expect(next.carried_in).toEqual(counts.carried_out)
          for (const column of [...kinds, 'total'] as const) {
            const at = (line: keyof typeof counts) => counts[line][column]
            expect(at('new') + at('carried_in')).toBe(at('total') + at('carried_out'))
            expect(at('total')).toBe(results.reduce((sum, line) => sum + at(line), 0))
          }
          for (const line of requestLines) {
            expect(counts[line].total).toBe(kinds.reduce((sum, kind) => sum + counts[line][kind], 0))
          }
        }
      }),
      { seed: 20261128, numRuns: 200 },
    )
  })

  it('then the rows of either form are those the tally of the report gives', () => {
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 40 }), cases => {
        for (const [year, edition] of [
          [2020, edition2019],
          [2021, edition2021],
        ] as const) {
          const tallied = tally(
            cases.map(({ receivedOn, applicantKind, closing }) => ({
              received: receivedOn ?? day('2018-06-01'),
              applicant: applicantKind,
              ...(closing?.line && { closed: { on: closing.on, line: closing.line } }),
            })),
            year,
            edition,
          )
          expect(tallied).toEqual({ ok: true, value: tableOf(countsOf(cases, yearPeriod(year)), edition) })
        }
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})
