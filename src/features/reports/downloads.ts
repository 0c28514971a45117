/** What can be taken away from a visit: a report in every format, cells and findings as tables. */
import type { Lang } from '../../domain/kernel/lang.ts'
import { editionOf, formCells } from '../../domain/report/form-cells.ts'
import { type Finding, type Report, valueAt } from '../../domain/report/report.ts'
import { cellWords } from '../../ui/cell-words.ts'
import { severityWords, teller } from '../../ui/messages.ts'
import { placeWords } from '../../ui/place.ts'
import { type CsvField, csv, csvLine, csvStart } from './csv.ts'
import type { DownloadFormat } from './paths.ts'
import { type ReportView, reportView } from './view.ts'
import type { Visit } from './visit.ts'
import { reportWords, visitWords } from './words.ts'

export const contentTypes: Readonly<Record<DownloadFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** 示例市水务局2023年政府信息公开工作年度报告.docx */
export function downloadName(report: Report, format: DownloadFormat): string {
  const year = report.year === null ? '' : `${report.year}年`
  return `${report.agency ?? ''}${year}政府信息公开工作年度报告.${format}`
}

/** Every cell of the form: id, words, value (amounts in yuan), kind, raw text, place. */
export function cellsCsv(report: Report, lang: Lang): string {
  const t = teller(lang)
  const edition = editionOf(report.edition)
  const rows = formCells(edition).map(({ id }) => {
    const record = report.cells[id]
    const place = record?.at ? t(placeWords(record.at)) : ''
    return [id, cellWords(edition, id, lang), valueAt(report, id), record?.kind ?? 'absent', record?.raw ?? '', place]
  })
  return csv([['id', 'label', 'value', 'kind', 'raw', 'place'], ...rows])
}

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
