/** A complete page of its own: no script, nothing loaded from elsewhere, ready to print. */
import type { PageBlock, PageCell, PageModel, PageTable } from '../../../paper/page.ts'
import { tableSize, titleLines } from './measure.ts'

const style = `
:root { color: #1a1a1a; background: #fff; }
body { margin: 2rem auto; max-width: 52rem; padding: 0 1rem; font-family: "Noto Serif SC", "Source Han Serif SC",
  SimSun, 宋体, FangSong, 仿宋, serif; font-size: 1rem; line-height: 1.75; }
h1 { margin: 2rem 0; font-size: 1.6rem; line-height: 1.4; text-align: center; }
h1 span { display: inline-block; }
h2, h3 { font-family: "Noto Sans SC", SimHei, 黑体, sans-serif; break-after: avoid; }
h2 { margin: 1.6em 0 .6em; font-size: 1.15rem; }
h3 { margin: 1em 0 .3em; font-size: 1rem; text-indent: 2em; }
p { margin: .3em 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; line-height: 1.45; margin: .6em 0; }
caption { margin: .3em 0; font-weight: bold; }
th, td { border: 1px solid #555; padding: .3em .35em; font-weight: normal; vertical-align: middle;
  overflow-wrap: anywhere; }
thead th, th[scope^=col] { background: #f4f5f7; text-wrap: balance; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
td.value { font-variant-numeric: tabular-nums; }
.vertical span { writing-mode: vertical-rl; text-orientation: upright; }
@media screen { table.many { min-width: 44rem; } }
@media print {
  @page { size: A4; margin: 3cm 2.4cm 2.8cm; @bottom-center { content: "— " counter(page) " —"; font-size: 10pt; } }
  body { margin: 0; padding: 0; max-width: none; font-size: 14pt; }
  .wide { overflow: visible; }
  tr { break-inside: avoid; }
  table { break-inside: auto; }
  thead { display: table-header-group; }
}
`

/** UTF-8; every text of the page is escaped. */
export function writeHtml(page: PageModel): Uint8Array {
  const author = page.author ? `<meta name="author" content="${escaped(page.author)}">\n` : ''
  const body = page.blocks.map((block, i) => blockHtml(block, i, page)).join('\n')
  return new TextEncoder().encode(`<!DOCTYPE html>
<html lang="${page.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)}</title>
${author}<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`)
}

function blockHtml(block: PageBlock, at: number, page: PageModel): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${titleHtml(block.text, page.author)}</h1>`
    case 'heading':
      return `<h${block.level + 1} id="${headingId(at)}">${escaped(block.text)}</h${block.level + 1}>`
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`
    case 'table':
      return tableHtml(block, named(page.blocks[at - 1], block) ? headingId(at - 1) : null)
  }
}

/** Whether the heading right above already is the table's name: said twice, it would be read out twice. */
function named(above: PageBlock | undefined, table: PageTable): boolean {
  return above?.kind === 'heading' && above.text === table.name
}

function headingId(at: number): string {
  return `part-${at}`
}

/** The lines of a title stand side by side where there is room. */
function titleHtml(title: string, author: string): string {
  const { lines } = titleLines(title, author)
  return lines.length === 1 ? escaped(title) : lines.map(line => `<span>${escaped(line)}</span>`).join('')
}

function tableHtml(table: PageTable, headingAbove: string | null): string {
  const total = table.widths.reduce((sum, width) => sum + width, 0)
  const columns = table.widths.map(width => `<col style="width:${((width / total) * 100).toFixed(2)}%">`).join('')
  const rows = table.rows.map(row => `<tr>${row.map(cellHtml).join('')}</tr>`)
  const heads = rows.slice(0, table.headRows)
  const thead = heads.length > 0 ? `<thead>\n${heads.join('\n')}\n</thead>\n` : ''
  const many = table.widths.length > 6 ? ' class="many"' : ''
  const name = headingAbove ? ` aria-labelledby="${headingAbove}"` : ''
  const region = name || ` aria-label="${escaped(table.name)}"`
  const caption = headingAbove ? '' : `<caption>${escaped(table.name)}</caption>\n`
  return `<div class="wide" role="region" tabindex="0"${region}><table${many}${name} style="font-size:${tableSize(table)}pt">
${caption}<colgroup>${columns}</colgroup>
${thead}<tbody>
${rows.slice(table.headRows).join('\n')}
</tbody>
</table></div>`
}

function cellHtml(cell: PageCell): string {
  const tag = cell.role === 'head' || cell.role === 'label' ? 'th' : 'td'
  const spans =
    (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '') + (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '')
  const classes = `${cell.role} ${cell.align}${cell.vertical ? ' vertical' : ''}`
  const text = cell.vertical ? `<span>${escaped(cell.text)}</span>` : escaped(cell.text)
  return `<${tag}${scopeOf(cell)}${spans} class="${classes}">${text}</${tag}>`
}

function scopeOf(cell: PageCell): string {
  if (cell.role === 'head') return ` scope="${cell.colSpan > 1 ? 'colgroup' : 'col'}"`
  if (cell.role === 'label') return ` scope="${cell.rowSpan > 1 ? 'rowgroup' : 'row'}"`
  return ''
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, char => entities[char] ?? char)
}
