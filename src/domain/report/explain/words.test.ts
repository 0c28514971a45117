import { describe, expect, it } from 'vitest'
import { calm, reportOf, set } from '../../../../test/support/calm-report.ts'
import type { Report } from '../report.ts'
import { explainInWords } from './words.ts'

const both = (report: Report, row: string, value: number) =>
  set(set(report, `requests.${row}.natural_person`, value), `requests.${row}.total`, value)
const last = (report: Report, lang?: 'zh' | 'en') => explainInWords(report, lang).at(-1)
/** Three outcomes with figures that resemble nothing, so that only the total looks wrong. */
const disputed = (total: number, report = calm()) =>
  Object.entries({ upheld: 21, corrected: 0, other: 0, pending: 0, total }).reduce(
    (r, [column, value]) => set(r, `disputes.reconsideration.${column}`, value),
    report,
  )

describe('given a report in which everything adds up', () => {
  it('then there is nothing to explain', () => {
    expect(explainInWords(calm())).toEqual([])
  })
})

describe('given 136 granted, nothing received, and a total forgotten', () => {
  const report = set(reportOf({ granted: 136, total: 136 }), 'requests.total.total', 0)

  it('then a clerk reads what does not add up and what may have happened', () => {
    expect(explainInWords(report)).toEqual([
      '「自然人」一列，第一项与第二项之和是 0 件，第三项办理总计与第四项之和却是 136 件，相差 136 件。',
      '「总计」一列，总计填的是 0 件，各项办理结果加起来却是 136 件，相差 136 件。',
      '「（七）总计」一行，总计填的是 0 件，各栏加起来却是 136 件，相差 136 件。',
      '有 3 种改法都能使以上各处全部平衡，每种要改 3 个数；请对照申请登记判断是哪一种：',
      '（1）可能是漏填了「一、本年新收政府信息公开申请数量」136 件：「一、本年新收政府信息公开申请数量」的「自然人」、「总计」由 0 改为 136；「（七）总计」的「总计」由 0 改为 136。',
      '（2）可能是漏填了「二、上年结转政府信息公开申请数量」136 件：「二、上年结转政府信息公开申请数量」的「自然人」、「总计」由 0 改为 136；「（七）总计」的「总计」由 0 改为 136。',
      '（3）可能这 136 件并不是依申请公开（例如误填了主动公开条数或咨询件数），应当去掉：「（一）予以公开」的「自然人」、「总计」由 136 改为 0；「（七）总计」的「自然人」由 136 改为 0。',
    ])
  })

  it('in English too', () => {
    const words = explainInWords(report, 'en')
    expect(words[3]).toBe(
      '3 corrections of 3 figure(s) each would settle all of it; your register tells which is right:',
    )
    expect(words[4]).toBe(
      '(1) “I. Requests received this year” 136 may have been left out: “I. Requests received this year”, “Natural persons”, “Total” from 0 to 136; “(7) Total”, “Total” from 0 to 136.',
    )
  })
})

describe('given receipts of two kinds of applicants forgotten', () => {
  it('then figures of one row that change to different values are told one by one', () => {
    const report = [
      ['natural_person', 3],
      ['business', 5],
      ['total', 8],
    ].reduce(
      (r, [column, value]) =>
        ['granted', 'total'].reduce((s, row) => set(s, `requests.${row}.${column}`, Number(value)), r),
      reportOf({}),
    )
    expect(explainInWords(report).find(text => text.startsWith('（1）'))).toContain(
      '「一、本年新收政府信息公开申请数量」的「自然人」由 0 改为 3；「一、本年新收政府信息公开申请数量」的「商业企业」由 0 改为 5；',
    )
  })
})

describe('given one wrong figure, then the slip it looks like', () => {
  const big = reportOf({ new: 54, granted: 50, partial: 4, total: 54 })
  const withBusiness = ['new', 'total', 'granted'].reduce(
    (r, row) =>
      set(set(r, `requests.${row}.business`, 23), `requests.${row}.natural_person`, row === 'granted' ? 27 : 31),
    big,
  )

  it.each([
    [
      'digits swapped',
      set(big, 'requests.new.natural_person', 45),
      '像是数字写颠倒了：「一、本年新收政府信息公开申请数量」的「自然人」由 45 改为 54。',
    ],
    [
      'a 0 too many',
      set(big, 'requests.granted.natural_person', 500),
      '像是多写或少写了一个 0：「（一）予以公开」的「自然人」由 500 改为 50。',
    ],
    [
      'a 0 too few',
      set(big, 'requests.granted.total', 5),
      '像是多写或少写了一个 0：「（一）予以公开」的「总计」由 5 改为 50。',
    ],
    [
      'left out',
      set(big, 'requests.partial.natural_person', 0),
      '像是漏填了：「（二）部分公开」的「自然人」由 0 改为 4。',
    ],
    [
      'only the total',
      set(big, 'requests.total.total', 61),
      '各分项都对得上，只是合计数不对：「（七）总计」的「总计」由 61 改为 54。',
    ],
    [
      'the figure above',
      set(big, 'requests.partial.natural_person', 50),
      '像是抄了旁边一格的数：「（二）部分公开」的「自然人」由 50 改为 4。',
    ],
    [
      'the figure below',
      set(set(big, 'requests.granted.natural_person', 50), 'requests.new.business', 54),
      '像是抄了旁边一格的数：「一、本年新收政府信息公开申请数量」的「商业企业」由 54 改为 0。',
    ],
    [
      'the figure at the right',
      set(withBusiness, 'requests.granted.natural_person', 23),
      '像是抄了旁边一格的数：「（一）予以公开」的「自然人」由 23 改为 27。',
    ],
    [
      'the figure of the next row',
      set(reportOf({ new: 54, granted: 4, partial: 50, total: 54 }), 'requests.granted.natural_person', 50),
      '像是抄了旁边一格的数：「（一）予以公开」的「自然人」由 50 改为 4。',
    ],
    [
      'ten, enough to tell',
      set(reportOf({ new: 37, granted: 10, partial: 27, total: 37 }), 'requests.partial.natural_person', 10),
      '像是抄了旁边一格的数：「（二）部分公开」的「自然人」由 10 改为 27。',
    ],
    [
      'small figures, alike by chance',
      set(big, 'requests.granted.natural_person', 4),
      '「（一）予以公开」的「自然人」由 4 改为 50。',
    ],
    [
      'nothing in particular',
      set(big, 'requests.granted.natural_person', 47),
      '「（一）予以公开」的「自然人」由 47 改为 50。',
    ],
  ])('%s', (_, report, sentence) => {
    expect(last(report)).toBe(`只要改正 1 个数，以上各处就全部平衡：${sentence}`)
  })

  it('and a blank that alone can hold the rest is no part of it', () => {
    const blank = set(set(big, 'requests.carried_out.natural_person', null), 'requests.carried_out.total', 7)
    expect(explainInWords(set(blank, 'requests.new.total', 61))).toEqual([
      '「一、本年新收政府信息公开申请数量」一行，总计填的是 61 件，各栏加起来却是 54 件，相差 7 件。',
      '只要改正 1 个数，以上各处就全部平衡：「一、本年新收政府信息公开申请数量」的「自然人」由 54 改为 61。',
    ])
  })
})

describe('given a few wrong figures that belong together', () => {
  const big = reportOf({ new: 54, granted: 50, partial: 4, total: 54 })

  it('then a figure in the wrong column is told as moved', () => {
    const moved = set(set(big, 'requests.partial.natural_person', 0), 'requests.partial.research', 4)
    expect(last(moved)).toBe(
      '只要改正 2 个数，以上各处就全部平衡：像是 4 件填错了栏，应填在「自然人」而填在了「科研机构」：「（二）部分公开」的「自然人」由 0 改为 4；「（二）部分公开」的「科研机构」由 4 改为 0。',
    )
    const shared = ['new', 'total', 'granted'].reduce(
      (r, row) =>
        set(set(r, `requests.${row}.business`, 6), `requests.${row}.natural_person`, row === 'granted' ? 44 : 48),
      big,
    )
    expect(explainInWords(shared)).toEqual([])
    const first = set(set(shared, 'requests.granted.natural_person', 47), 'requests.granted.business', 3)
    expect(last(first)).toContain('像是 3 件填错了栏，应填在「商业企业」而填在了「自然人」')
    const other = set(set(big, 'requests.partial.natural_person', 1), 'requests.partial.research', 3)
    expect(last(other)).toContain('像是 3 件填错了栏，应填在「自然人」而填在了「科研机构」')
  })

  it('then slips that do not belong together are only listed', () => {
    const two = set(set(big, 'requests.new.natural_person', 51), 'requests.granted.business', 9)
    const words = last(two) ?? ''
    expect(words).toMatch(/^只要改正 2 个数，以上各处就全部平衡：「一、本年新收/)
    expect(words).not.toContain('可能')
    const opposite = set(set(big, 'requests.new.natural_person', 51), 'requests.granted.business', 3)
    expect(last(opposite)).toBe(
      '只要改正 2 个数，以上各处就全部平衡：「一、本年新收政府信息公开申请数量」的「自然人」由 51 改为 54；「（一）予以公开」的「商业企业」由 3 改为 0。',
    )
    const sameRow = set(set(big, 'requests.partial.natural_person', 1), 'requests.partial.research', 8)
    expect(last(sameRow)).toBe(
      '只要改正 2 个数，以上各处就全部平衡：「（二）部分公开」可能多计了 8 件：「（二）部分公开」的「自然人」由 1 改为 4；「（二）部分公开」的「科研机构」由 8 改为 0。'.replace(
        '多计了 8',
        '少计了 8',
      ),
    )
  })

  it('then a line too low or too high is told by how much', () => {
    expect(explainInWords(both(big, 'new', 51)).join()).toContain(
      '可能少计了 3 件：'.replace('可能', '「一、本年新收政府信息公开申请数量」可能'),
    )
    expect(explainInWords(both(big, 'new', 60)).join()).toContain(
      '「一、本年新收政府信息公开申请数量」可能多计了 6 件：',
    )
    expect(explainInWords(both(big, 'not_processed.repeat', 7)).join()).toContain('「2.重复申请」可能多计了 7 件：')
    const half = set(set(big, 'requests.new.natural_person', 0), 'requests.new.total', 5)
    expect(explainInWords(half).join()).toContain('「一、本年新收政府信息公开申请数量」可能少计了 54 件：')
    expect(explainInWords(both(big, 'new', 0)).join()).toContain(
      '可能是漏填了「一、本年新收政府信息公开申请数量」54 件：',
    )
  })

  it('then results are only doubted as no requests where nothing was received', () => {
    expect(explainInWords(both(big, 'new', 51)).join()).not.toContain('并不是依申请公开')
    expect(explainInWords(both(big, 'new', 0)).join()).not.toContain('并不是依申请公开')
  })
})

describe('given figures that cannot stand and leave a choice', () => {
  it('then the values are left open', () => {
    const report = set(
      set(disputed(9), 'disputes.reconsideration.upheld', -1),
      'disputes.reconsideration.corrected',
      -2,
    )
    expect(last(report)).toBe(
      '只要改正 2 个数，以上各处就全部平衡：「行政复议」的「结果维持」由 -1 改为其他数；「行政复议」的「结果纠正」由 -2 改为其他数。',
    )
    expect(last(report, 'en')).toContain('“Upheld” from -1 to another figure')
    const forcedToZero = set(
      set(disputed(0), 'disputes.reconsideration.upheld', -1),
      'disputes.reconsideration.corrected',
      -2,
    )
    expect(last(forcedToZero)).toContain('「结果维持」由 -1 改为 0；')
  })
})

describe('given the last row of the form', () => {
  it('then a wrong figure there is told like any other', () => {
    const report = Object.entries({ upheld: 25, corrected: 0, other: 0, pending: 0, total: 12 }).reduce(
      (r, [column, value]) => set(r, `disputes.lawsuit_after_reconsideration.${column}`, value),
      calm(),
    )
    expect(explainInWords(report).at(-1)).toBe('（2）「复议后起诉」的「结果维持」由 25 改为 12。')
  })
})

describe('given disputes that do not add up', () => {
  it('then every figure that could be wrong is offered', () => {
    const words = explainInWords(disputed(12))
    expect(words[0]).toBe('「行政复议」一行，总计填的是 12 件，各栏加起来却是 21 件，相差 9 件。')
    expect(words.slice(1)).toEqual([
      '有 2 种改法都能使以上各处全部平衡，每种要改 1 个数；请对照申请登记判断是哪一种：',
      '（1）像是数字写颠倒了：「行政复议」的「总计」由 12 改为 21。',
      '（2）像是数字写颠倒了：「行政复议」的「结果维持」由 21 改为 12。',
    ])
  })
})

describe('given a report with errors all over', () => {
  it('then up to four sums are told one by one, more are counted', () => {
    const four = set(set(calm(), 'requests.granted.business', 3), 'requests.partial.research', 3)
    expect(explainInWords(four)).toHaveLength(5)
    const five = set(four, 'requests.new.total', 77)
    expect(explainInWords(five)[0]).toBe('共有 6 处加不起来。')
  })

  it('then they are counted and nothing is made up', () => {
    const report = [
      'new',
      'granted',
      'partial',
      'denied.state_secret',
      'not_processed.repeat',
      'unavailable.not_held',
      'denied.admin_query',
    ].reduce((r, row, k) => set(r, `requests.${row}.social`, 11 + k * 7), calm())
    const words = explainInWords(report)
    expect(words[0]).toMatch(/^共有 \d+ 处加不起来。$/)
    expect(words.at(-1)).toBe('牵涉的数字较多，改动少数几格不能使全部关系成立；请按上面列出的行、列逐一对照申请登记。')
  })
})
