import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOf, goodPassword, type House, openHouse, type Person, tokenOf } from '../../../test/support/accounts.ts'
import { DAY } from '../../domain/kernel/instant.ts'
import { notification } from '../../kit/schema/desk.ts'
import { acceptInvitation, changePassword, secondFactor, signIn } from './contract.ts'
import {
  addKey,
  changePerson,
  deactivatePerson,
  delegate,
  newLink,
  revokeDelegation,
  revokeKey,
} from './people-contract.ts'
import { tellEndedDelegations, tellEndingKeys } from './reminders.ts'

let house: House
let county = ''
let system: Person
let security: Person
let leader: Person
let clerk: Person
beforeAll(async () => {
  house = await openHouse()
  county = await house.addAgency('示例县人民政府')
  system = await house.addPerson(county, 'county.system', 'system_admin')
  security = await house.addPerson(county, 'county.security', 'security_admin')
  leader = await house.addPerson(county, 'leader.zhang', 'leader', 'reviewer')
  clerk = await house.addPerson(county, 'clerk.li', 'handler')
})
afterAll(() => house.close())

const known = new Set<string>()
/** What a person has been told since this was last asked. */
async function news({ id }: Person): Promise<string[]> {
  const rows = await house.database.transaction('installation', tx =>
    tx.select().from(notification).where(eq(notification.accountId, id)),
  )
  const added = rows.filter(row => !known.has(row.id))
  for (const row of added) known.add(row.id)
  return added.map(({ kind, title }) => `${kind}: ${(title as { zh: string }).zh}`).sort()
}
const none = async () => {
  for (const person of [system, security, leader, clerk]) expect(await news(person)).toEqual([])
}
const handOver = (untilDate = '2026-11-27', fromDate = '2026-11-23') =>
  leader.call(delegate, {
    params: { agencyId: county },
    body: { toAccountId: clerk.id, roles: ['reviewer'], fromDate, untilDate },
  })
const daily = (tell: typeof tellEndingKeys) =>
  house.database.transaction('installation', tx => tell(tx, house.services, house.services.now()))

describe('delegations', () => {
  test('given one handed over and taken back, then both sides are told of each, once', async () => {
    const { id } = await handOver()
    const given = ['standing.delegated: 外出委托：2026-11-23 至 2026-11-27']
    expect([await news(leader), await news(clerk)]).toEqual([given, given])
    const params = { agencyId: county, delegationId: id }
    await leader.call(revokeDelegation, { params })
    await leader.call(revokeDelegation, { params })
    const ended = ['standing.delegationEnded: 外出委托已结束（原定至 2026-11-27）']
    expect([await news(leader), await news(clerk)]).toEqual([ended, ended])
    await none()
  })
})

describe('roles', () => {
  test('given roles changed by the security administrator, then the person is told, and of nothing else', async () => {
    const params = { agencyId: county, accountId: clerk.id }
    await security.call(changePerson, { params, body: { roles: ['handler', 'reading_clerk'] } })
    expect(await news(clerk)).toEqual(['standing.roles: 您的角色有变化'])
    await security.call(changePerson, { params, body: { roles: ['reading_clerk', 'handler'] } })
    await system.call(changePerson, { params, body: { email: 'li@example.cn' } })
    await none()
  })
})

describe('the safety of an account', () => {
  const otherBrowser = (agent: string) =>
    browserOf(
      (url, init) =>
        Promise.resolve(
          house.app.request(url, { ...init, headers: { ...(init.headers as object), 'user-agent': agent } }),
        ),
      '203.0.113.77',
    )

  test('given the first sign-in of all, or one by a browser seen before, then it is no news', async () => {
    await house.signIn(clerk.login)
    await none()
  })

  test('given a browser not seen before, then the person is told where from, and once', async () => {
    await otherBrowser('Elsewhere/2').call(signIn, { body: { login: clerk.login, password: goodPassword } })
    expect(await news(clerk)).toEqual(['account.device: 您的账号在一台新设备上登录'])
    const rows = await house.database.transaction('installation', tx => tx.select().from(notification))
    const body = rows.find(({ kind }) => kind === 'account.device')?.body as { zh: string }
    expect(body.zh).toContain('网络地址 203.0.113.77，Elsewhere/2')
    await otherBrowser('Elsewhere/2').call(signIn, { body: { login: clerk.login, password: goodPassword } })
    await none()
  })

  test('given a second factor to give, then only who has given it has signed in', async () => {
    const stranger = otherBrowser('Stranger/1')
    await stranger.call(signIn, { body: { login: system.login, password: goodPassword } })
    await none()
    house.later(60_000)
    // That the password was known to that browser before makes it none seen before.
    const again = otherBrowser('Stranger/1')
    await again.call(signIn, { body: { login: system.login, password: goodPassword } })
    await again.call(secondFactor, { body: { code: system.code() } })
    expect(await news(system)).toEqual(['account.device: 您的账号在一台新设备上登录'])
  })

  test('given a password changed by its person, or set by a link, then the person is told', async () => {
    const own = await house.signIn(clerk.login)
    await own.call(changePassword, { body: { current: goodPassword, next: '秋水Q1u-shui' } })
    expect(await news(clerk)).toEqual(['account.password: 您的密码已修改'])
    const { link } = await security.call(newLink, { params: { agencyId: county, accountId: clerk.id } })
    const params = { token: tokenOf(link) }
    await house.browser().call(acceptInvitation, { params, body: { password: '冬雪D0ng-xue' } })
    expect(await news(clerk)).toEqual(['account.password: 您的密码已修改'])
  })
})

describe('what the day brings', () => {
  test('given keys near their end, then who made each is told once, however often and late the job runs', async () => {
    const own = await house.signIn(leader.login)
    const add = (name: string, days: number) =>
      own.call(addKey, { params: { agencyId: county }, body: { name, scopes: ['accounts.*'], days } })
    await add('快到期', 14)
    await add('还早', 15)
    const { key } = await add('已作废', 3)
    await own.call(revokeKey, { params: { agencyId: county, keyId: key.id } })
    for (let n = 0; n < 3; n++) await daily(tellEndingKeys)
    expect(await news(leader)).toEqual(['account.key: 接口密钥“快到期”将于 2026-12-07 失效'])
    house.later(20 * DAY)
    await Promise.all([daily(tellEndingKeys), daily(tellEndingKeys), daily(tellEndingKeys)])
    expect(await news(leader)).toEqual(['account.key: 接口密钥“还早”已于 2026-12-08 失效'])
    await none()
  })

  test('given a delegation that ran out, then both are told once; one ended before is not told again', async () => {
    house.clock.now = new Date('2026-11-23T01:00:00.000Z')
    await handOver('2026-11-25')
    await Promise.all([news(leader), news(clerk)])
    await daily(tellEndedDelegations)
    await none()
    house.later(5 * DAY)
    for (let n = 0; n < 2; n++) await daily(tellEndedDelegations)
    const ended = ['standing.delegationEnded: 外出委托已结束（原定至 2026-11-25）']
    expect([await news(leader), await news(clerk)]).toEqual([ended, ended])
    await none()
  })

  test('given a person who is deactivated, then who stood in for them is told, and they are not', async () => {
    house.clock.now = new Date('2026-11-23T01:00:00.000Z')
    await handOver('2026-11-27', '2026-11-26')
    await Promise.all([news(leader), news(clerk)])
    const again = await house.signIn(system.login)
    house.later(600_000)
    await again.call(secondFactor, { body: { code: system.code() } })
    const params = { agencyId: county, accountId: leader.id }
    await again.call(deactivatePerson, { params, body: { reason: '调离本机关' } })
    expect(await news(leader)).toEqual([])
    expect(await news(clerk)).toEqual(['standing.delegationEnded: 外出委托已结束（原定至 2026-11-27）'])
  })
})
