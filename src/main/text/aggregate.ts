/** A sum of reports for people. */

import type { Lang } from '../../domain/kernel/lang.ts'
import type { Aggregate, Interval } from '../../domain/report/aggregate.ts'
import { editionOf, formCells } from '../../domain/report/form-cells.ts'
import { valueAt } from '../../domain/report/report.ts'
import { cellWords } from '../../ui/cell-words.ts'
import { results } from '../messages.ts'
import { findingLines, headline } from './checked.ts'
import { columns, printable } from './width.ts'

/** Head, members, every sum that is not 0, those of which a bound is known, and what does not balance. */
export function aggregateText({ report, intervals, members, missing, findings }: Aggregate, lang: Lang): string {
  const edition = editionOf(report.edition)
  const sums = formCells(edition).flatMap(({ id }) => {
    const value = valueAt(report, id)
    return value === null || value === 0 ? [] : [[`  ${cellWords(edition, id, lang)}`, String(value)]]
  })
  const uncertain = Object.entries(intervals)
  const bounds = uncertain
    .filter(([, { low, high }]) => low !== null && (low !== 0 || high !== null))
    .map(([id, interval]) => [`  ${cellWords(edition, id, lang)}`, boundsWords(interval, lang)])
  const gaps = missing.length > 0 ? [results.missing(missing.map(printable))[lang]] : []
  return [
    headline(report, lang),
    [results.members(members.length)[lang], ...gaps].join('  '),
    ...columns(sums, new Set([1])),
    ...(uncertain.length > 0 ? [results.intervals(uncertain.length)[lang], ...columns(bounds)] : []),
    ...(uncertain.length > bounds.length ? [results.boundless(uncertain.length - bounds.length)[lang]] : []),
    ...findings.flatMap(finding => findingLines(finding, report, lang)),
  ].join('\n')
}

function boundsWords({ low, high }: Interval, lang: Lang): string {
  if (low !== null && high !== null) return results.between(String(low), String(high))[lang]
  return results.atLeast(String(low))[lang]
}
