/**
 * Explains failing identities: the smallest set of cells whose change would satisfy all of them at once.
 * Blanks read as 0 like any other figure may be among the changed; cells that cannot be read may hold anything.
 */
import type { Edition } from '../../../law/editions/form.ts'
import { entry } from '../../kernel/entry.ts'
import { type Figures, figuresOf } from '../figures.ts'
import { cellsOf, type FormIndex } from '../identities.ts'
import type { Report } from '../report.ts'
import { countedAs, type Settled, settle } from '../settled.ts'
import { type Found, type Limits, type Sum, type System, smallestSets } from './search.ts'
import { isUnique } from './simplex.ts'

export interface Change {
  /** Place in the form's index. */
  readonly place: number
  readonly cell: string
  /** As published; null where blank. */
  readonly from: number | null
  /** The value that satisfies everything; null where several do. */
  readonly to: number | null
}

export interface ChangeSet {
  readonly cells: readonly string[]
  readonly changes: readonly Change[]
}

/** One group of identities that hang together and do not hold. */
export interface ExplainedPart {
  /** Places of the failing identities in the form's index. */
  readonly failing: readonly number[]
  /** Every cell of the group. */
  readonly cells: readonly string[]
  /** All smallest sets; empty where they are too many or too large to explain anything. */
  readonly sets: readonly ChangeSet[]
}

export interface Explanation {
  readonly parts: readonly ExplainedPart[]
  /** Whole-report sets: one choice for every part; empty where a part has none or the choices are too many. */
  readonly sets: readonly ChangeSet[]
}

/** Beyond six cells or six equally small sets nobody is helped; the steps bound the time at a few milliseconds. */
const limits: Limits = { size: 6, ties: 6, steps: 2000 }

/** Explains a report; no parts where every identity holds. Throws only on an edition nobody defined. */
export function explain(report: Report, editions?: readonly Edition[]): Explanation {
  const figures = figuresOf(report, editions)
  return explainFigures(figures, settle(figures))
}

export function explainFigures(figures: Figures, settled: Settled): Explanation {
  const parts = figures.index.groups.flatMap(group => {
    const failing = group.filter(place => entry(settled.weighings, place).standing === 'fails')
    return failing.length > 0 ? [explainGroup(figures, settled, group, failing)] : []
  })
  return { parts, sets: combined(parts) }
}

/** Cells named by any smallest set of the part that holds this cell, in printed order. */
export function namedCells(explanation: Explanation, cell: string): readonly string[] {
  return explanation.parts
    .filter(part => part.cells.includes(cell))
    .flatMap(({ cells, sets }) => cells.filter(id => sets.some(set => set.cells.includes(id))))
}

function explainGroup(
  figures: Figures,
  settled: Settled,
  group: readonly number[],
  failing: readonly number[],
): ExplainedPart {
  const { places, sums } = layoutOf(figures.index, group)
  const values = places.map(place => countedAs(figures, settled, place))
  const forced = values.flatMap((v, k) => (v !== null && (v < 0 || !Number.isInteger(v)) ? [k] : []))
  const system: System = { sums, figures: values, forced }
  const sets = smallestSets(system, limits).map(found => changeSet(figures, places, found))
  return { failing, cells: places.map(place => entry(figures.index.cells, place).id), sets }
}

/** The cells of a group, and its identities as sums over them. */
interface Layout {
  readonly places: readonly number[]
  readonly sums: readonly Sum[]
}

const layouts = new WeakMap<readonly number[], Layout>()

/** Worked out once for each group of a form. */
function layoutOf(index: FormIndex, group: readonly number[]): Layout {
  const layout = layouts.get(group) ?? makeLayout(index, group)
  layouts.set(group, layout)
  return layout
}

function makeLayout({ edition, identities }: FormIndex, group: readonly number[]): Layout {
  const own = group.map(place => entry(identities, place))
  const places = [...new Set(own.flatMap(cellsOf))].sort((a, b) => a - b)
  const sums = own.map(({ balance, left, right }) => ({
    kind: edition.balances.indexOf(balance),
    cells: [...left, ...right].map(place => places.indexOf(place)),
    signs: [...left.map(() => 1), ...right.map(() => -1)],
  }))
  return { places, sums }
}

function changeSet(figures: Figures, places: readonly number[], found: Found): ChangeSet {
  const changes = found.cells.map((k, j) => {
    const place = entry(places, k)
    const value = entry(found.values, j)
    const unique = isUnique(found.tableau, entry(found.columns, j), value)
    const { id } = entry(figures.index.cells, place)
    return { place, cell: id, from: entry(figures.values, place), to: unique ? value : null }
  })
  return { cells: changes.map(({ cell }) => cell), changes }
}

function combined(parts: readonly ExplainedPart[]): readonly ChangeSet[] {
  const count = parts.reduce((product, part) => product * part.sets.length, 1)
  if (parts.length === 0 || count > limits.ties) return []
  return parts.reduce<ChangeSet[]>(
    (sets, part) =>
      sets.flatMap(set =>
        part.sets.map(next => ({
          cells: [...set.cells, ...next.cells],
          changes: [...set.changes, ...next.changes],
        })),
      ),
    [{ cells: [], changes: [] }],
  )
}
