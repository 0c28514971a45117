import { describe, expect, it } from 'vitest'
import type { PaperBlock, TextLine } from '../../../../paper/paper.ts'
import { withoutRunningHeads } from './running-heads.ts'

function line(text: string, page: number, y: number): TextLine {
  return { kind: 'text', text, at: { page, box: [50, y, 400, y + 10] } }
}

const texts = (pages: readonly (readonly PaperBlock[])[]) =>
  withoutRunningHeads(pages).map(blocks => blocks.map(b => (b.kind === 'text' ? b.text : 'grid')))

describe('running heads and feet', () => {
  it('given the address and the time a browser prints on every page, when dropped, then the text is left', () => {
    const page = (number: number, ...body: string[]) => [
      line('2023/1/20 10:22', number, 820),
      ...body.map((text, i) => line(text, number, 700 - 20 * i)),
      line(`https://example.invalid/t1.html ${number}/2`, number, 15),
    ]
    expect(texts([page(1, '一、总体情况', '工作平稳。'), page(2, '二、主动公开', '本年无。')])).toEqual([
      ['一、总体情况', '工作平稳。'],
      ['二、主动公开', '本年无。'],
    ])
  })

  it('given the same words in other places, when looked at, then they stay', () => {
    const pages = [
      [line('本年无。', 1, 800), line('一、总体情况', 1, 780)],
      [line('本年无。', 2, 640), line('二、主动公开', 2, 620)],
    ]
    expect(texts(pages).flat()).toHaveLength(4)
  })

  it('given rows of figures at the foot of two pages, when looked at, then they stay', () => {
    const pages = [1, 2].map(number => [line(`第${number}页的文字`, number, 700), line('12 0 3 15', number, 60)])
    expect(texts(pages).flat()).toContain('12 0 3 15')
  })

  it('given one page alone, when looked at, then nothing is dropped', () => {
    expect(texts([[line('青禾县教育局', 1, 800), line('工作平稳。', 1, 780)]])).toEqual([
      ['青禾县教育局', '工作平稳。'],
    ])
  })

  it('given a line on two pages of many, when looked at, then it stays', () => {
    const pages = [1, 2, 3, 4, 5].map(number => [
      line(number < 3 ? '附表' : `正文第${'一二三四五'[number - 1]}部分`, number, 800),
    ])
    expect(texts(pages).flat()).toHaveLength(5)
  })

  it('given the title as the head of every page, when dropped, then the first one is left', () => {
    const pages = [1, 2].map(number => [
      line('青禾县教育局年度报告', number, 800),
      line(`第${'一二'[number - 1]}页的文字`, number, 700),
    ])
    expect(texts(pages)).toEqual([['青禾县教育局年度报告', '第一页的文字'], ['第二页的文字']])
  })

  it('given the heads of a table over two pages, when looked at, then they stay', () => {
    const head = (number: number): TextLine => {
      const found = line('信息内容 本年制发件数 本年废止件数', number, 800)
      const pieces = found.text.split(' ').map((text, i) => ({ text, x0: 90 * i, x1: 90 * i + 60, at: found.at }))
      return { ...found, pieces }
    }
    const pages = [1, 2].map(number => [head(number), line(`第${'一二'[number - 1]}页的文字`, number, 700)])
    expect(texts(pages).flat()).toHaveLength(4)
  })
})
