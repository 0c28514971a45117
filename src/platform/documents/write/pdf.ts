/** PDF/A-2a: archival, tagged, set by typst in Noto Serif SC. */
import type { PageBlock, PageModel, PageTable } from '../../../paper/page.ts'
import { type Coverage, onlyCovered } from './glyphs.ts'
import { bodySize, cellWidths, evenPadding, page as sheet, tableSize, textWidth, titleLines } from './measure.ts'
import { pdfTemplate } from './pdf-template.ts'
import { coverage, fontFamily, madeParts, setPdf, withKeptSpaces } from './typst.ts'

/** Characters no font at hand can show become 〓; PDF/A forbids empty boxes. */
export async function writePdf(page: PageModel, made?: Date): Promise<Uint8Array> {
  try {
    return set(page, made)
  } catch (error) {
    const covered = coveredPage(page, await coverage())
    // Set again only if that changes anything: otherwise the fault lies elsewhere and must be seen.
    if (JSON.stringify(covered) === JSON.stringify(page)) throw error
    return set(covered, made)
  }
}

function set(page: PageModel, made: Date | undefined): Uint8Array {
  return setPdf(pdfTemplate, modelOf(page, made), 'a-2a')
}

function coveredPage(page: PageModel, coverage: Coverage): PageModel {
  const shown = (text: string) => onlyCovered(text, coverage)
  const blocks = page.blocks.map(
    (block): PageBlock =>
      block.kind === 'table'
        ? { ...block, rows: block.rows.map(row => row.map(cell => ({ ...cell, text: shown(cell.text) }))) }
        : { ...block, text: shown(block.text) },
  )
  return { ...page, author: shown(page.author), title: shown(page.title), blocks }
}

function modelOf(page: PageModel, made: Date | undefined) {
  return {
    title: page.title,
    author: page.author,
    made: madeParts(made),
    font: [fontFamily],
    size: bodySize,
    sheet,
    blocks: page.blocks.map(block => blockModel(block, page.author)),
  }
}

function blockModel(block: PageBlock, author: string) {
  if (block.kind === 'title') return { ...block, ...titleLines(block.text, author) }
  return block.kind === 'table' ? tableModel(block) : { ...block, text: withKeptSpaces(block.text) }
}

function tableModel(table: PageTable) {
  const size = tableSize(table)
  const widths = cellWidths(table)
  return {
    kind: table.kind,
    headRows: table.headRows,
    widths: table.widths,
    size,
    rows: table.rows.map((row, r) =>
      row.map((cell, c) => ({
        ...cell,
        vertical: cell.vertical ?? false,
        room: table.widths.length > 6 ? 5 : 6,
        padding: evenPadding(cell, widths[r]?.[c] ?? textWidth, size),
      })),
    ),
  }
}
