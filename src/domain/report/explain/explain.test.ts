import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calm, set } from '../../../../test/support/calm-report.ts'
import { balancedReport } from '../../../../test/support/reports.ts'
import { smallEdition } from '../../../../test/support/small-edition.ts'
import { formIndex } from '../identities.ts'
import { type Report, valueAt } from '../report.ts'
import { explain } from './index.ts'

/** As if read for the first time: nothing worked out for another report is at hand. */
const fresh = () => [{ ...smallEdition }]
const { cells: formCells, identities } = formIndex(smallEdition)
const ids = formCells.map(({ id }) => id)
/** Above what any sum of the small reports can demand. */
const MOST = 24

/** Independently of the code under test: do all identities hold for these values? */
function holds(values: readonly number[]): boolean {
  const sum = (places: readonly number[]) => places.reduce((all, place) => all + (values[place] ?? 0), 0)
  return identities.every(({ left, right }) => sum(left) === sum(right))
}

/** Every set of `size` cells that some counts up to MOST would settle, by trying all of them. */
function bruteForce(values: readonly number[], size: number, free: readonly number[] = []): string[][] {
  const found: string[][] = []
  const settles = (at: readonly number[]): boolean => {
    const trial = [...values]
    const tryFrom = (k: number): boolean => {
      const place = at[k]
      if (place === undefined) return holds(trial)
      for (let value = 0; value <= MOST; value++) {
        trial[place] = value
        if (tryFrom(k + 1)) return true
      }
      return false
    }
    return tryFrom(0)
  }
  const choose = (from: number, chosen: readonly number[]) => {
    if (chosen.length === size) {
      if (settles([...chosen, ...free])) found.push(chosen.map(place => ids[place] ?? ''))
      return
    }
    for (let place = from; place < values.length; place++)
      if (!free.includes(place)) choose(place + 1, [...chosen, place])
  }
  choose(0, [])
  return found
}

function smallReport(a: readonly number[]): number[] {
  const [g1 = 0, g2 = 0, p1 = 0, p2 = 0, o1 = 0, o2 = 0, i1 = 0, i2 = 0] = a
  const in1 = Math.min(i1, g1 + p1 + o1)
  const in2 = Math.min(i2, g2 + p2 + o2)
  const rows = [
    [g1 + p1 + o1 - in1, g2 + p2 + o2 - in2],
    [in1, in2],
    [g1, g2],
    [p1, p2],
    [g1 + p1, g2 + p2],
    [o1, o2],
  ]
  return rows.flatMap(([x = 0, y = 0]) => [x, y, x + y])
}

function reportOf(values: readonly number[], unreadable: readonly number[] = []): Report {
  const base: Report = {
    ...balancedReport(1, '2021'),
    edition: 'small',
    tables: { proactive: {}, requests: {}, disputes: {} },
    cells: {},
  }
  return ids.reduce(
    (report, id, place) =>
      unreadable.includes(place)
        ? set(report, id, null, { raw: '?', kind: 'unreadable' })
        : set(report, id, values[place] ?? 0),
    base,
  )
}

const small = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }).map(smallReport)
const slip = fc.tuple(fc.nat(17), fc.integer({ min: 0, max: 9 }))

function slipped(values: readonly number[], slips: readonly (readonly [number, number])[]): number[] {
  const changed = [...values]
  for (const [place, value] of slips) changed[place] = value
  return changed
}

const key = (sets: readonly (readonly string[])[]) => sets.map(cells => [...cells].sort().join(' ')).sort()

describe('given a small report with one or two wrong figures, when explained', () => {
  it('then the sets are exactly the smallest ones found by trying everything', () => {
    fc.assert(
      fc.property(small, fc.array(slip, { minLength: 1, maxLength: 2 }), (values, slips) => {
        const wrong = slipped(values, slips)
        fc.pre(!holds(wrong))
        const { sets } = explain(reportOf(wrong), fresh())
        const one = bruteForce(wrong, 1)
        const smallest = one.length > 0 ? one : bruteForce(wrong, 2)
        expect(key(sets.map(set => set.cells))).toEqual(smallest.length <= 6 ? key(smallest) : [])
      }),
      { seed: 5, numRuns: 40 },
    )
  }, 30_000)

  it('then a figure that cannot be read may hold anything and is never among the changed', () => {
    fc.assert(
      fc.property(small, slip, fc.nat(17), (values, slip_, hidden) => {
        const wrong = slipped(values, [slip_])
        const smallest = [0, 1].map(size => bruteForce(wrong, size, [hidden])).find(found => found.length > 0)
        fc.pre(smallest !== undefined && (smallest[0]?.length ?? 0) > 0 && hidden !== slip_[0])
        const { parts, sets } = explain(reportOf(wrong, [hidden]), fresh())
        const single = identities.some(
          ({ left, right }, k) => parts[0]?.failing.includes(k) && [...left, ...right].length > 0,
        )
        fc.pre(single)
        expect(key(sets.map(set => set.cells))).toEqual((smallest?.length ?? 0) <= 6 ? key(smallest ?? []) : [])
      }),
      { seed: 6, numRuns: 40 },
    )
  }, 30_000)

  it('then applying the changes settles everything, and a single value is given only where no other would do', () => {
    fc.assert(
      fc.property(small, fc.array(slip, { minLength: 1, maxLength: 2 }), (values, slips) => {
        const wrong = slipped(values, slips)
        for (const { changes } of explain(reportOf(wrong), fresh()).sets) {
          expect(changes.every(({ cell, from }) => from === wrong[ids.indexOf(cell)])).toBe(true)
          const certain = changes.filter(({ to }) => to !== null)
          const others = changes.filter(({ to }) => to === null).map(({ cell }) => ids.indexOf(cell))
          const applied = slipped(
            wrong,
            certain.map(({ cell, to }) => [ids.indexOf(cell), to ?? 0]),
          )
          expect(bruteForce(applied, 0, others)).toHaveLength(1)
          for (const { cell, to } of certain) {
            const place = ids.indexOf(cell)
            const rest = changes.map(change => ids.indexOf(change.cell)).filter(p => p !== place)
            const another = [...Array(MOST + 1).keys()].some(
              value => value !== to && bruteForce(slipped(wrong, [[place, value]]), 0, rest).length > 0,
            )
            expect(another).toBe(false)
          }
        }
      }),
      { seed: 8, numRuns: 60 },
    )
  }, 30_000)
})

describe('given a report of the statutory form, when explained', () => {
  it('then nothing where everything adds up', () => {
    expect(explain(calm())).toEqual({ parts: [], sets: [] })
  })

  it('then a blank read as 0 may be the one to fill', () => {
    const report = set(set(calm(), 'requests.partial.natural_person', null), 'requests.partial.total', 0)
    const { sets, parts } = explain(set(report, 'requests.total.natural_person', 9))
    expect(parts).toHaveLength(1)
    expect(sets.length).toBeGreaterThan(0)
  })

  it('then a blank left out is changed from blank', () => {
    const report = set(set(calm(), 'requests.carried_out.natural_person', null), 'requests.new.natural_person', 20)
    const { sets } = explain(report)
    expect(sets.map(({ changes }) => changes)).toMatchObject([
      [{ cell: 'requests.new.natural_person', from: 20, to: 9 }],
    ])
  })

  it('then figures that cannot stand (a fraction, below 0) must change', () => {
    const { sets } = explain(set(calm(), 'requests.granted.natural_person', -6))
    expect(sets.map(({ changes }) => changes)).toMatchObject([
      [{ cell: 'requests.granted.natural_person', from: -6, to: 6 }],
    ])
    const half = explain(set(calm(), 'requests.granted.natural_person', 6.5))
    expect(half.sets.map(({ cells }) => cells)).toEqual([['requests.granted.natural_person']])
  })

  it('then parts that do not touch are explained apart and together', () => {
    const base = calm()
    const total = (valueAt(base, 'disputes.reconsideration.total') ?? 0) + 1
    const report = set(set(base, 'disputes.reconsideration.total', total), 'requests.new.total', 8)
    const { parts, sets } = explain(report)
    expect(parts.map(part => part.sets.length)).toEqual([1, 5])
    expect(sets).toHaveLength(5)
    expect(sets.every(set_ => set_.cells[0] === 'requests.new.total' && set_.cells.length === 2)).toBe(true)
    const third = set(report, 'disputes.lawsuit_direct.total', 99)
    expect(explain(third).sets).toEqual([])
    expect(explain(third).parts.map(part => part.sets.length)).toEqual([1, 5, 5])
  })

  it('then a value is left open where several would do', () => {
    const report = Object.entries({ upheld: -1, corrected: -2, other: 0, pending: 0, total: 9 }).reduce(
      (r, [column, value]) => set(r, `disputes.reconsideration.${column}`, value),
      calm(),
    )
    expect(explain(report).sets.map(({ changes }) => changes.map(({ to }) => to))).toEqual([[null, null]])
  })

  it('then figures that cannot be read do not stand in the way, however many', () => {
    const hidden = ['new', 'granted', 'partial', 'total'].flatMap(row =>
      ['social', 'legal_service'].map(c => `requests.${row}.${c}`),
    )
    const report = hidden.reduce((r, id) => set(r, id, null, { raw: '?', kind: 'unreadable' }), calm())
    const { sets } = explain(set(report, 'requests.carried_out.natural_person', 1))
    expect(sets.map(({ cells }) => cells)).toEqual([['requests.carried_out.natural_person']])
  })

  it('then up to six choices are given, no more', () => {
    const row = (r: Report, id: string, values: readonly number[]) =>
      ['upheld', 'corrected', 'other', 'pending', 'total'].reduce(
        (s, c, k) => set(s, `disputes.${id}.${c}`, values[k] ?? 0),
        r,
      )
    const two = row(calm(), 'reconsideration', [21, 0, 0, 0, 12])
    expect(explain(row(two, 'lawsuit_direct', [5, 5, 0, 0, 6])).sets).toHaveLength(6)
    expect(explain(row(two, 'lawsuit_direct', [5, 5, 5, 0, 11])).sets).toEqual([])
  })

  it('then hopeless reports are given up in bounded time, without a guess', () => {
    const report = Array.from({ length: 60 }, (_, k) => k).reduce(
      (r, k) => {
        const cells = Object.keys(r.cells).filter(id => id.startsWith('requests.'))
        return set(r, cells[(k * 37) % cells.length] ?? '', (k * 53) % 91)
      },
      balancedReport(2, '2021'),
    )
    const { parts, sets } = explain(report)
    expect(parts[0]?.failing.length).toBeGreaterThan(10)
    expect(sets).toEqual([])
  })
})

describe('given 136 granted and nothing received (a report as published in 2019)', () => {
  it('then three explanations of three figures each', () => {
    const zero = ['new', 'carried_in', 'partial', 'carried_out'].reduce(
      (r, row) => set(set(r, `requests.${row}.natural_person`, 0), `requests.${row}.total`, 0),
      calm(),
    )
    const report = ['granted.natural_person', 'granted.total', 'total.natural_person'].reduce(
      (r, cell) => set(r, `requests.${cell}`, 136),
      set(zero, 'requests.total.total', 0),
    )
    expect(
      explain(report).sets.map(({ changes }) => changes.map(({ cell, from, to }) => `${cell} ${from}>${to}`)),
    ).toEqual([
      ['requests.new.natural_person 0>136', 'requests.new.total 0>136', 'requests.total.total 0>136'],
      ['requests.carried_in.natural_person 0>136', 'requests.carried_in.total 0>136', 'requests.total.total 0>136'],
      ['requests.granted.natural_person 136>0', 'requests.granted.total 136>0', 'requests.total.natural_person 136>0'],
    ])
  })
})
