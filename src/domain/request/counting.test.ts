import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicantKinds } from '../../law/applicants.ts'
import { edition2019 } from '../../law/editions/edition-2019.ts'
import { edition2021 } from '../../law/editions/edition-2021.ts'
import { type ResultLine, requestLines } from '../../law/lines.ts'
import { addDays, type LocalDate } from '../kernel/date.ts'
import { tableOfLines, tally } from '../report/tally.ts'
import type { ApplicantKindId } from './case.ts'
import { type CountedCase, countsOf, pastYearsChanged } from './counting.ts'

const day = (text: string) => text as LocalDate
const year = (n: number) => ({ from: day(`${n}-01-01`), until: day(`${n}-12-31`) })
const closed = (on: string, line: ResultLine | null = 'granted') => ({ on: day(on), line })

const request = (receivedOn: string, closing: CountedCase['closing'] = null): CountedCase => ({
  kind: 'request',
  applicantKind: 'natural_person',
  receivedOn: day(receivedOn),
  closing,
})

const linesIn = (cases: readonly CountedCase[], n: number) => countsOf(cases, year(n)).map(({ line }) => line)

describe('given requests, when a year is counted (格式2021-30 table 三)', () => {
  it('then a request received and answered in it is new, and stands on its leaf', () => {
    expect(linesIn([request('2026-01-01', closed('2026-12-31'))], 2026)).toEqual(['new', 'granted'])
  })

  it('then one received in it and answered on New Year’s Day is carried over, and carried into the next', () => {
    const one = request('2026-12-31', closed('2027-01-01'))
    expect(linesIn([one], 2026)).toEqual(['new', 'carried_out'])
    expect(linesIn([one], 2027)).toEqual(['carried_in', 'granted'])
  })

  it('then one received before and still open is carried in and out', () => {
    expect(linesIn([request('2025-12-31')], 2026)).toEqual(['carried_in', 'carried_out'])
  })

  it('then one that was ended before, or received after, stands nowhere', () => {
    expect(linesIn([request('2025-05-01', closed('2025-12-31')), request('2027-01-01')], 2026)).toEqual([])
  })

  it('then corrections of one’s own record, enquiries, and what was never confirmed stand nowhere (条例31, 41)', () => {
    const cases: CountedCase[] = [
      { ...request('2026-02-01', closed('2026-03-01', null)), kind: 'record_correction' },
      { ...request('2026-02-01'), kind: 'enquiry' },
      { ...request('2026-02-01', closed('2026-03-01', 'other.other')), receivedOn: null },
    ]
    expect(linesIn(cases, 2026)).toEqual([])
  })

  it('then two of one kind are one count of two', () => {
    const counts = countsOf([request('2026-02-01'), request('2026-03-01')], year(2026))
    expect(counts[0]).toEqual({ line: 'new', applicant: 'natural_person', count: 2 })
  })
})

describe('given an act, when it falls into years that are over (条例49)', () => {
  const today = day('2027-03-02')
  const changed = (before: CountedCase | null, after: CountedCase) => pastYearsChanged(before, after, today)

  it('then closing changes the year it is dated in, and each one after it that carried the request over', () => {
    const open = request('2024-11-01')
    expect(changed(open, request('2024-11-01', closed('2024-12-30')))).toEqual([2024, 2025, 2026])
    expect(changed(open, request('2024-11-01', closed('2026-12-30')))).toEqual([2026])
    expect(changed(open, request('2024-11-01', closed('2027-01-02')))).toEqual([])
  })

  it('then receipt changes the year of receipt, and what table 三 does not count changes none (条例31, 41)', () => {
    expect(changed(null, request('2026-12-30'))).toEqual([2026])
    expect(changed({ ...request('2027-01-02'), receivedOn: null }, request('2026-12-30'))).toEqual([2026])
    expect(changed(null, request('2027-01-02'))).toEqual([])
    expect(changed(null, { ...request('2026-12-30'), kind: 'enquiry' })).toEqual([])
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

describe('given any requests, when counted', () => {
  it('then every kind balances, and one year carries over what the next carries in (D§3.7 A1-A4)', () => {
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 40 }), cases => {
        for (let n = 2018; n <= 2023; n++) {
          const [counts, next] = [countsOf(cases, year(n)), countsOf(cases, year(n + 1))]
          for (const kind of kinds) {
            const sum = (of: typeof counts, wanted: readonly string[]) =>
              of.reduce((all, c) => all + (c.applicant === kind && wanted.includes(c.line) ? c.count : 0), 0)
            expect(sum(next, ['carried_in'])).toBe(sum(counts, ['carried_out']))
            expect(sum(counts, ['new', 'carried_in'])).toBe(sum(counts, [...results, 'carried_out']))
          }
        }
      }),
      { seed: 20261128, numRuns: 200 },
    )
  })

  it('then the rows of either form are those the tally of the report gives', () => {
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 40 }), cases => {
        const tallied = cases.map(({ receivedOn, applicantKind, closing }) => ({
          received: receivedOn ?? day('2018-06-01'),
          applicant: applicantKind,
          ...(closing?.line && { closed: { on: closing.on, line: closing.line } }),
        }))
        for (const [n, edition] of [
          [2020, edition2019],
          [2021, edition2021],
        ] as const) {
          const value = tableOfLines(countsOf(cases, year(n)), edition)
          expect(tally(tallied, n, edition)).toEqual({ ok: true, value })
        }
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})
