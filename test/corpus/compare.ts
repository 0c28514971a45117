/** Holds a reading against what the paper says. */
import type { ReadResult } from '../../src/domain/report/read/index.ts'
import { type Report, valueAt } from '../../src/domain/report/report.ts'
import type { Draft, WantedRow } from './draft.ts'

/**
 * wrong: another number than the paper's. invented: a number where the paper has none. missing: the paper tells it,
 * the reading does not. kind: null for the wrong reason. about: edition, year, agency. row: a row of the agency's own.
 * refused: no report made of it. crashed: no answer at all. unproved: a number
 * whose text does not stand at its place.
 */
export interface Difference {
  readonly kind: 'wrong' | 'invented' | 'missing' | 'kind' | 'about' | 'row' | 'refused' | 'crashed' | 'unproved'
  readonly where: string
  readonly got: string
  readonly want: string
}

/** Everything a reading gets wrong; empty when it is right. */
export function differences(draft: Draft, result: ReadResult): Difference[] {
  if (!result.ok) {
    return draft.mayRefuse ? [] : [{ kind: 'refused', where: 'report', got: result.says.zh, want: 'a report' }]
  }
  const { report } = result
  return [...cellDifferences(draft, report), ...aboutDifferences(draft, report), ...rowDifferences(draft, report)]
}

function cellDifferences(draft: Draft, report: Report): Difference[] {
  const found: Difference[] = []
  for (const [id, want] of draft.wants) {
    const got = valueAt(report, id)
    const kind = report.cells[id]?.kind
    const say = (what: Difference['kind']): unknown =>
      found.push({ kind: what, where: id, got: `${got} (${kind ?? 'no record'})`, want: wanted(want) })
    if (got !== null && want.value === null) say('invented')
    else if (got !== null && want.value !== null && !same(got, want.value)) say('wrong')
    else if (got === null && want.value !== null && !want.orNull) say('missing')
    else if (got !== null && kind !== 'number') say('kind')
    else if (got === null && kind === 'number') say('kind')
    else if (got === null && want.value === null && want.kinds.length > 0 && !want.kinds.some(k => k === kind))
      say('kind')
  }
  return found
}

function wanted(want: { value: number | null; orNull: boolean; kinds: readonly string[] }): string {
  return `${want.value}${want.orNull ? ' or null' : ''}${want.kinds.length > 0 ? ` (${want.kinds.join('/')})` : ''}`
}

/** Amounts are yuan and fen: half a fen is no difference. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.005
}

function aboutDifferences(draft: Draft, report: Report): Difference[] {
  const found: Difference[] = []
  const hold = (where: 'edition' | 'year' | 'agency'): void => {
    const want = draft[where]
    if (want !== null && report[where] !== want) {
      found.push({ kind: 'about', where, got: String(report[where]), want: String(want) })
    }
  }
  hold('edition')
  hold('year')
  hold('agency')
  return found
}

function rowDifferences(draft: Draft, report: Report): Difference[] {
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '')
  const kept = (row: WantedRow): boolean =>
    report.extra_rows.some(
      seen =>
        seen.table === row.table &&
        plain(seen.label).includes(plain(row.label)) &&
        row.values.every(value => seen.values.some(v => plain(v) === plain(value))),
    )
  return draft.extraRows
    .filter(row => !kept(row))
    .map(row => ({
      kind: 'row',
      where: row.label,
      got: JSON.stringify(report.extra_rows).slice(0, 200),
      want: row.values.join(' '),
    }))
}
