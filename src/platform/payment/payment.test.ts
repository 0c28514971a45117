import { describe, expect, test } from 'vitest'
import { bankTransfer } from './bank-transfer.ts'
import type { PaymentOrder } from './provider.ts'
import { signature, signedPayments } from './signed.ts'

const now = new Date('2026-03-02T02:00:00Z')
const secret = 'key-of-tests'
const provider = signedPayments({ url: 'https://pay.example.invalid/go?shop=7', secret, now: () => now })
const order: PaymentOrder = {
  id: 'a.b.c',
  amount: 140,
  subject: '信息处理费 〔2026〕1号',
  payTo: '示例县财政局，账号 1',
  notifyUrl: 'https://xxgk.example.invalid/payments/callback',
  returnUrl: 'https://xxgk.example.invalid/apply/case',
}
const time = String(now.getTime() / 1000)
const paid = { order: 'a.b.c', amount: '140.00', receipt: 'R-1', paidAt: '2026-03-02T09:58:00+08:00' }

const sent = (body: unknown, changes: { time?: string; signature?: string; key?: string; at?: Date } = {}) => {
  const text = JSON.stringify(body)
  const signed = changes.signature ?? signature(changes.key ?? secret, changes.time ?? time, text)
  const headers: Record<string, string> = { 'x-gongkai-time': changes.time ?? time, 'x-gongkai-signature': signed }
  return provider.verify({ body: text, header: name => headers[name] ?? null, at: changes.at ?? now })
}

describe('paying into an account', () => {
  test('given an order, then the account is what to do, and no notice is believed', async () => {
    expect(await bankTransfer.begin(order)).toEqual({ instructions: '示例县财政局，账号 1' })
    expect(await bankTransfer.verify({ body: '{}', header: () => null, at: now })).toMatchObject({ code: 'not_online' })
  })
})

describe('paying on a page', () => {
  test('given an order, then its page names it, the amount and the ways back, signed as a whole', async () => {
    const begun = await provider.begin(order)
    const page = new URL('url' in begun ? begun.url : '')
    expect(Object.fromEntries(page.searchParams)).toMatchObject({ shop: '7', order: 'a.b.c', amount: '140.00', time })
    const [before = '', given = ''] = page.search.slice(1).split('&signature=')
    expect(given).toBe(signature(secret, time, before))
    expect(given).not.toBe(signature(secret, time, before.replace('140.00', '1.00')))
  })

  test('given a notice signed now, then what was paid is told', async () => {
    const paidAt = new Date('2026-03-02T01:58:00Z')
    expect(await sent(paid)).toEqual({ state: 'paid', order: 'a.b.c', amount: 140, receipt: 'R-1', paidAt })
  })

  test('given another key, another amount under the same signature, or none, then it is refused', async () => {
    expect(await sent(paid, { key: 'other' })).toMatchObject({ state: 'refused', code: 'unsigned' })
    const right = signature(secret, time, JSON.stringify(paid))
    expect(await sent({ ...paid, amount: '1.00' }, { signature: right })).toMatchObject({ code: 'unsigned' })
    expect(await sent(paid, { signature: '' })).toMatchObject({ code: 'unsigned' })
    expect(await sent(paid, { time: 'x' })).toMatchObject({ code: 'stale' })
  })

  test('given a copy of a notice sent again later, then it is refused', async () => {
    const later = new Date(now.getTime() + 601_000)
    expect(await sent(paid, { at: new Date(now.getTime() + 600_000) })).toMatchObject({ state: 'paid' })
    expect(await sent(paid, { at: later })).toMatchObject({ state: 'refused', code: 'stale' })
  })

  test('given something else signed rightly, then it is refused in words', async () => {
    for (const body of ['text', null, {}, { ...paid, amount: '140' }, { ...paid, paidAt: 'today' }]) {
      expect(await sent(body)).toMatchObject({ state: 'refused', code: 'unreadable' })
    }
  })
})
