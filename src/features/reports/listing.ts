/** The overview of a visit as rows: filtered, sorted and cut into pages by what the address says. */
import type { Counts } from '../../ui/report/judged.ts'
import { entryCounts } from './view.ts'
import type { Entry, Visit } from './visit.ts'

export const sortKeys = ['errors', 'warnings', 'agency', 'year', 'file'] as const
export type SortKey = (typeof sortKeys)[number]
export const showKeys = ['all', 'errors', 'warnings', 'clean', 'failed'] as const
export type ShowKey = (typeof showKeys)[number]

/** What the address asks for. */
export interface ListQuery {
  readonly sort: SortKey
  readonly show: ShowKey
  readonly search: string
  /** From 1. */
  readonly page: number
}

export interface Row {
  readonly entry: Entry
  readonly counts: Counts
}

export interface Listing {
  readonly rows: readonly Row[]
  readonly pages: number
  readonly page: number
  /** How many rows each choice of `show` has, before the search. */
  readonly totals: Readonly<Record<ShowKey, number>>
}

const usualQuery: ListQuery = { sort: 'errors', show: 'all', search: '', page: 1 }
const pageRows = 100

/** Reads a query string; whatever it does not know is as usual. */
export function listQuery(params: URLSearchParams): ListQuery {
  const page = Number(params.get('page') ?? 1)
  return {
    sort: sortKeys.find(k => k === params.get('sort')) ?? usualQuery.sort,
    show: showKeys.find(k => k === params.get('show')) ?? usualQuery.show,
    search: (params.get('q') ?? '').trim().slice(0, 100),
    page: Number.isInteger(page) && page >= 1 ? page : 1,
  }
}

/** The query string of a list, leaving out what is as usual; empty or beginning with `?`. */
export function listAddress(query: ListQuery): string {
  const params = new URLSearchParams()
  if (query.sort !== usualQuery.sort) params.set('sort', query.sort)
  if (query.show !== usualQuery.show) params.set('show', query.show)
  if (query.search) params.set('q', query.search)
  if (query.page > 1) params.set('page', String(query.page))
  const text = params.toString()
  return text ? `?${text}` : ''
}

export function listing(visit: Visit, query: ListQuery): Listing {
  const all = rowsOf(visit)
  const found = ordered(visit, query)
  const pages = Math.max(1, Math.ceil(found.length / pageRows))
  const page = Math.min(query.page, pages)
  const totals = Object.fromEntries(showKeys.map(key => [key, all.filter(row => shows(row, key)).length]))
  return {
    rows: found.slice((page - 1) * pageRows, page * pageRows),
    pages,
    page,
    totals: totals as Record<ShowKey, number>,
  }
}

function rowsOf(visit: Visit): Row[] {
  return visit.entries.map(entry => ({ entry, counts: entryCounts(visit, entry) }))
}

function ordered(visit: Visit, query: ListQuery): Row[] {
  return rowsOf(visit)
    .filter(row => shows(row, query.show) && matches(row, query.search))
    .sort(comparing(query.sort))
}

/** Numbers of the entries that hold a report, those with most errors first: what previous and next walk along. */
export function reportNumbers(visit: Visit): number[] {
  return ordered(visit, usualQuery).flatMap(({ entry }) => (entry.packed ? [entry.n] : []))
}

function shows({ entry, counts }: Row, show: ShowKey): boolean {
  if (show === 'all') return true
  if (show === 'failed') return entry.error !== null
  if (entry.error) return false
  if (show === 'errors') return counts.error > 0
  if (show === 'warnings') return counts.warning > 0
  return counts.error + counts.warning === 0
}

function matches({ entry }: Row, search: string): boolean {
  return search === '' || `${entry.agency ?? ''} ${entry.file}`.toLowerCase().includes(search.toLowerCase())
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

function comparing(sort: SortKey): (a: Row, b: Row) => number {
  const byFile = (a: Row, b: Row) => a.entry.n - b.entry.n
  const comparisons: Readonly<Record<SortKey, (a: Row, b: Row) => number>> = {
    errors: (a, b) => weight(b) - weight(a) || b.counts.warning - a.counts.warning,
    warnings: (a, b) => b.counts.warning - a.counts.warning,
    agency: (a, b) => collator.compare(a.entry.agency ?? '\uffff', b.entry.agency ?? '\uffff') || year(a) - year(b),
    year: (a, b) => year(a) - year(b),
    file: (a, b) => collator.compare(a.entry.file, b.entry.file),
  }
  return (a, b) => comparisons[sort](a, b) || byFile(a, b)
}

/** A file that could not be read comes before any error: nothing at all is known of it. */
function weight({ entry, counts }: Row): number {
  return entry.error ? Number.MAX_SAFE_INTEGER : counts.error
}

function year({ entry }: Row): number {
  return entry.year ?? Number.MAX_SAFE_INTEGER
}
