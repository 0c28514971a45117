/**
 * Can a few unknown counts satisfy a few sums? Linear feasibility over x >= 0 by the simplex method (Bland's rule).
 * The sums of a table of rows and columns form a network, whose vertices are whole numbers, so no search over
 * integers is needed; a vertex that is not whole is reported as such.
 */

/** Σ coefficient·x = amount; one coefficient per unknown. */
export interface Equation {
  readonly coefficients: readonly number[]
  readonly amount: number
}

export type Solution =
  | { readonly feasible: true; readonly values: readonly number[]; readonly tableau: Tableau }
  /** Multipliers of the equations whose sum no x >= 0 can satisfy: 0 on those that play no part in it. */
  | { readonly feasible: false; readonly multipliers: readonly number[] }

interface Tableau {
  /** Each row: unknowns, then one artificial per equation, then the amount. */
  readonly rows: number[][]
  /** For each row the column that is 1 in it and 0 elsewhere. */
  readonly basis: number[]
  readonly unknowns: number
}

const NEAR = 1e-7

export function solve(equations: readonly Equation[], unknowns: number): Solution {
  const tableau = start(equations, unknowns)
  const signs = equations.map(({ amount }) => (amount < 0 ? -1 : 1))
  for (;;) {
    const open = tableau.rows.filter((_, k) => (tableau.basis[k] ?? 0) >= unknowns)
    const gain = (column: number) => open.reduce((sum, row) => sum + (row[column] ?? 0), 0)
    if (gain(unknowns + equations.length) < NEAR) return feasible(tableau)
    const entering = firstColumn(unknowns, column => gain(column) > NEAR)
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
    return extreme !== null && Math.abs(extreme - value) < NEAR
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
    const column = tableau.basis[k] ?? -1
    if (column < tableau.unknowns) values[column] = row.at(-1) ?? 0
  })
  return { feasible: true, values, tableau }
}

function firstColumn(columns: number, wanted: (column: number) => boolean): number | null {
  for (let column = 0; column < columns; column++) if (wanted(column)) return column
  return null
}

/** Brings a column into the basis by the smallest ratio; false where nothing bounds it. */
function enter({ rows, basis }: Tableau, column: number): boolean {
  let leaving = -1
  let least = Number.POSITIVE_INFINITY
  rows.forEach((row, k) => {
    const slope = row[column] ?? 0
    if (slope < NEAR) return
    const ratio = (row.at(-1) ?? 0) / slope
    const tie = Math.abs(ratio - least) < NEAR && (basis[k] ?? 0) < (basis[leaving] ?? 0)
    if (ratio < least - NEAR || tie) {
      least = Math.min(ratio, least)
      leaving = k
    }
  })
  if (leaving < 0) return false
  pivot(rows, leaving, column)
  basis[leaving] = column
  return true
}

function pivot(rows: number[][], at: number, column: number) {
  const pivotRow = rows[at] ?? []
  const scale = pivotRow[column] ?? 1
  for (let j = 0; j < pivotRow.length; j++) pivotRow[j] = (pivotRow[j] ?? 0) / scale
  rows.forEach((row, k) => {
    const factor = row[column] ?? 0
    if (k === at || factor === 0) return
    for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0)
  })
}

/** The largest (direction 1) or smallest (-1) value of one unknown; null where it has no bound. */
function extremum(from: Tableau, column: number, direction: number): number | null {
  const tableau = { rows: from.rows.map(row => [...row]), basis: [...from.basis], unknowns: from.unknowns }
  driveOut(tableau)
  for (;;) {
    const at = tableau.basis.indexOf(column)
    const own = tableau.rows[at]
    const gain = (j: number) => direction * (own ? -(own[j] ?? 0) : j === column ? 1 : 0)
    const entering = firstColumn(tableau.unknowns, j => !tableau.basis.includes(j) && gain(j) > NEAR)
    if (entering === null) return own?.at(-1) ?? 0
    if (!enter(tableau, entering)) return null
  }
}

/** Artificials left in the basis at 0 give way to unknowns; rows that say nothing more are dropped. */
function driveOut({ rows, basis, unknowns }: Tableau) {
  for (let k = rows.length - 1; k >= 0; k--) {
    if ((basis[k] ?? 0) < unknowns) continue
    const column = firstColumn(unknowns, j => Math.abs(rows[k]?.[j] ?? 0) > NEAR)
    if (column === null) {
      rows.splice(k, 1)
      basis.splice(k, 1)
    } else {
      pivot(rows, k, column)
      basis[k] = column
    }
  }
}
