/** PDF files by typst: ruled, without rules, and parted across small pages. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Block, corners, isTable, type Shape, type Table } from '../shape.ts'
import type { Writer } from './writer.ts'

interface Style {
  readonly stroke: string
  readonly page: string
  readonly repeatHead: boolean
  readonly size: string
}

let compiler: NodeCompiler | undefined

function typst(): NodeCompiler {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [join(fonts, '400Regular')] }] })
  return compiler
}

const quoted = (text: string): string =>
  `#"${text.replace(/\\/gu, '\\\\').replace(/"/gu, '\\"').replace(/\n/gu, '\\n')}"`

function table(t: Table, style: Style): string {
  const label = t.width === 10 ? '(2em, 5em, 12em, ' : '('
  const columns = `${label}${'1fr, '.repeat(t.width === 10 ? 7 : t.width)})`
  const rows = corners(t).map(row =>
    row
      .map(({ cell, rowSpan }) => `table.cell(colspan: ${cell.span}, rowspan: ${rowSpan})[${quoted(cell.text)}]`)
      .join(', '),
  )
  const head = style.repeatHead && t.headRows > 1 ? rows.splice(0, t.headRows) : []
  const header = head.length > 0 ? `table.header(${head.join(', ')}),` : ''
  return `#table(columns: ${columns}, stroke: ${style.stroke}, inset: 3pt, align: center + horizon, ${header} ${rows.join(',\n')})`
}

function source(shape: Shape, style: Style): string {
  const block = (b: Block): string => {
    if (isTable(b)) return table(b, style)
    if (b.kind === 'title') return `#align(center, text(size: 16pt)[${quoted(b.text)}])`
    return b.kind === 'mark' ? `#align(center)[${quoted(b.text)}]` : `#par[${quoted(b.text)}]`
  }
  return `#set document(date: none)
#set page(${style.page}, margin: 36pt, numbering: "— 1 —")
#set text(font: "Noto Serif SC", size: ${style.size}, lang: "zh")
#set par(justify: false)
${shape.blocks.map(block).join('\n\n')}`
}

function pdf(shape: Shape, style: Style): Uint8Array {
  const bytes = typst().pdf({ mainFileContent: source(shape, style) })
  if (!bytes) throw new Error('typst made no pdf')
  return new Uint8Array(bytes)
}

const writer = (name: string, style: Style, losses: Pick<Writer, 'losesRows'> = {}): Writer => ({
  name: `pdf-${name}`,
  format: 'pdf',
  extension: 'pdf',
  write: shape => pdf(shape, style),
  ...losses,
})

/** Every variety of PDF. */
export const pdfWriters: readonly Writer[] = [
  writer('ruled', { stroke: '0.5pt', page: 'paper: "a4"', repeatHead: false, size: '9pt' }),
  writer('bare', { stroke: 'none', page: 'paper: "a4"', repeatHead: false, size: '8pt' }, { losesRows: true }),
  writer(
    'split',
    { stroke: '0.5pt', page: 'width: 560pt, height: 300pt', repeatHead: true, size: '9pt' },
    { losesRows: true },
  ),
  writer(
    'split-bare-head',
    { stroke: '0.5pt', page: 'width: 560pt, height: 260pt', repeatHead: false, size: '9pt' },
    { losesRows: true },
  ),
]
