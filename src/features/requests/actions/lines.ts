/** Rows of table 三 by the name the form of a year prints. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { editionForYear } from '../../../domain/report/form-cells.ts'
import type { RequestLine } from '../../../law/lines.ts'

/** With the group it stands in, where it stands in one: 不予公开 1.属于国家秘密. */
export function lineSaid(line: RequestLine, year: number): Said {
  const edition = editionForYear(year)
  const row = edition.requests.rows.find(({ id }) => id === edition.lines.requests[line])
  if (!row) throw new Error(`no row of ${edition.id} for ${line}`)
  const group = edition.requests.groups.find(({ id, within }) => id === row.group && within !== undefined)
  const { zh, en } = row.label
  return group ? { zh: `${group.label.zh} ${zh}`, en: `${group.label.en}: ${en}` } : { zh, en }
}
