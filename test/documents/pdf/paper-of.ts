import type { Grid, Paper, TextLine } from '../../../src/paper/paper.ts'
import { defaultLimits } from '../../../src/platform/documents/limits.ts'
import { readPdf } from '../../../src/platform/documents/read/pdf.ts'

export function paperOf(bytes: Uint8Array): Promise<Paper> {
  return readPdf(bytes, defaultLimits)
}

export function gridsOf(paper: Paper): Grid[] {
  return paper.blocks.filter(block => block.kind === 'grid')
}

export function linesOf(paper: Paper): TextLine[] {
  return paper.blocks.filter(block => block.kind === 'text')
}

export function textsOf(paper: Paper): string[] {
  return linesOf(paper).map(line => line.text)
}

/** The rows of a grid as written, each cell once: its text, with `rows×columns` behind it where it spans. */
export function rowsOf(grid: Grid | undefined): string[][] {
  return Array.from({ length: grid?.height ?? 0 }, (_, row) =>
    (grid?.cells ?? [])
      .filter(cell => cell.row === row)
      .map(({ text, rowSpan, colSpan }) => text + (rowSpan * colSpan > 1 ? ` ${rowSpan}×${colSpan}` : '')),
  )
}
