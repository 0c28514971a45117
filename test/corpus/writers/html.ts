/** Web pages as agencies publish them: clean, pasted from Word, laid out with tables, or one table for everything. */
import { type Block, corners, isTable, type Shape, type Slot, type Table } from '../shape.ts'
import { gb18030 } from './encodings.ts'
import { escaped, utf8, type Writer } from './writer.ts'

type CellWriter = (slot: Slot) => string

const lines = (text: string): string => escaped(text).replace(/\n/gu, '<br>')

function spans({ cell, rowSpan }: Slot): string {
  const across = cell.span > 1 ? ` colspan="${cell.span}"` : ''
  return rowSpan > 1 ? `${across} rowspan="${rowSpan}"` : across
}

function table(shape: Table, cell: CellWriter, attributes = ''): string {
  const rows = corners(shape).map(row => `<tr>${row.map(cell).join('')}</tr>`)
  return `<table${attributes}><tbody>\n${rows.join('\n')}\n</tbody></table>`
}

function clean(shape: Shape): string {
  const cell: CellWriter = slot => `<td${spans(slot)}>${lines(slot.cell.text)}</td>`
  const block = (b: Block): string => {
    if (isTable(b)) return table(b, cell)
    if (b.kind === 'title') return `<h1>${lines(b.text)}</h1>`
    return b.kind === 'heading' ? `<h2>${lines(b.text)}</h2>` : `<p>${lines(b.text)}</p>`
  }
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${escaped(shape.title)}</title></head>
<body>${shape.blocks.map(block).join('\n')}</body></html>`
}

/** Text cut into spans in the middle of words, blanks as non-breaking spaces. */
function wordSpans(text: string): string {
  if (text.trim() === '') return '<span lang=EN-US>&nbsp;<o:p></o:p></span>'
  const cut = Math.ceil(text.length / 2)
  const parts = [text.slice(0, cut), text.slice(cut)].filter(p => p !== '')
  return parts.map(p => `<span style='font-size:12.0pt;font-family:仿宋_GB2312'>${lines(p)}</span>`).join('')
}

function word(shape: Shape): string {
  const cell: CellWriter = slot =>
    `<td width=57${spans(slot).replace(/"/gu, '')} style='width:42.5pt;border:solid windowtext 1.0pt'>` +
    `<p class=MsoNormal align=center>${wordSpans(slot.cell.text)}</p></td>`
  const block = (b: Block): string => {
    if (isTable(b)) return table(b, cell, ' class=MsoTableGrid border=1 cellspacing=0')
    const klass = b.kind === 'title' ? 'MsoTitle' : 'MsoNormal'
    return `<p class=${klass} style='text-indent:32.0pt'>${wordSpans(b.text)}<span lang=EN-US><o:p></o:p></span></p>`
  }
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; line-height:28pt; mso-pagination:3} --></style></head>
<body lang=ZH-CN><div class=WordSection1>${shape.blocks.map(block).join('\n')}</div></body></html>`
}

/** A portal page: navigation, scripts and the report inside the cells of layout tables. */
function layout(shape: Shape): string {
  const cell: CellWriter = slot => `<td${spans(slot)}><div> ${lines(slot.cell.text)} </div></td>`
  const block = (b: Block): string =>
    isTable(b) ? table(b, cell, ' border="1"') : `<div><font size="3">${lines(b.text)}</font></div><br>`
  return `<html><head><meta charset="utf-8"><title>信息公开专栏</title><script>var total = 17; document.write('<td>99</td>')</script></head>
<body><table width="1000"><tr><td colspan="2"><a href="/">首页</a> <a href="/a">机构职能</a> 访问量：20394</td></tr>
<tr><td width="200"><ul><li>公开指南</li><li>公开目录</li><li>2016</li><li>2017</li></ul></td>
<td><table width="100%"><tr><td align="center">发布时间：2023-01-19 浏览：371 次</td></tr><tr><td>
${shape.blocks.map(block).join('\n')}
</td></tr></table></td></tr><tr><td colspan="2">版权所有 备案号 01234567 号</td></tr></table></body></html>`
}

/** The whole report in one table, as spreadsheets are saved: texts are rows of one wide cell. */
function single(shape: Shape): string {
  const width = 60
  const rows = shape.blocks.flatMap(b => {
    if (!isTable(b)) return [`<tr><td colspan="${width}">${lines(b.text)}</td></tr>`]
    const scale = width / b.width
    return corners(b).map(row => {
      const cells = row.map(slot => {
        const wide = { ...slot, cell: { ...slot.cell, span: slot.cell.span * scale } }
        return `<td${spans(wide)}>${lines(slot.cell.text)}</td>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
  })
  return `<html><head><meta charset="utf-8"></head><body><table>${rows.join('\n')}</table></body></html>`
}

/** Merged cells not declared at all: every row lists just the cells that start in it. */
function bare(shape: Shape): string {
  const cell: CellWriter = slot => `<td>${lines(slot.cell.text)}`
  const block = (b: Block): string => (isTable(b) ? table(b, cell) : `<p>${lines(b.text)}`)
  return `<html><body>${shape.blocks.map(block).join('\n')}</body></html>`
}

const html = (name: string, write: (shape: Shape) => Uint8Array, more: Partial<Writer> = {}): Writer => ({
  name: `html-${name}`,
  format: 'html',
  extension: 'html',
  write,
  ...more,
})

/** Every variety of web page. */
export const htmlWriters: readonly Writer[] = [
  html('clean', shape => utf8(clean(shape))),
  html('word', shape => gb18030(word(shape))),
  html('layout', shape => utf8(layout(shape))),
  html('single', shape => utf8(single(shape))),
  html('bare', shape => utf8(bare(shape)), { losesSpans: true }),
]
