/**
 * Which blanks of a report mean 0. Many agencies print nothing where they mean 0; that may be relied on only where
 * the report's own identities bear it out (D§3.7 A5).
 */
import { entry } from '../kernel/entry.ts'
import { type Figures, type Weighing, weigh } from './figures.ts'

/** Fewer blanks than this that read as 0 are slips, not a habit: about one line of table 三. */
const HABIT_LEAST = 7

/** Whether so many blanks that read as 0 are this agency's way to write it. */
export function isHabit(blanks: number): boolean {
  return blanks >= HABIT_LEAST
}

export interface Settled {
  readonly weighings: readonly Weighing[]
  /** Blank cells whose identity needs a number other than 0, by place: the number, or null where several could bear it. */
  readonly wanted: ReadonlyMap<number, number | null>
  /** Identities several blanks of which could bear what is missing: those blanks, and how much. */
  readonly shared: ReadonlyMap<number, { readonly blanks: readonly number[]; readonly gap: number }>
  /** Blank cells that may be read as 0 as far as any identity tells. */
  readonly zeros: readonly number[]
  /** By place: the figure, a blank as 0 or as what its identity demands where that is certain; else null. */
  readonly values: readonly (number | null)[]
}

export function settle(figures: Figures): Settled {
  const { index, known, kinds } = figures
  const weighings = index.identities.map(identity => weigh(known, identity))
  if (!kinds.includes('blank')) {
    return { weighings, wanted: new Map(), shared: new Map(), zeros: [], values: known }
  }
  const { filled, wanted } = fillSingles(figures)
  const shared = sharedWants(figures, filled)
  for (const { blanks } of shared.values()) for (const place of blanks) wanted.set(place, null)
  const zeros = index.cells.flatMap((_, place) => (kinds[place] === 'blank' && !wanted.has(place) ? [place] : []))
  for (const place of zeros) filled[place] = 0
  const sound =
    weighings.every(w => w.standing !== 'fails') &&
    index.identities.every(identity => weigh(filled, identity).standing !== 'fails')
  const habit = isHabit(zeros.length)
  const values = known.map((value, place) => {
    if (value !== null) return value
    return sound && isCertain(figures, place, habit) ? entry(filled, place) : null
  })
  return { weighings, wanted, shared, zeros, values }
}

/**
 * The figure arithmetic works with: blank counts as 0 (D§3.7 A5) unless its identity shows that it cannot; null is
 * unknown.
 */
export function countedAs({ known, kinds }: Figures, { wanted }: Settled, place: number): number | null {
  const value = entry(known, place)
  if (value !== null) return value
  return kinds[place] === 'blank' && !wanted.has(place) ? 0 : null
}

/** Fills blanks that alone can bear what their identity lacks, until nothing more follows. */
function fillSingles({ index, known, kinds }: Figures) {
  const filled = [...known]
  const wanted = new Map<number, number | null>()
  for (let grown = true; grown; ) {
    grown = false
    for (const identity of index.identities) {
      const { wanting, left, right } = weigh(filled, identity)
      const [only, second] = wanting
      if (only === undefined || second !== undefined || kinds[only] !== 'blank') continue
      filled[only] = Math.abs(left - right)
      wanted.set(only, Math.abs(left - right))
      grown = true
    }
  }
  return { filled, wanted }
}

function sharedWants({ index, kinds }: Figures, filled: readonly (number | null)[]) {
  const shared = new Map<number, { blanks: readonly number[]; gap: number }>()
  index.identities.forEach((identity, place) => {
    const { wanting, left, right } = weigh(filled, identity)
    const blanks = wanting.filter(cell => kinds[cell] === 'blank')
    if (blanks.length > 0) shared.set(place, { blanks, gap: Math.abs(left - right) })
  })
  return shared
}

/** A blank under no identity proves nothing by itself: it is 0 only in a wholly blank row of a report of that habit. */
function isCertain({ index, known, kinds }: Figures, place: number, habit: boolean): boolean {
  if (kinds[place] !== 'blank') return false
  if (entry(index.identitiesOf, place).length > 0) return true
  return habit && index.rows.some(row => row.cells.includes(place) && row.cells.every(cell => known[cell] === null))
}
