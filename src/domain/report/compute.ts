/** Totals as they follow from the other figures, to stand beside those published; never instead of them. */
import type { Edition, TableId } from '../../law/editions/form.ts'
import { entry } from '../kernel/entry.ts'
import { figuresOf, sumOfKnown } from './figures.ts'
import type { FormCell } from './form-cells.ts'
import type { FormIndex, Identity } from './identities.ts'
import type { Report, TableValues } from './report.ts'
import { countedAs, settle } from './settled.ts'

/** Only cells that other figures determine by the form; null where they are not all known. */
export interface ComputedTables {
  readonly requests: TableValues
  readonly disputes: TableValues
}

/**
 * Row totals, （七）总计, the totals of table 四, and what must be carried over to next year. Everything follows from
 * the single entries, so a wrong published total spoils nothing here. Blanks count as 0 (D§3.7 A5) unless an identity
 * shows that they cannot. Throws only on an edition nobody defined.
 */
export function compute(report: Report, editions?: readonly Edition[]): ComputedTables {
  const tables: Record<TableId, Record<string, Record<string, number | null>>> = {
    proactive: {},
    requests: {},
    disputes: {},
  }
  for (const { cell, value } of computed(report, editions)) {
    const rows = tables[cell.table]
    rows[cell.row.id] = { ...rows[cell.row.id], [cell.column.id]: value }
  }
  return { requests: tables.requests, disputes: tables.disputes }
}

/** The same by cell id, only what is determined. */
export function computedCells(report: Report, editions?: readonly Edition[]): ReadonlyMap<string, number> {
  const cells = computed(report, editions)
  return new Map(cells.flatMap(({ cell, value }) => (value === null ? [] : [[cell.id, value] as const])))
}

interface Term {
  readonly place: number
  readonly sign: 1 | -1
}

function computed(report: Report, editions?: readonly Edition[]): { cell: FormCell; value: number | null }[] {
  const figures = figuresOf(report, editions)
  const settled = settle(figures)
  const formulas = formulasOf(figures.index)
  const figureAt = (place: number): number | null => {
    const terms = formulas.get(place)
    return terms ? sumOf(terms, figureAt) : countedAs(figures, settled, place)
  }
  return figures.index.cells.flatMap((cell, place) => (formulas.has(place) ? [{ cell, value: figureAt(place) }] : []))
}

/** Null where a term is unknown; a count below 0 is no value either. */
function sumOf(terms: readonly Term[], figureAt: (place: number) => number | null): number | null {
  const sum = sumOfKnown(
    terms.map(({ place, sign }) => {
      const value = figureAt(place)
      return value === null ? null : sign * value
    }),
  )
  return sum !== null && sum < 0 ? null : sum
}

type Formulas = ReadonlyMap<number, readonly Term[]>

const laidOut = new WeakMap<FormIndex, Formulas>()

/** For each cell that follows from others the ways it does; worked out once for each edition. */
function formulasOf(index: FormIndex): Formulas {
  const formulas = laidOut.get(index) ?? makeFormulas(index)
  laidOut.set(index, formulas)
  return formulas
}

/** As the sum of an identity, or as what a balance leaves over. */
function makeFormulas({ edition, identities, cells }: FormIndex): Formulas {
  const formulas = new Map<number, readonly Term[]>()
  const leftOver = edition.lines.requests.carried_out
  for (const identity of identities) {
    const { left, right } = identity
    if (left.length === 1) formulas.set(entry(left, 0), signed(right, 1))
    else {
      for (const place of right) {
        if (entry(cells, place).row.id === leftOver) formulas.set(place, remainder(identity, place))
      }
    }
  }
  return formulas
}

function remainder({ left, right }: Identity, rest: number): Term[] {
  return [
    ...signed(left, 1),
    ...signed(
      right.filter(place => place !== rest),
      -1,
    ),
  ]
}

function signed(places: readonly number[], sign: 1 | -1): Term[] {
  return places.map(place => ({ place, sign }))
}
