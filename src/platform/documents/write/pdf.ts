/** PDF/A-2a: archival, tagged, set by typst in Noto Serif SC. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PageBlock, PageModel, PageTable } from '../../../paper/page.ts'
import { type Coverage, coverageOf, onlyCovered } from './glyphs.ts'
import { bodySize, cellWidths, evenPadding, page as sheet, tableSize, textWidth, titleLines } from './measure.ts'
import { pdfTemplate } from './pdf-template.ts'

const pdfStandard = 'a-2a'
/** PDF/A demands a date; where none is given the file says the beginning of computer time, which no one takes for one. */
const noDate = new Date(0)
const family = 'Noto Serif SC'

/** Characters no font at hand can show become 〓; PDF/A forbids empty boxes. */
export async function writePdf(page: PageModel, made: Date = noDate): Promise<Uint8Array> {
  try {
    return set(page, made)
  } catch (error) {
    const covered = coveredPage(page, await coverage())
    // Set again only if that changes anything: otherwise the fault lies elsewhere and must be seen.
    if (JSON.stringify(covered) === JSON.stringify(page)) throw error
    return set(covered, made)
  }
}

function set(page: PageModel, made: Date): Uint8Array {
  const typst = compiler()
  const result = typst.compile({ mainFileContent: pdfTemplate, inputs: { model: JSON.stringify(modelOf(page, made)) } })
  const document = result.result
  if (!document) {
    const error = result.takeError()
    throw new Error(`typst: ${error ? JSON.stringify(typst.fetchDiagnostics(error)) : 'no document'}`)
  }
  const bytes = typst.pdf(document, { pdfStandard })
  typst.evictCache(4)
  return new Uint8Array(bytes)
}

let shared: NodeCompiler | undefined

/** Made once: it finds the fonts, which takes longer than setting a report. */
function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({
    workspace: fontFolder('400Regular'),
    fontArgs: [{ fontPaths: [fontFolder('400Regular'), fontFolder('700Bold')] }],
  })
  return shared
}

function fontFolder(weight: string): string {
  const manifest = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json')
  return join(dirname(manifest), weight)
}

let known: Promise<Coverage> | undefined

function coverage(): Promise<Coverage> {
  known ??= readFile(join(fontFolder('400Regular'), 'NotoSerifSC_400Regular.ttf')).then(coverageOf)
  return known
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

function modelOf(page: PageModel, made: Date) {
  return {
    title: page.title,
    author: page.author,
    made: [
      made.getUTCFullYear(),
      made.getUTCMonth() + 1,
      made.getUTCDate(),
      made.getUTCHours(),
      made.getUTCMinutes(),
      made.getUTCSeconds(),
    ],
    font: [family],
    size: bodySize,
    sheet,
    blocks: page.blocks.map(block => blockModel(block, page.author)),
  }
}

function blockModel(block: PageBlock, author: string) {
  if (block.kind === 'title') return { ...block, ...titleLines(block.text, author) }
  return block.kind === 'table' ? tableModel(block) : { ...block, text: withKeptSpaces(block.text) }
}

/** A space beside a Han character would vanish where a line breaks at it: no line breaks there. */
function withKeptSpaces(text: string): string {
  return text.replace(/(?<=\p{Script=Han}) (?=\S)|(?<=\S) (?=\p{Script=Han})/gu, '\u00a0')
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
