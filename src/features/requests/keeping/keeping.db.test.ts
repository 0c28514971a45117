import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../test/support/api.ts'
import { noReader } from '../../../../test/support/no-reader.ts'
import { type Office, routesOfRequests, startOffice } from '../../../../test/support/request-office.ts'
import * as contracts from '../contract/index.ts'
import { listRetention, newCode } from '../contract/keeping.ts'
import { keepingRoutes } from './api.ts'

let office: Office
beforeAll(async () => {
  office = await startOffice(new Date('2026-03-02T02:00:00Z'), [...keepingRoutes, ...routesOfRequests(noReader)])
})
afterAll(() => office.close())

const over = (query: { limit?: number; after?: string } = {}) =>
  office.as(office.who('reviewer'))(listRetention, { params: { agencyId: office.bureau }, query })

/** Registered, ended and put into the archive that day. */
async function archived(): Promise<string> {
  const { request } = await office.register()
  const { id } = request.case
  const handler = office.who('handler')
  await office.act(office.who('office_head'), id, 'closeOtherwise', {
    ground: 'applicant_gone',
    shown: '公司登记机关的注销证明',
    other: null,
  })
  await office.act(handler, id, 'archive', {})
  return id
}

describe('files kept long enough', () => {
  test('given files ended in 2026 and ten years, when 2036 ends, then they are listed, the oldest first, and stay', async () => {
    // Ended on one day, they come in the order of their ids.
    const ids = [await archived(), await archived(), await archived()].sort()
    await office.register()
    office.now = new Date('2036-12-31T02:00:00Z')
    expect(await over()).toEqual({ items: [], next: null, years: 10 })
    office.now = new Date('2037-01-01T02:00:00Z')
    const first = await over({ limit: 2 })
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    expect(first.items[0]).toMatchObject({ closedOn: '2026-03-02', archivedOn: '2026-03-02', keptUntil: '2036-12-31' })
    expect((await over({ limit: 2, after: first.next ?? '' })).items.map(({ id }) => id)).toEqual(ids.slice(2))
    expect((await office.get(ids[0] ?? '')).case.state).toBe('archived')
  })

  test('given the agency keeps them longer, then they are not over yet', async () => {
    await office.set('request.retentionYears', 30)
    expect((await over()).items).toEqual([])
    await office.set('request.retentionYears', 10)
  })
})

describe('a code that was lost', () => {
  const give = (requestId: string, who = office.who('reading_clerk')) =>
    office.as(who)(newCode, {
      params: { agencyId: office.bureau, requestId },
      body: { asker: 'applicant', proof: 'id_card' },
    })
  const follow = (number: string, code: string) =>
    office.as(null)(contracts.trackRequest, { params: { agencyId: office.bureau }, body: { number, code } })

  test('given identity was checked, then a new code opens the request, the old one no longer, and the record tells how', async () => {
    const { request, queryCode: old } = await office.register()
    const { id, number, version } = request.case
    const { queryCode } = await give(id)
    expect(await follow(number, queryCode)).toMatchObject({ number })
    expect(await refusalOf(follow(number, old))).toMatchObject({ code: 'unknown_request' })
    const last = (await office.events(office.bureau)).at(-1)
    expect(last).toMatchObject({ kind: 'requests.newCode', data: { asker: 'applicant', proof: 'id_card' } })
    expect(JSON.stringify(last)).not.toContain(queryCode)
    const after = await office.get(id)
    expect(after.case.version).toBe(version)
    expect(after.timeline.at(-1)?.label.zh).toBe('发给新的查询码')
  })

  test('given who does not meet applicants, then it is refused', async () => {
    const { request } = await office.register()
    expect(await refusalOf(give(request.case.id, office.who('drafter')))).toMatchObject({ code: 'no_role' })
    expect(await refusalOf(give('018f0000-0000-7000-8000-00000000dead'))).toMatchObject({ code: 'not_found' })
  })
})
