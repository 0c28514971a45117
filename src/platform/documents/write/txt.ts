/** Plain text: one line a paragraph, tables as lines of cells between tabs. */
import type { PageBlock, PageModel, PageTable } from '../../../paper/page.ts'
import { placed } from './measure.ts'

/** UTF-8, lines end in LF. A spanned place is an empty cell between tabs; spans at the right edge end the line. */
export function writeTxt(page: PageModel): Uint8Array {
  const parts = page.blocks.map(blockText)
  return new TextEncoder().encode(`${parts.join('\n\n')}\n`)
}

function blockText(block: PageBlock): string {
  return block.kind === 'table' ? tableLines(block).join('\n') : block.text
}

function tableLines(table: PageTable): string[] {
  return placed(table).map(cells => {
    const line: string[] = []
    for (const { cell, column } of cells) line[column] = cell.text
    return Array.from(line, text => text ?? '').join('\t')
  })
}
