/**
 * A new form is one file and one line: `edition2027` is that file, `known` is that line. Everything below works on it
 * as on the forms of the law, and nothing in src knows of it.
 */
import { describe, expect, test } from 'vitest'
import { parseDate } from '../../src/domain/kernel/date.ts'
import { aggregate } from '../../src/domain/report/aggregate.ts'
import { check } from '../../src/domain/report/check/index.ts'
import { parseReport } from '../../src/domain/report/codec.ts'
import { compare } from '../../src/domain/report/compare.ts'
import { compute } from '../../src/domain/report/compute.ts'
import { explainInWords } from '../../src/domain/report/explain/words.ts'
import { editionForYear, formCells } from '../../src/domain/report/form-cells.ts'
import { layoutTable } from '../../src/domain/report/layout.ts'
import { readReport } from '../../src/domain/report/read/index.ts'
import { type Report, valueAt } from '../../src/domain/report/report.ts'
import { type TalliedCase, tally } from '../../src/domain/report/tally.ts'
import { renderReport, writtenFormats } from '../../src/features/reports/render.ts'
import { editions } from '../../src/law/editions/index.ts'
import { readPaper } from '../../src/platform/documents/index.ts'
import { edition2027 } from '../support/edition-2027.ts'
import { balancedReport, withCell } from '../support/reports.ts'
import { gridOf } from '../support/tiling.ts'

const known = [...editions, edition2027]
const of = (agency: string, year: number, report: Report): Report => ({
  ...report,
  agency,
  year,
  title: `${agency}${year}年政府信息公开工作年度报告`,
})
const of2027 = of('青松市教育局', 2027, balancedReport(5, '2027', known))
const of2026 = of('青松市教育局', 2026, balancedReport(6, '2021', known))

const day = (text: string) => {
  const parsed = parseDate(text)
  if (!parsed.ok) throw new Error(parsed.refusal.says.en)
  return parsed.value
}
const withFigure = (report: Report, id: string, value: number) =>
  withCell(report, id, value, { raw: String(value), kind: 'number' })
const plus = (id: string, by: number) => withFigure(of2027, id, (valueAt(of2027, id) ?? 0) + by)
const rulesFound = (report: Report, previous?: Report) =>
  check(report, { editions: known, ...(previous ? { previous } : {}) }).map(finding => finding.rule)
const sumOf = (report: Report, ids: readonly string[]) =>
  ids.reduce((sum, id) => sum + (valueAt(report, `requests.${id}.total`) ?? Number.NaN), 0)

describe('the form of 2027', () => {
  test('is the one for reports of 2027 and later, and of no year before', () => {
    expect([2026, 2027, 2031].map(year => editionForYear(year, known).id)).toEqual(['2021', '2027', '2027'])
  })

  test('is laid out with its own heads, groups and strips', () => {
    const requests = layoutTable(edition2027, of2027, 'requests')
    gridOf(requests)
    const results = requests.rows.flat().find(cell => cell.text === '三、当年办结')
    expect(results).toMatchObject({ rowSpan: 10, vertical: true })
    const disputes = layoutTable(edition2027, of2027, 'disputes')
    gridOf(disputes)
    expect(disputes.rows[0]?.map(cell => [cell.text, cell.colSpan])).toEqual([
      ['人民法院', 10],
      ['复议机关', 5],
    ])
    gridOf(layoutTable(edition2027, of2027, 'proactive'))
  })

  test.each(writtenFormats)(
    'is written and read back as %s, every figure in its cell',
    { timeout: 60_000 },
    async format => {
      const paper = await readPaper(await renderReport(of2027, format, { known }))
      const read = readReport(paper, known)
      if (!read.ok) throw new Error(read.says.en)
      expect(read.report.edition).toBe('2027')
      expect(read.report.tables).toEqual(of2027.tables)
      expect([read.report.agency, read.report.year]).toEqual(['青松市教育局', 2027])
    },
  )

  test('is parsed from JSON; without its line in the list it is unknown', () => {
    const json = JSON.parse(JSON.stringify(of2027))
    expect(parseReport(json, known)).toMatchObject({ ok: true, value: { edition: '2027', tables: of2027.tables } })
    expect(parseReport(json)).toMatchObject({ ok: false, refusal: { code: 'bad_report', at: 'edition' } })
  })
})

describe('a report on the form of 2027', () => {
  test('that balances has no errors', () => {
    expect(check(of2027, { editions: known }).filter(finding => finding.severity === 'error')).toEqual([])
  })

  test.each(formCells(edition2027).filter(({ table }) => table !== 'proactive'))(
    'is wrong with $id one too high',
    ({ id }) => {
      const errors = check(plus(id, 1), { editions: known }).filter(finding => finding.severity === 'error')
      expect(errors.length).toBeGreaterThan(0)
      expect(errors.every(error => error.cells.includes(id))).toBe(true)
    },
  )

  test('is explained by its own words', () => {
    const wrong = plus('requests.set_aside.research', 3)
    const errors = check(wrong, { editions: known }).filter(finding => finding.severity === 'error')
    expect(errors.map(({ explains }) => explains)).toEqual([
      ['requests.set_aside.research'],
      ['requests.set_aside.research'],
    ])
    expect(explainInWords(wrong, 'zh', known).join('')).toContain('（四）不再处理')
  })

  test('has its totals computed beside those published', () => {
    const wrong = plus('requests.total.total', 7)
    expect(compute(wrong, known).requests.total?.total).toBe(valueAt(of2027, 'requests.total.total'))
  })

  test('of another year, or on the old form in 2027, is on the wrong form', () => {
    expect(rulesFound({ ...of2027, year: 2026 })).toContain('edition.year')
    expect(rulesFound({ ...of2026, year: 2027 })).toContain('edition.year')
    expect(rulesFound(of2027)).not.toContain('edition.year')
  })

  test('must carry in what the report of 2026 carried out on the form of 2021', () => {
    const carried = Object.entries(of2026.tables.requests.carried_out ?? {})
    const fitting = carried.reduce<Report>(
      (report, [column, value]) => withFigure(report, `requests.carried_in.${column}`, value ?? 0),
      of2027,
    )
    expect(rulesFound(fitting, of2026)).not.toContain('year.carry')
    const off = withFigure(fitting, 'requests.carried_in.total', (carried.at(-1)?.[1] ?? 0) + 1)
    expect(rulesFound(off, of2026)).toContain('year.carry')
  })
})

describe('across the forms of 2021 and 2027', () => {
  const withheld = ['denied.state_secret', 'denied.law_forbids', 'denied.safety_stability']

  test('reports are compared by lines: what one form brings together is added up for the other', () => {
    const { rows } = compare([of2026, of2027], known)
    const row = rows.find(({ lines, column }) => lines.includes('denied.law_forbids') && column?.id === 'total')
    expect(row?.lines).toEqual(withheld)
    expect(row?.label.zh).toBe('1.依法不得公开')
    expect(row?.values).toEqual([sumOf(of2026, withheld), sumOf(of2027, ['denied.by_law'])])
    const fees = rows.find(({ table, lines }) => table === 'proactive' && lines.includes('fees.amount'))
    expect(fees?.values[1]).toBeNull()
    const lawsuit = rows.find(({ lines, column }) => lines.includes('lawsuit_direct') && column?.id === 'total')
    expect(lawsuit?.values).toEqual([of2026, of2027].map(report => valueAt(report, 'disputes.lawsuit_direct.total')))
  })

  test('three forms stand side by side', () => {
    const of2020 = { ...balancedReport(7, '2019', known), year: 2020 }
    const { rows } = compare([of2020, of2026, of2027], known)
    const other = rows.find(({ lines, column }) => lines.includes('other.unpaid') && column?.id === 'total')
    expect(other?.values).toEqual([
      valueAt(of2020, 'requests.other.total'),
      sumOf(of2026, ['other.no_correction', 'other.unpaid', 'other.other']),
      valueAt(of2027, 'requests.rest.total'),
    ])
  })

  test('agencies are added up on the newer form, exactly where lines come together', () => {
    const late = { ...of2026, agency: '临江市教育局', year: 2027 }
    const sum = aggregate([late, of2027], { agency: '青松省教育厅', editions: known })
    if (!sum.ok) throw new Error(sum.refusal.says.en)
    const { report, findings } = sum.value
    expect(report.edition).toBe('2027')
    expect(valueAt(report, 'requests.denied.by_law.total')).toBe(
      sumOf(late, withheld) + sumOf(of2027, ['denied.by_law']),
    )
    expect(valueAt(report, 'disputes.lawsuit_direct.upheld')).toBe(
      [late, of2027].reduce((total, one) => total + (valueAt(one, 'disputes.lawsuit_direct.upheld') ?? 0), 0),
    )
    expect(valueAt(report, 'proactive.procurement.amount')).toBeNull()
    expect(findings).toEqual([])
  })

  test('cases are counted into it', () => {
    const cases: TalliedCase[] = [
      {
        received: day('2027-01-04'),
        applicant: 'business',
        closed: { on: day('2027-02-01'), line: 'denied.state_secret' },
      },
      {
        received: day('2027-03-01'),
        applicant: 'business',
        closed: { on: day('2027-03-09'), line: 'denied.law_forbids' },
      },
      { received: day('2026-12-30'), applicant: 'natural_person' },
    ]
    const counted = tally(cases, 2027, edition2027)
    expect(counted).toMatchObject({
      ok: true,
      value: {
        new: { business: 2, total: 2 },
        carried_in: { natural_person: 1, total: 1 },
        'denied.by_law': { business: 2, total: 2 },
        carried_out: { natural_person: 1, total: 1 },
      },
    })
  })
})
