import { describe, expect, test } from 'vitest'
import { type ArticleId, articles } from '../law/articles.ts'
import { cite, hanNumber } from './citation.ts'

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [36, '三十六'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [201, '二百零一'],
  [219, '二百一十九'],
  [1000, '一千'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [1203, '一千二百零三'],
])('%i is written %s', (n, han) => {
  expect(hanNumber(n)).toBe(han)
})

describe('a citation', () => {
  test.each<[ArticleId, string, string]>([
    ['条例33', '《政府信息公开条例》第三十三条', 'Regulations on Open Government Information, Art. 33'],
    [
      '条例36(1)',
      '《政府信息公开条例》第三十六条第（一）项',
      'Regulations on Open Government Information, Art. 36 (1)',
    ],
    ['条例39¶2', '《政府信息公开条例》第三十九条第二款', 'Regulations on Open Government Information, Art. 39 para. 2'],
    [
      '复议法23(4)',
      '《行政复议法》第二十三条第一款第（四）项',
      'Administrative Reconsideration Law, Art. 23 para. 1 (4)',
    ],
    ['民法典201', '《民法典》第二百零一条', 'Civil Code, Art. 201'],
  ])('%s', (id, zh, en) => {
    expect(cite(id, 'zh')).toBe(zh)
    expect(cite(id, 'en')).toBe(en)
  })

  test('is different for every article', () => {
    const ids = Object.keys(articles) as ArticleId[]
    expect(new Set(ids.map(id => cite(id, 'zh'))).size).toBe(ids.length)
  })
})
