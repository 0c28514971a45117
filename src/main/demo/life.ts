/**
 * The annual reports of an agency of the demo, counted from the very requests it lived. They balance because they are
 * counted, year after year; what stands in tables 二 and 四 beside them is by chance.
 */

import { yearOf } from '../../domain/kernel/date.ts'
import { editionForYear, formCells } from '../../domain/report/form-cells.ts'
import type { Report } from '../../domain/report/report.ts'
import { type TalliedCase, tally } from '../../domain/report/tally.ts'
import type { RequestCase } from '../../domain/request/case.ts'
import { reversals } from '../../domain/request/overturning.ts'
import { filledReport } from '../../features/reports/filled.ts'
import { type Chance, chanceOf, whole } from './chance.ts'
import type { DemoAgency } from './region.ts'

/** The reports of these years, each following from the one before. */
export function reportsOf(agency: DemoAgency, years: readonly number[], lived: readonly RequestCase[]): Report[] {
  const chance = chanceOf(agency.seed)
  const cases = lived.flatMap(countedOf)
  let inForce = 6 + whole(chance, 12)
  return years.map(year => {
    const made = whole(chance, 4)
    const repealed = whole(chance, 2)
    inForce += made - repealed
    const happened = { fees: feesIn(lived, year), overturned: overturnedIn(lived, year) }
    return reportOf(agency, year, cases, { made, repealed, inForce, ...happened, chance })
  })
}

/** None for what table 三 does not count: other kinds, and what is not received yet. */
function countedOf({ kind, receivedOn, applicantKind, closing }: RequestCase): TalliedCase[] {
  if (kind !== 'request' || receivedOn === null) return []
  const closed = closing?.line ? { on: closing.on, line: closing.line } : null
  return [{ received: receivedOn, applicant: applicantKind, ...(closed && { closed }) }]
}

function feesIn(cases: readonly RequestCase[], year: number): number {
  const paid = cases.filter(({ fee }) => fee?.paid && yearOf(fee.paid.on) === year)
  return paid.reduce((sum, { fee }) => sum + (fee?.amount ?? 0), 0)
}

/** Answers that others overturned, in the year the decision was received, redone or not. */
export function overturnedIn(cases: readonly Pick<RequestCase, 'overturned'>[], year: number): number {
  return cases.filter(
    ({ overturned }) => overturned && reversals.includes(overturned.by) && yearOf(overturned.receivedOn) === year,
  ).length
}

interface Stock {
  readonly made: number
  readonly repealed: number
  readonly inForce: number
  readonly fees: number
  readonly overturned: number
  readonly chance: Chance
}

function reportOf(agency: DemoAgency, year: number, cases: readonly TalliedCase[], stock: Stock): Report {
  const edition = editionForYear(year)
  const counted = tally(cases, year, edition)
  if (!counted.ok) throw new Error(counted.refusal.says.en)
  const requests = Object.entries(counted.value).flatMap(([row, columns]) =>
    Object.entries(columns).map(([column, value]) => [`requests.${row}.${column}`, value ?? 0] as const),
  )
  const { made, repealed, inForce, fees, overturned, chance } = stock
  const upheld = whole(chance, 2)
  const figures = {
    ...Object.fromEntries(requests),
    'proactive.normative_documents.made': made,
    'proactive.normative_documents.repealed': repealed,
    'proactive.normative_documents.in_force': inForce,
    'proactive.permits.decisions': agency.permits === 0 ? 0 : agency.permits + whole(chance, 20),
    'proactive.penalties.decisions': agency.permits === 0 ? 0 : whole(chance, 12),
    'disputes.reconsideration.upheld': upheld,
    'disputes.reconsideration.corrected': overturned,
    'disputes.reconsideration.total': upheld + overturned,
  }
  const known = new Set(formCells(edition).map(({ id }) => id))
  const unknown = Object.keys(figures).find(id => !known.has(id))
  if (unknown) throw new Error(`the form of ${year} has no cell ${unknown}`)
  const sum = (row: string) => counted.value[row]?.total ?? 0
  const facts = {
    received: sum('new'),
    carried: sum('carried_in'),
    closed: sum('total'),
    left: sum('carried_out'),
    upheld,
    overturned,
    fees,
  }
  return filledReport({
    edition: edition.id,
    agency: agency.name,
    year,
    figures,
    sections: sectionsOf(agency, year, facts),
  })
}

interface Told {
  readonly received: number
  readonly carried: number
  readonly closed: number
  readonly left: number
  readonly upheld: number
  readonly overturned: number
  /** Yuan. */
  readonly fees: number
}

function sectionsOf({ name, sections }: DemoAgency, year: number, told: Told): Report['sections'] {
  const { received, carried, closed, left, fees } = told
  const [office = '办公室'] = sections
  const even = year % 2 === 0
  return {
    preface: `${name}根据《中华人民共和国政府信息公开条例》编制本报告，数据统计期限自${year}年1月1日起至${year}年12月31日止。本报告为演示内容，机关名称和数字均系虚构。`,
    overview: [
      '（一）主动公开',
      even
        ? `${year}年，由${office}统一协调，按目录逐项更新公开内容，修订了信息公开指南，清理了已经失效的文件。`
        : `${office}会同各业务科室重新梳理了基本目录，把办事指南和收费事项集中到同一栏目；新制发的文件均在二十个工作日内公开，并附解读。`,
      '（二）依申请公开',
      `全年收到政府信息公开申请${received}件，上年结转${carried}件；办结${closed}件，转入下一年办理${left}件。${disputesOf(told)}`,
      '（三）监督保障',
      even
        ? `${office}每季度抽查一次栏目更新情况，发现问题当月整改。`
        : '组织了两次业务培训，重点讲解答复文书的写法和第三方意见的征求；查阅点全年开放，有专人引导。',
    ].join('\n'),
    problems: even
      ? '一是有的栏目更新不够及时；二是答复文书的说理还不够充分。下一步将把更新时限分解到科室，并对答复逐件复核。'
      : '一是政策解读的形式还比较单一；二是查阅点的指引不够清楚。下一步将增加图解和问答，并重新布置查阅点标识。',
    other:
      fees > 0
        ? `本年度依法收取政府信息公开信息处理费${fees}元，已全额上缴。`
        : '本年度没有收取政府信息公开信息处理费。',
  }
}

function disputesOf({ upheld, overturned }: Told): string {
  if (upheld + overturned === 0) return '没有发生行政复议和行政诉讼。'
  const ends = [upheld > 0 ? `维持${upheld}件` : '', overturned > 0 ? `纠正${overturned}件` : ''].filter(Boolean)
  return `被申请行政复议${upheld + overturned}件，其中${ends.join('、')}。`
}
