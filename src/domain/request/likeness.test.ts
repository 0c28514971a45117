import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likenessTo, type Subject } from './likeness.ts'

const wanted = (title: string, documentNumber: string | null = null, features = ''): Subject => ({
  title,
  documentNumber,
  indexNumber: null,
  features,
})

const likenessOf = (one: Subject, other: Subject) => likenessTo(one)(other)

describe('given what two requests ask for (条例36(6))', () => {
  it('then one document number, however it is typed, is the same', () => {
    expect(likenessOf(wanted('通知', '示教〔2026〕7号'), wanted('别的名称', '示教 [2026] 7 号'))).toBe(1)
    expect(likenessOf(wanted('通知', '示教〔2026〕7号'), wanted('别的', '示教〔２０２６〕７号'))).toBe(1)
  })

  it('then one title is the same, whatever stands between the words', () => {
    expect(likenessOf(wanted('2025年度 教师招聘方案'), wanted('《2025年度教师招聘方案》'))).toBe(1)
  })

  it('then one title under two numbers is only alike', () => {
    expect(likenessOf(wanted('会议纪要', '示教〔2026〕7号'), wanted('会议纪要', '示教〔2026〕8号'))).toBe(0.6)
  })

  it('then titles that share most of their words are alike, and others are not', () => {
    expect(likenessOf(wanted('2025年教师招聘方案'), wanted('2025年度教师招聘方案'))).toBeGreaterThan(0.6)
    expect(likenessOf(wanted('2025年教师招聘方案'), wanted('城东小学食堂采购合同'))).toBeLessThan(0.2)
  })

  it('then nothing is not like nothing', () => {
    expect(likenessOf(wanted(''), wanted(''))).toBe(0)
    expect(likenessOf(wanted('', ''), wanted('', ''))).toBe(0)
    expect(likenessOf(wanted('纲'), wanted('目'))).toBe(0)
  })
})

describe('given any two subjects', () => {
  it('then what they share is between 0 and 1, and the same from either side', () => {
    const texts = fc.array(fc.constantFrom(...'教师招聘方案年度二〇２５A'), { maxLength: 12 }).map(all => all.join(''))
    const subject = fc.tuple(texts, texts).map(([title, features]) => wanted(title, null, features))
    fc.assert(
      fc.property(subject, subject, (one, other) => {
        const share = likenessOf(one, other)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(likenessOf(other, one)).toBeCloseTo(share, 12)
      }),
    )
  })
})
