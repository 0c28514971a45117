/**
 * The smallest sets of figures whose change satisfies a system of sums.
 * What cannot be satisfied is always contradicted by a few of its equations; some figure in those must be wrong, so
 * the search branches only on figures of the contradiction at hand, one more figure at a time.
 */
import { entry } from '../../kernel/entry.ts'
import { type Equation, signOf, solve, type Tableau } from './simplex.ts'

/** Σ sign·cell = 0 over its terms. */
export interface Sum {
  /** Sums of one kind share no cell, so each that is broken needs a change of its own. */
  readonly kind: number
  readonly cells: readonly number[]
  readonly signs: readonly number[]
}

export interface System {
  readonly sums: readonly Sum[]
  /** The figure of each cell; null where it is unknown and may be anything. */
  readonly figures: readonly (number | null)[]
  /** Cells that must change whatever the sums say (not whole, or negative). */
  readonly forced: readonly number[]
}

export interface Limits {
  /** Most cells in a set. */
  readonly size: number
  /** Most sets of the smallest size; more explain nothing. */
  readonly ties: number
  /** Most steps of the search, so that a hopeless report costs no time. */
  readonly steps: number
}

export interface Found {
  readonly cells: readonly number[]
  readonly values: readonly number[]
  readonly tableau: Tableau
  /** Column of each cell in the tableau. */
  readonly columns: readonly number[]
}

/** A system of this many coefficients takes about as long as one more step of the search. */
const STEP = 64

interface State {
  readonly system: System
  readonly sumsOf: readonly (readonly { sum: number; sign: number }[])[]
  readonly open: Set<number>
  readonly excluded: Set<number>
  /** Per sum: what its closed cells add up to, and how many of its cells are open. */
  readonly rest: number[]
  readonly openIn: number[]
  readonly found: Found[]
  readonly limits: Limits
  steps: number
}

/** All smallest sets, or none where there are too many, they are too large, or the search takes too long. */
export function smallestSets(system: System, limits: Limits): readonly Found[] {
  const state = startState(system, limits)
  for (let size = 0; size + system.forced.length <= limits.size; size++) {
    extend(state, size)
    if (isOver(state)) return []
    if (state.found.length > 0) return state.found
  }
  return []
}

/** Too many sets to explain anything, or too long a search. */
function isOver({ steps, found, limits }: State): boolean {
  return steps > limits.steps || found.length > limits.ties
}

function startState(system: System, limits: Limits): State {
  const sumsOf = system.figures.map((): { sum: number; sign: number }[] => [])
  system.sums.forEach(({ cells, signs }, sum) => {
    cells.forEach((cell, k) => {
      entry(sumsOf, cell).push({ sum, sign: entry(signs, k) })
    })
  })
  const forced = new Set(system.forced)
  const isOpen = (cell: number) => forced.has(cell) || system.figures[cell] === null
  const rest = system.sums.map(({ cells, signs }) =>
    cells.reduce((total, cell, k) => total + (isOpen(cell) ? 0 : entry(signs, k) * figureOf(system, cell)), 0),
  )
  const openIn = system.sums.map(({ cells }) => cells.filter(isOpen).length)
  const open = new Set(system.figures.flatMap((_, cell) => (isOpen(cell) ? [cell] : [])))
  return { system, sumsOf, open, excluded: new Set(), rest, openIn, found: [], limits, steps: 0 }
}

/** The figure of a cell that has one; cells without are open from the start. */
function figureOf({ figures }: System, cell: number): number {
  return figures[cell] ?? 0
}

/** Opens exactly `size` more cells in every promising way. */
function extend(state: State, size: number) {
  state.steps += 1
  if (isOver(state)) return
  const broken = brokenSums(state)
  if (leastChanges(state.system, broken) > size) return
  if (broken.length > 0) {
    branch(state, size, tightest(state, broken))
    return
  }
  const system = openSystem(state)
  state.steps += Math.floor((system.cells.length * system.sums.length) / STEP)
  const solution = solve(system.equations, system.cells.length)
  if (!solution.feasible) {
    if (size > 0) branch(state, size, suspects(state, system.sums, solution.multipliers))
  } else if (solution.values.every(isWhole)) {
    state.found.push(record(state, system.cells, solution.values, solution.tableau))
  }
}

/** The vertices of a network are whole; a form of another kind may have others, which are no counts. */
function isWhole(value: number): boolean {
  return signOf(value - Math.round(value)) === 0
}

/** Sums without an open cell that do not come to 0. */
function brokenSums({ rest, openIn }: State): number[] {
  return rest.flatMap((amount, sum) => (amount !== 0 && openIn[sum] === 0 ? [sum] : []))
}

/** Broken sums of one kind cannot be mended by one change. */
function leastChanges({ sums }: System, broken: readonly number[]): number {
  const kinds = broken.map(sum => entry(sums, sum).kind)
  return Math.max(0, ...kinds.map(kind => kinds.filter(other => other === kind).length))
}

/** Tries each of the cells; one that was tried is left out beside the next, so that no set is met twice. */
function branch(state: State, size: number, cells: readonly number[]) {
  for (const cell of cells) {
    toggle(state, cell, 1)
    extend(state, size - 1)
    toggle(state, cell, -1)
    state.excluded.add(cell)
  }
  for (const cell of cells) state.excluded.delete(cell)
}

function toggle(state: State, cell: number, direction: 1 | -1) {
  const figure = figureOf(state.system, cell)
  for (const { sum, sign } of entry(state.sumsOf, cell)) {
    state.rest[sum] = entry(state.rest, sum) - direction * sign * figure
    state.openIn[sum] = entry(state.openIn, sum) + direction
  }
  if (direction === 1) state.open.add(cell)
  else state.open.delete(cell)
}

/** Suspects of the broken sum that has the fewest. */
function tightest(state: State, broken: readonly number[]): readonly number[] {
  const choices = broken.map(sum => suspects(state, [sum], [-Math.sign(entry(state.rest, sum))]))
  const counts = choices.map(({ length }) => length)
  return entry(choices, counts.indexOf(Math.min(...counts)))
}

/**
 * Closed cells whose change can lessen a contradiction: those that must rise, and those that must fall and can.
 * `multipliers` weigh the sums so that together they demand more than any counts can give.
 */
function suspects(state: State, sums: readonly number[], multipliers: readonly number[]): readonly number[] {
  const pull = new Map<number, number>()
  sums.forEach((sum, k) => {
    const weight = entry(multipliers, k)
    const { cells, signs } = entry(state.system.sums, sum)
    cells.forEach((cell, j) => {
      pull.set(cell, (pull.get(cell) ?? 0) + weight * entry(signs, j))
    })
  })
  return [...pull].flatMap(([cell, weight]) => {
    const closed = !state.open.has(cell) && !state.excluded.has(cell)
    const sign = signOf(weight)
    const able = sign > 0 || (sign < 0 && figureOf(state.system, cell) > 0)
    return closed && able ? [cell] : []
  })
}

interface OpenSystem {
  readonly cells: readonly number[]
  readonly sums: readonly number[]
  readonly equations: readonly Equation[]
}

/** The sums that hold open cells, as equations over these. */
function openSystem(state: State): OpenSystem {
  const cells = [...state.open]
  const sums = state.openIn.flatMap((count, sum) => (count > 0 ? [sum] : []))
  const equations = sums.map(sum => {
    const { cells: terms, signs } = entry(state.system.sums, sum)
    const signIn = new Map(terms.map((cell, k) => [cell, entry(signs, k)]))
    const coefficients = cells.map(cell => signIn.get(cell) ?? 0)
    return { coefficients, amount: -entry(state.rest, sum) }
  })
  return { cells, sums, equations }
}

function record(state: State, cells: readonly number[], values: readonly number[], tableau: Tableau): Found {
  const changed = cells.filter(cell => state.system.figures[cell] !== null).sort((a, b) => a - b)
  const columns = changed.map(cell => cells.indexOf(cell))
  return { cells: changed, values: columns.map(c => Math.round(entry(values, c))), tableau, columns }
}
