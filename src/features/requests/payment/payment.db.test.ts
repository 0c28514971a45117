import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, startOffice } from '../../../../test/support/request-office.ts'
import { bankTransfer } from '../../../platform/payment/bank-transfer.ts'
import type { PaymentProvider } from '../../../platform/payment/provider.ts'
import { signature, signedPayments } from '../../../platform/payment/signed.ts'
import { citizenDesk } from '../citizen/desk.ts'
import type { CitizenDesk } from '../citizen.ts'

const secret = 'key-of-tests'
let office: Office
let desk: CitizenDesk
beforeAll(async () => {
  const payments: PaymentProvider = signedPayments({
    url: 'https://pay.example.invalid/begin',
    secret,
    now: () => office.now,
  })
  office = await startOffice(undefined, undefined, { payments })
  desk = citizenDesk(office.services)
})
afterAll(() => office.close())

const origin = { address: '198.51.100.7', key: '' }

/** A case whose fee notice has been served by hand. */
async function owing() {
  const { request, queryCode: code } = await office.register()
  const { id, number } = request.case
  const [handler, head] = [office.who('handler'), office.who('office_head')]
  const noticed = await office.act(handler, id, 'noticeFee', { scheme: 'pages', quantity: 40, payTo: '示例县非税专户' })
  const letterId = noticed.case.fee?.letterId ?? ''
  await office.act(head, id, 'issueLetter', { letterId })
  await office.act(handler, id, 'serveLetter', { letterId, on: '2026-03-02', evidence: '申请人当面签收' })
  return { id, who: { number, code } }
}

async function begun(who: { number: string; code: string }) {
  const result = await desk.pay(office.bureau, who, '/a/x/apply/case', origin)
  if (!result.ok || !('url' in result.value)) throw new Error('there is no page to pay on')
  const asked = new URL(result.value.url).searchParams
  return { order: asked.get('order') ?? '', amount: asked.get('amount') ?? '' }
}

/** The made-up provider tells of a payment, signed as agreed. */
function told(paid: { order: string; amount: string; receipt: string }, changes: { key?: string; time?: string } = {}) {
  const body = JSON.stringify({ ...paid, paidAt: '2026-03-02T10:00:00+08:00' })
  const time = changes.time ?? String(office.now.getTime() / 1000)
  const headers: Record<string, string> = {
    'x-gongkai-time': time,
    'x-gongkai-signature': signature(changes.key ?? secret, time, body),
  }
  return desk.paid({ body, header: name => headers[name] ?? null, at: office.now })
}

const feeOf = async (id: string) => (await office.get(id)).case.fee

describe('paying a fee online (办法6)', () => {
  test('given a notice of payment signed by the provider, then the fee is paid once, and the period starts anew', async () => {
    const { id, who } = await owing()
    expect(await desk.track(office.bureau, { number: who.number, code: who.code }, origin)).toMatchObject({
      ok: true,
      value: { asked: { what: 'pay', online: true, payTo: '示例县非税专户' } },
    })
    const { order, amount } = await begun(who)
    expect(amount).toBe(`${(await feeOf(id))?.amount}.00`)
    const paid = { order, amount, receipt: 'PAY-0001' }
    const all = await Promise.all(Array.from({ length: 5 }, () => told(paid)))
    expect(all.map(result => result.ok && result.value.already).sort()).toEqual([false, true, true, true, true])
    const after = await office.get(id)
    expect(after.case).toMatchObject({ fee: { paid: { on: '2026-03-02', receipt: 'PAY-0001' } } })
    expect(after.case.state).not.toBe('fee_pending')
    expect(after.clock.due).toBe('2026-03-30')
    const confirmed = (await office.events(office.bureau)).filter(({ kind }) => kind === 'requests.confirmPaid')
    expect(confirmed).toMatchObject([{ actor: 'job:payment', subject: `request:${id}` }])
    expect(await desk.pay(office.bureau, who, '/x', origin)).toMatchObject({ refusal: { code: 'nothing_to_pay' } })
  })

  test('given another key, a stale copy, or an order of nobody, then nothing is entered', async () => {
    const { id, who } = await owing()
    const { order, amount } = await begun(who)
    const paid = { order, amount, receipt: 'PAY-0002' }
    expect(await told(paid, { key: 'guessed' })).toMatchObject({ ok: false, refusal: { code: 'unsigned' } })
    expect(await told(paid, { time: '1772400000' })).toMatchObject({ ok: false, refusal: { code: 'stale' } })
    for (const other of ['x', order.replace(/\.[^.]+$/, ''), order.replace(/[^.]+$/, office.bureau)]) {
      expect(await told({ ...paid, order: other })).toMatchObject({ ok: false, refusal: { code: 'unknown_order' } })
    }
    expect((await feeOf(id))?.paid).toBeNull()
  })

  test('given another amount, then nothing is entered, and the office is told to look', async () => {
    const { id, who } = await owing()
    const { order } = await begun(who)
    const wrong = { order, amount: '1.00', receipt: 'PAY-0003' }
    expect(await told(wrong)).toMatchObject({ ok: false, refusal: { code: 'wrong_amount' } })
    expect((await feeOf(id))?.paid).toBeNull()
    const last = (await office.events(office.bureau)).at(-1)
    expect(last).toMatchObject({ kind: 'requests.paymentUnfit', data: { code: 'wrong_amount', amount: 1 } })
  })

  test('given a second payment for what was paid, then the first stands, and the office is told', async () => {
    const { id, who } = await owing()
    const { order, amount } = await begun(who)
    await told({ order, amount, receipt: 'PAY-0004' })
    expect(await told({ order, amount, receipt: 'PAY-0005' })).toMatchObject({ ok: false })
    expect((await feeOf(id))?.paid?.receipt).toBe('PAY-0004')
  })

  test('given no provider is set, then the account is shown and no notice is taken', async () => {
    const { who } = await owing()
    const plain = citizenDesk({ ...office.services, payments: bankTransfer })
    expect(await plain.pay(office.bureau, who, '/x', origin)).toEqual({
      ok: true,
      value: { instructions: '示例县非税专户' },
    })
    const callback = { body: '{}', header: () => null, at: office.now }
    expect(await plain.paid(callback)).toMatchObject({ ok: false, refusal: { code: 'not_online' } })
  })
})
