/** A report as a plain table, a line each cell, for spreadsheets and programs. */
import type { Lang } from '../../domain/kernel/lang.ts'
import { editionOf, formCells } from '../../domain/report/form-cells.ts'
import { type Report, valueAt } from '../../domain/report/report.ts'
import { cellWords } from '../cell-words.ts'
import { teller } from '../messages.ts'
import { placeWords } from '../place.ts'

type Row = readonly (string | number | null)[]

/** A head, then every cell of the form: id, words, value (amounts in yuan), kind, raw text, place. */
export function cellRows(report: Report, lang: Lang): Row[] {
  const t = teller(lang)
  const edition = editionOf(report.edition)
  const rows = formCells(edition).map(({ id }) => {
    const record = report.cells[id]
    const place = record?.at ? t(placeWords(record.at)) : ''
    return [id, cellWords(edition, id, lang), valueAt(report, id), record?.kind ?? 'absent', record?.raw ?? '', place]
  })
  return [['id', 'label', 'value', 'kind', 'raw', 'place'], ...rows]
}
