import { describe, expect, it } from 'vitest'
import { type Limits, type System, smallestSets } from './search.ts'

const plenty: Limits = { size: 6, ties: 6, steps: 2000 }

/** Each sum: the first cell is the total of the others. */
function system(
  figures: (number | null)[],
  sums: readonly (readonly number[])[],
  kinds: readonly number[] = sums.map((_, k) => k),
): System {
  return {
    figures,
    sums: sums.map((cells, k) => ({ kind: kinds[k] ?? 0, cells, signs: cells.map((_, j) => (j === 0 ? 1 : -1)) })),
    forced: figures.flatMap((f, k) => (f !== null && (f < 0 || !Number.isInteger(f)) ? [k] : [])),
  }
}

const sets = (given: System, limits: Partial<Limits> = {}) =>
  smallestSets(given, { ...plenty, ...limits }).map(({ cells, values }) =>
    cells.map((cell, k) => `${cell}=${values[k]}`).join(' '),
  )

describe('given sums that do not hold, when the smallest sets are searched', () => {
  it('then every figure of a lone sum that can rise or fall enough is one', () => {
    expect(sets(system([5, 2, 2], [[0, 1, 2]]))).toEqual(['0=4', '1=3', '2=3'])
    expect(sets(system([2, 3, 4], [[0, 1, 2]]))).toEqual(['0=7'])
    expect(sets(system([2, 5, 0], [[0, 1, 2]]))).toEqual(['0=5', '1=2'])
  })

  it('then nothing where everything holds, and one empty set tells so', () => {
    expect(sets(system([4, 2, 2], [[0, 1, 2]]))).toEqual([''])
  })

  it('then a figure in two broken sums is the only one', () => {
    const crossed = [
      [0, 1, 2],
      [3, 1, 4],
    ]
    expect(sets(system([8, 4, 3, 9, 4], crossed))).toEqual(['1=5'])
  })

  it('then a figure that must not stand is changed whatever else', () => {
    expect(sets(system([4, -2, 2], [[0, 1, 2]]))).toEqual(['1=2'])
    expect(sets(system([4, -2, 7], [[0, 1, 2]]))).toEqual(['0=7 1=0', '1=4 2=0'])
    expect(sets(system([4, -2, 7], [[0, 1, 2]]), { size: 1 })).toEqual([])
    expect(sets(system([4, -2, 7], [[0, 1, 2]]), { size: 2 })).toHaveLength(2)
  })

  it('then an unknown figure may hold anything and is never among them', () => {
    expect(sets(system([5, null, 2], [[0, 1, 2]]))).toEqual([''])
    expect(sets(system([5, null, 7], [[0, 1, 2]]))).toEqual(['0=7', '2=0'])
    expect(
      sets(
        system(
          [5, null, 2, 1],
          [
            [0, 1, 2],
            [3, 1],
          ],
        ),
      ),
    ).toEqual(['0=3', '2=4', '3=3'])
  })

  it('then sums of one kind each need a change of their own', () => {
    const three = system(
      [5, 4, 5, 4, 5, 4],
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
      [0, 0, 0],
    )
    expect(sets(three, { ties: 8 })).toHaveLength(8)
    expect(sets(three, { ties: 7 })).toEqual([])
    expect(sets(three, { ties: 8, size: 3 })).toHaveLength(8)
    expect(sets(three, { ties: 8, size: 2 })).toEqual([])
  })

  it('then a whole answer only: where none is whole, none is given', () => {
    const odd: System = {
      figures: [3, 9],
      sums: [
        { kind: 0, cells: [0, 1], signs: [2, -1] },
        { kind: 1, cells: [0], signs: [1] },
      ],
      forced: [],
    }
    expect(smallestSets({ ...odd, sums: odd.sums.slice(0, 1) }, plenty).map(({ cells }) => cells)).toEqual([[1]])
    const even = { ...odd, figures: [3, 8], sums: odd.sums.slice(0, 1) }
    expect(smallestSets(even, plenty).map(({ cells, values }) => [cells, values])).toEqual([
      [[0], [4]],
      [[1], [6]],
    ])
  })
})

describe('given a limit', () => {
  const two = system(
    [5, 2, 2, 7, 3, 3],
    [
      [0, 1, 2],
      [3, 4, 5],
    ],
    [0, 0],
  )

  it('then more ties than that are none', () => {
    expect(sets(two, { ties: 9 })).toHaveLength(9)
    expect(sets(two, { ties: 8 })).toEqual([])
  })

  it('then a search that takes longer is given up', () => {
    const needed = [...Array(60).keys()].find(steps => sets(two, { ties: 9, steps }).length > 0)
    expect(needed).toBe(15)
  })

  it('then it is given up there, however many figures there are to try', () => {
    const lines = [...Array(7).keys()].map(k => [...Array(12).keys()].map(j => 12 * k + j))
    const wrong = system(
      lines.flatMap(() => [30, ...Array<number>(11).fill(1)]),
      lines,
    )
    expect(sets(wrong)).toEqual([])
  })

  it('then a set of the size at hand is not made larger', () => {
    const hidden = system([5, null, 7], [[0, 1, 2]])
    expect([...Array(60).keys()].find(steps => sets(hidden, { steps }).length > 0)).toBe(4)
  })

  it('then a sum that plays no part in the contradiction is let alone', () => {
    const apart = system(
      [5, null, 7, 9, null, 2],
      [
        [0, 1, 2],
        [3, 4, 5],
      ],
    )
    expect(sets(apart)).toEqual(['0=7', '2=0'])
    expect([...Array(60).keys()].find(steps => sets(apart, { steps }).length > 0)).toBe(4)
  })

  it('then sums that hold without a change cost no step', () => {
    const cells = [...Array(32).keys()].map(k => k + 1)
    const open = system(
      [5, ...cells.map(() => null), 4, 4],
      [
        [0, ...cells],
        [33, 34],
      ],
    )
    expect(sets(open, { steps: 1 })).toEqual([''])
  })

  it('then figures that cannot help are not even tried', () => {
    const zeros = system([2, 9, 0, 0, 0, 0, 0, 0, 0], [[0, 1, 2, 3, 4, 5, 6, 7, 8]])
    const needed = [...Array(60).keys()].find(steps => sets(zeros, { steps }).length > 0)
    expect(sets(zeros)).toEqual(['0=9', '1=2'])
    expect(needed).toBe(4)
  })

  it('then the sum with the fewest suspects is taken first', () => {
    const wide = system(
      [9, 1, 1, 1, 1, 1, 1, 6, 4],
      [
        [0, 1, 2, 3, 4, 5, 6],
        [7, 8],
        [7, 0],
      ],
      [0, 1, 2],
    )
    const needed = [...Array(200).keys()].find(steps => sets(wide, { steps }).length > 0)
    expect(needed).toBe(15)
  })

  it('then many unknown figures count as many steps', () => {
    const cells = [...Array(64).keys()].map(k => k + 1)
    const open = system(
      [5, ...cells.map(() => null)],
      [
        [0, ...cells],
        [0, ...cells.slice(1)],
        [0, ...cells.slice(2)],
      ],
    )
    expect(sets(open, { steps: 3 })).toEqual([])
    expect(sets(open, { steps: 4 })).toEqual([''])
  })
})
