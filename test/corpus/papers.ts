/** Papers made straight from a shape, without a file between: what a perfect reader would yield. */
import type { Grid, Paper, PaperBlock, PaperCell } from '../../src/paper/paper.ts'
import { isTable, type Shape, slots, type Table } from './shape.ts'

/** Merged cells declared, as good Word files and web pages do. */
export function gridPaper(shape: Shape): Paper {
  let line = 0
  const blocks = shape.blocks.map((block, i): PaperBlock => {
    if (isTable(block)) return grid(block, i)
    line++
    return { kind: 'text', text: block.text, at: { line } }
  })
  return { format: 'docx', blocks }
}

function grid(table: Table, index: number): Grid {
  const cells = slots(table).flatMap((line, row) =>
    line.flatMap((slot, column): PaperCell[] => {
      if (!slot.corner) return []
      const at = { table: index, row, column }
      return [{ text: slot.cell.text, row, column, rowSpan: slot.rowSpan, colSpan: slot.cell.span, at }]
    }),
  )
  return { kind: 'grid', width: table.width, height: table.rows.length, cells }
}

/** No merge declared: every row starts at the left edge with the cells that start in it. */
export function bareGridPaper(shape: Shape): Paper {
  const paper = gridPaper(shape)
  const bare = (block: PaperBlock): PaperBlock => {
    if (block.kind !== 'grid') return block
    const taken = new Map<number, number>()
    const cells = block.cells.map(cell => {
      const column = taken.get(cell.row) ?? 0
      taken.set(cell.row, column + 1)
      return { ...cell, column, rowSpan: 1, colSpan: 1 }
    })
    return { ...block, cells }
  }
  return { ...paper, blocks: paper.blocks.map(bare) }
}
