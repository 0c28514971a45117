import { describe, expect, it } from 'vitest'
import { cpuTime } from '../../../../test/support/cpu-time.ts'
import {
  cell,
  cellsOf,
  docxOf,
  gridsOf,
  linesOf,
  paragraph,
  table,
  type WordParts,
  zipOf,
} from '../../../../test/support/office.ts'
import { defaultLimits, limitsWith, readPaper } from '../index.ts'
import { readDocx } from './docx.ts'

const read = (body: string, parts?: WordParts) => readDocx(docxOf(body, parts), defaultLimits)
const lines = (body: string, parts?: WordParts) => linesOf(read(body, parts))
const cells = (body: string) => cellsOf(gridsOf(read(body))[0])
const run = (content: string) => `<w:r>${content}</w:r>`
const field = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`)

describe('paragraphs of a Word file', () => {
  it('are lines, blank ones too, with their place among the paragraphs', async () => {
    const bytes = docxOf(`${paragraph('年度报告')}<w:p/>${paragraph(' 一、总体情况 &amp; 其他')}`)
    expect(await readPaper(bytes)).toEqual({
      format: 'docx',
      blocks: [
        { kind: 'text', text: '年度报告', at: { line: 1 } },
        { kind: 'text', text: '', at: { line: 2 } },
        { kind: 'text', text: ' 一、总体情况 & 其他', at: { line: 3 } },
      ],
    })
  })

  it('keep tabs, part at breaks, and show hyphens and signs', () => {
    const body = `<w:p>${run(
      '<w:t>新收</w:t><w:tab/><w:t>54</w:t><w:br/><w:noBreakHyphen/><w:t>7</w:t><w:softHyphen/>' +
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F02B"/>',
    )}</w:p>`
    expect(lines(body)).toEqual(['新收\t54', '-7☑+'])
  })

  it('do not take the tab stops of their settings for tabs', () => {
    expect(lines(paragraph('字', '<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>'))).toEqual(['字'])
  })

  it('leave deleted and moved text out and keep what was inserted', () => {
    const body =
      `<w:p>${run('<w:t>新收</w:t>')}<w:del>${run('<w:delText>5</w:delText><w:tab/>')}</w:del>` +
      `<w:moveFrom>${run('<w:t>9</w:t>')}</w:moveFrom><w:ins>${run('<w:t>54</w:t>')}</w:ins></w:p>`
    expect(lines(body)).toEqual(['新收54'])
  })

  it('run on into the next where their end is deleted', () => {
    expect(lines(`${paragraph('新', '<w:rPr><w:del/></w:rPr>')}${paragraph('收')}`)).toEqual(['新收'])
    expect(lines(paragraph('完', '<w:rPr><w:del/></w:rPr>') + table([cell('a'), cell('b')]))).toEqual(['完'])
  })

  it('leave hidden text out, and only that', () => {
    const hidden = '<w:rPr><w:vanish/></w:rPr><w:t>藏</w:t><w:tab/>'
    const shown = '<w:rPr><w:vanish w:val="false"/></w:rPr><w:t>显</w:t>'
    expect(lines(`<w:p>${run(hidden)}${run(shown)}${run('<w:t>也</w:t>')}</w:p>`)).toEqual(['显也'])
    expect(lines(paragraph('标记', '<w:rPr><w:vanish/></w:rPr>'))).toEqual(['标记'])
  })

  it('show the results of fields and not their codes', () => {
    const body =
      `<w:p>${field('begin')}${run('<w:instrText>PAGE</w:instrText><w:t>码</w:t>')}${field('separate')}` +
      `${run('<w:t>54</w:t>')}${field('end')}<w:fldSimple w:instr="DATE">${run('<w:t>件</w:t>')}</w:fldSimple></w:p>`
    expect(lines(body)).toEqual(['54件'])
  })

  it('lose no later text to a field that never ends', () => {
    expect(lines(`<w:p>${field('begin')}</w:p>${paragraph('后')}`)).toEqual(['', '后'])
  })

  it('cost little time for fields that never end', () => {
    const open = `<w:p>${field('begin')}${field('separate')}</w:p>`.repeat(20_000)
    const start = cpuTime()
    const paper = readDocx(docxOf(paragraph('字') + open), limitsWith({ ratio: 10_000 }))
    expect(linesOf(paper)[0]).toBe('字')
    expect(cpuTime() - start).toBeLessThan(3000)
  })

  it('read a text box once, before the paragraph it hangs on', () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const body =
      `<w:p>${run('<w:t>前</w:t>')}${run(
        `<mc:AlternateContent><mc:Choice Requires="wps">${box('框')}</mc:Choice>` +
          `<mc:Fallback>${box('框')}</mc:Fallback></mc:AlternateContent>`,
      )}${run('<w:t>后</w:t>')}</w:p>` +
      `<w:p>${run(`<mc:AlternateContent><mc:Fallback>${box('独')}</mc:Fallback></mc:AlternateContent>`)}</w:p>`
    expect(lines(body)).toEqual(['框', '前后', '独', ''])
  })

  it('leave out readings over characters', () => {
    const ruby = `<w:ruby><w:rt>${run('<w:t>gōng</w:t>')}</w:rt><w:rubyBase>${run('<w:t>公</w:t>')}</w:rubyBase></w:ruby>`
    expect(lines(`<w:p>${run(ruby)}${run('<w:t>开</w:t>')}</w:p>`)).toEqual(['公开'])
  })
})

describe('tables of a Word file', () => {
  it('place cells by spans, merges and columns left out', () => {
    const start = '<w:vMerge w:val="restart"/>'
    const body = table(
      [cell('项目', `<w:gridSpan w:val="2"/>${start}`), cell('申请人', '<w:gridSpan w:val="3"/>')],
      [cell('藏', '<w:gridSpan w:val="2"/><w:vMerge/>'), cell('甲'), cell('乙'), cell('丙')],
      [cell('丁', start), cell('戊'), cell('1'), cell('2'), cell('3')],
      [cell('', '<w:vMerge w:val="continue"/>'), cell('己'), cell('4'), cell('5'), cell('6')],
      ['<w:trPr><w:gridBefore w:val="1"/></w:trPr>', cell('庚'), cell('7')],
    )
    expect(cells(body)).toEqual([
      '0,0 2x2 项目',
      '0,2 1x3 申请人',
      '1,2 1x1 甲',
      '1,3 1x1 乙',
      '1,4 1x1 丙',
      '2,0 2x1 丁',
      '2,1 1x1 戊',
      '2,2 1x1 1',
      '2,3 1x1 2',
      '2,4 1x1 3',
      '3,1 1x1 己',
      '3,2 1x1 4',
      '3,3 1x1 5',
      '3,4 1x1 6',
      '4,1 1x1 庚',
      '4,2 1x1 7',
    ])
    expect(gridsOf(read(body))[0]).toMatchObject({ width: 5, height: 5 })
  })

  it('say where a cell stands, counted from 1', () => {
    const body = table([cell('a'), cell('b')]) + paragraph('') + table([cell('c'), cell('d')], [cell('e'), cell('f')])
    expect(gridsOf(read(body))[1]?.cells.at(-1)).toMatchObject({ text: 'f', at: { table: 2, row: 2, column: 2 } })
  })

  it('merge sideways in the old way', () => {
    const body = table([cell('a', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('b')])
    expect(cells(body)).toEqual(['0,0 1x2 a', '0,2 1x1 b'])
  })

  it('take a merge that goes on from nothing for a cell of its own', () => {
    expect(cells(table([cell('a', '<w:vMerge/>'), cell('b')]))).toEqual(['0,0 1x1 a', '0,1 1x1 b'])
  })

  it('mind no settings of the past', () => {
    const past = '<w:tcPrChange><w:tcPr><w:gridSpan w:val="4"/><w:vMerge/></w:tcPr></w:tcPrChange>'
    expect(cells(table([cell('a', past), cell('b')]))).toEqual(['0,0 1x1 a', '0,1 1x1 b'])
  })

  it('leave deleted and hidden rows out, and let no merge reach through them', () => {
    const start = '<w:vMerge w:val="restart"/>'
    const body = table(
      [cell('a', start), cell('b')],
      ['<w:trPr><w:del/></w:trPr>', cell('', '<w:vMerge/>'), cell('x')],
      ['<w:trPr><w:hidden/></w:trPr>', cell('x'), cell('x')],
      [cell('c'), cell('d')],
    )
    expect(cells(body)).toEqual(['0,0 1x1 a', '0,1 1x1 b', '1,0 1x1 c', '1,1 1x1 d'])
  })

  it('join the paragraphs of a cell by line ends', () => {
    const full = `<w:tc>${paragraph('三、')}<w:p/>${paragraph('结果')}</w:tc>`
    expect(cells(table([full, cell('1')]))[0]).toBe('0,0 1x1 三、\n结果')
  })

  it('give a table within a cell as its own', () => {
    const inner = `<w:tc>${paragraph('前')}${table([cell('a'), cell('b')])}${paragraph('后')}</w:tc>`
    const { blocks } = read(table([inner, cell('旁')]))
    expect(blocks.map(block => (block.kind === 'text' ? block.text : cellsOf(block)))).toEqual([
      '前',
      ['0,0 1x1 a', '0,1 1x1 b'],
      '后',
      '旁',
    ])
  })

  it('take a table of one cell for the text in it', () => {
    expect(lines(table([cell('框中的话')]))).toEqual(['框中的话'])
  })
})

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const numbered = (list: number, at = 0) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`

describe('automatic numbers', () => {
  const numbering =
    `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '（%2）')}` +
    `${level(2, 'decimal', '%1.%2.%3', '<w:isLgl/><w:suff w:val="space"/>')}${level(3, 'bullet', '•')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'

  it('stand before the text, counted by level', () => {
    const body = [
      paragraph('总体', numbered(1)),
      paragraph('甲', numbered(1, 1)),
      paragraph('乙', numbered(1, 1)),
      paragraph('丙', numbered(1, 2)),
      paragraph('点', numbered(1, 3)),
      paragraph('公开', numbered(1)),
      paragraph('丁', numbered(1, 1)),
      paragraph('无', numbered(0)),
    ]
    expect(lines(body.join(''), { numbering })).toEqual([
      '一、总体',
      '（1）甲',
      '（2）乙',
      '1.2.1 丙',
      '点',
      '二、公开',
      '（1）丁',
      '无',
    ])
  })

  it('begin anew where a list says so, and go on where it does not', () => {
    const body = [numbered(1), numbered(2), numbered(2), numbered(1)].map(each => paragraph('', each)).join('')
    expect(lines(body, { numbering })).toEqual(['一、', '五、', '六、', '七、'])
  })

  it('come from the style of a paragraph, or the style it is based on', () => {
    const styles =
      `<w:style w:styleId="A"><w:pPr>${numbered(1)}</w:pPr></w:style>` +
      '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style><w:style w:styleId="C"><w:basedOn w:val="C"/></w:style>'
    const styled = (name: string) => paragraph('节', `<w:pStyle w:val="${name}"/>`)
    expect(lines(styled('A') + styled('B') + styled('C'), { numbering, styles })).toEqual(['一、节', '二、节', '节'])
  })

  it('stand in cells', () => {
    const body = table([`<w:tc>${paragraph('属于国家秘密', numbered(1, 1))}</w:tc>`, cell('0')])
    expect(cellsOf(gridsOf(read(body, { numbering }))[0])[0]).toBe('0,0 1x1 （1）属于国家秘密')
  })
})

describe('Word files that cannot be read', () => {
  const document = (content: string) => ({ document: content })
  const refusal = (body: string, parts: WordParts, code: string) =>
    expect(readPaper(docxOf(body, parts))).rejects.toMatchObject({ code })

  it('are empty, or hold pictures only', async () => {
    await refusal('<w:p/>', {}, 'empty')
    await refusal(`<w:p>${run('<w:drawing><a:blip/></w:drawing>')}</w:p>`, {}, 'no_text_layer')
  })

  it('define entities', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' +
      '<w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
    await refusal('', document(bomb), 'damaged')
  })

  it.each([
    ['end early', '<w:document><w:body><w:p>'],
    ['end within a tag', '<w:document><w:body'],
    ['cross their tags', '<w:document><w:p></w:document></w:p>'],
    ['end within a comment', '<w:document><!-- '],
    ['close what is not open', '</w:document>'],
  ])('%s', async (_name, content) => {
    await refusal('', document(content), 'damaged')
  })

  it('nest beyond the limit', async () => {
    await refusal('', document('<w:p>'.repeat(100_000)), 'too_large')
    expect(() =>
      readDocx(docxOf(table(['<w:tc>', table([cell('a')]), '</w:tc>'])), limitsWith({ tableDepth: 1 })),
    ).toThrow(expect.objectContaining({ code: 'too_large' }))
  })

  it('lack their main part', async () => {
    const bytes = zipOf({ '[Content_Types].xml': '<Types/>', 'word/settings.xml': '<settings/>' })
    await expect(readPaper(bytes)).rejects.toMatchObject({ code: 'damaged' })
  })
})

it('reads strict files with prefixes of their own', () => {
  const strict =
    '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r>' +
    "<x:t a='>'>严格</x:t></x:r></x:p></x:body></x:document>"
  expect(lines('', { document: strict })).toEqual(['严格'])
})
