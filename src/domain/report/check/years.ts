/** This year's report beside last year's: carry-over, chains of table 二, and prose that was only copied. */
import type { Chain, Edition, TextSectionId } from '../../../law/editions/form.ts'
import type { RequestLine } from '../../../law/lines.ts'
import { entry } from '../../kernel/entry.ts'
import { type Figures, same, sumOfKnown } from '../figures.ts'
import { editionForYear } from '../form-cells.ts'
import { cellAt } from '../identities.ts'
import { cellId, type Finding } from '../report.ts'
import { labelOf, type Reading, say, sectionName, shown } from './finding.ts'
import { likeness, plainText } from './likeness.ts'

/** Parts copied to this degree were not written anew; parts shorter than `least` characters (无。) say nothing. */
const copied = { share: 0.9, least: 60 }

/** The form must be that of the year (D§3.1). */
export function checkEdition({ report, figures, lang }: Reading, known?: readonly Edition[]): Finding[] {
  const { year } = report
  const used = figures.index.edition
  if (year === null) return []
  const right = editionForYear(year, known)
  if (right.id === used.id) return []
  const words = { year, right_document: right.document, document: used.document }
  return [say(lang, 'edition.year', 'other', words, { cells: [], basis: right.document })]
}

/** All rules that need last year's report; nothing where the two are not one year apart. */
export function checkYears(reading: Reading, before: Figures, previous: Reading['report']): Finding[] {
  const { year } = reading.report
  if (year !== null && previous.year !== null && previous.year !== year - 1) return []
  return [
    ...carryOver(reading, before),
    ...reading.figures.index.edition.chains.flatMap(chain => chainBroken(reading, before, chain)),
    ...copiedParts(reading, previous),
  ]
}

function carryOver(reading: Reading, before: Figures): Finding[] {
  const { figures, lang } = reading
  return figures.index.edition.requests.columns.flatMap(column => {
    const id = cellId('requests', rowOfLine(figures, 'carried_in'), column.id)
    const left = figureAt(figures, id)
    const right = figureAt(before, cellId('requests', rowOfLine(before, 'carried_out'), column.id))
    if (left === null || right === null || same(left, right)) return []
    const words = { column: labelOf(column.label, lang), left: shown(left), right: shown(right) }
    const where = { table: 'requests', row: rowOfLine(figures, 'carried_in'), column: column.id } as const
    return [say(lang, 'year.carry', 'differs', words, { ...where, left, right, cells: [id] })]
  })
}

function rowOfLine({ index }: Figures, line: RequestLine): string {
  return index.edition.lines.requests[line]
}

function figureAt({ index, known }: Figures, id: string): number | null {
  const place = index.at.get(id)
  return place === undefined ? null : entry(known, place)
}

function chainBroken(reading: Reading, before: Figures, chain: Chain): Finding[] {
  const { figures, lang } = reading
  const own = (column: string) => cellId('proactive', chain.row, column)
  const left = figureAt(figures, own(chain.result))
  const right = sumOfKnown([
    ...chain.before.map(column => lastYears(figures, before, `${chain.row}.${column}`)),
    ...chain.now.map(({ column, sign }) => signed(figureAt(figures, own(column)), sign)),
  ])
  if (left === null || right === null || same(left, right)) return []
  const { row, column } = cellAt(figures.index, own(chain.result))
  const words = {
    row: labelOf(row.label, lang),
    column: labelOf(column.label, lang),
    left: shown(left),
    right: shown(right),
  }
  const cells = [own(chain.result), ...chain.now.map(({ column }) => own(column))]
  const where = { table: 'proactive', row: chain.row, column: chain.result, left, right, cells } as const
  return [say(lang, chain.rule, 'differs', words, where)]
}

/** Last year's figure of the line this year's form prints at `cell` (`row.column`), whatever form last year used. */
function lastYears(figures: Figures, before: Figures, cell: string): number | null {
  const here = figures.index.edition.lines.proactive
  const there = before.index.edition.lines.proactive
  const lines = (Object.keys(here) as (keyof typeof here)[]).filter(line => here[line] === cell)
  return sumOfKnown(lines.map(line => figureAt(before, `proactive.${there[line]}`)))
}

function signed(value: number | null, sign: 1 | -1): number | null {
  return value === null ? null : sign * value
}

function copiedParts(reading: Reading, previous: Reading['report']): Finding[] {
  return (['overview', 'problems', 'other'] as const).flatMap(part => {
    const now = reading.report.sections[part]
    const then = previous.sections[part]
    return now === null || then === null ? [] : copiedPart(reading, part, plainText(now), plainText(then))
  })
}

function copiedPart({ figures, lang }: Reading, part: TextSectionId, now: string, then: string): Finding[] {
  if (Math.min(now.length, then.length) < copied.least) return []
  const share = likeness(now, then)
  if (share < copied.share) return []
  const words = { section: sectionName({ figures, lang }, part), percent: Math.floor(share * 100) }
  return [say(lang, 'year.copied', 'same', words, { cells: [] })]
}
