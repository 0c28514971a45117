import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyReport, balancedReport, withCell } from '../../../../test/support/reports.ts'
import { editionOf, formCells } from '../form-cells.ts'
import { formIndex } from '../identities.ts'
import { type Report, valueAt } from '../report.ts'
import { check } from './index.ts'

const forms = fc.constantFrom('2019', '2021')
const fixed = { seed: 20_260_121, numRuns: 150 }
const errors = (report: Report) => check(report).filter(f => f.severity === 'error')
const set = (report: Report, id: string, value: number) =>
  withCell(report, id, value, { raw: String(value), kind: 'number' })

describe('given any report that balances', () => {
  it('then no error is found', () => {
    fc.assert(
      fc.property(fc.nat(), forms, (seed, form) => {
        expect(errors(balancedReport(seed, form))).toEqual([])
      }),
      fixed,
    )
  })

  it('when one figure of table 三 or 四 is changed, then errors are found and the figure is among those named', () => {
    fc.assert(
      fc.property(fc.nat(), forms, fc.nat(), fc.integer({ min: 0, max: 999 }), (seed, form, at, value) => {
        const report = balancedReport(seed, form)
        const cells = formCells(editionOf(form)).filter(({ table }) => table !== 'proactive')
        const id = cells[at % cells.length]?.id ?? ''
        fc.pre(valueAt(report, id) !== value)
        const found = errors(set(report, id, value))
        expect(found.length).toBeGreaterThan(0)
        expect(found.every(f => f.cells.includes(id) && f.explains?.includes(id))).toBe(true)
      }),
      fixed,
    )
  })

  it('when a figure of table 二 is changed to another it may be, then nothing tells: it stands in no identity', () => {
    for (const form of ['2019', '2021']) {
      const { cells, identitiesOf } = formIndex(editionOf(form))
      const free = cells.filter((_, place) => identitiesOf[place]?.length === 0)
      expect(free.map(({ table }) => table)).toEqual(free.map(() => 'proactive'))
      expect(cells.filter(({ table }) => table === 'proactive')).toEqual(free)
      for (const { id } of free) expect(errors(set(balancedReport(5, form), id, 77))).toEqual([])
    }
  })

  it('when zeros are left blank, then still no error', () => {
    fc.assert(
      fc.property(fc.nat(), forms, (seed, form) => {
        const report = balancedReport(seed, form)
        const blanked = formCells(editionOf(form)).reduce(
          (r, { id }) => (valueAt(r, id) === 0 ? withCell(r, id, null, { raw: '', kind: 'blank' }) : r),
          report,
        )
        expect(errors(blanked)).toEqual([])
        expect(check(blanked).filter(f => f.rule === 'blank.total')).toEqual([])
      }),
      { ...fixed, numRuns: 40 },
    )
  })

  it('when any figures cannot be read, then still no error: some count would do', () => {
    fc.assert(
      fc.property(fc.nat(), forms, fc.array(fc.nat(), { maxLength: 30 }), (seed, form, places) => {
        const cells = formCells(editionOf(form))
        const report = places.reduce(
          (r, at) => {
            const id = cells[at % cells.length]?.id ?? ''
            return withCell(r, id, null, { raw: '?', kind: 'unreadable' })
          },
          balancedReport(seed, form),
        )
        expect(errors(report)).toEqual([])
      }),
      fixed,
    )
  })
})

describe('given any report, however odd', () => {
  it('then every finding has a whole sentence in both languages and names cells of the form', () => {
    fc.assert(
      fc.property(
        forms.chain(form => anyReport(form)),
        report => {
          const ids = new Set(formCells(editionOf(report.edition)).map(({ id }) => id))
          for (const lang of ['zh', 'en'] as const) {
            for (const finding of check(report, { lang })) {
              expect(finding.says).not.toMatch(/[{}]|undefined|NaN|^$/)
              expect(finding.says).toMatch(lang === 'zh' ? /。$/ : /[.?]$/)
              expect([...finding.cells, ...(finding.explains ?? [])].every(id => ids.has(id))).toBe(true)
            }
          }
        },
      ),
      { ...fixed, numRuns: 60 },
    )
  })
})
