/** Whose report it is, and of which year: from its title, and from its preface where the title does not say. */
import type { Strip } from './tokens.ts'

export interface Heading {
  readonly title: string | null
  readonly agency: string | null
  readonly year: number | null
  /** Rows of the strip the title takes up; the preface begins behind them. */
  readonly lastRow: number
}

const TITLE_ROWS = 40
const ABOUT = '(?:政府|政务)信息公开'

/** Reads title, agency and year from the rows before the first heading. */
export function readTitle(strip: Strip, firstHeading: number): Heading {
  const rows = strip.rows.slice(0, Math.min(firstHeading, TITLE_ROWS)).map(r => clean(r.text))
  const found = titleRows(rows)
  const title = found ? joined(rows.slice(found.from, found.to + 1)) : null
  const rest = strip.rows.map(r => r.text)
  const year = (title === null ? null : yearIn(title)) ?? yearOfPeriod(rest)
  return {
    title,
    agency: agencyOf(title, rest),
    year,
    lastRow: found?.to ?? -1,
  }
}

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
function titleRows(rows: readonly string[]): { from: number; to: number } | null {
  for (let to = 0; to < rows.length; to++) {
    for (let from = to; from >= 0 && from > to - 4; from--) {
      const text = joined(rows.slice(from, to + 1))
      if (rows[from] === '' || text.length > 70) break
      if (isTitle(text) && !continues(rows, to)) return { from: from === to ? startOf(rows, from) : from, to }
    }
  }
  return null
}

const TITLE = new RegExp(`${ABOUT}.{0,12}(?:报告|年报)(?:[（(].{0,10}[)）])?$`)

function isTitle(text: string): boolean {
  return TITLE.test(text) && !/[。；]/.test(text)
}

/** A title whose next line still belongs to it would end in the middle of the word 报告. */
function continues(rows: readonly string[], to: number): boolean {
  return /^(?:年度)?报告$/.test(rows[to + 1] ?? '')
}

/** A line such as 某某局 or 某某局2020年 right above belongs to a title that names no agency itself. */
function startOf(rows: readonly string[], from: number): number {
  const own = rows[from] ?? ''
  const above = rows[from - 1] ?? ''
  // A full line above is the first half of a long name; a short one is a name of its own.
  const wrapped = agencyInTitle(own) === null || above.length >= 18
  return wrapped &&
    above !== '' &&
    above.length <= 30 &&
    /[\p{Script=Han}]{3,}/u.test(above) &&
    !/[：:。]|附件/.test(above)
    ? from - 1
    : from
}

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
  for (const line of lines) {
    const period = /(20\d{2})年1月1日\s*(?:起|至|到|[-—–~～]|开始)/.exec(toNarrow(line).replace(/\s+/g, ''))
    if (period?.[1]) return Number(period[1])
  }
  for (const line of lines) {
    const plain = /(?:^|[^\d])(20\d{2})年(?:度)?[，,]/.exec(toNarrow(line).replace(/\s+/g, ''))
    if (plain?.[1]) return Number(plain[1])
  }
  return null
}

function agencyInTitle(title: string): string | null {
  const bare = title
    .replace(/\s+/g, '')
    .replace(/^附件?[\d一二三四五六七八九十]*[:：.、]?/, '')
    .replace(/[《》【】「」]/g, '')
    .replace(/^关于/, '')
    .replace(new RegExp(`${ABOUT}.*$`), '')
    .replace(/[（(]?(?:20\d{2}|２０[０-９]{2}|[二][〇○零OＯ0][〇○零OＯ0一二三四五六七八九]{2})[)）]?年?度?/, '')
    .replace(/^年度?|年度?$|关于$|关于发布|的$|工作$/g, '')
    .replace(/^[\s:：,，、—-]+|[\s:：,，、—-]+$/g, '')
    .replace(/^关于|关于$/g, '')
  return bare.length >= 2 && /\p{Script=Han}/u.test(bare) ? bare : null
}

const ORGAN =
  '[\\p{Script=Han}（）()·]{2,30}?(?:局|委|委员会|办|办公室|中心|政府|院|厅|部|署|处|所|会|街道|镇|乡|公司|集团|大队|支队|总队|区|组)'

/** The agency named by the title, spelt out by the preface where that gives a longer name of the same ending. */
function agencyOf(title: string | null, lines: readonly string[]): string | null {
  const short = title ? agencyInTitle(title) : null
  const text = lines.slice(0, 60).join('').replace(/\s+/g, '')
  const authors = [
    ...text.matchAll(new RegExp(`(?:由|本报告是|现?将)(${ORGAN})(?:办公室)?(?:编制|根据|按照|20\\d{2})`, 'gu')),
  ]
  const full = authors.map(m => m[1] ?? '').find(name => !short || (name.endsWith(short) && name.length > short.length))
  return full ?? short ?? signature(lines)
}

/** The last short line that names an organ, with or without the date under it. */
function signature(lines: readonly string[]): string | null {
  const tail = lines
    .map(l => l.replace(/\s+/g, ''))
    .filter(l => l !== '')
    .slice(-4)
  return tail.reverse().find(l => new RegExp(`^${ORGAN}$`, 'u').test(l)) ?? null
}
