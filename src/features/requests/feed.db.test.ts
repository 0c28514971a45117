import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, startOffice, wanted } from '../../../test/support/request-office.ts'
import * as contracts from './contract/feed.ts'

let office: Office
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.close())

test('given a secret address, then it tells due days without who applies, until it is revoked or made anew', async () => {
  const { request } = await office.register()
  const params = { agencyId: office.bureau }
  const handler = office.as(office.who('handler'))
  expect(await handler(contracts.getFeed, { params })).toEqual({ madeAt: null })
  const { url } = await handler(contracts.makeFeed, { params })
  expect(await handler(contracts.getFeed, { params })).toEqual({ madeAt: office.now.toISOString() })
  const path = url.slice(url.indexOf('/agencies/'))
  const read = (at: string) => office.ask(null, at)
  const answer = await read(path)
  expect(answer.headers.get('content-type')).toContain('text/calendar')
  const text = (await answer.text()).replaceAll('\r\n ', '')
  expect(text).toContain(`SUMMARY:${request.case.number} ${wanted.title}`)
  expect(text).toContain(`DTSTART;VALUE=DATE:${request.clock.due?.replaceAll('-', '')}`)
  expect(text).not.toContain('张三丰')
  const drafters = await office.as(office.who('drafter'))(contracts.makeFeed, { params })
  expect(await (await read(drafters.url.slice(drafters.url.indexOf('/agencies/')))).text()).not.toContain('SUMMARY')
  const next = await handler(contracts.makeFeed, { params })
  expect((await read(path)).status).toBe(404)
  await handler(contracts.revokeFeed, { params })
  expect(await handler(contracts.getFeed, { params })).toEqual({ madeAt: null })
  expect((await read(next.url.slice(next.url.indexOf('/agencies/')))).status).toBe(404)
  expect(JSON.stringify(await office.events(office.bureau))).not.toContain(path.slice(-47, -4))
})
