/** Rows on their way into the tree: what each would make, or why not. */
import { type Refusal, refuse } from '../../kernel/result.ts'
import { atCell } from '../../sheet/sheet.ts'
import type { Agency } from '../agency.ts'
import { type AgencyColumn, agencyColumns } from './columns.ts'
import { type Findable, findAgency, findSuperior } from './match.ts'
import type { AgencyRow } from './row.ts'

/** `id`: of the agency that is there, or the one it would get. */
export interface Draft {
  readonly row: number
  readonly id: string
  readonly before: Agency | null
  readonly after: Agency | null
  readonly refusals: readonly Refusal[]
}

/** What each row would make, for itself; rows may name one another as superior. */
export function draftsOf(
  rows: readonly AgencyRow[],
  existing: readonly Agency[],
  newId: (row: number) => string,
): readonly Draft[] {
  const found = rows.map(row => ({ row, before: findAgency(row, existing) }))
  const named = found.map(({ row, before }) => {
    const there = before.ok ? before.value : null
    return { row, before, id: there?.id ?? newId(row.row), there }
  })
  const ids = new Set(named.map(({ id }) => id))
  const brought = named.map(({ id, row, there }) => ({
    id,
    name: row.name,
    creditCode: row.says.creditCode ?? there?.creditCode ?? null,
  }))
  const known: readonly Findable[] = [...existing.filter(({ id }) => !ids.has(id)), ...firstOfEach(brought)]
  return named.map(({ row, before, id, there }) => {
    const refusals = before.ok ? row.refusals : [...row.refusals, at(row, before.refusal, 'name')]
    return draftOf(row, { id, before: there, refusals }, known)
  })
}

function firstOfEach(brought: readonly Findable[]): readonly Findable[] {
  return brought.filter((one, n) => brought.findIndex(({ id }) => id === one.id) === n)
}

function draftOf(row: AgencyRow, draft: Pick<Draft, 'id' | 'before' | 'refusals'>, known: readonly Findable[]): Draft {
  const { before } = draft
  const superior = row.superior === '' ? null : findSuperior(row.superior, known)
  const missing = before ? [] : (['kind', 'regionCode'] as const).filter(column => isMissing(row, column))
  const refusals = [...draft.refusals, ...missing.map(column => at(row, neededForNew, column))]
  if (superior && !superior.ok) refusals.push(at(row, superior.refusal, 'superior'))
  const superiorId = superior?.ok ? superior.value : (before?.superiorId ?? null)
  const after = refusals.length > 0 ? null : merged(row, { ...draft, superiorId })
  return { ...draft, row: row.row, after, refusals }
}

/** A cell that was filled in but refused is not missing as well. */
function isMissing(row: AgencyRow, column: 'kind' | 'regionCode'): boolean {
  return row.says[column] === undefined && !row.refusals.some(({ at: place }) => place?.endsWith(`.${column}`))
}

function merged(
  row: AgencyRow,
  { id, before, superiorId }: Pick<Draft, 'id' | 'before'> & { readonly superiorId: string | null },
): Agency | null {
  const { kind = before?.kind, regionCode = before?.regionCode, office, ...says } = row.says
  if (kind === undefined || regionCode === undefined) return null
  const bare = { shortName: null, vertical: false, creditCode: null, siteCode: null }
  const all = { ...before?.office, ...office }
  return { ...bare, ...before, ...says, id, name: row.name, kind, regionCode, superiorId, office: all }
}

/** Two rows about one agency: the first is taken. */
export function refuseDoubles(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft, n) => {
    const first = drafts.slice(0, n).find(other => isSameAgency(draft.after, other.after))
    if (!first) return draft
    const says = {
      zh: `与第 ${first.row} 行是同一机关，请合并成一行`,
      en: `is the same agency as row ${first.row}; make one of them`,
    }
    return { ...draft, after: null, refusals: [at(draft, refuse('row_twice', says).refusal, 'name')] }
  })
}

function isSameAgency(a: Agency | null, b: Agency | null): boolean {
  if (!a || !b) return false
  if (a.id === b.id) return true
  if (a.creditCode !== null && b.creditCode !== null) return a.creditCode === b.creditCode
  return a.name === b.name && a.superiorId === b.superiorId
}

/** A refusal with row and column in front. */
export function at({ row }: { readonly row: number }, refusal: Refusal, column: AgencyColumn): Refusal {
  return atCell(refusal, row, column, agencyColumns[column].label)
}

const neededForNew = refuse('missing', {
  zh: '新增的机关必须填写，请补充',
  en: 'is needed for a new agency; fill it in',
}).refusal
