import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemsFeeByHand, pagesFeeByHand } from '../../../test/oracle/fee-oracle.ts'
import { type Fee, feeForItems, feeForPages, feeOfRequest } from './fees.ts'

function fee(result: ReturnType<typeof feeForItems>): Fee {
  if (!result.ok) throw new Error(result.refusal.says.en)
  return result.value
}

describe('by items, one applicant in one month', () => {
  test.each([
    [0, 0],
    [1, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [45, 5500],
    [50, 7000],
    [60, 11000],
  ])('%i requests cost %i yuan in all', (n, yuan) => {
    expect(fee(feeForItems(n)).total).toBe(yuan)
  })

  test('the 35th request alone costs 200 yuan', () => {
    expect(fee(feeForItems(35)).each?.[34]).toBe(200)
  })

  test('each request has its price and the prices add up', () => {
    const { each, total, lines } = fee(feeForItems(53))
    expect(each).toHaveLength(53)
    expect(each?.reduce((a, b) => a + b, 0)).toBe(total)
    expect(lines.map(l => [l.from, l.to, l.yuanEach, l.yuan])).toEqual([
      [1, 10, 0, 0],
      [11, 30, 100, 2000],
      [31, 40, 200, 2000],
      [41, 50, 300, 3000],
      [51, 53, 400, 1200],
    ])
  })
})

describe('by pages, one request', () => {
  test.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [68, 380],
    [70, 400],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [250, 4700],
    [500, 14700],
  ])('%i pages cost %i yuan', (p, yuan) => {
    expect(fee(feeForPages(p)).total).toBe(yuan)
  })
})

describe('one request charged by items (办法4)', () => {
  test.each([
    [10, 0],
    [11, 100],
    [30, 100],
    [31, 200],
    [35, 200],
    [41, 300],
  ])('as request %d of its month it costs %d yuan, and those before it are not in the sum', (nth, yuan) => {
    expect(fee(feeOfRequest('items', nth))).toMatchObject({
      quantity: nth,
      total: yuan,
      lines: [{ from: nth, to: nth }],
    })
  })

  test('by pages all of them together (办法5)', () => {
    expect(fee(feeOfRequest('pages', 68)).total).toBe(380)
    expect(feeOfRequest('items', -1)).toMatchObject({ ok: false, refusal: { code: 'bad_quantity' } })
  })
})

describe('the explanation', () => {
  test('says each band in the language asked for and names the article', () => {
    expect(fee(feeForItems(11)).lines[1]).toMatchObject({
      why: '第11件，共1件，每件100元，计100元',
      article: '《政府信息公开信息处理费管理办法》第四条',
    })
    expect(fee(feeForPages(40, 'en')).lines[1]).toMatchObject({
      why: 'pages 31 to 40: 10 at 10 yuan each, 100 yuan',
      article: 'Measures on Information Handling Fees, Art. 5',
    })
  })

  test('nothing asked, nothing to explain', () => {
    expect(fee(feeForPages(0)).lines).toEqual([])
  })
})

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 100_001])('%d is refused, not rounded', n => {
  for (const asked of [feeForItems(n), feeForPages(n)]) {
    expect(asked).toMatchObject({ ok: false, refusal: { code: 'bad_quantity' } })
  }
})

test('the largest number taken is counted', () => {
  expect(fee(feeForPages(100_000)).total).toBe(pagesFeeByHand(100_000))
})

test('agrees with the sums added up one by one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), n => {
      expect(fee(feeForItems(n)).total).toBe(itemsFeeByHand(n))
      expect(fee(feeForPages(n)).total).toBe(pagesFeeByHand(n))
    }),
    { seed: 20261121, numRuns: 2000 },
  )
})
