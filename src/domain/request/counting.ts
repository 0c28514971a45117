/**
 * Table 三 of any period out of the cases (D§3.5-3.9): each counted once where it came from and once where it got to.
 * What one period carries over is what the next carries in, because both ask the same question of the same evening.
 */
import { applicantKinds } from '../../law/applicants.ts'
import type { Edition } from '../../law/editions/form.ts'
import { type RequestLine, requestLines } from '../../law/lines.ts'
import { addDays, type LocalDate, parseDate } from '../kernel/date.ts'
import type { TableValues } from '../report/report.ts'
import type { ApplicantKindId, RequestCase } from './case.ts'

/** Both days belong to it. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What counting looks at. Cases not of kind `request`, and those whose receipt was never confirmed, stand nowhere. */
export type CountedCase = Pick<RequestCase, 'kind' | 'applicantKind' | 'receivedOn'> & {
  readonly closing: Pick<NonNullable<RequestCase['closing']>, 'on' | 'line'> | null
}

export type CountColumn = ApplicantKindId | 'total'
const columns: readonly CountColumn[] = [...(Object.keys(applicantKinds) as ApplicantKindId[]), 'total']

/** Line -> kind of applicant, and total -> number of requests. Every cell is there. */
export type RequestCounts = Readonly<Record<RequestLine, Readonly<Record<CountColumn, number>>>>

export function countsOf(cases: Iterable<CountedCase>, period: Period): RequestCounts {
  const counts = byEvery(requestLines, () => byEvery(columns, () => 0))
  for (const one of cases) {
    for (const line of linesOf(one, period)) {
      counts[line][one.applicantKind] += 1
      counts[line].total += 1
    }
  }
  return counts
}

/** The rows of a form out of lines: lines the form does not tell apart are added up on their row. */
export function tableOf(counts: RequestCounts, { requests, lines }: Edition): TableValues {
  const sum = (row: string, column: CountColumn) =>
    requestLines.reduce((total, line) => total + (lines.requests[line] === row ? counts[line][column] : 0), 0)
  return Object.fromEntries(requests.rows.map(({ id }) => [id, byEvery(columns, column => sum(id, column))]))
}

/** 1 January to 31 December. */
export function yearPeriod(year: number): Period {
  const [from, to] = [parseDate(`${year}-01-01`), parseDate(`${year}-12-31`)]
  if (!from.ok || !to.ok) throw new Error(`${year} is no year of records`)
  return { from: from.value, to: to.value }
}

function linesOf(one: CountedCase, { from, to }: Period): readonly RequestLine[] {
  const { kind, receivedOn, closing } = one
  if (kind !== 'request' || receivedOn === null) return []
  const lines: RequestLine[] = []
  if (from <= receivedOn && receivedOn <= to) lines.push('new')
  if (isPending(receivedOn, closing, addDays(from, -1))) lines.push('carried_in')
  if (closing?.line && from <= closing.on && closing.on <= to) lines.push(closing.line, 'total')
  if (isPending(receivedOn, closing, to)) lines.push('carried_out')
  return lines
}

/** Received, and not yet ended, as a day is over. */
function isPending(receivedOn: LocalDate, closing: CountedCase['closing'], evening: LocalDate): boolean {
  return receivedOn <= evening && (closing === null || closing.on > evening)
}

function byEvery<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map(key => [key, value(key)])) as Record<K, V>
}
