/** What can be taken away from a visit: a report in every format, cells and findings as tables. */
import type { Lang } from '../../domain/kernel/lang.ts'
import { editionOf, formCells } from '../../domain/report/form-cells.ts'
import { type Report, valueAt } from '../../domain/report/report.ts'
import { cellWords } from '../../ui/cell-words.ts'
import { severityWords, teller } from '../../ui/messages.ts'
import { placeWords } from '../../ui/place.ts'
import { csv } from './csv.ts'
import type { DownloadFormat } from './paths.ts'
import { reportView } from './view.ts'
import type { Visit } from './visit.ts'
import { visitWords } from './words.ts'

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

/** Every finding of the visit, a line each; a file that could not be checked has one line with its sentence. */
export function findingsCsv(visit: Visit, lang: Lang): string {
  const t = teller(lang)
  const lines = visit.entries.flatMap(entry => {
    if (entry.error) {
      const { code, says } = entry.error
      return [[entry.file, '', '', t(visitWords.failed), code, t(says), '', '', '', '', '']]
    }
    const view = reportView(visit, entry, lang)
    if (!view) return []
    const { report, findings } = view
    const edition = editionOf(report.edition)
    return findings.map(f => [
      entry.file,
      report.agency ?? '',
      report.year,
      t(severityWords[f.severity]),
      f.rule,
      f.says,
      f.cells.map(id => cellWords(edition, id, lang)).join('\n'),
      f.cells.map(id => placeOf(report, id, lang)).join('\n'),
      f.left ?? null,
      f.right ?? null,
      f.basis ?? '',
    ])
  })
  return csv([findingHeads.map(t), ...lines])
}

function placeOf(report: Report, id: string, lang: Lang): string {
  const at = report.cells[id]?.at
  return at ? teller(lang)(placeWords(at)) : ''
}
