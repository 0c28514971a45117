import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicantKinds } from '../../law/applicants.ts'
import { edition2019 } from '../../law/editions/edition-2019.ts'
import { edition2021 } from '../../law/editions/edition-2021.ts'
import { type ResultLine, requestLines } from '../../law/lines.ts'
import { addDays, type LocalDate } from '../kernel/date.ts'
import { tableOfLines, tally } from '../report/tally.ts'
import type { ApplicantKindId } from './case.ts'
import { type CountedCase, countedOn, countsOf, pastYearsChanged } from './counting.ts'

const day = (text: string) => text as LocalDate
const year = (n: number) => ({ from: day(`${n}-01-01`), until: day(`${n}-12-31`) })
const closed = (on: string, line: ResultLine | null = 'granted') => ({ on: day(on), line })

const request = (receivedOn: string, closing: CountedCase['closing'] = null): CountedCase => ({
  kind: 'request',
  applicantKind: 'natural_person',
  receivedOn: day(receivedOn),
  closing,
  links: { splitOn: null },
})

const splitOff = (of: CountedCase, on: string): CountedCase => ({ ...of, links: { splitOn: day(on) } })

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

  it('then a part split off after New Year is new in its own year: what the year before had stays (D§3.9)', () => {
    const whole = request('2026-12-20', closed('2027-01-20'))
    const part = splitOff(request('2026-12-20', closed('2027-02-01')), '2027-01-05')
    expect(countsOf([whole, part], year(2026))).toEqual(countsOf([whole], year(2026)))
    expect(linesIn([part], 2027)).toEqual(['new', 'granted'])
    expect(pastYearsChanged(null, part, day('2027-03-01'))).toEqual([])
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
    split: fc.option(fc.integer({ min: 0, max: 400 })),
    line: fc.option(fc.constantFrom(...results)),
  })
  .map(({ applicantKind, received, took, split, line }) => {
    const receivedOn = addDays(day('2018-06-01'), received)
    const splitOn = split === null ? null : addDays(receivedOn, split)
    const closing = line && { on: addDays(splitOn ?? receivedOn, took), line }
    return { kind: 'request', applicantKind, receivedOn, closing, links: { splitOn } }
  })

/** Where one period ends and the next begins, in days from the first. */
const someCuts = fc.array(fc.integer({ min: 1, max: 2499 }), { minLength: 1, maxLength: 6 })

describe('given any requests, when counted', () => {
  it('then in any periods every kind balances, and one carries over what the next carries in (D§3.7 A1-A4)', () => {
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 40 }), someCuts, (cases, cuts) => {
        const days = [...new Set([0, 2500, ...cuts])].sort((a, b) => a - b).map(n => addDays(day('2018-06-01'), n))
        for (const [n, from] of days.entries()) {
          const [until, after] = [days[n + 1], days[n + 2]]
          if (!until || !after) break
          const counts = countsOf(cases, { from, until: addDays(until, -1) })
          const next = countsOf(cases, { from: until, until: addDays(after, -1) })
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
        const tallied = cases.map(({ applicantKind, closing, ...one }) => ({
          received: countedOn(one) ?? day('2018-06-01'),
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
