import { describe, expect, it } from 'vitest'
import { cpuTime } from '../../../../test/support/cpu-time.ts'
import { cellsOf, gridsOf, linesOf } from '../../../../test/support/office.ts'
import { defaultLimits, limitsWith, readPaper } from '../index.ts'
import { readHtml } from './html.ts'

const read = (html: string) => readHtml(Buffer.from(html), defaultLimits)
const lines = (html: string) => linesOf(read(html))
const cells = (html: string) => cellsOf(gridsOf(read(html))[0])

describe('lines of a web page', () => {
  it('begin where a browser begins them', () => {
    expect(lines('<h1>标题</h1><p>一<b>二</b>\n 三</p>四<br>五<div>六<div>七</div>八</div>')).toEqual([
      '标题',
      '一二 三',
      '四',
      '五',
      '六',
      '七',
      '八',
    ])
  })

  it('carry the line of the source', () => {
    expect(read('<p>一</p>\n\n<p>\n二</p>').blocks).toEqual([
      { kind: 'text', text: '一', at: { line: 1 } },
      { kind: 'text', text: '二', at: { line: 4 } },
    ])
  })

  it('decode entities and keep fixed blanks', () => {
    expect(lines('<p>&lt;54&gt;&nbsp;&nbsp;件 &amp; &#20214;&#x4EF6;&unknown;</p>')).toEqual([
      '<54>\u00A0\u00A0件 & 件件&unknown;',
    ])
  })

  it('keep blanks and tabs of preformatted text', () => {
    expect(lines('<pre>新收\t54   0\n  结转\t1</pre>')).toEqual(['新收\t54   0', '  结转\t1'])
  })

  it.each([
    '<script>var a = "<p>x</p>"</script>',
    '<style>p{}</style>',
    '<noscript><p>x</p></noscript>',
    '<template><p>x</p></template>',
    '<title>x</title>',
    '<!-- <p>x</p> -->',
    '<div hidden><div>x</div>x</div>',
    '<div style="color:red; DISPLAY : none"><p>x</p></div>',
    '<p style="display:none">x',
    '<ul><li hidden>x<ul><li>x</li></ul></ul>',
    '<svg><text>x</text></svg>',
  ])('leave out what is not shown: %s', hidden => {
    expect(lines(`<p>前</p>${hidden}<p>后</p>`)).toEqual(['前', '后'])
  })

  it('end a hidden paragraph that has no end tag where the next block begins', () => {
    expect(lines('<p>前</p><p hidden>x<div>后</div>')).toEqual(['前', '后'])
  })
})

describe('tables of a web page', () => {
  it('place cells by colspan and rowspan', () => {
    const html =
      '<table><tr><td colspan=2 rowspan=2>甲<td>乙<tr><td>丙</tr><tbody><tr><th rowspan="1">丁<th>戊<td>己</table>'
    expect(cells(html)).toEqual(['0,0 2x2 甲', '0,2 1x1 乙', '1,2 1x1 丙', '2,0 1x1 丁', '2,1 1x1 戊', '2,2 1x1 己'])
  })

  it('say where a cell stands, counted from 1', () => {
    const [, grid] = gridsOf(read('<table><tr><td>a<td>b</table><table><tr><td>c<td>d<tr><td>e<td>f</table>'))
    expect(grid?.cells.at(-1)).toMatchObject({ text: 'f', at: { table: 2, row: 2, column: 2 } })
  })

  it.each([
    ['no number', '<td rowspan=x colspan="">', '0,0 1x1 a'],
    ['zero columns', '<td colspan=0>', '0,0 1x1 a'],
    ['a negative', '<td colspan=-3 rowspan=-3>', '0,0 1x1 a'],
    ['rows beyond the table', '<td rowspan=99>', '0,0 2x1 a'],
    ['zero rows, to the end of the group', '<td rowspan=0>', '0,0 2x1 a'],
    ['a unit behind', '<td rowspan="2 rows">', '0,0 2x1 a'],
  ])('take a span of %s for what browsers take it', (_name, tag, expected) => {
    const html = `<table><tr>${tag}a<td>b<tr><td>c<td>d</table>`
    expect(cells(html)[0]).toBe(expected)
  })

  it('let no cell reach below its group of rows', () => {
    const html = '<table><thead><tr><td rowspan=5>a<td>b</thead><tbody><tr><td>c<td>d</table>'
    expect(cells(html)).toEqual(['0,0 1x1 a', '0,1 1x1 b', '1,0 1x1 c', '1,1 1x1 d'])
  })

  it('cut a span that runs into a cell from above, and move no later cell', () => {
    const html = '<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d<td>e</table>'
    expect(cells(html)).toEqual(['0,0 1x1 a', '0,1 2x1 b', '0,2 1x1 c', '1,0 1x1 d', '1,2 1x1 e'])
  })

  it('turn breaks and blocks within a cell into line ends', () => {
    expect(cells('<table><tr><td>三、<br/>本年度<p>结果</p><td> 1 </table>')).toEqual([
      '0,0 1x1 三、\n本年度\n结果',
      '0,1 1x1 1',
    ])
  })

  it('leave hidden cells, rows and tables out', () => {
    const html =
      '<table><tr><td>a<td style="display:none">x<table><tr><td>x</table><td>b<tr hidden><td>x<tr><td>c<td>d</table>' +
      '<table style="display:none"><tr><td>x<td>x</table>'
    expect(cells(html)).toEqual(['0,0 1x1 a', '0,1 1x1 b', '1,0 1x1 c', '1,1 1x1 d'])
    expect(gridsOf(read(html))).toHaveLength(1)
  })

  it('give the inner tables and the texts of a table that only places them, in order', () => {
    const html =
      '<table><tr><td>导航<td><p>一、总体情况</p><table><tr><td>甲<td>1</table><p>二、问题</p></td></tr>' +
      '<tr><td colspan=2>版权</td></tr></table>'
    const { blocks } = read(html)
    expect(blocks.map(block => (block.kind === 'text' ? block.text : cellsOf(block)))).toEqual([
      '导航',
      '一、总体情况',
      ['0,0 1x1 甲', '0,1 1x1 1'],
      '二、问题',
      '版权',
    ])
  })

  it('give the texts of a table that holds a whole page beside its menu', () => {
    const paragraphs = Array.from({ length: 12 }, (_, i) => `第${i}段`)
    const html = `<table><tr><td>导航<td>${paragraphs.map(p => `<p>${p}</p>`).join('')}</table>`
    expect(read(html).blocks).toMatchObject(['导航', ...paragraphs].map(text => ({ kind: 'text', text })))
  })

  it('keep a table of data that holds a table in one cell, the inner one before it', () => {
    const row = (label: string, last = '0') => `<tr><td>${label}<td>0<td>1<td>${last}</tr>`
    const html = `<table>${row('甲')}${row('乙')}${row('丙')}${row('丁', '<table><tr><td>x<td>y</table>')}</table>`
    const [inner, outer] = gridsOf(read(html))
    expect(inner?.cells).toHaveLength(2)
    expect(outer?.cells).toHaveLength(16)
    expect(outer?.cells.at(-1)).toMatchObject({ text: '', at: { table: 2, row: 4, column: 4 } })
  })

  it('put text that stands in no cell before the table', () => {
    const html = '<table>散<caption>题</caption><tr>行<td>a<td>b</table>尾'
    expect(read(html).blocks.map(block => (block.kind === 'text' ? block.text : 'table'))).toEqual([
      '散',
      '题',
      '行',
      'table',
      '尾',
    ])
  })

  it('close what the page leaves open', () => {
    expect(cells('<table><tr><td>a<td>b<tr><td>c<td>d')).toHaveLength(4)
  })
})

describe('charset of a web page', () => {
  const han = Buffer.from('d5feb8ae', 'hex')
  const page = (meta: string, body: Uint8Array) =>
    Buffer.concat([Buffer.from(`<html><head>${meta}</head><body><p>`), body, Buffer.from('</p></body></html>')])

  it.each([
    ['meta', page('<meta charset="gbk">', han)],
    ['http-equiv', page('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', han)],
    ['nothing', page('', han)],
    ['a wrong meta', page('<meta charset=utf-8>', han)],
    ['an unknown meta', page('<meta charset=klingon>', han)],
    ['a meta of GBK over UTF-8', page('<meta charset=gb2312>', Buffer.from('政府'))],
    ['its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<html><p>政府</p>', 'utf16le')])],
    ['big5', page('<meta charset=big5>', Buffer.from('ac46a9b2', 'hex'))],
  ])('is told by %s', async (_name, bytes) => {
    const paper = await readPaper(bytes)
    expect(paper.format).toBe('html')
    expect(linesOf(paper)).toEqual(['政府'])
  })
})

describe('web pages that cannot be read', () => {
  it('say that they are empty, or hold pictures only', () => {
    expect(() => read('<html><script>x</script>')).toThrow(expect.objectContaining({ code: 'empty' }))
    expect(() => read('<html><img src=a.jpg>')).toThrow(expect.objectContaining({ code: 'no_text_layer' }))
  })

  it('are refused beyond the limits of tables', () => {
    const limits = limitsWith({ cells: 10, columns: 20, tableDepth: 3 })
    const refused = (html: string) =>
      expect(() => readHtml(Buffer.from(html), limits)).toThrow(expect.objectContaining({ code: 'too_large' }))
    refused(`<table><tr>${'<td>a'.repeat(11)}`)
    refused('<table><tr><td colspan=21>a')
    refused('<table><tr><td>'.repeat(4))
  })

  it('cost little time however deep they nest or wide they span', () => {
    const start = cpuTime()
    expect(lines(`${'<div><b>'.repeat(200_000)}字`)).toEqual(['字'])
    expect(() => read(`<table><tr>${'<td colspan=1000 rowspan=65534>'.repeat(100_000)}`)).toThrow(/1024 columns/)
    expect(cpuTime() - start).toBeLessThan(2000)
  })
})
