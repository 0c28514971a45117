/** Whose report it is, and of which year: from its title, and from its preface where the title does not say. */
import { ABOUT, agencyInTitle, agencyOf, isOrgan } from './agency.ts'
import { isAboutThePage, isAfterTheReport, isTrail } from './furniture.ts'
import type { Strip } from './tokens.ts'

export interface Heading {
  readonly title: string | null
  readonly agency: string | null
  readonly year: number | null
  /** Rows of the strip the title takes up; the preface begins behind them. */
  readonly lastRow: number
}

const TITLE_ROWS = 40
/** Rows on either side of the title in which a preface or a page names the agency. */
const OPENING = 20

/** Reads title, agency and year from the rows before the first heading. */
export function readTitle(strip: Strip, firstHeading: number): Heading {
  const all = strip.rows.map(r => r.text)
  // Where no heading is known, only the beginning can be trusted to hold the title.
  const limit = firstHeading < all.length ? firstHeading : TITLE_ROWS
  const rows = all.slice(0, limit).map(clean)
  const { title, titleRow, lastRow } = nearest(rows, candidates(rows))
  const year = (title === null ? null : yearIn(title)) ?? yearOfPeriod(all)
  const opening = all.slice(Math.max(0, lastRow - OPENING), Math.max(lastRow + OPENING, limit)).slice(0, 3 * OPENING)
  const end = all.findIndex((text, i) => i >= firstHeading && isAfterTheReport(text))
  const bylines = rows.slice(titleRow + 1, lastRow + 1).map(withoutBrackets)
  return { title, agency: agencyOf(title, opening, end < 0 ? all : all.slice(0, end), bylines), year, lastRow }
}

interface Candidate {
  readonly title: string
  readonly to: number
}

/** Every place before the running text where a title stands. */
function candidates(rows: readonly string[]): Candidate[] {
  const found: Candidate[] = []
  for (let from = 0; from < rows.length; ) {
    const at = titleRows(rows, from)
    if (!at) break
    const title = joined(rows.slice(at.from, at.to + 1))
    if (found.length === 0 || !isRunningText(title, rows[at.from - 1] ?? '')) found.push({ title, to: at.to })
    from = at.to + 1
  }
  return found
}

/** A line of the preface that happens to end like a title: it goes on from the line above, or begins like a sentence. */
function isRunningText(line: string, above: string): boolean {
  return (
    /[，,：:]|^(?:根据|按照|依据|现|特|本)/.test(line) ||
    (above.length > 25 && !/[。：:]$/.test(above) && !isAboutThePage(above))
  )
}

/** Of several titles (a list of reports beside the text, a page's own and the paper's) the last, or one saying more. */
function nearest(
  rows: readonly string[],
  found: readonly Candidate[],
): { title: string | null; titleRow: number; lastRow: number } {
  const last = found.at(-1)
  if (!last) return { title: null, titleRow: -1, lastRow: -1 }
  const alike = found.filter(c => yearIn(c.title) === yearIn(last.title) && agencyInTitle(c.title) !== null)
  const best = agencyInTitle(last.title) === null ? (alike.at(-1) ?? last) : last
  return { title: best.title, titleRow: last.to, lastRow: byline(rows, last.to) }
}

/** The last of the rows under a title that name its author or day and nothing else. */
function byline(rows: readonly string[], title: number): number {
  let last = title
  for (let i = title + 1; i < Math.min(rows.length, title + 5); i++) {
    const text = withoutBrackets(rows[i] ?? '')
    if (isOrgan(text) || DAY.test(text)) last = i
    else if (text !== '') break
  }
  return last
}

function withoutBrackets(text: string): string {
  return text.replace(/^[（(]|[)）]$/g, '')
}

const DAY = /^20\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?$/

function clean(text: string): string {
  return text.replace(/[\t\u3000\u00a0]+/g, ' ').trim()
}

/** Joins wrapped title lines; spaces between Han characters are the typesetter's. */
function joined(lines: readonly string[]): string {
  return lines
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{Script=Han}\d）)》]) (?=[\p{Script=Han}\d（(《])/gu, '')
    .trim()
}

/** The one to three short rows that together name a report on government information disclosure. */
function titleRows(rows: readonly string[], first: number): { from: number; to: number } | null {
  for (let to = first; to < rows.length; to++) {
    if (!MAY_END_A_TITLE.test(rows[to] ?? '')) continue
    for (let from = to; from >= first && from > to - 4; from--) {
      const text = joined(rows.slice(from, to + 1))
      if (rows[from] === '' || text.length > 70) break
      if (!isTitle(text) || continues(rows, to)) continue
      return { from: startOf(rows, from, text), to: ADDITION.test(rows[to + 1] ?? '') ? to + 1 : to }
    }
  }
  return null
}

/** What a title's last row ends with: 报告 or 年报, perhaps only their last character, and what may close it. */
const MAY_END_A_TITLE = /[告报)）》]$/
const TITLE = new RegExp(`${ABOUT}.{0,12}(?:报告|年报)(?:[（(].{0,10}[)）])?》?$`)
/** The year or the agency in brackets under a title. */
const ADDITION = /^[（(](?![^)）]*[月日])[^()（）。]{2,30}[)）]$/

function isTitle(text: string): boolean {
  return (
    TITLE.test(text) &&
    !/[。；]|^(?:信息)?(?:名称|标题)|索引号|(?:发文|发布|成文)(?:日期|时间|机构)|机构 |日期/.test(text) &&
    !isTrail(text)
  )
}

/** A title whose next line still belongs to it would end in the middle of the word 报告. */
function continues(rows: readonly string[], to: number): boolean {
  return /^(?:年度)?报告$/.test(rows[to + 1] ?? '')
}

/** A line such as 某某局 or 某某局2020年 right above belongs to a title that names no agency itself. */
function startOf(rows: readonly string[], from: number, own: string): number {
  const above = rows[from - 1] ?? ''
  if (isTitle(above)) return from
  // A full line above is the first half of a long name; a short one is a name of its own.
  const wrapped = agencyInTitle(own) === null || above.length >= 18
  return wrapped &&
    above !== '' &&
    above.length <= 30 &&
    /[\p{Script=Han}]{3,}/u.test(above) &&
    !/[：:。]|附件/.test(above) &&
    !isAboutThePage(above) &&
    (above.length >= 18 || BEGINS_A_TITLE.test(above))
    ? from - 1
    : from
}

/** What may stand on a line of its own above the rest of a title: an organ's name, a year. */
const BEGINS_A_TITLE =
  /(?:局|委|委员会|办|办公室|中心|政府|院|厅|部|署|处|所|会|街道|镇|乡|公司|集团|队|区|组|学校|大学|学院|站|馆|社|[）)]|年|年度|\d{4}|关于)$/

const CHINESE_DIGITS = '〇一二三四五六七八九'

function yearIn(text: string): number | null {
  const arabic = /(?<!\d)(20\d{2})(?!\d)\s*年?/.exec(toNarrow(text))
  if (arabic?.[1]) return Number(arabic[1])
  const chinese = /([二][〇○零OＯ0][〇○零OＯ0一二三四五六七八九]{2})年/.exec(text)
  if (!chinese?.[1]) return null
  return Number([...chinese[1]].map(c => Math.max(0, CHINESE_DIGITS.indexOf(c))).join(''))
}

function toNarrow(text: string): string {
  return text.replace(/[０-９]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
}

/** The year of the statistics period named in the text. */
function yearOfPeriod(lines: readonly string[]): number | null {
  const dated = lines.filter(line => line.includes('年')).map(line => toNarrow(line).replace(/\s+/g, ''))
  return (
    firstYear(dated, /(20\d{2})年1月1日(?:起|至|到|[-—–~～]|开始)/) ?? firstYear(dated, /(?<!\d)(20\d{2})年度?[，,]/)
  )
}

function firstYear(lines: readonly string[], pattern: RegExp): number | null {
  for (const line of lines) {
    const year = pattern.exec(line)?.[1]
    if (year) return Number(year)
  }
  return null
}
