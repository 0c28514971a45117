/** Finds the numbered parts of a report and cuts its running text at them. */
import type { Edition, Section } from '../../../law/editions/form.ts'
import { fold } from './fold.ts'
import type { Region } from './spot.ts'
import type { Strip } from './tokens.ts'

export interface HeadingSpot {
  readonly section: Section
  /** Row of the strip the heading stands in. */
  readonly row: number
  readonly start: number
  readonly end: number
  /** Text that follows the heading in its own row. */
  readonly rest: string
}

/** A heading is a short line; a sentence that happens to name a section is not. */
const LONGEST_HEADING = 44

/** The headings found, in the order of the form; of repeated ones (a table of contents) the last full run. */
export function findHeadings(strip: Strip, edition: Edition): HeadingSpot[] {
  const numbered = edition.sections.filter(s => s.label.zh !== '')
  const candidates = strip.rows.flatMap((row, i) => {
    if (row.filled !== 1 && row.style !== 'plain') return []
    return headingAt(strip, i, numbered) ?? []
  })
  const apart = lastIncreasing(withoutLists(strip, candidates), numbered)
  const strict = apart.length >= FEW ? apart : lastIncreasing(candidates, numbered)
  const loose = strict.length < FEW ? lastIncreasing(otherwiseNumbered(strip, numbered), numbered) : []
  const chain = withThoseBetween(strip, loose.length > strict.length ? loose : strict, numbered)
  return chain.length > 0 ? chain : inlineHeadings(strip, numbered)
}

/** Headings with nothing between them are a list of contents, before or behind the report. */
function withoutLists(strip: Strip, candidates: readonly HeadingSpot[]): HeadingSpot[] {
  let list = 0
  const lists = candidates.map((heading, i) => {
    const before = candidates[i - 1]
    const close = before && strip.rows.slice(before.row + 1, heading.row).every(row => row.text.trim() === '')
    if (!close) list++
    return list
  })
  return candidates.filter((_, i) => lists.filter(l => l === lists[i]).length < LISTED)
}

const LISTED = 4

/** With fewer headings than these the paper is looked at again for headings numbered in another way. */
const FEW = 3
const NUMERALS = '一二三四五六七'
const NUMBERED =
  /^\s*(?:第\s*([一二三四五六七1-7])\s*(?:部分|章)|[（(]?([一二三四五六七1-7])[）)]?(?=[、.．:：\s]|\D))?[、.．:：\s]*(.+)$/

/** Headings numbered 1. 2. 3., 第一部分 or not at all, in the form's own words. */
function otherwiseNumbered(strip: Strip, sections: readonly Section[]): HeadingSpot[] {
  return strip.rows.flatMap((row, i) => {
    const text = row.text.trim()
    if ((row.filled !== 1 && row.style !== 'plain') || text.length > 30) return []
    const [, part, number = part, words = ''] = NUMBERED.exec(text) ?? []
    const numeral = number === undefined ? null : (NUMERALS[Number(number) - 1] ?? number)
    const body = fold(words)
    const section = sections.find(s => {
      const fits = numeral === null || s.label.zh.startsWith(numeral)
      return fits && spellings(s).some(form => form.slice(1) === body && body.length >= 4)
    })
    return section ? [wholeRow(strip, section, i)] : []
  })
}

/**
 * Adds headings in quite other words between those found: a short line with the right number, and with a word in it
 * that the form uses in no other heading.
 */
function withThoseBetween(strip: Strip, chain: readonly HeadingSpot[], sections: readonly Section[]): HeadingSpot[] {
  if (chain.length < 2) return [...chain]
  return sections.flatMap((section, order) => {
    const found = chain.find(h => h.section === section)
    if (found) return [found]
    const from = chain.findLast(h => sections.indexOf(h.section) < order)?.row ?? -1
    const to = chain.find(h => sections.indexOf(h.section) > order)?.row ?? strip.rows.length
    const row = strip.rows.findIndex((r, i) => i > from && i < to && isOwnOf(r.text, section, sections))
    return row < 0 || from < 0 ? [] : [wholeRow(strip, section, row)]
  })
}

function isOwnOf(line: string, section: Section, sections: readonly Section[]): boolean {
  const text = line.replaceAll('**', '').trim()
  if (text.length > 30 || !/^[一二三四五六七][、.．\s]/.test(text) || /[。，；]/.test(text)) return false
  const folded = fold(text)
  if (!section.label.zh.startsWith(folded.charAt(0))) return false
  const others = new Set(sections.filter(s => s !== section).flatMap(s => spellings(s).flatMap(pairsOf)))
  const own = new Set(spellings(section).flatMap(pairsOf))
  return pairsOf(folded).some(pair => own.has(pair) && !others.has(pair))
}

/** Neighbouring characters of a folded heading, without its number. */
function pairsOf(folded: string): string[] {
  return Array.from({ length: Math.max(0, folded.length - 2) }, (_, i) => folded.slice(i + 1, i + 3))
}

function wholeRow(strip: Strip, section: Section, row: number): HeadingSpot {
  const { start = 0, end = 0 } = strip.rows[row] ?? {}
  return { section, row, start, end, rest: '' }
}

function headingAt(strip: Strip, i: number, sections: readonly Section[]): HeadingSpot[] | null {
  const row = strip.rows[i]
  if (!row) return null
  const text = row.text.trim()
  if (text.length < 4 || (!/^\s*[（(]?[一二三四五六七]/.test(text) && text.length > 26)) return null
  const folded = strip.folded.slice(row.start, row.end)
  for (const section of sections) {
    const length = headingLength(folded, section, text)
    if (length > 0) {
      const rest = text.length > LONGEST_HEADING ? restAfter(text, length) : ''
      return [{ section, row: i, start: row.start, end: row.start + length, rest }]
    }
  }
  return null
}

/** How many folded characters of a line are the section's heading; 0 where it is not one. */
function headingLength(folded: string, section: Section, text: string): number {
  for (const form of spellings(section)) {
    if (folded === form) return form.length
    if (
      folded.startsWith(form) &&
      (text.length <= LONGEST_HEADING || /^[：:。\s]/.test(restAfter(text, form.length)))
    ) {
      return folded.length - form.length <= 4 ? folded.length : form.length
    }
  }
  return text.length <= LONGEST_HEADING && isNear(folded, section) ? folded.length : 0
}

const folded = new WeakMap<Section, readonly string[]>()

function spellings(section: Section): readonly string[] {
  const known = folded.get(section)
  if (known) return known
  const made = [section.label.zh, ...(section.label.aliases ?? [])].map(fold)
  folded.set(section, made)
  return made
}

/** A heading in other words: the same number, and most of the form's own words in it. */
function isNear(folded: string, section: Section): boolean {
  const [form = ''] = spellings(section)
  if (folded[0] !== form[0] || folded.length < 4) return false
  const pairs = new Set(pairsOf(folded))
  const shared = pairsOf(form).filter(pair => pairs.has(pair)).length
  return shared / Math.max(1, form.length - 2) >= 0.5
}

/** The written text behind its first `length` folded characters. */
function restAfter(text: string, length: number): string {
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    if (fold(text.charAt(i)) !== '') seen++
    if (seen === length) return text.slice(i + 1)
  }
  return ''
}

/** The last run of candidates that goes through the sections in order and is as complete as any. */
function lastIncreasing(candidates: readonly HeadingSpot[], sections: readonly Section[]): HeadingSpot[] {
  const best: { size: number; from: number }[] = []
  let last = -1
  candidates.forEach((candidate, i) => {
    const order = sections.indexOf(candidate.section)
    let size = 1
    let from = -1
    for (let j = 0; j < i; j++) {
      const other = candidates[j]
      const known = best[j]
      if (other && known && sections.indexOf(other.section) < order && known.size + 1 >= size) {
        size = known.size + 1
        from = j
      }
    }
    best.push({ size, from })
    if (last < 0 || size >= (best[last]?.size ?? 0)) last = i
  })
  const chain: HeadingSpot[] = []
  for (let i = last; i >= 0; i = best[i]?.from ?? -1) {
    const spot = candidates[i]
    if (spot) chain.unshift(spot)
  }
  return chain
}

/** Headings inside run-together text, to the letter only. */
function inlineHeadings(strip: Strip, sections: readonly Section[]): HeadingSpot[] {
  const found = sections.flatMap(section =>
    spellings(section).flatMap(form => {
      const hits: HeadingSpot[] = []
      for (let at = strip.folded.indexOf(form); at >= 0; at = strip.folded.indexOf(form, at + 1)) {
        hits.push({ section, row: strip.rowOf[at] ?? 0, start: at, end: at + form.length, rest: '' })
      }
      return hits
    }),
  )
  return lastIncreasing(
    found.sort((a, b) => a.start - b.start || b.end - a.end),
    sections,
  )
}

/** The stretch of folded text from one section's heading to the next heading found. */
export function sectionRegion(strip: Strip, headings: readonly HeadingSpot[], id: Section['id']): Region | null {
  const at = headings.findIndex(h => h.section.id === id)
  const heading = headings[at]
  return heading ? { start: heading.end, end: headings[at + 1]?.start ?? strip.folded.length } : null
}
