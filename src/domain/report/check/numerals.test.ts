import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, plainText } from './likeness.ts'
import { numberOf } from './prose/numerals.ts'

describe('given a number as text writes it, when read, then its value', () => {
  it.each([
    ['31', 31],
    ['0', 0],
    ['〇', 0],
    ['零', 0],
    ['两', 2],
    ['九', 9],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['一百', 100],
    ['一百零五', 105],
    ['一百一十', 110],
    ['两百三十', 230],
    ['一千零二十', 1020],
    ['三千零二十一', 3021],
    ['一万', 10_000],
    ['一万零三', 10_003],
    ['十二万三千', 123_000],
    ['二〇二〇', 2020],
    ['二零', 20],
    ['一百万', 1_000_000],
  ])('%s', (text, value) => {
    expect(numberOf(text)).toBe(value)
  })

  it.each([
    '百十',
    '二百十',
    '十几',
    '二万零万',
    '1.5万',
    '百',
    '千',
    '1.5',
    '',
    '十百',
    '一十百',
    '万',
    '一万二万',
    '二三十',
    '百二十',
    '二十三四十',
    '〇百',
    '一百二三',
    '万三',
    '一万百',
    'x三',
    '三x',
    '一千二千',
    '三一十',
  ])('%s names none exactly', text => {
    expect(numberOf(text)).toBeNull()
  })

  it('reads back every number up to 99,999 written in Han numerals', () => {
    const signs = [...'〇一二三四五六七八九']
    const write = (n: number): string => {
      if (n >= 10_000)
        return `${write(Math.floor(n / 10_000))}万${n % 10_000 ? (n % 10_000 < 1000 ? '零' : '') + write(n % 10_000) : ''}`
      let text = ''
      let gap = false
      for (const [size, unit] of [
        [1000, '千'],
        [100, '百'],
        [10, '十'],
        [1, ''],
      ] as const) {
        const digit = Math.floor(n / size) % 10
        if (digit === 0) gap = text !== ''
        else {
          text += `${gap ? '零' : ''}${signs[digit]}${unit}`
          gap = false
        }
      }
      return text
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), n => {
        expect(numberOf(write(n))).toBe(n)
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})

describe('likeness of texts', () => {
  it('is 1 for the same words, whatever the figures and signs between', () => {
    const a = plainText('全年召开会议3次，发布信息108条。')
    expect(a).toBe('全年召开会议次发布信息条')
    expect(likeness(a, plainText('全年召开会议 12 次、发布信息三百条'))).toBe(1)
  })

  it('is 0 for other words, and for texts too short to tell', () => {
    expect(likeness('甲乙丙丁戊己庚辛', '子丑寅卯辰巳午未')).toBe(0)
    expect(likeness('甲乙丙', '甲乙丙')).toBe(0)
    expect(plainText('（3）、，')).toBe('')
    expect(likeness('甲乙丙丁戊己', '甲乙丙丁戊己')).toBe(1)
  })

  it('is the share of the shorter text found in the longer, whichever comes first', () => {
    expect(likeness('甲乙丙丁戊己庚', '甲乙丙丁戊己子丑寅')).toBe(0.5)
    expect(likeness('甲乙丙丁戊己庚', '乙丙丁戊己庚辛')).toBe(0.5)
    expect(likeness('甲乙丙丁戊己子丑寅', '甲乙丙丁戊己庚')).toBe(0.5)
  })

  it('of two texts equally long is the share of the first found in the second', () => {
    expect(likeness('甲甲甲甲甲甲甲甲', '甲甲甲甲甲甲乙丙')).toBe(1)
    expect(likeness('甲甲甲甲甲甲乙丙', '甲甲甲甲甲甲甲甲')).toBeCloseTo(1 / 3)
  })
})
