/** Turns a neutral paper into a report: the one matcher for every format. */
import type { Edition } from '../../../law/editions/form.ts'
import { editions } from '../../../law/editions/index.ts'
import type { Paper } from '../../../paper/paper.ts'
import type { Said } from '../../kernel/lang.ts'
import type { Report } from '../report.ts'
import { assemble } from './assemble.ts'
import { detectEdition } from './detect.ts'
import { findHeadings } from './headings.ts'
import { readSections } from './sections.ts'
import type { Spot } from './spot.ts'
import { labels, readTables, rowSpots, type TablesReading } from './tables.ts'
import { readTitle } from './title.ts'
import { layStrip } from './tokens.ts'

export type ReadResult =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly code: 'no_report'; readonly says: Said }

/**
 * Reads an annual report from a paper, in whatever edition it uses.
 * Never guesses: what cannot be placed is `absent` or `unreadable`. Refuses with `no_report` where no statutory
 * table can be told.
 */
export function readReport(paper: Paper, known: readonly Edition[] = editions): ReadResult {
  const strip = layStrip(paper)
  const year = readTitle(strip, strip.rows.length).year
  const edition = detectEdition(strip.folded, year, known)
  const headings = findHeadings(strip, edition)
  const tables = readTables(strip, headings, edition)
  const refusal = refuse(tables)
  if (refusal) return { ok: false, code: 'no_report', says: refusal }
  const title = readTitle(strip, headings[0]?.row ?? strip.rows.length)
  const sections = readSections(strip, headings, title, paper.format === 'pdf')
  return { ok: true, report: assemble(edition, title, tables, sections) }
}

/** Why a paper is not taken for a report, or null. */
function refuse(tables: TablesReading): Said | null {
  const found = Object.values(tables).reduce((n, t) => n + labels(t), 0)
  if (found < 3) return NO_TABLES
  return scrambled(rowSpots(tables.requests.spots)) ? SCRAMBLED : null
}

const NO_TABLES: Said = {
  zh: '没有找到年度报告的法定表格（主动公开、申请办理、复议诉讼三张表的行名）。请确认文件是政府信息公开工作年度报告，并包含表格。',
  en: 'None of the statutory tables of an annual report was found. Check that the file is an annual report on government information disclosure and contains its tables.',
}

const SCRAMBLED: Said = {
  zh: '文字次序已被打乱，表格各行对不上号，读出的数字不可信，因此不读。请改用原始的 docx、xlsx 或 pdf 文件。',
  en: 'The text is out of order: rows and figures no longer belong together, so nothing is read. Use the original docx, xlsx or pdf file.',
}

/** Whether the rows of table 三 stand in an order no printed form has. */
function scrambled(found: readonly Spot[]): boolean {
  const firsts = new Map<string, Spot>()
  for (const spot of found) if (!firsts.has(spot.word.key)) firsts.set(spot.word.key, spot)
  const orders = [...firsts.values()].sort((a, b) => a.start - b.start).map(s => s.word.order)
  if (orders.length < 8) return false
  const falls = orders.filter((order, i) => i > 0 && order < (orders[i - 1] ?? order)).length
  return falls > orders.length * 0.25 && !alternates(orders)
}

/** Two halves of the table side by side: forward jumps and back, over about the same distance each time. */
function alternates(orders: readonly number[]): boolean {
  const even = orders.filter((_, i) => i % 2 === 0)
  const odd = orders.filter((_, i) => i % 2 === 1)
  const rising = (list: readonly number[]) => list.every((v, i) => i === 0 || v > (list[i - 1] ?? v))
  return rising(even) && rising(odd)
}
