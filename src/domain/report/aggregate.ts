/**
 * Many agencies' reports added up into one, cell by cell (D§3.10). What a member left unknown, and what a missing
 * member would have brought, widens a sum into an interval: a sum that may be wrong is not given.
 */
import type { Column, Edition } from '../../law/editions/form.ts'
import type { Lang, Said } from '../kernel/lang.ts'
import { done, type Result, refuse } from '../kernel/result.ts'
import { check } from './check/index.ts'
import { figuresOf, sumOfKnown } from './figures.ts'
import { editionOf, type FormCell, formCells } from './form-cells.ts'
import { type CellRecord, type Finding, REPORT_SCHEMA, type Report, type TableValues } from './report.ts'
import { settle } from './settled.ts'

export interface AggregateOptions {
  /** The name the sum is reported under. */
  readonly agency: string
  /** The year all reports must be of; theirs unless given. */
  readonly year?: number
  /** Agencies that should be in the sum and are not. */
  readonly missing?: readonly string[]
  /** Language of the findings; zh unless told. */
  readonly lang?: Lang
  readonly editions?: readonly Edition[]
}

/** Bounds of a figure; null where there is none. */
export interface Interval {
  readonly low: number | null
  readonly high: number | null
}

export interface Aggregate {
  /** The sum as a report; a cell that is only bounded is null, its bounds in its raw text. */
  readonly report: Report
  /** By cell id: the bounds of every cell whose sum is not certain. */
  readonly intervals: Readonly<Record<string, Interval>>
  readonly members: readonly string[]
  readonly missing: readonly string[]
  /** The balances of the sum, checked anew. */
  readonly findings: readonly Finding[]
}

/**
 * Adds reports up in the newest edition any of them uses. Refuses with `no_reports`, `different_years`,
 * `duplicate_agency` or `nameless_agency`. Throws only on an edition nobody defined.
 */
export function aggregate(reports: readonly Report[], options: AggregateOptions): Result<Aggregate> {
  const refused = refusalOf(reports, options)
  if (refused) return refused
  const { missing = [], lang = 'zh', editions } = options
  const edition = newestOf(reports.map(report => editionOf(report.edition, editions)))
  const sheets = reports.map(report => sheetOf(report, editions))
  const bounds = new Map(
    formCells(edition).map(cell => [
      cell.id,
      sumOf(
        sheets.map(sheet => boundsOf(sheet, edition, cell)),
        cell,
        missing,
      ),
    ]),
  )
  const report = summed(edition, bounds, options.agency, options.year ?? reports[0]?.year ?? null)
  const intervals = [...bounds].filter(([, { low, high }]) => low === null || low !== high)
  return done({
    report,
    intervals: Object.fromEntries(intervals),
    members: reports.flatMap(({ agency }) => agency ?? []),
    missing,
    findings: check(report, { lang, ...(editions ? { editions } : {}) }).filter(({ severity }) => severity === 'error'),
  })
}

function refusalOf(reports: readonly Report[], { year, missing = [] }: AggregateOptions) {
  if (reports.length === 0) {
    return refuse('no_reports', {
      zh: '没有可汇总的报告，请先选择报告。',
      en: 'There is nothing to add up; choose reports first.',
    })
  }
  const years = [...new Set([...(year === undefined ? [] : [year]), ...reports.map(report => report.year)])]
  if (years.length > 1) return refuse('different_years', differentYears(years))
  const seen = new Set<string>(missing)
  for (const [k, { agency }] of reports.entries()) {
    if (agency === null) return refuse('nameless_agency', nameless(k + 1), `reports[${k}]`)
    if (seen.has(agency)) return refuse('duplicate_agency', twice(agency), `reports[${k}]`)
    seen.add(agency)
  }
  return null
}

function differentYears(years: readonly (number | null)[]): Said {
  const zh = years.map(year => year ?? '年份不明').join('、')
  const en = years.map(year => year ?? 'unknown').join(', ')
  return {
    zh: `各报告的年度不同（${zh}），不能汇总；请只选同一年度的报告。`,
    en: `The reports are of different years (${en}) and cannot be added up; choose reports of one year.`,
  }
}

function nameless(number: number): Said {
  return {
    zh: `第 ${number} 份报告没有机关名称，不能判断是否重复；请补上名称。`,
    en: `Report ${number} names no agency, so doubles cannot be told; please give its name.`,
  }
}

function twice(agency: string): Said {
  return {
    zh: `「${agency}」出现了两次（重复的报告，或既有报告又列为缺报），汇总会重复计算；请只留一次。`,
    en: `“${agency}” is there twice (two reports, or also listed as missing) and would count double; keep it once.`,
  }
}

function newestOf(forms: readonly Edition[]): Edition {
  return forms.reduce((newest, form) => (form.validFromYear > newest.validFromYear ? form : newest))
}

interface Sheet {
  readonly edition: Edition
  readonly at: (id: string) => number | null
}

function sheetOf(report: Report, editions?: readonly Edition[]): Sheet {
  const figures = figuresOf(report, editions)
  const { values } = settle(figures)
  return { edition: figures.index.edition, at: id => values[figures.index.at.get(id) ?? -1] ?? null }
}

/** What one member brings to a cell of the target form. */
function boundsOf(sheet: Sheet, target: Edition, cell: FormCell): Interval {
  return cell.table === 'proactive' ? proactiveBounds(sheet, target, cell) : rowBounds(sheet, target, cell, cell.table)
}

function proactiveBounds({ edition, at }: Sheet, target: Edition, { row, column }: FormCell): Interval {
  const lines = Object.keys(target.lines.proactive) as (keyof Edition['lines']['proactive'])[]
  const line = lines.find(id => target.lines.proactive[id] === `${row.id}.${column.id}`)
  const source = line === undefined ? null : edition.lines.proactive[line]
  return exactly(source === null ? null : at(`proactive.${source}`), column)
}

/**
 * The member's rows that hold the cell's lines. A row that holds other lines as well (2019 其他处理 against the three
 * of 2021) bounds the cell from above only.
 */
function rowBounds({ edition, at }: Sheet, target: Edition, { row, column }: FormCell, table: 'requests' | 'disputes') {
  const there: Readonly<Record<string, string>> = edition.lines[table]
  const here: Readonly<Record<string, string>> = target.lines[table]
  const lines = Object.keys(here).filter(line => here[line] === row.id)
  const sources = [...new Set(lines.map(line => there[line] ?? ''))]
  const parts = sources.map(source => {
    const bounds = exactly(at(`${table}.${source}.${column.id}`), column)
    const whole = Object.keys(there).every(line => there[line] !== source || lines.includes(line))
    return whole || bounds.high === 0 ? bounds : { ...bounds, low: 0 }
  })
  return added(parts)
}

/** A known figure, or what its kind allows: counts and amounts start at 0, changes have no end either way. */
function exactly(value: number | null, { measure }: Column): Interval {
  return value === null ? { low: measure === 'change' ? null : 0, high: null } : { low: value, high: value }
}

function sumOf(parts: readonly Interval[], { column }: FormCell, missing: readonly string[]): Interval {
  return added([...parts, ...missing.map(() => exactly(null, column))])
}

function added(parts: readonly Interval[]): Interval {
  const sum = (side: 'low' | 'high') => sumOfKnown(parts.map(part => part[side]))
  return { low: sum('low'), high: sum('high') }
}

function summed(edition: Edition, bounds: ReadonlyMap<string, Interval>, agency: string, year: number | null): Report {
  const tables: Record<'proactive' | 'requests' | 'disputes', Record<string, Record<string, number | null>>> = {
    proactive: {},
    requests: {},
    disputes: {},
  }
  const cells: Record<string, CellRecord> = {}
  for (const { id, table, row, column } of formCells(edition)) {
    const interval = bounds.get(id) ?? { low: null, high: null }
    const value = interval.low === interval.high ? interval.low : null
    const rows = tables[table]
    rows[row.id] = { ...rows[row.id], [column.id]: value }
    cells[id] = recordOf(interval, value, column)
  }
  const values: Readonly<Record<keyof typeof tables, TableValues>> = tables
  return {
    schema: REPORT_SCHEMA,
    edition: edition.id,
    agency,
    year,
    title: year === null ? null : `${agency}${year}年政府信息公开工作年度报告`,
    tables: values,
    extra_rows: [],
    sections: { preface: null, overview: null, problems: null, other: null },
    cells,
  }
}

function recordOf({ low, high }: Interval, value: number | null, { measure }: Column): CellRecord {
  const unit = measure === 'amount' ? { unit: '元' as const } : {}
  if (value !== null) return { raw: String(value), kind: 'number', ...unit }
  const raw = low === null ? '未知' : high === null ? `不少于${low}` : `${low}至${high}`
  return { raw, kind: 'text', ...unit }
}
