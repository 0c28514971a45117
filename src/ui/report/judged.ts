/** A report with what its check found, numbered, and what that says of each cell. */
import type { Lang } from '../../domain/kernel/lang.ts'
import { check } from '../../domain/report/check/index.ts'
import { computedCells } from '../../domain/report/compute.ts'
import { type Finding, type Report, type Severity, valueAt } from '../../domain/report/report.ts'
import { tableWords, teller } from '../messages.ts'
import { placeWords } from '../place.ts'
import type { CellNote } from '../statutory-table.tsx'

export type Counts = Readonly<Record<Severity, number>>

export interface NumberedFinding extends Finding {
  /** From 1, errors first. */
  readonly n: number
}

export interface Judged {
  readonly report: Report
  readonly findings: readonly NumberedFinding[]
  readonly counts: Counts
}

export const tableViews = ['published', 'computed', 'places'] as const
export type TableView = (typeof tableViews)[number]

/** Checks a report; with the one of the year before also from year to year. */
export function judge(report: Report, lang: Lang, previous: Report | null = null): Judged {
  return judgedBy(report, check(report, previous ? { lang, previous } : { lang }))
}

/** A report with findings that were made elsewhere. */
export function judgedBy(report: Report, found: readonly Finding[]): Judged {
  const findings = numbered(found)
  return { report, findings, counts: countsOf(findings) }
}

export function countsOf(findings: readonly Finding[]): Counts {
  const count = (severity: Severity) => findings.filter(f => f.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info') }
}

/** The anchor of a finding. */
export function findingAnchor(n: number): string {
  return `finding-${n}`
}

/** The anchor of a cell in its table. */
export function cellAnchor(id: string): string {
  return `cell-${id}`
}

const order: readonly Severity[] = ['error', 'warning', 'info']

/** Errors first, then warnings, then notes; within them as the check gave them. */
function numbered(findings: readonly Finding[]): NumberedFinding[] {
  return order.flatMap(severity => findings.filter(f => f.severity === severity)).map((f, i) => ({ ...f, n: i + 1 }))
}

/** What hangs on each cell: the numbers of its findings, its raw text and place, and the computed value if asked. */
export function cellNotes(judged: Judged, shown: TableView, lang: Lang): Map<string, CellNote> {
  const t = teller(lang)
  const notes = new Map<string, CellNote>()
  const computedValues = shown === 'computed' ? computedCells(judged.report) : null
  const inFindings = judged.findings.flatMap(f => f.cells)
  const ids = new Set([...Object.keys(judged.report.cells), ...inFindings, ...(computedValues?.keys() ?? [])])
  for (const id of ids) {
    const record = judged.report.cells[id]
    const raw = record && (record.raw.trim() === '' ? t(tableWords.rawBlank) : t(tableWords.raw(record.raw)))
    const place = record?.at && t(placeWords(record.at))
    const where = [raw, place].filter(word => word !== undefined)
    const absent = record?.kind === 'absent'
    const computed = computedNote(judged.report, id, computedValues)
    notes.set(id, {
      marks: judged.findings.filter(f => leadingCells(f).includes(id)).map(markOf),
      touched: judged.findings.some(f => isSum(f) && f.cells.includes(id)),
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
