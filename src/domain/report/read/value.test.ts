import { describe, expect, it } from 'vitest'
import { looksLikeValue, readValue } from './value.ts'

describe('a count', () => {
  it.each([
    ['0', 0],
    [' 54 ', 54],
    ['５４', 54],
    ['1,234', 1234],
    ['1，234', 1234],
    ['1 234', 1234],
    ['12\n34', 1234],
    ['12件', 12],
    ['12 件次', 12],
    ['二', 2],
    ['一件', 1],
    ['零', 0],
    ['〇', 0],
    ['12.5', 12.5],
    ['-3', -3],
    ['−3', -3],
  ])('given %j, when read, then %d', (text, value) => {
    expect(readValue(text)).toMatchObject({ kind: 'number', value })
  })

  it.each(['', ' ', '\u3000', '\u00a0', '\u200b', '\n'])('given %j, when read, then blank', text => {
    expect(readValue(text)).toMatchObject({ kind: 'blank', value: null })
  })

  it.each(['/', '-', '—', '——', '无', '不适用', '不涉及'])('given %j, when read, then not applicable', text => {
    expect(readValue(text)).toMatchObject({ kind: 'not_applicable', value: null })
  })

  it.each(['详见附件', '见附表', '保密', '增加12', '12万元'])('given %j, when read, then words', text => {
    expect(readValue(text)).toMatchObject({ kind: 'text', value: null })
  })

  it.each(['3-5', '1O', '12?', '12 34', '74   82', '74\t82', '约12', '1.2.3', '1/2', '0(2)'])(
    'given %j, when read, then no figure',
    text => {
      expect(readValue(text)).toMatchObject({ value: null })
      expect(readValue(text).kind).not.toBe('blank')
    },
  )

  it('given more digits than can be kept, when read, then unreadable', () => {
    expect(readValue('1234567890123456')).toMatchObject({ kind: 'unreadable', value: null })
  })
})

describe('a change', () => {
  it.each([
    ['增加3', 3],
    ['增3', 3],
    ['+3', 3],
    ['减少3', -3],
    ['减 3', -3],
    ['下降3项', -3],
    ['-3', -3],
    ['0', 0],
    ['-0', 0],
  ])('given %j, when read, then %d', (text, value) => {
    expect(readValue(text, 'change')).toMatchObject({ kind: 'number', value })
  })
})

describe('an amount', () => {
  it.each([
    ['4574.73 万', null, 45747300, '万元'],
    ['3926万元', '元', 39260000, '万元'],
    ['4053154.60', null, 4053154.6, null],
    ['4053154.60', '元', 4053154.6, '元'],
    ['61.72', '万元', 617200, '万元'],
    ['0.000001', '亿元', 100, '亿元'],
    ['1.1', '万元', 11000, '万元'],
    ['￥12.50', '元', 12.5, '元'],
    ['人民币12元整', null, 12, '元'],
    ['1,250.00', '万元', 12500000, '万元'],
    ['32.00(万元)', null, 320000, '万元'],
    ['0', '万元', 0, '万元'],
  ] as const)('given %j under a head in %s, when read, then %d yuan', (text, head, value, unit) => {
    expect(readValue(text, 'amount', head)).toEqual({ kind: 'number', value, unit })
  })
})

describe('a word of running text', () => {
  it.each(['0', '12', '1,234', '-3', '12件', '/', '—', '无', '4574.73万元', '增3'])(
    'given %j, then it may be a value',
    word => {
      expect(looksLikeValue(word)).toBe(true)
    },
  )
  it.each(['规章', '1.属于', '2021年', '12月', '（一）', '一', '', '12件34', '1'.repeat(30)])(
    'given %j, then not',
    word => {
      expect(looksLikeValue(word)).toBe(false)
    },
  )
})
