/** Cells under a merged one: their values stay in the file, and only the first of them is shown. */
import { addressOf } from '../read/xlsx/address.ts'
import { attributeOf, type Element, elementsIn } from './tree.ts'

interface Merge {
  readonly top: number
  readonly left: number
  readonly right: number
}

/** Most rows of one merge that are looked up by their number. */
const mostRows = 10_000

export function mergedAway(sheet: Element): (row: number, column: number) => boolean {
  const byRow = new Map<number, Merge[]>()
  for (const element of elementsIn(sheet)) {
    if (element.local !== 'mergeCell') continue
    const [from, to] = (attributeOf(element, 'ref') ?? '').split(':').map(addressOf)
    if (!from || !to) continue
    const merge = { top: from.row, left: from.column, right: to.column }
    for (let row = from.row; row <= Math.min(to.row, from.row + mostRows); row += 1) {
      const known = byRow.get(row)
      if (known) known.push(merge)
      else byRow.set(row, [merge])
    }
  }
  return (row, column) =>
    (byRow.get(row) ?? []).some(({ top, left, right }) => {
      return column >= left && column <= right && !(row === top && column === left)
    })
}
