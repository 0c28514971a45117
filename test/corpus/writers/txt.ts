/** Plain text in the ways real papers are turned into it: with tabs, a cell a line, padded, run together. */
import { type Block, type Cell, corners, type Shape, slots, type Table } from '../shape.ts'
import { latex, ruled, widthOf } from './drawn.ts'
import { gb18030, utf16 } from './encodings.ts'
import { utf8, type Writer } from './writer.ts'

type TableWriter = (table: Table) => string[]

interface Style {
  readonly table: TableWriter
  readonly text?: (block: Exclude<Block, Table>) => string
  /** What stands between two blocks. */
  readonly gap?: string
}

function text(shape: Shape, { table, text = block => block.text, gap = '\n\n' }: Style): string {
  let written = ''
  let before: Block | undefined
  for (const block of shape.blocks) {
    const close =
      before?.kind === 'mark' || block.kind === 'mark' || (before?.kind === 'table' && block.kind === 'table')
    if (before) written += close && gap === '\n\n' ? '\n' : gap
    written += block.kind === 'table' ? table(block).join('\n') : text(block)
    before = block
  }
  return `${written}\n`
}

/** Every place of the grid kept, covered ones empty. */
const tabs: TableWriter = table => slots(table).map(row => row.map(s => (s.corner ? s.cell.text : '')).join('\t'))

/** Covered places lost: a merged cell leaves its rows one cell short. */
const tabsLost: TableWriter = table => corners(table).map(row => row.map(s => s.cell.text).join('\t'))

/** Downward merges keep their empty cell, sideways merges do not (what word processors export). */
const tabsDown: TableWriter = table =>
  slots(table).map(row =>
    row
      .filter(s => s.covered !== 'left')
      .map(s => (s.corner ? s.cell.text : ''))
      .join('\t'),
  )

const linesTab: TableWriter = table =>
  slots(table).flatMap(row => [
    ...row.filter(s => s.covered !== 'left' && s.cell.role !== 'filler').map(s => `\t${s.corner ? s.cell.text : ''}`),
    '',
  ])

const linesPlain: TableWriter = table =>
  corners(table).flatMap(row => row.filter(s => s.cell.role !== 'filler').map(s => s.cell.text))

const linesLost: TableWriter = table =>
  corners(table).flatMap(row => row.map(s => s.cell.text).filter(t => t.trim() !== ''))

const pipes: TableWriter = table => {
  const rows = slots(table).map(row => {
    const cells = row.map(s => (s.corner ? s.cell.text.replace(/\n/gu, '<br>') : ''))
    return `| ${cells.join(' | ')} |`
  })
  const rule = `|${' --- |'.repeat(table.width)}`
  return [...rows.slice(0, 1), rule, ...rows.slice(1)]
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ')

const single: TableWriter = table =>
  corners(table).map(row =>
    row
      .map(s => oneLine(s.cell.text))
      .filter(t => t.trim() !== '')
      .join(' '),
  )

/** No gap between a label and its first figure. */
const glued: TableWriter = table =>
  corners(table).map(row => {
    const cells = row.filter(s => s.cell.text.trim() !== '')
    return cells.map((s, i) => gapBefore(s.cell, cells[i - 1]?.cell) + oneLine(s.cell.text)).join('')
  })

function gapBefore(cell: Cell, before: Cell | undefined): string {
  return before === undefined || (before.role === 'label' && cell.role === 'value') ? '' : ' '
}

const runTogether: TableWriter = table => [single(table).join(' ')]

const spaced: TableWriter = table => {
  const rows = corners(table)
  const widths = columnWidths(table)
  return rows.map((_, y) => {
    let line = ''
    let x = 0
    for (const cell of table.rows[y]?.cells ?? []) {
      const left = widths.slice(0, x).reduce((sum, w) => sum + w, 0)
      line += ' '.repeat(Math.max(0, left - widthOf(line)))
      if (rows[y]?.some(s => s.cell === cell)) line += oneLine(cell.text)
      x += cell.span
    }
    return line.trimEnd()
  })
}

function columnWidths(table: Table): number[] {
  const widths = new Array<number>(table.width).fill(8)
  for (const span of [1, 2, 3, 4, 5, 7, 10, 15]) {
    for (const row of table.rows) {
      let x = 0
      for (const cell of row.cells) {
        const last = x + cell.span - 1
        if (cell.span === span) {
          const others = widths.slice(x, last).reduce((sum, w) => sum + w, 0)
          widths[last] = Math.max(widths[last] ?? 0, widthOf(oneLine(cell.text)) + 2 - others)
        }
        x += cell.span
      }
    }
  }
  return widths
}

/** Narrow cells set one character under the other, as their line breaks come out. */
const tabsVertical: TableWriter = table =>
  slots(table).map(row =>
    row
      .filter(s => s.covered !== 'left')
      .map(s => (s.corner ? (s.cell.vertical ? [...s.cell.text].join('\n') : s.cell.text) : ''))
      .join('\t'),
  )

/** The vertical label spread down the rows it stands beside, one character to a row. */
const tabsSpread: TableWriter = table => {
  const seen = new Map<string, string[]>()
  return slots(table).map(row =>
    row
      .map(s => {
        if (!s.cell.vertical || s.cell.merge === undefined) return s.corner ? s.cell.text : ''
        const left = seen.get(s.cell.merge) ?? [...s.cell.text]
        seen.set(s.cell.merge, left)
        return left.shift() ?? ''
      })
      .join('\t'),
  )
}

const markdown = (block: Exclude<Block, Table>): string => {
  if (block.kind === 'title') return `# ${block.text}`
  return block.kind === 'heading' ? `## **${block.text}**` : block.text
}

const indented = (block: Exclude<Block, Table>): string =>
  block.kind === 'paragraph' || block.kind === 'heading' ? `　　${block.text}` : block.text

function writer(name: string, style: Style, more: Partial<Writer> = {}): Writer {
  const encode = (shape: Shape): Uint8Array => utf8(text(shape, style))
  return { name: `txt-${name}`, format: 'txt', extension: 'txt', write: encode, ...more }
}

/** Cells separated by commas, as spreadsheets hand them out: quoted where the text holds one. */
const commas: TableWriter = table =>
  slots(table).map(row =>
    row
      .map(s => (s.corner ? oneLine(s.cell.text) : ''))
      .map(text => (/[,"]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text))
      .join(','),
  )

/** Cells that were paragraphs of a page: a tab before each but the first, and an empty line behind each. */
const paragraphs: TableWriter = table =>
  corners(table).flatMap(row => row.flatMap((s, i) => [`${i > 0 ? '\t' : ''}${s.cell.text}`, '']))

/** Every variety of plain text. */
export const txtWriters: readonly Writer[] = [
  writer('tabs', { table: tabs }),
  writer('tabs-lost', { table: tabsLost, gap: '\n' }, { losesSpans: true }),
  writer('tabs-down', { table: tabsDown, text: indented }, { losesSpans: true }),
  writer('tabs-vertical', { table: tabsVertical }, { losesSpans: true }),
  writer('tabs-spread', { table: tabsSpread }),
  writer('lines-tab', { table: linesTab, gap: '\n' }, { losesSpans: true }),
  writer('lines-plain', { table: linesPlain, gap: '\n' }, { losesBlanks: true }),
  writer('lines-lost', { table: linesLost, text: indented }, { losesBlanks: true }),
  writer('pipes', { table: pipes, text: markdown }),
  writer('spaced', { table: spaced }, { losesBlanks: true }),
  writer('single', { table: single }, { losesBlanks: true }),
  writer('glued', { table: glued, gap: '\n' }, { losesBlanks: true }),
  writer('run-together', { table: runTogether }, { losesBlanks: true }),
  writer('commas', { table: commas }),
  writer('paragraphs', { table: paragraphs, gap: '\n' }, { losesBlanks: true }),
  writer('ruled', { table: ruled }),
  writer('latex', { table: latex }),
  writer('pages', { table: runTogether, gap: ' ' }, { losesBlanks: true }),
]

/** The same text in other encodings and line ends. */
export const encodedWriters: readonly Writer[] = [
  writer('gb18030', { table: tabs }, { write: shape => gb18030(text(shape, { table: tabs })) }),
  writer('utf16le', { table: tabs }, { write: shape => utf16(text(shape, { table: tabs }), 'le') }),
  writer('utf16be', { table: tabsLost }, { write: shape => utf16(text(shape, { table: tabsLost }), 'be') }),
  writer(
    'bom-crlf',
    { table: tabs },
    { write: shape => utf8(`\uFEFF${text(shape, { table: tabs }).replace(/\n/gu, '\r\n')}`) },
  ),
  writer('cr', { table: tabsDown }, { write: shape => utf8(text(shape, { table: tabsDown }).replace(/\n/gu, '\r')) }),
]
