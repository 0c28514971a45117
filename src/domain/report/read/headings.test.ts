import { describe, expect, it } from 'vitest'
import { edition2021 } from '../../../law/editions/edition-2021.ts'
import { findHeadings, sectionRegion } from './headings.ts'
import { layStrip } from './tokens.ts'

const ALL = ['overview', 'proactive', 'requests', 'disputes', 'problems', 'other']

const stripOf = (lines: readonly string[]) =>
  layStrip({ format: 'txt', blocks: lines.map((text, i) => ({ kind: 'text', text, at: { line: i + 1 } })) })

/** Each heading with a paragraph of text under it. */
const withText = (headings: readonly string[]) =>
  headings.flatMap(h => [h, '本机关工作平稳，没有发生问题，也没有申请。'])

const found = (lines: readonly string[]) =>
  findHeadings(stripOf(lines), edition2021).map(h => `${h.section.id}@${h.row}`)

const six = (...headings: string[]) => headings

describe('the six headings', () => {
  it.each([
    [
      'the form prints them',
      six(
        '一、总体情况',
        '二、主动公开政府信息情况',
        '三、收到和处理政府信息公开申请情况',
        '四、政府信息公开行政复议、行政诉讼情况',
        '五、存在的主要问题及改进情况',
        '六、其他需要报告的事项',
      ),
    ],
    [
      'they end in colons and units',
      six(
        '一、总体情况：',
        '二、主动公开政府信息情况（单位：件）',
        '三、收到和处理政府信息公开申请情况：',
        '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
        '五、政府信息公开工作存在的主要问题及改进情况',
        '六、其他需要报告的事项：',
      ),
    ],
    [
      'numbered 1. 2. 3.',
      six(
        '1.总体情况',
        '2.主动公开政府信息情况',
        '3.收到和处理政府信息公开申请情况',
        '4.政府信息公开行政复议、行政诉讼情况',
        '5.存在的主要问题及改进情况',
        '6.其他需要报告的事项',
      ),
    ],
    [
      'numbered as parts',
      six(
        '第一部分 总体情况',
        '第二部分 主动公开政府信息情况',
        '第三部分 收到和处理政府信息公开申请情况',
        '第四部分 政府信息公开行政复议、行政诉讼情况',
        '第五部分 存在的主要问题及改进情况',
        '第六部分 其他需要报告的事项',
      ),
    ],
    [
      'not numbered',
      six(
        '总体情况',
        '主动公开政府信息情况',
        '收到和处理政府信息公开申请情况',
        '政府信息公开行政复议、行政诉讼情况',
        '存在的主要问题及改进情况',
        '其他需要报告的事项',
      ),
    ],
    [
      'some in quite other words',
      six(
        '一、总体情况',
        '二、主动公开政府信息情况统计表',
        '三、政府信息公开申请情况',
        '四、复议诉讼情况',
        '五、问题及改进',
        '六、其他事项',
      ),
    ],
  ])('given as %s, when looked for, then each is found in its row', (_, headings) => {
    expect(found(withText(headings))).toEqual(ALL.map((id, i) => `${id}@${i * 2}`))
  })

  it('given a table of contents before them, when looked for, then those of the text are found', () => {
    const headings = six('一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况')
    expect(found([...headings, ...withText(headings)])).toEqual(['overview@3', 'proactive@5', 'requests@7'])
  })

  it('given a list of contents behind them, when looked for, then those of the text are found', () => {
    const headings = six(
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    )
    const text = ['overview@0', 'proactive@2', 'requests@4', 'disputes@6']
    expect(found([...withText(headings), '目录', ...headings])).toEqual(text)
  })

  it('given a numbered list under a heading, when looked for, then its points are no headings', () => {
    const lines = ['一、总体情况', '（三）规范依申请公开。', '三是办好申请。', '二、主动公开政府信息情况', '本年无。']
    expect(found(lines)).toEqual(['overview@0', 'proactive@3'])
  })

  it('given nothing but prose, when looked for, then nothing', () => {
    expect(found(['本机关收到申请两件，没有行政复议和行政诉讼。', '其他情况良好。'])).toEqual([])
  })
})

describe('the stretch of a section', () => {
  it('given a heading and the next, when asked, then what stands between them; without it, nothing', () => {
    const strip = stripOf(['一、总体情况', '工作平稳', '二、主动公开政府信息情况', '本年无'])
    const headings = findHeadings(strip, edition2021)
    const region = sectionRegion(strip, headings, 'overview')
    expect(region && strip.folded.slice(region.start, region.end)).toBe('工作平稳')
    expect(sectionRegion(strip, headings, 'other')).toBeNull()
  })
})
