/** What the pages show of a visit: every entry judged against its year before, findings numbered, cells annotated. */
import type { Lang } from '../../domain/kernel/lang.ts'
import { check } from '../../domain/report/check/index.ts'
import { computedCells } from '../../domain/report/compute.ts'
import { type Finding, type Report, type Severity, valueAt } from '../../domain/report/report.ts'
import { tableWords, teller } from '../../ui/messages.ts'
import { placeWords } from '../../ui/place.ts'
import type { CellNote } from '../../ui/statutory-table.tsx'
import { type ChainIndex, chainIndex, previousIn } from './chain.ts'
import { type Counts, countsOf, type Entry, unpack, type Visit } from './visit.ts'

export interface NumberedFinding extends Finding {
  /** From 1, errors first. */
  readonly n: number
}

export interface ReportView {
  readonly entry: Entry
  readonly report: Report
  /** Year of the report of the same agency that this one was checked against. */
  readonly previousYear: number | null
  readonly findings: readonly NumberedFinding[]
  readonly counts: Counts
}

export const tableViews = ['published', 'computed', 'places'] as const
export type TableView = (typeof tableViews)[number]

/** The anchor of a finding. */
export function findingAnchor(n: number): string {
  return `finding-${n}`
}

/** The anchor of a cell in its table. */
export function cellAnchor(id: string): string {
  return `cell-${id}`
}

/** One entry opened and judged; null where its file gave no report. */
export function reportView(visit: Visit, entry: Entry, lang: Lang): ReportView | null {
  const report = unpack(entry)
  if (!report) return null
  const previous = previousOf(visit, entry)
  const before = previous && unpack(previous)
  const findings = numbered(check(report, before ? { lang, previous: before } : { lang }))
  return { entry, report, previousYear: previous?.year ?? null, findings, counts: countsOf(findings) }
}

/** The same agency's report of the year before, if the visit holds exactly one. */
export function previousOf(visit: Visit, entry: Entry): Entry | null {
  const { entries } = visit
  const kept = indexCache.get(entries)
  const index = kept?.size === entries.length ? kept.index : chainIndex(entries)
  indexCache.set(entries, { size: entries.length, index })
  return previousIn(index, entry)
}

/** Entries are only ever added: an index of as many entries is still right. */
const indexCache = new WeakMap<readonly Entry[], { readonly size: number; readonly index: ChainIndex<Entry> }>()

const order: readonly Severity[] = ['error', 'warning', 'info']

/** Errors first, then warnings, then notes; within them as the check gave them. */
function numbered(findings: readonly Finding[]): NumberedFinding[] {
  return order.flatMap(severity => findings.filter(f => f.severity === severity)).map((f, i) => ({ ...f, n: i + 1 }))
}

/** Counts of an entry, the chain of years included; kept as long as its year before stays the same. */
export function entryCounts(visit: Visit, entry: Entry): Counts {
  const previous = previousOf(visit, entry)
  if (!previous) return entry.counts
  const kept = countCache.get(entry)
  if (kept?.previous === previous) return kept.counts
  const counts = reportView(visit, entry, 'zh')?.counts ?? entry.counts
  countCache.set(entry, { previous, counts })
  return counts
}

const countCache = new WeakMap<Entry, { readonly previous: Entry; readonly counts: Counts }>()

/** What hangs on each cell: the numbers of its findings, its raw text and place, and the computed value if asked. */
export function cellNotes(view: ReportView, shown: TableView, lang: Lang): Map<string, CellNote> {
  const t = teller(lang)
  const notes = new Map<string, CellNote>()
  const computedValues = shown === 'computed' ? computedCells(view.report) : null
  const inFindings = view.findings.flatMap(f => f.cells)
  const ids = new Set([...Object.keys(view.report.cells), ...inFindings, ...(computedValues?.keys() ?? [])])
  for (const id of ids) {
    const record = view.report.cells[id]
    const raw = record && (record.raw.trim() === '' ? t(tableWords.rawBlank) : t(tableWords.raw(record.raw)))
    const place = record?.at && t(placeWords(record.at))
    const where = [raw, place].filter(word => word !== undefined)
    const absent = record?.kind === 'absent'
    const computed = computedNote(view.report, id, computedValues)
    notes.set(id, {
      marks: view.findings.filter(f => leadingCells(f).includes(id)).map(markOf),
      touched: view.findings.some(f => isSum(f) && f.cells.includes(id)),
      absent,
      hover: absent ? t(tableWords.absent) : where.join(t({ zh: '，', en: ', ' })),
      ...(shown === 'places' && !absent ? { under: where } : {}),
      ...(computed ? { computed } : {}),
    })
  }
  return notes
}

/** More cells than this are not all marked: a sum over twenty would redden the table and point at nothing. */
const sumMarked = 4
const othersMarked = 40

/** The cells a finding points at; the others of a sum are only tinted, a habit of the whole report marks none. */
function leadingCells({ cells, explains = [], left, severity }: Finding): readonly string[] {
  const suspects = explains.filter(id => cells.includes(id))
  if (suspects.length > 0) return suspects
  if (left !== undefined && cells.length > sumMarked) return cells.slice(0, 1)
  const most = severity === 'info' ? sumMarked : othersMarked
  return cells.length <= most ? cells : []
}

function isSum({ left, severity }: Finding): boolean {
  return left !== undefined && severity !== 'info'
}

function markOf(finding: NumberedFinding) {
  const { n, severity, says } = finding
  return { n, severity, says, href: `#${findingAnchor(n)}` }
}

function computedNote(report: Report, id: string, values: ReadonlyMap<string, number> | null): CellNote['computed'] {
  const value = values?.get(id)
  if (value === undefined) return undefined
  // A blank that would hold 0 says the same as far as the sums go.
  return { text: String(value), differs: (valueAt(report, id) ?? 0) !== value }
}
