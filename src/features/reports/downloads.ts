/** What can be taken away from a whole visit: its findings as a table. */
import type { Lang } from '../../domain/kernel/lang.ts'
import { editionOf } from '../../domain/report/form-cells.ts'
import type { Finding, Report } from '../../domain/report/report.ts'
import { type CsvField, csvLine, csvStart } from '../../paper/csv.ts'
import { cellWords } from '../../ui/cell-words.ts'
import { severityWords, teller } from '../../ui/messages.ts'
import { placeWords } from '../../ui/place.ts'
import { reportWords } from '../../ui/report/words.ts'
import { type ReportView, reportView } from './view.ts'
import type { Visit } from './visit.ts'
import { visitWords } from './words.ts'

const findingHeads: readonly { readonly zh: string; readonly en: string }[] = [
  visitWords.file,
  visitWords.agency,
  visitWords.year,
  { zh: '程度', en: 'Severity' },
  { zh: '规则', en: 'Rule' },
  { zh: '发现', en: 'Finding' },
  { zh: '单元格', en: 'Cells' },
  { zh: '原文位置', en: 'Places' },
  { zh: '左边', en: 'Left' },
  { zh: '右边', en: 'Right' },
  { zh: '依据', en: 'Basis' },
]

/** More cells than this are counted, not listed: nobody reads them, and the file would grow beyond use. */
const listedCells = 24

/**
 * Every finding of the visit, a line each, as pieces of one CSV file; a file that could not be checked has one line
 * with its sentence. Given piece by piece: thousands of reports take a while.
 */
export function* findingsCsv(visit: Visit, lang: Lang): Generator<string> {
  const t = teller(lang)
  yield csvStart + csvLine(findingHeads.map(t))
  for (const entry of visit.entries) {
    if (entry.error) {
      const { code, says } = entry.error
      yield csvLine([entry.file, '', '', t(visitWords.failed), code, t(says), '', '', '', '', ''])
      continue
    }
    const view = reportView(visit, entry, lang)
    if (view) yield view.findings.map(finding => csvLine(findingFields(view, finding, lang))).join('')
  }
}

function findingFields({ entry, report }: ReportView, finding: Finding, lang: Lang): CsvField[] {
  const t = teller(lang)
  const edition = editionOf(report.edition)
  const cells = finding.cells.slice(0, listedCells)
  const rest = finding.cells.length > cells.length ? [t(reportWords.seeCells(finding.cells.length))] : []
  return [
    entry.file,
    report.agency ?? '',
    report.year,
    t(severityWords[finding.severity]),
    finding.rule,
    finding.says,
    [...cells.map(id => cellWords(edition, id, lang)), ...rest].join('\n'),
    cells.map(id => placeOf(report, id, lang)).join('\n'),
    finding.left ?? null,
    finding.right ?? null,
    finding.basis ?? '',
  ]
}

function placeOf(report: Report, id: string, lang: Lang): string {
  const at = report.cells[id]?.at
  return at ? teller(lang)(placeWords(at)) : ''
}
