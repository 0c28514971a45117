/** A table of a Word file while it is read. One within a cell is read as the paragraphs of that cell. */
import type { PageCell, PageTable } from '../../../paper/page.ts'
import type { Attributes } from '../read/xml.ts'
import type { FilledLine } from './filled-types.ts'

interface Cell {
  lines: FilledLine[]
  span: number
  /** `continue`: goes on from the cell above. */
  merge: 'restart' | 'continue' | null
  vertical: boolean
}

interface Row {
  cells: Cell[]
  head: boolean
}

const mostSpan = 60

export class TableReading {
  #depth = 0
  #widths: number[] = []
  #rows: Row[] = []

  /** Tells whether the element was the table's own. */
  opens(name: string, attributes: Attributes): boolean {
    if (name === 'tbl') {
      this.#depth += 1
      if (this.#depth === 1) [this.#widths, this.#rows] = [[], []]
      return true
    }
    if (this.#depth !== 1) return false
    const row = this.#rows.at(-1)
    const cell = row?.cells.at(-1)
    const val = attributes.get('val')
    if (name === 'gridCol') this.#widths.push(Math.max(1, Number(attributes.get('w')) || 1))
    else if (name === 'tr') this.#rows.push({ cells: [], head: false })
    else if (name === 'tblHeader' && row) row.head = !/^(?:0|false|off)$/.test(val ?? '')
    else if (name === 'tc') row?.cells.push({ lines: [], span: 1, merge: null, vertical: false })
    else if (name === 'gridSpan' && cell) cell.span = Math.min(mostSpan, Math.max(1, Number(val) || 1))
    else if (name === 'vMerge' && cell) cell.merge = val === 'restart' ? 'restart' : 'continue'
    else if (name === 'textDirection' && cell) cell.vertical = val?.startsWith('tb') ?? false
    else return false
    return true
  }

  /** Takes the paragraph where it stands in a cell. */
  takes(line: FilledLine): boolean {
    if (this.#depth === 0) return false
    this.#rows.at(-1)?.cells.at(-1)?.lines.push(line)
    return true
  }

  /** The table, where it has just ended and holds anything. */
  closes(name: string): PageTable | null {
    if (name !== 'tbl') return null
    this.#depth -= 1
    return this.#depth === 0 && this.#rows.some(({ cells }) => cells.length > 0) ? this.#made() : null
  }

  #made(): PageTable {
    const rows = this.#rows.filter(({ cells }) => cells.length > 0)
    const count = Math.max(...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)))
    const widths = this.#widths.length === count ? this.#widths : Array.from({ length: count }, () => 1)
    const firstBelow = rows.findIndex(({ head }) => !head)
    return {
      kind: 'table',
      name: '',
      widths,
      headRows: firstBelow < 0 ? 0 : firstBelow,
      rows: joined(rows, count),
    }
  }
}

/** Cells that go on from above become part of that one; a row that ends early is filled up. */
function joined(rows: readonly Row[], count: number): PageCell[][] {
  const above = new Map<number, { cell: PageCell; row: number; index: number }>()
  const made: PageCell[][] = []
  for (const { cells } of rows) {
    const out: PageCell[] = []
    let column = 0
    for (const cell of cells) {
      const start = above.get(column)
      if (cell.merge === 'continue' && start && start.cell.colSpan === cell.span) {
        const longer = { ...start.cell, rowSpan: start.cell.rowSpan + 1 }
        const its = made[start.row]
        if (its) its[start.index] = longer
        above.set(column, { ...start, cell: longer })
      } else {
        const shown = pageCell(cell)
        if (cell.merge === null) above.delete(column)
        else above.set(column, { cell: shown, row: made.length, index: out.length })
        out.push(shown)
      }
      column += cell.span
    }
    if (column < count) out.push(pageCell({ lines: [], span: count - column, merge: null, vertical: false }))
    made.push(out)
  }
  return made
}

function pageCell({ lines, span, vertical }: Cell): PageCell {
  const [first] = lines
  const align = first?.align === 'center' || first?.align === 'right' ? first.align : 'left'
  return {
    text: lines.map(({ text }) => text).join('\n'),
    colSpan: span,
    rowSpan: 1,
    role: first?.bold ? 'head' : 'value',
    align,
    vertical,
  }
}
