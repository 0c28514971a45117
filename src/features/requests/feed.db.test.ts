import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, startOffice, wanted } from '../../../test/support/request-office.ts'
import type { RoleId } from '../../domain/people/roles.ts'
import { membership } from '../../kit/schema/people.ts'
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

test('given roles that may list no requests any more, then the address tells nothing; with the drafter’s, its section’s', async () => {
  await office.register()
  const person = office.who('leader')
  const { url } = await office.as(person)(contracts.makeFeed, { params: { agencyId: office.bureau } })
  const read = () => office.ask(null, url.slice(url.indexOf('/agencies/')))
  const holds = (...roles: RoleId[]) =>
    office.database.transaction('installation', tx =>
      tx.update(membership).set({ roles }).where(eq(membership.accountId, person.accountId)),
    )
  expect(await (await read()).text()).toContain('SUMMARY')
  for (const roles of [['audit_admin'], ['system_admin'], []] as const) {
    await holds(...roles)
    expect([roles, (await read()).status]).toEqual([roles, 404])
  }
  await holds('drafter', 'system_admin')
  const drafters = await read()
  expect([drafters.status, (await drafters.text()).includes('SUMMARY')]).toEqual([200, false])
})
