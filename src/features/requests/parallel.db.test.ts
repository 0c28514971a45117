/** Many at once: a form sent again and again, many forms together, two who approve in the same moment. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { intake, type Office, startOffice, wanted, zhang } from '../../../test/support/request-office.ts'
import { ApiProblem } from '../../kit/client.ts'
import { Trouble } from '../../platform/trouble.ts'
import { citizenDesk } from './citizen/desk.ts'
import { actContracts } from './contract/acts.ts'
import * as contracts from './contract/index.ts'

let office: Office
beforeAll(async () => {
  office = await startOffice()
  await office.set('channel.online', true)
})
afterAll(() => office.close())

const many = Array.from({ length: 200 }, (_, n) => n)
const numberOf = (text: string) => Number(/(\d+)号$/.exec(text)?.[1])

/** Who is told that too many wait for the database sends the same again, under the same key. */
async function patiently<T>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    const told = await send().catch((error: unknown) => {
      const isBusy = error instanceof Trouble || (error instanceof ApiProblem && error.problem.status === 503)
      if (!isBusy) throw error
      return null
    })
    if (told !== null) return told
  }
}

/** From an address of its own: one address may not send so many. */
const apply = (key: string, n: number) =>
  citizenDesk(office.services).apply(
    office.bureau,
    { kind: 'request', applicant: zhang, wanted: { ...wanted, title: '清河路雨污分流工程验收报告' }, papers: [] },
    { address: `192.0.2.${n}`, key },
  )

const receiptOf = (told: Awaited<ReturnType<typeof apply>>) => {
  if (!told.ok) throw new Error(told.refusal.says.en)
  return told.value
}

const countOfAll = async () => {
  const params = { agencyId: office.bureau }
  const { states } = await office.as(office.who('handler'))(contracts.countRequests, { params, query: {} })
  return Object.values(states).reduce((sum, n) => sum + n, 0)
}

describe('numbers and repeated sendings', () => {
  test('given a form sent 200 times at once, then there is one case, and all are shown the same receipt', async () => {
    const before = await countOfAll()
    const receipts = (await Promise.all(many.map(n => patiently(() => apply('one-form', n))))).map(receiptOf)
    expect(new Set(receipts.map(receipt => JSON.stringify(receipt))).size).toBe(1)
    expect(await countOfAll()).toBe(before + 1)
  })

  test('given 200 forms at once, then there are 200 cases whose numbers follow each other without a gap', async () => {
    const last = numberOf(receiptOf(await apply('before-all', 1)).number)
    const receipts = (await Promise.all(many.map(n => patiently(() => apply(`form-${n}`, n))))).map(receiptOf)
    const numbers = receipts.map(({ number }) => numberOf(number)).sort((a, b) => a - b)
    expect(numbers).toEqual(many.map(n => last + 1 + n))
    expect(new Set(receipts.map(({ queryCode }) => queryCode)).size).toBe(200)
  })

  test('given 200 registrations at once, then their numbers follow each other without a gap', async () => {
    const params = { agencyId: office.bureau }
    const call = (n: number) =>
      office.as(office.who('handler'))(contracts.registerRequest, { params, body: intake }, `registration-${n}`)
    const views = await Promise.all(many.map(n => patiently(() => call(n))))
    const numbers = views.map(({ request }) => numberOf(request.case.number)).sort((a, b) => a - b)
    expect(numbers).toEqual(many.map(n => (numbers[0] ?? 0) + n))
  })
})

describe('two who approve at once', () => {
  test('given the same draft, then one approves, the other is told that it was changed, and there is one approval', async () => {
    const { id } = (await office.register()).request.case
    const handler = office.who('handler')
    await office.act(handler, id, 'assign', { sectionId: office.section, handlerId: null, note: '' })
    const facts = { delivery: '邮寄纸质复印件' }
    const draft = { decision: 'granted', facts, withheld: [], edits: {}, attachments: [] } as const
    await office.act(handler, id, 'saveDraft', draft)
    const { version } = (await office.act(handler, id, 'submitDraft', { revision: 1 })).case
    const params = { agencyId: office.bureau, requestId: id }
    const body = { revision: 1, opinion: '同意', secrecy: null, version }
    const approve = () => office.as(office.who('reviewer'))(actContracts.approveDraft, { params, body })
    const told = await Promise.allSettled([approve(), approve()])
    expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(told.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: { status: 409, code: 'changed_meanwhile' } },
    })
    expect((await office.get(id)).case.draft?.approvals).toHaveLength(1)
  })
})
