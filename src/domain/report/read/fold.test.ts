import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'

describe('folding a label for comparison', () => {
  it.each([
    ['（一）予以公开', '一予以公开'],
    ['(一) 予以公开', '一予以公开'],
    ['㈠予以公开', '一予以公开'],
    ['1．属于国家秘密', '1属于国家秘密'],
    ['⒈属于国家秘密', '1属于国家秘密'],
    ['①属于国家秘密', '1属于国家秘密'],
    ['⑴属于国家秘密', '1属于国家秘密'],
    ['１、属于国家秘密', '1属于国家秘密'],
    ['3.危及"三安全一稳定"', '3危及三安全一稳定'],
    ['3.危及“三安全一稳定”', '3危及三安全一稳定'],
    ['行 政\u3000许\u00a0可', '行政许可'],
    ['行政\n许可', '行政许可'],
    ['行政\u200b许可', '行政许可'],
    ['行政複議', '行政复议'],
    ['行政復議', '行政复议'],
    ['總計', '总计'],
    ['⾏政许可', '行政许可'],
    ['ＡＢｃ１２', 'abc12'],
    ['本年增/减', '本年增减'],
    ['', ''],
    ['——', ''],
  ])('given %j, when folded, then %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('given a text folded already, when folded again, then it stays', () => {
    const once = fold('（二）部分公开（區分處理的，只计这一情形）')
    expect(fold(once)).toBe(once)
  })
})
