import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calm, set } from '../../../test/support/calm-report.ts'
import { balancedReport } from '../../../test/support/reports.ts'
import { edition2019 } from '../../law/editions/edition-2019.ts'
import { compute, computedCells } from './compute.ts'
import { editionOf, formCells } from './form-cells.ts'
import { type Report, valueAt } from './report.ts'

const blankColumn = (report: Report, column: string) =>
  formCells(editionOf('2019'))
    .filter(cell => cell.table === 'requests' && cell.column.id === column)
    .reduce((r, { id }) => set(r, id, null), report)

describe('given a report, when its totals are computed', () => {
  it('then they equal those of any balanced report, and only totals and what is carried over are computed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('2019', '2021'), (seed, form) => {
        const report = balancedReport(seed, form)
        const computed = computedCells(report)
        const expected = formCells(editionOf(form))
          .filter(
            ({ table, column, row }) =>
              table !== 'proactive' &&
              (column.id === 'total' || (table === 'requests' && ['total', 'carried_out'].includes(row.id))),
          )
          .map(({ id }) => [id, valueAt(report, id)])
        expect([...computed]).toEqual(expected)
      }),
      { seed: 3, numRuns: 60 },
    )
  })

  it('then a wrong published total spoils nothing', () => {
    const wrong = ['granted.total', 'total.natural_person', 'total.total', 'carried_out.total'].reduce(
      (r, cell) => set(r, `requests.${cell}`, 77),
      calm(),
    )
    expect(computedCells(wrong)).toEqual(computedCells(calm()))
  })

  it('then tables 三 and 四 hold only computed cells', () => {
    const { requests, disputes } = compute(calm())
    expect(Object.keys(compute(calm()))).toEqual(['requests', 'disputes'])
    expect(requests.granted).toEqual({ total: 6 })
    expect(requests.total).toMatchObject({ natural_person: 8, business: 0, total: 8 })
    expect(requests.carried_out).toMatchObject({ natural_person: 2, total: 2 })
    expect(Object.keys(disputes)).toEqual(['reconsideration', 'lawsuit_direct', 'lawsuit_after_reconsideration'])
    expect(Object.keys(disputes.reconsideration ?? {})).toEqual(['total'])
  })

  it('then a blank total column is worked out, and blank columns count as 0', () => {
    const blank = blankColumn(blankColumn(calm(), 'total'), 'research')
    expect(computedCells(blank)).toEqual(computedCells(calm()))
  })

  it('then what depends on an unreadable figure is null, the rest is not', () => {
    const report = set(calm(), 'requests.granted.business', null, { raw: '?', kind: 'unreadable' })
    const { requests } = compute(report)
    expect(requests.granted).toEqual({ total: null })
    expect(requests.total).toMatchObject({ business: null, natural_person: 8, total: null })
    expect(requests.carried_out).toMatchObject({ business: null, natural_person: 2, total: null })
    expect(requests.partial).toEqual({ total: 2 })
    expect(computedCells(report).has('requests.granted.total')).toBe(false)
  })

  it('then nothing below 0 is ever carried over', () => {
    const { requests } = compute(set(calm(), 'requests.new.natural_person', 0))
    expect(requests.carried_out).toMatchObject({ natural_person: null, business: 0, total: null })
  })

  it('then a form that lists its sums in another order gives the same', () => {
    const reversed = { ...edition2019, id: 'reversed', balances: edition2019.balances.toReversed() }
    const wrong = ['total.natural_person', 'carried_out.natural_person'].reduce(
      (r, cell) => set(r, `requests.${cell}`, 77),
      calm(),
    )
    const computed = computedCells({ ...wrong, edition: 'reversed' }, [reversed])
    expect(computed.get('requests.total.natural_person')).toBe(8)
    expect(computed.get('requests.carried_out.natural_person')).toBe(2)
    expect(computed).toEqual(computedCells(calm()))
  })
})
