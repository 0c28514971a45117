/**
 * Table 三 of a year out of the cases themselves (D§3.7 A6): every case is counted once, so every identity of the form
 * holds by construction, and what one year carries over the next carries in.
 */
import type { Edition } from '../../law/editions/form.ts'
import type { RequestLine, ResultLine } from '../../law/lines.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import { done, type Result, refuse } from '../kernel/result.ts'
import { editionForYear } from './form-cells.ts'
import type { TableValues } from './report.ts'

/** One application: one case, however often it was corrected. */
export interface TalliedCase {
  readonly received: LocalDate
  /** Column of table 三, e.g. `natural_person`. */
  readonly applicant: string
  /** The one result it was closed with; absent while it is open. */
  readonly closed?: { readonly on: LocalDate; readonly line: ResultLine }
}

/**
 * Counts the cases of a year into the rows and columns of the form: of that year unless another is given.
 * Cases received later or closed in an earlier year do not count. Refuses with `bad_applicant` or `bad_dates`,
 * naming the case (`cases[3]`).
 */
export function tally(
  cases: Iterable<TalliedCase>,
  year: number,
  edition: Edition = editionForYear(year),
): Result<TableValues> {
  const sums = edition.balances.filter(b => b.rule === 'requests.row_total')
  const kinds = sums.flatMap(({ right }) => right)
  const totals = sums.flatMap(({ left }) => left)
  const table = emptyTable(edition)
  let seen = 0
  for (const one of cases) {
    const place = `cases[${seen++}]`
    if (!kinds.includes(one.applicant)) return refuse('bad_applicant', noSuchApplicant(one.applicant), place)
    const { closed, received } = one
    if (closed && closed.on < received) return refuse('bad_dates', closedBefore(closed.on, received), place)
    for (const row of rowsOf(one, year, edition)) {
      const counts = table[row] ?? {}
      for (const column of [one.applicant, ...totals]) counts[column] = (counts[column] ?? 0) + 1
      table[row] = counts
    }
  }
  return done(table)
}

/** How many cases of one kind of applicant a line counts; the sum of results is added here and not given. */
export interface LineCount {
  readonly line: Exclude<RequestLine, 'total'>
  readonly applicant: string
  readonly count: number
}

/** Table 三 out of cases counted elsewhere, as a database counts them: what `tally` gives for the same cases. */
export function tableOfLines(counts: readonly LineCount[], edition: Edition): TableValues {
  const sums = edition.balances.filter(b => b.rule === 'requests.row_total')
  const totals = sums.flatMap(({ left }) => left)
  const table = emptyTable(edition)
  const add = (row: string, columns: readonly string[], count: number) => {
    const values = table[row] ?? {}
    for (const column of columns) values[column] = (values[column] ?? 0) + count
    table[row] = values
  }
  for (const { line, applicant, count } of counts) {
    add(edition.lines.requests[line], [applicant, ...totals], count)
    if (isResult(line)) add(edition.lines.requests.total, [applicant, ...totals], count)
  }
  return table
}

function isResult(line: LineCount['line']): line is ResultLine {
  return line !== 'new' && line !== 'carried_in' && line !== 'carried_out'
}

type Counted = Record<string, Record<string, number>>

function emptyTable({ requests }: Edition): Counted {
  const row = () => Object.fromEntries(requests.columns.map(column => [column.id, 0]))
  return Object.fromEntries(requests.rows.map(({ id }) => [id, row()]))
}

/** Every row a case counts in: where it comes from, and where it has got to by the end of the year. */
function rowsOf({ received, closed }: TalliedCase, year: number, { lines }: Edition): string[] {
  const start = `${year}-01-01`
  const end = `${year}-12-31`
  if (received > end || (closed && closed.on < start)) return []
  const origin = received < start ? lines.requests.carried_in : lines.requests.new
  const outcome =
    closed && closed.on <= end ? [lines.requests[closed.line], lines.requests.total] : [lines.requests.carried_out]
  return [origin, ...outcome]
}

function noSuchApplicant(applicant: string): Said {
  return {
    zh: `表格中没有「${applicant}」这一类申请人，请改为表三列出的一类。`,
    en: `The form has no kind of applicant “${applicant}”; please use one of its columns.`,
  }
}

function closedBefore(on: LocalDate, received: LocalDate): Said {
  return {
    zh: `办结日期 ${on} 早于收到日期 ${received}，请核对。`,
    en: `Closed on ${on}, before it was received on ${received}; please check.`,
  }
}
