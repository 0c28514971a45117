import { describe, expect, it } from 'vitest'
import { edition2021 } from '../../../law/editions/edition-2021.ts'
import type { Paper, TextLine } from '../../../paper/paper.ts'
import { findHeadings } from './headings.ts'
import { readSections } from './sections.ts'
import { readTitle } from './title.ts'
import { layStrip } from './tokens.ts'

function sectionsOf(paper: Paper) {
  const strip = layStrip(paper)
  const headings = findHeadings(strip, edition2021)
  const title = readTitle(strip, headings[0]?.row ?? strip.rows.length)
  return readSections(strip, headings, title, paper.format === 'pdf')
}

const page = (...texts: string[]): Paper => ({
  format: 'html',
  blocks: texts.map((text, i) => ({ kind: 'text', text, at: { line: i + 1 } })),
})

const TITLE = '青禾县水利局2021年政府信息公开工作年度报告'
const PREFACE = '根据《条例》，现公布青禾县水利局2021年政府信息公开工作年度报告。'

describe('the text sections of a page', () => {
  const read = sectionsOf(
    page(
      '首页',
      TITLE,
      '发布时间：2022-01-20 来源：青禾县水利局',
      PREFACE,
      '一、总体情况',
      '全年工作平稳。',
      '（一）主动公开。公开信息 12 条。',
      '二、主动公开政府信息情况',
      '表略',
      '五、存在的主要问题及改进情况',
      '　　解读不够。',
      '六、其他需要报告的事项',
      '无。',
      '青禾县水利局',
      '2022年1月18日',
      '【打印】【关闭】',
      '上一篇：没有了',
    ),
  )

  it('when read, then each holds its own paragraphs', () => {
    expect(read).toMatchObject({ overview: '全年工作平稳。\n（一）主动公开。公开信息 12 条。', problems: '解读不够。' })
  })

  it('when read, then the preface has nothing of the page around it', () => {
    expect(read.preface).toBe(PREFACE)
  })

  it('when read, then the last ends where the report ends', () => {
    expect(read.other).toBe('无。\n青禾县水利局\n2022年1月18日')
  })

  it('given a section without its heading, when read, then null, and given one without text, then empty', () => {
    const sections = sectionsOf(page(TITLE, '一、总体情况', '二、主动公开政府信息情况', '表略'))
    expect(sections).toMatchObject({ preface: null, overview: '', problems: null, other: null })
  })

  it('given a table of contents, when read, then the preface is free of it', () => {
    const contents = ['目录', '一、总体情况', '二、主动公开政府信息情况']
    const text = ['一、总体情况', '平稳。', '二、主动公开政府信息情况', '表略']
    expect(sectionsOf(page(TITLE, ...contents, PREFACE, ...text)).preface).toBe(PREFACE)
  })
})

describe('the text sections of a page description file', () => {
  /** Lines of type 12 points high, each from `x` to `to`, at a height `y`. */
  const line = (text: string, x: number, to: number, y: number): TextLine => {
    const at = { page: 1, box: [x, y, to, y + 12] as const }
    return { kind: 'text', text, at, pieces: [{ text, x0: x, x1: to, at }] }
  }
  const full = '本机关认真贯彻落实条例各项规定不断提升政务公开工作的质量和水平并加强监督'
  const heading = line('一、总体情况', 114, 200, 700)
  const overview = (...lines: TextLine[]) =>
    sectionsOf({ format: 'pdf', blocks: [line(full, 90, 500, 760), line(full, 90, 500, 740), heading, ...lines] })
      .overview

  it('given indented paragraphs, when read, then a line at the margin goes on with the one above', () => {
    expect(overview(line(full, 114, 500, 680), line('保障。', 90, 130, 660), line('其次。', 114, 150, 640))).toBe(
      `${full}保障。\n其次。`,
    )
  })

  it('given paragraphs apart without an indent, when read, then the gap parts them', () => {
    expect(overview(line(full, 90, 500, 680), line(full, 90, 500, 660), line('其次', 90, 130, 620))).toBe(
      `${full}${full}\n其次`,
    )
  })

  it('given a line that ends its sentence short of the margin, when read, then the next begins a paragraph', () => {
    expect(overview(line(full, 90, 500, 680), line('保障。', 90, 130, 660), line('其次', 90, 130, 640))).toBe(
      `${full}保障。\n其次`,
    )
  })
})
