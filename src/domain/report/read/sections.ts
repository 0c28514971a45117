/** Cuts the running text of a report at its headings. */
import type { TextSectionId } from '../../../law/editions/form.ts'
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
  const left = wrapped ? leftMargin(strip) : null
  const section = (id: TextSectionId): string | null => {
    const at = headings.findIndex(h => h.section.id === id)
    const heading = headings[at]
    if (!heading) return null
    const next = headings[at + 1]
    if (next?.row === heading.row) return inline(strip, heading, next)
    const rows = strip.rows.slice(heading.row + 1, next?.row ?? strip.rows.length)
    return paragraphs([heading.rest, ...lines(rows, left)])
  }
  const first = headings[0]
  const before = strip.rows.slice(title.lastRow + 1, first?.row ?? title.lastRow + 1)
  return {
    preface: paragraphs(lines(before, left)) || null,
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

/** The rows' texts; lines a page wrapped are joined to paragraphs by their indentation. */
function lines(rows: readonly StripRow[], left: number | null): string[] {
  if (left === null) return rows.map(r => r.text)
  const out: string[] = []
  for (const row of rows) {
    const indented = leftOf(row) - left > 9
    if (indented || out.length === 0 || row.style !== 'plain') out.push(row.text)
    else out[out.length - 1] += joint(out.at(-1) ?? '', row.text) + row.text.trimStart()
  }
  return out
}

/** Where the running lines of the paper begin, in points. */
function leftMargin(strip: Strip): number {
  return Math.min(...strip.rows.filter(r => r.style === 'plain').map(leftOf))
}

function leftOf(row: StripRow): number {
  return 'box' in row.at ? row.at.box[0] : 0
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
