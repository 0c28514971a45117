/** A provider's notice of payment as it comes over the wire: through the whole application, on a port of its own. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { citizenDesk } from '../../src/features/requests/citizen/desk.ts'
import type { CitizenDesk } from '../../src/features/requests/citizen.ts'
import { paymentPath } from '../../src/features/requests/payment/order.ts'
import { signature, signedPayments } from '../../src/platform/payment/signed.ts'
import { type Office, startOffice } from '../support/request-office.ts'
import { testSite } from './support.ts'

const secret = 'key-of-tests'
const origin = { address: '198.51.100.7', key: '' }
let office: Office
let desk: CitizenDesk
let server: Server
let url = ''

beforeAll(async () => {
  const payments = signedPayments({ url: 'https://pay.example.invalid/begin', secret, now: () => office.now })
  office = await startOffice(undefined, undefined, { payments })
  desk = citizenDesk(office.services)
  const { app } = testSite({ desk, now: () => office.now })
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${paymentPath}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await office.close()
})

/** A fee that was noticed, and the order it is paid by. */
async function owing() {
  const { request, queryCode: code } = await office.register()
  const { id, number } = request.case
  const [handler, head] = [office.who('handler'), office.who('office_head')]
  const noticed = await office.act(handler, id, 'noticeFee', { scheme: 'pages', quantity: 40, payTo: '示例县非税专户' })
  const letterId = noticed.case.fee?.letterId ?? ''
  await office.act(head, id, 'issueLetter', { letterId })
  await office.act(handler, id, 'serveLetter', { letterId, on: '2026-03-02', evidence: '申请人当面签收' })
  const result = await desk.pay(office.bureau, { number, code }, '/a/x/apply/case', origin)
  if (!result.ok || !('url' in result.value)) throw new Error('there is no page to pay on')
  const asked = new URL(result.value.url).searchParams
  return { id, order: asked.get('order') ?? '', amount: asked.get('amount') ?? '' }
}

const paidOf = async (id: string) => (await office.get(id)).case.fee?.paid ?? null

interface Notice {
  readonly body: string
  readonly headers: Record<string, string>
}

function notice(paid: { order: string; amount: string; receipt: string }, key = secret): Notice {
  const body = JSON.stringify({ ...paid, paidAt: '2026-03-02T10:00:00+08:00' })
  const time = String(office.now.getTime() / 1000)
  const signed = { 'X-Gongkai-Time': time, 'X-Gongkai-Signature': signature(key, time, body) }
  return { body, headers: { 'Content-Type': 'application/json', ...signed } }
}

async function sent({ body, headers }: Notice) {
  const answer = await fetch(url, { method: 'POST', body, headers })
  return { status: answer.status, told: (await answer.json()) as Record<string, unknown> }
}

describe('a notice of payment over HTTP (办法6)', () => {
  test('given it is signed as agreed, then the fee is entered; sent again as it was, then it is told so and entered once', async () => {
    const { id, order, amount } = await owing()
    const given = notice({ order, amount, receipt: 'PAY-0001' })
    expect(await sent(given)).toEqual({ status: 200, told: { settled: true, already: false } })
    expect(await paidOf(id)).toEqual({ on: '2026-03-02', receipt: 'PAY-0001' })
    expect(await sent(given)).toEqual({ status: 200, told: { settled: true, already: true } })
    const confirmed = (await office.events(office.bureau)).filter(({ kind }) => kind === 'requests.confirmPaid')
    expect(confirmed.map(({ subject }) => subject)).toEqual([`request:${id}`])
  })

  test('given another key, no signature, or a body changed on the way, then nothing is entered', async () => {
    const { id, order, amount } = await owing()
    const paid = { order, amount, receipt: 'PAY-0002' }
    const right = notice(paid)
    const unsigned = { ...right, headers: { 'Content-Type': 'application/json' } }
    const changed = { ...right, body: right.body.replace('PAY-0002', 'PAY-0009') }
    for (const wrong of [notice(paid, 'guessed'), unsigned, changed]) {
      expect(await sent(wrong)).toMatchObject({ status: 422, told: { settled: false, code: 'unsigned' } })
    }
    expect(await paidOf(id)).toBeNull()
  })

  test('given a copy replayed eleven minutes later, then nothing is entered', async () => {
    const { id, order, amount } = await owing()
    const given = notice({ order, amount, receipt: 'PAY-0003' })
    office.now = new Date(office.now.getTime() + 11 * 60_000)
    expect(await sent(given)).toMatchObject({ status: 422, told: { settled: false, code: 'stale' } })
    expect(await paidOf(id)).toBeNull()
  })

  test('given another amount, then nothing is entered, and the record and the answer say so', async () => {
    const { id, order } = await owing()
    const answer = await sent(notice({ order, amount: '1.00', receipt: 'PAY-0004' }))
    expect(answer).toMatchObject({ status: 422, told: { settled: false, code: 'wrong_amount' } })
    expect(await paidOf(id)).toBeNull()
    expect((await office.events(office.bureau)).at(-1)).toMatchObject({ kind: 'requests.paymentUnfit' })
  })

  test('given a page of another site sends it, or it is larger than any notice, then it is not even read', async () => {
    const { id, order, amount } = await owing()
    const given = notice({ order, amount, receipt: 'PAY-0005' })
    const foreign = { ...given, headers: { ...given.headers, Origin: 'https://elsewhere.example' } }
    expect((await fetch(url, { method: 'POST', ...foreign })).status).toBe(403)
    expect((await sent({ ...given, body: `${given.body}${' '.repeat(20_000)}` })).status).toBe(413)
    expect(await paidOf(id)).toBeNull()
  })
})
