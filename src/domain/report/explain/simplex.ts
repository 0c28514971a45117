/**
 * Can a few unknown counts satisfy a few sums? Linear feasibility over x >= 0 by the simplex method (Bland's rule).
 * The sums of a table of rows and columns form a network, whose vertices are whole numbers, so no search over
 * integers is needed; a vertex that is not whole is reported as such.
 */

import { entry } from '../../kernel/entry.ts'

/** Σ coefficient·x = amount; one coefficient per unknown. */
export interface Equation {
  readonly coefficients: readonly number[]
  readonly amount: number
}

export type Solution =
  | { readonly feasible: true; readonly values: readonly number[]; readonly tableau: Tableau }
  /** Multipliers of the equations whose sum no x >= 0 can satisfy: 0 on those that play no part in it. */
  | { readonly feasible: false; readonly multipliers: readonly number[] }

export interface Tableau {
  /** Each row: unknowns, then one artificial per equation, then the amount. */
  readonly rows: number[][]
  /** For each row the column that is 1 in it and 0 elsewhere. */
  readonly basis: number[]
  readonly unknowns: number
}

const NEAR = 1e-7

/** 1, 0 or -1; what differs from 0 by less than arithmetic can tell is 0. */
export function signOf(value: number): number {
  return Math.sign(Math.round(value / NEAR))
}

export function solve(equations: readonly Equation[], unknowns: number): Solution {
  const tableau = start(equations, unknowns)
  const signs = equations.map(({ amount }) => (amount < 0 ? -1 : 1))
  for (;;) {
    const open = tableau.rows.filter((_, k) => entry(tableau.basis, k) >= unknowns)
    const gain = (column: number) => open.reduce((sum, row) => sum + entry(row, column), 0)
    if (signOf(gain(unknowns + equations.length)) === 0) return feasible(tableau)
    const entering = firstColumn(unknowns, column => signOf(gain(column)) > 0)
    if (entering === null) {
      return { feasible: false, multipliers: signs.map((sign, k) => sign * gain(unknowns + k)) }
    }
    enter(tableau, entering)
  }
}

/** Whether unknown `column` takes one value only in all solutions; from a feasible solution. */
export function isUnique(tableau: Tableau, column: number, value: number): boolean {
  return [1, -1].every(direction => {
    const extreme = extremum(tableau, column, direction)
    return extreme !== null && signOf(extreme - value) === 0
  })
}

function start(equations: readonly Equation[], unknowns: number): Tableau {
  const rows = equations.map(({ coefficients, amount }, k) => {
    const sign = amount < 0 ? -1 : 1
    const artificial = equations.map((_, j) => (j === k ? 1 : 0))
    return [...coefficients.map(c => sign * c), ...artificial, sign * amount]
  })
  return { rows, basis: equations.map((_, k) => unknowns + k), unknowns }
}

function feasible(tableau: Tableau): Solution {
  const values = new Array<number>(tableau.unknowns).fill(0)
  tableau.rows.forEach((row, k) => {
    const column = entry(tableau.basis, k)
    if (column < tableau.unknowns) values[column] = amountOf(row)
  })
  return { feasible: true, values, tableau }
}

function firstColumn(columns: number, wanted: (column: number) => boolean): number | null {
  for (let column = 0; column < columns; column++) if (wanted(column)) return column
  return null
}

/** Brings a column into the basis by the smallest ratio, of ties the first unknown's; false where nothing bounds it. */
function enter({ rows, basis }: Tableau, column: number): boolean {
  const bounds = rows.flatMap((row, at) => {
    const slope = entry(row, column)
    return signOf(slope) > 0 ? [{ at, ratio: amountOf(row) / slope, unknown: entry(basis, at) }] : []
  })
  const [first, ...others] = bounds.sort((a, b) => a.unknown - b.unknown)
  if (!first) return false
  const { at } = others.reduce((least, next) => (signOf(next.ratio - least.ratio) < 0 ? next : least), first)
  pivot(rows, at, column)
  basis[at] = column
  return true
}

function pivot(rows: number[][], at: number, column: number) {
  const from = entry(rows, at)
  const scale = entry(from, column)
  const scaled = from.map(value => value / scale)
  rows.forEach((row, k) => {
    const factor = entry(row, column)
    if (k === at) rows[k] = scaled
    else if (factor !== 0) rows[k] = row.map((value, j) => value - factor * entry(scaled, j))
  })
}

/** The largest (direction 1) or smallest (-1) value of one unknown; null where it has no bound. */
function extremum(from: Tableau, column: number, direction: number): number | null {
  const tableau = driven(from)
  for (;;) {
    const own = tableau.rows[tableau.basis.indexOf(column)]
    const gain = (j: number) => direction * (own ? -entry(own, j) : j === column ? 1 : 0)
    const entering = firstColumn(tableau.unknowns, j => !tableau.basis.includes(j) && signOf(gain(j)) > 0)
    if (entering === null) return own ? amountOf(own) : 0
    if (!enter(tableau, entering)) return null
  }
}

/** A copy in which artificials left in the basis at 0 have given way to unknowns, save in rows that say nothing more. */
function driven({ rows, basis, unknowns }: Tableau): Tableau {
  const own = { rows: [...rows], basis: [...basis], unknowns }
  basis.forEach((basic, k) => {
    if (basic < unknowns) return
    const row = entry(own.rows, k)
    const column = firstColumn(unknowns, j => signOf(entry(row, j)) !== 0)
    if (column === null) return
    pivot(own.rows, k, column)
    own.basis[k] = column
  })
  return own
}

/** The last entry of a row: what its unknowns add up to. */
function amountOf(row: readonly number[]): number {
  return entry(row, row.length - 1)
}
