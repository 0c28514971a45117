import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Equation, isUnique, solve } from './simplex.ts'

const equation = (coefficients: number[], amount: number): Equation => ({ coefficients, amount })
const MOST = 8

/** All whole solutions up to MOST, by trying every combination. */
function solutions(equations: readonly Equation[], unknowns: number): number[][] {
  const found: number[][] = []
  const values = new Array<number>(unknowns).fill(0)
  const from = (k: number) => {
    if (k === unknowns) {
      const holds = equations.every(
        e => e.coefficients.reduce((sum, c, j) => sum + c * (values[j] ?? 0), 0) === e.amount,
      )
      if (holds) found.push([...values])
      return
    }
    for (let value = 0; value <= MOST; value++) {
      values[k] = value
      from(k + 1)
    }
  }
  from(0)
  return found
}

/** Sums of a table of rows and columns: every unknown stands in at most one of each, so that they form a network. */
const network = fc
  .array(fc.record({ row: fc.nat(2), column: fc.nat(2), kept: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  .chain(cells =>
    fc.record({
      cells: fc.constant(cells),
      slips: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 6, maxLength: 6 }),
    }),
  )
  .map(({ cells, slips }) => {
    const line = (k: number, is: (cell: (typeof cells)[number]) => boolean) =>
      equation(
        cells.map(cell => (is(cell) ? 1 : 0)),
        cells.filter(is).reduce((sum, { kept }) => sum + kept, 0) + (slips[k] === 2 ? 1 : slips[k] === -2 ? -1 : 0),
      )
    const rows = [0, 1, 2].map(k => line(k, cell => cell.row === k))
    const columns = [0, 1, 2].map(k => line(k + 3, cell => cell.column === k))
    return { unknowns: cells.length, equations: [...rows, ...columns].filter(e => e.coefficients.includes(1)) }
  })

describe('given sums over unknown counts', () => {
  it('then they are found to have a solution exactly where trying everything finds one, and it satisfies them', () => {
    fc.assert(
      fc.property(network, ({ equations, unknowns }) => {
        const all = solutions(equations, unknowns)
        const solution = solve(equations, unknowns)
        expect(solution.feasible).toBe(all.length > 0)
        if (solution.feasible) expect(all).toContainEqual([...solution.values])
      }),
      { seed: 1, numRuns: 150 },
    )
  })

  it('then a contradiction is proved by its multipliers: no counts can come up to their weighted sum', () => {
    fc.assert(
      fc.property(network, ({ equations, unknowns }) => {
        const solution = solve(equations, unknowns)
        if (solution.feasible) return
        const weighted = (value: (e: Equation) => number) =>
          equations.reduce((sum, e, k) => sum + (solution.multipliers[k] ?? 0) * value(e), 0)
        for (let j = 0; j < unknowns; j++) expect(weighted(e => e.coefficients[j] ?? 0)).toBeLessThan(1e-6)
        expect(weighted(e => e.amount)).toBeGreaterThan(0.5)
      }),
      { seed: 2, numRuns: 200 },
    )
  })

  it('then an unknown is unique exactly where all solutions agree on it', () => {
    fc.assert(
      fc.property(network, ({ equations, unknowns }) => {
        const all = solutions(equations, unknowns)
        const solution = solve(equations, unknowns)
        if (!solution.feasible) return
        for (let j = 0; j < unknowns; j++) {
          const one = all.every(values => values[j] === all[0]?.[j])
          expect(isUnique(solution.tableau, j, solution.values[j] ?? -1)).toBe(one)
        }
      }),
      { seed: 3, numRuns: 150 },
    )
  })

  it.each([
    ['x = 3', [equation([1], 3)], [3], [true]],
    ['-x = -3', [equation([-1], -3)], [3], [true]],
    ['2x = 6', [equation([2], 6)], [3], [true]],
    ['x + y = 0', [equation([1, 1], 0)], [0, 0], [true, true]],
    ['x + y = 4', [equation([1, 1], 4)], null, [false, false]],
    ['x - y = 2', [equation([1, -1], 2)], null, [false, false]],
    ['x - y = 0', [equation([1, -1], 0)], null, [false, false]],
    ['x = 1, x + y = 1', [equation([1, 0], 1), equation([1, 1], 1)], [1, 0], [true, true]],
    ['the same twice', [equation([1, 1], 4), equation([1, 1], 4)], null, [false, false]],
    ['x + y = 4, x - y = 2', [equation([1, 1], 4), equation([1, -1], 2)], [3, 1], [true, true]],
    ['x + y = 4, y + z = 1', [equation([1, 1, 0], 4), equation([0, 1, 1], 1)], null, [false, false, false]],
    ['2x + y = 4, x + z = 3', [equation([2, 1, 0], 4), equation([1, 0, 1], 3)], [2, 0, 1], [false, false, false]],
    ['z - y = 2, x + y = 0', [equation([0, -1, 1], 2), equation([1, 1, 0], 0)], [0, 0, 2], [true, true, true]],
    ['nothing about y', [equation([1, 0], 2)], [2, 0], [true, false]],
    ['2x = 1', [equation([2], 1)], [0.5], [true]],
    ['0 = 0', [equation([0], 0), equation([1], 2)], [2], [true]],
  ])('%s', (_, equations, values, unique) => {
    const solution = solve(equations, unique.length)
    if (!solution.feasible) throw new Error('should have a solution')
    if (values) expect(solution.values).toEqual(values)
    expect(unique.map((_u, j) => isUnique(solution.tableau, j, solution.values[j] ?? -1))).toEqual(unique)
  })

  it.each([
    ['y = 2, x + y = 2', [equation([0, 1], 2), equation([1, 1], 2)], [2, 1]],
    ['x = 1, x = 1', [equation([1], 1), equation([1], 1)], [0, 2]],
  ])('%s: of rows that bind alike that of the first unknown gives way', (_, equations, basis) => {
    const solution = solve(equations, equations[0]?.coefficients.length ?? 0)
    expect(solution.feasible && solution.tableau.basis).toEqual(basis)
  })

  it.each([
    ['x = -1', [equation([1], -1)], [-1]],
    ['-x = 2', [equation([-1], 2)], [1]],
    ['0 = 1', [equation([0], 1)], [1]],
    ['0 = -1', [equation([0], -1)], [-1]],
    ['x = 1, x = 2', [equation([1], 1), equation([1], 2)], [-1, 1]],
    ['x = 3 plays no part', [equation([1, 0], 3), equation([0, 1], -2)], [0, -1]],
  ])('%s has none, and the multipliers say why', (_, equations, multipliers) => {
    const solution = solve(equations, equations[0]?.coefficients.length ?? 0)
    expect(solution).toMatchObject({ feasible: false })
    if (!solution.feasible) expect(solution.multipliers.map(m => m + 0)).toEqual(multipliers)
  })
})
