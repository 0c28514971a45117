/** Money: printed with a unit, and of a believable size (D§3.3: the 2019 form prints no unit beside 采购总金额). */
import { entry } from '../../kernel/entry.ts'
import type { Finding } from '../report.ts'
import { labelOf, type Reading, say, shown } from './finding.ts'

/** Believable sizes in yuan. Generous: outside them a unit was most likely mistaken. */
const believable = {
  /** More than the yearly purchases of any prefecture. */
  most: 100_000_000_000,
  /** A purchase below this does not go through central procurement. */
  leastEach: 1000,
}

/** The column that counts what an amount beside it was spent on. */
const ITEMS = 'items'

export function checkAmounts(reading: Reading): Finding[] {
  const { figures, report, lang } = reading
  return figures.index.rows.flatMap(row =>
    row.cells.flatMap(place => {
      const cell = entry(figures.index.cells, place)
      const value = entry(figures.values, place)
      if (cell.column.measure !== 'amount' || value === null || value === 0) return []
      const unit = report.cells[cell.id]?.unit
      const words = {
        row: labelOf(cell.row.label, lang),
        column: labelOf(cell.column.label, lang),
        value: shown(value),
        unit: unit ?? '元',
      }
      const where = { table: cell.table, row: cell.row.id, column: cell.column.id, left: value, cells: [cell.id] }
      const size = sizeOf(value, itemsBeside(reading, row.cells))
      return [
        ...(unit === null ? [say(lang, 'unit.assumed', 'yuan', words, where)] : []),
        ...(size === null ? [] : [say(lang, 'unit.implausible', size, words, where)]),
      ]
    }),
  )
}

function sizeOf(value: number, items: number | null): 'small' | 'large' | null {
  if (value > believable.most) return 'large'
  return value > 0 && value < believable.leastEach * (items ?? 0) ? 'small' : null
}

function itemsBeside({ figures }: Reading, places: readonly number[]): number | null {
  const place = places.find(p => entry(figures.index.cells, p).column.id === ITEMS)
  return place === undefined ? null : entry(figures.known, place)
}
