/** Cuts the running text of a report at its headings. */
import type { TextSectionId } from '../../../law/editions/form.ts'
import { contentsOf, isAboutThePage, isAfterTheReport } from './furniture.ts'
import type { HeadingSpot } from './headings.ts'
import type { Heading } from './title.ts'
import type { Strip, StripRow } from './tokens.ts'

export type Sections = Readonly<Record<TextSectionId, string | null>>

/** The text sections, paragraphs separated by newlines; null where the paper has no such heading. */
export function readSections(
  strip: Strip,
  headings: readonly HeadingSpot[],
  title: Heading,
  wrapped: boolean,
): Sections {
  const measure = wrapped ? measureOf(strip) : null
  const section = (id: TextSectionId): string | null => {
    const at = headings.findIndex(h => h.section.id === id)
    const heading = headings[at]
    if (!heading) return null
    const next = headings[at + 1]
    if (next?.row === heading.row) return inline(strip, heading, next)
    const rows = strip.rows.slice(heading.row + 1, next?.row ?? strip.rows.length)
    return paragraphs([heading.rest, ...lines(strip, next ? rows : withoutPage(rows), measure)])
  }
  const first = headings[0]
  const opening = strip.rows.slice(title.lastRow + 1, first?.row ?? title.lastRow + 1)
  const contents = contentsOf(opening)
  const before = opening.filter(row => !isAboutThePage(row.text) && !contents.has(row))
  return {
    preface: paragraphs(lines(strip, before, measure)) || null,
    overview: section('overview'),
    problems: section('problems'),
    other: section('other'),
  }
}

function paragraphs(texts: readonly string[]): string {
  return texts
    .map(t => t.replace(/\s*\n\s*/g, ' ').replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter(t => t !== '')
    .join('\n')
}

/** The last section's rows, without what a web page puts behind the report. */
function withoutPage(rows: readonly StripRow[]): readonly StripRow[] {
  const end = rows.findIndex(row => isAfterTheReport(row.text))
  return end < 0 ? rows : rows.slice(0, end)
}

/** Characters that a line of running text has at least, and a line of a table without rules seldom. */
const LONG_LINE = 28

/** How the running lines of a paper are set, in points: where they begin and end, and how far apart they stand. */
interface Measure {
  readonly left: number
  readonly right: number
  readonly gap: number
}

function measureOf(strip: Strip): Measure {
  const rows = strip.rows.filter(r => r.style === 'plain')
  const isFull = (row: StripRow) => row.style === 'plain' && row.text.length > LONG_LINE
  const gaps = strip.rows.flatMap((row, i) => {
    const above = strip.rows[i - 1]
    return above && isFull(above) && isFull(row) ? gapOf(above, row) : []
  })
  gaps.sort((a, b) => a - b)
  return {
    left: Math.min(...rows.map(leftOf)),
    right: Math.max(...rows.filter(isFull).map(row => rightOf(strip, row))),
    gap: gaps[Math.floor(gaps.length / 2)] ?? Number.POSITIVE_INFINITY,
  }
}

/** The rows' texts; lines a page wrapped are joined to paragraphs by how they are set. */
function lines(strip: Strip, rows: readonly StripRow[], measure: Measure | null): string[] {
  if (measure === null) return rows.map(r => r.text)
  const out: string[] = []
  rows.forEach((row, i) => {
    const above = rows[i - 1]
    if (!above || row.style !== 'plain' || beginsParagraph(strip, above, row, measure)) out.push(row.text)
    else out[out.length - 1] += joint(out.at(-1) ?? '', row.text) + row.text.trimStart()
  })
  return out
}

/** A paragraph begins indented, or apart from the line above, or where that line ends its sentence short of the margin. */
function beginsParagraph(strip: Strip, above: StripRow, row: StripRow, measure: Measure): boolean {
  if (leftOf(row) - measure.left > 9) return true
  if (gapOf(above, row).some(gap => gap > measure.gap * 1.35)) return true
  const short = measure.right - rightOf(strip, above) > 2.5 * heightOf(above)
  return short && /[。！？：；…”』）)]\s*$/.test(above.text)
}

function leftOf(row: StripRow): number {
  return 'box' in row.at ? row.at.box[0] : 0
}

function rightOf(strip: Strip, row: StripRow): number {
  const last = strip.xOf[row.end - 1]
  return last && row.end > row.start ? last[1] : 0
}

function heightOf(row: StripRow): number {
  return 'box' in row.at ? row.at.box[3] - row.at.box[1] : 0
}

/** The distance between two lines of one page, or nothing. */
function gapOf(above: StripRow, row: StripRow): number[] {
  if (!('box' in above.at && 'box' in row.at) || above.at.page !== row.at.page) return []
  const gap = above.at.box[1] - row.at.box[1]
  return gap > 0 ? [gap] : []
}

/** Lines of Han text join without a space; between Latin words one is needed. */
function joint(before: string, after: string): string {
  return /[\w.,;:]$/.test(before) && /^\w/.test(after.trimStart()) ? ' ' : ''
}

/** A section that stands between two headings of the same run-together line. */
function inline(strip: Strip, heading: HeadingSpot, next: HeadingSpot): string {
  const text = strip.rows[heading.row]?.text ?? ''
  const from = text.indexOf(heading.section.label.zh)
  const to = text.indexOf(next.section.label.zh)
  return from >= 0 && to > from ? text.slice(from + heading.section.label.zh.length, to).trim() : ''
}
