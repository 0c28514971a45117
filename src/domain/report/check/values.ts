/** What a single figure must be: whole, not negative (`change` may be, amounts may have decimals). */
import { entry } from '../../kernel/entry.ts'
import type { Finding } from '../report.ts'
import { labelOf, type Reading, say, shown } from './finding.ts'

export function checkValues(reading: Reading): Finding[] {
  const { figures, lang } = reading
  const found: Finding[] = []
  figures.values.forEach((value, place) => {
    if (value === null) return
    const cell = entry(figures.index.cells, place)
    const { measure } = cell.column
    const words = { row: labelOf(cell.row.label, lang), column: labelOf(cell.column.label, lang), value: shown(value) }
    const where = { table: cell.table, row: cell.row.id, column: cell.column.id, left: value, cells: [cell.id] }
    if (measure !== 'amount' && !Number.isInteger(value)) found.push(say(lang, 'value.integer', 'whole', words, where))
    if (measure !== 'change' && value < 0) found.push(say(lang, 'value.sign', 'negative', words, where))
  })
  return found
}
