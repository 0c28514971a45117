import { describe, expect, it } from 'vitest'
import type { Paper } from '../../../paper/paper.ts'
import { readTitle } from './title.ts'
import { layStrip } from './tokens.ts'

const PREFACE = '根据《中华人民共和国政府信息公开条例》，现公布本机关的年度报告。'

/** What is read from lines that stand before the first heading. */
function read(...lines: string[]) {
  const blocks = [...lines, PREFACE, '一、总体情况', '全年工作平稳。'].map((text, i) => {
    return { kind: 'text' as const, text, at: { line: i + 1 } }
  })
  const paper: Paper = { format: 'txt', blocks }
  const strip = layStrip(paper)
  const heading = readTitle(
    strip,
    strip.rows.findIndex(r => r.text === '一、总体情况'),
  )
  return { ...heading, preface: strip.rows[heading.lastRow + 1]?.text }
}

describe('a title', () => {
  it.each([
    ['青禾县教育局2021年政府信息公开工作年度报告'],
    ['青禾县教育局 2021 年 政府信息公开 工作年度报告'],
    ['青禾县教育局２０２１年政府信息公开工作年度报告'],
    ['青禾县教育局二〇二一年政府信息公开工作年度报告'],
    ['2021年度青禾县教育局政府信息公开工作年度报告'],
    ['2021年青禾县教育局政府信息公开年度报告'],
    ['青禾县教育局2021年度政府信息公开工作年报'],
    ['青禾县教育局2021年度政府信息公开年度工作报告'],
    ['青禾县教育局2021年政务公开工作年度报告'],
    ['青禾县教育局2021年信息公开工作年度报告'],
    ['青禾县教育局关于2021年度政府信息公开工作的报告'],
    ['关于青禾县教育局2021年政府信息公开工作年度报告'],
    ['青禾县教育局2021年度法治政府建设暨政府信息公开工作年度报告'],
    ['《青禾县教育局2021年政府信息公开工作年度报告》'],
    ['【青禾县教育局】2021年政府信息公开工作年度报告'],
    ['# 青禾县教育局2021年政府信息公开工作年度报告'],
    ['青禾县教育局政府信息公开工作年度报告（2021）'],
    ['青禾县教育局政府信息公开工作年度报告', '（2021年度）'],
    ['青禾县教育局', '2021年政府信息公开工作年度报告'],
    ['青禾县教育局2021年', '政府信息公开工作年度报告'],
    ['青禾县教育局', '2021年度政府信息公开工作', '年度报告'],
    ['青禾县教育局2021年政府信息公开工作', '年度报告'],
    ['附件2：', '青禾县教育局2021年政府信息公开工作年度报告'],
    ['附件', '', '2021年政府信息公开工作年度报告', '（青禾县教育局）'],
    ['2021年政府信息公开工作年度报告', '青禾县教育局', '（2022年1月20日）'],
  ])(
    'given %j %j %j %j, when read, then it names 青禾县教育局 and 2021, and the preface begins behind it',
    (...lines) => {
      expect(read(...lines)).toMatchObject({ agency: '青禾县教育局', year: 2021, preface: PREFACE })
    },
  )

  it('given a list of other years in front, when read, then the title next to the text counts', () => {
    const years = [2019, 2020, 2021].map(year => `青禾县教育局${year}年政府信息公开工作年度报告`)
    expect(read('首页', '政府信息公开年报', ...years)).toMatchObject({ year: 2021, title: years[2], preface: PREFACE })
  })

  it('given the way to the page in front, when read, then it is not taken for the title', () => {
    const title = '青禾县教育局2021年政府信息公开工作年度报告'
    expect(read(`当前位置：首页 > 政府信息公开年报 > ${title}`, title)).toMatchObject({ title, agency: '青禾县教育局' })
  })

  it("given the paper's own title in three lines under the page's, when read, then the preface begins behind both", () => {
    const title = '青禾县教育局2021年政府信息公开工作年度报告'
    const about = '发布时间：2022-01-20 10:22 来源：青禾县教育局 浏览次数：20次 字体：[大 中 小]'
    expect(read(title, about, '青禾县教育局', '2021年政府信息公开', '工作年度报告')).toMatchObject({
      title,
      preface: PREFACE,
    })
  })

  it("given a line of the page's own data that repeats the title, when read, then it is none", () => {
    expect(read('名称\t2021年政府信息公开工作年度报告').title).toBeNull()
  })

  it('given a page with a hundred lines of navigation, when read, then the title behind them is found', () => {
    const navigation = Array.from({ length: 100 }, (_, i) => `栏目${i + 1}`)
    expect(read(...navigation, '青禾县教育局2021年政府信息公开工作年度报告')).toMatchObject({ year: 2021 })
  })

  it('given a menu entry above a title without an agency, when read, then it is no part of the title', () => {
    expect(read('政府信息公开年报', '2021年政府信息公开工作年度报告').title).toBe('2021年政府信息公开工作年度报告')
  })

  it('given no title, when read, then the period of the statistics gives the year', () => {
    expect(read('本报告数据的统计期限自2020年1月1日起至2020年12月31日止。')).toMatchObject({ title: null, year: 2020 })
  })
})
