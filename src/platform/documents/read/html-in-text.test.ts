import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../limits.ts'
import { readHtml } from './html.ts'

const read = (text: string) => readHtml(new TextEncoder().encode(text), defaultLimits).blocks

describe('a text whose tables alone are written in tags', () => {
  it('given Markdown with a table in tags, when read, then every line outside it is a line of its own', () => {
    const blocks = read('# 标题\n\n第一段。\n第二段。\n<table><tr><td>规章</td><td>0</td></tr></table>\n尾注。\n')
    expect(blocks.map(b => (b.kind === 'text' ? b.text : b.cells.map(c => c.text)))).toEqual([
      '# 标题',
      '第一段。',
      '第二段。',
      ['规章', '0'],
      '尾注。',
    ])
    expect(blocks[2]).toMatchObject({ at: { line: 4 } })
  })

  it('given a web page, when read, then line ends of its source mean nothing', () => {
    const blocks = read('<p>第一\n段。</p>\n<table><tr><td>规章</td></tr></table>')
    expect(blocks[0]).toMatchObject({ text: '第一 段。' })
  })

  it('given paragraphs in tags within the cells, when read, then the lines outside are lines all the same', () => {
    const blocks = read(
      '## 一、总体情况\n全年公开信息 12 条。\n\n<table><tr><td><p>规章</p></td><td><p>0</p></td></tr></table>\n',
    )
    expect(blocks.slice(0, 2)).toMatchObject([{ text: '## 一、总体情况' }, { text: '全年公开信息 12 条。' }])
  })

  it('given a caption centred in tags, when read, then the text is still taken line by line', () => {
    const blocks = read(
      '<div align="center">年度报告</div>\n\n根据条例，现公布本机关的年度报告。\n一、总体情况\n<table><tr><td>规章</td></tr></table>\n',
    )
    expect(blocks.slice(0, 3)).toMatchObject([
      { text: '年度报告' },
      { text: '根据条例，现公布本机关的年度报告。' },
      { text: '一、总体情况' },
    ])
  })
})
