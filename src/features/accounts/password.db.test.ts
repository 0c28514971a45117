import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, goodPassword, type House, openHouse, problemOf } from '../../../test/support/accounts.ts'
import { DAY } from '../../domain/kernel/instant.ts'
import { setting } from '../../kit/schema/agencies.ts'
import { membership } from '../../kit/schema/people.ts'
import { changePassword, getMe, listSessions, revokeSession } from './contract.ts'

let house: House
let agencyId = ''
beforeAll(async () => {
  house = await openHouse()
  agencyId = await house.addAgency('示例县教育局')
})
afterAll(() => house.close())

describe('changing the password', () => {
  test('given the present one, then the next one counts, this session goes on and all others end', async () => {
    const zhang = await house.addPerson(agencyId, 'zhang.san')
    const other = await house.signIn('zhang.san')
    const token = zhang.browser.jar.get('__Host-gongkai')
    const body = { current: goodPassword, next: '秋水Ch4ng-tian' }
    expect(await zhang.call(changePassword, { body })).toEqual({ step: 'done' })
    expect(zhang.browser.jar.get('__Host-gongkai')).not.toBe(token)
    expect((await zhang.call(getMe, {})).me?.account.login).toBe('zhang.san')
    expect(await codeOf(other.call(listSessions, {}))).toBe('session_revoked')
    expect(await codeOf(house.signIn('zhang.san'))).toBe('bad_credentials')
    expect((await house.signIn('zhang.san', body.next)).step).toBe('done')
  })

  test('given one that breaks the rules, then all that is wrong is said, at its place, and nothing changes', async () => {
    const li = await house.addPerson(agencyId, 'li.si')
    const weak = await problemOf(li.call(changePassword, { body: { current: goodPassword, next: 'li.si' } }))
    expect(weak).toMatchObject({ at: 'body.next' })
    const { errors } = weak as unknown as { errors: { at: string; says: { zh: string } }[] }
    expect(errors.map(({ says }) => says.zh)).toEqual([
      expect.stringContaining('至少 10 位'),
      expect.stringContaining('四类'),
      expect.stringContaining('不同的字符'),
      expect.stringContaining('登录名'),
    ])
    expect((await house.signIn('li.si')).step).toBe('done')
  })

  test('given the present one, or one of the last five, then it is refused; the sixth before may come again', async () => {
    const wang = await house.addPerson(agencyId, 'wang.wu')
    const nth = (n: number) => `第${'一二三四五六'[n]}次Mi-ma-${n}`
    const change = (current: string, next: string) => codeOf(wang.call(changePassword, { body: { current, next } }))
    expect(await change(goodPassword, goodPassword)).toBe('password_used')
    let current = goodPassword
    for (let n = 0; n < 5; n++) {
      expect(await change(current, nth(n))).toBe('done')
      expect(await change(nth(n), goodPassword)).toBe(n < 4 ? 'password_used' : 'done')
      current = n < 4 ? nth(n) : goodPassword
    }
    expect(await change(current, nth(4))).toBe('password_used')
  })

  test('given the wrong present one five times, then it is locked as a sign-in is', async () => {
    const zhao = await house.addPerson(agencyId, 'zhao.liu')
    const body = { current: 'Wr0ng-password', next: '秋水Ch4ng-tian' }
    const codes = []
    for (let n = 0; n < 6; n++) codes.push(await codeOf(zhao.call(changePassword, { body })))
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'wrong_password'), 'locked'])
    expect(await codeOf(house.signIn('zhao.liu'))).toBe('locked')
  })

  test('given a visitor, then they are told to sign in', async () => {
    const body = { current: goodPassword, next: '秋水Ch4ng-tian' }
    expect(await codeOf(house.browser().call(changePassword, { body }))).toBe('not_signed_in')
  })
})

describe('the list of sessions', () => {
  test('shows where somebody is signed in; ending one ends it at once, also this one', async () => {
    const qian = await house.addPerson(agencyId, 'qian.qi')
    const other = await house.signIn('qian.qi', goodPassword, house.browser('198.51.100.7'))
    const { items } = await qian.call(listSessions, {})
    expect(items.map(({ address, agent, here }) => ({ address, agent, here }))).toEqual(
      expect.arrayContaining([
        { address: '203.0.113.1', agent: 'Test/1', here: true },
        { address: '198.51.100.7', agent: 'Test/1', here: false },
      ]),
    )
    const idOf = (here: boolean) => ({ params: { sessionId: items.find(item => item.here === here)?.id ?? '' } })
    await qian.call(revokeSession, idOf(false))
    expect(await codeOf(other.call(listSessions, {}))).toBe('session_revoked')
    expect(await codeOf(qian.call(revokeSession, idOf(false)))).toBe('not_found')
    await qian.call(revokeSession, idOf(true))
    expect(qian.browser.jar.size).toBe(0)
  })

  test('given the session of another, then it is not there', async () => {
    const [sun, zhou] = [await house.addPerson(agencyId, 'sun.ba'), await house.addPerson(agencyId, 'zhou.jiu')]
    const [item] = (await zhou.call(listSessions, {})).items
    expect(await codeOf(sun.call(revokeSession, { params: { sessionId: item?.id ?? '' } }))).toBe('not_found')
    expect(await codeOf(zhou.call(listSessions, {}))).toBe('done')
  })
})

describe('what an agency asks of passwords (等保 8.1.4.1 a)', () => {
  const set = (agency: string, values: Record<string, number>) =>
    house.database.transaction('installation', tx =>
      tx.insert(setting).values(Object.entries(values).map(([key, value]) => ({ agencyId: agency, key, value }))),
    )

  test('given rules of its own, then they hold for its people, and the strictest for who works for two', async () => {
    const strict = await house.addAgency('示例县公安局')
    const strictest = await house.addAgency('示例县国家保密局')
    const sun = await house.addPerson(strict, 'sun.qi')
    await set(strict, { 'password.shortest': 12 })
    await set(strictest, { 'password.kinds': 4, 'password.shortest': 11 })
    const next = async (password: string) =>
      codeOf(sun.call(changePassword, { body: { current: goodPassword, next: password } }))
    expect(await next('qiushui4C-t')).toBe('password_short')
    await house.database.transaction('installation', tx =>
      tx.insert(membership).values({ agencyId: strictest, accountId: sun.id, roles: [], since: house.clock.now }),
    )
    expect(await next('qiushui4Chang')).toBe('password_kinds')
    expect(await next('qiushui4-Chang')).toBe('done')
  })

  test('given fewer days, then a password past them is changed before anything else', async () => {
    const strict = await house.addAgency('示例县密码管理局')
    await set(strict, { 'password.days': 45 })
    const usual = await house.addPerson(agencyId, 'usual.person')
    const hurried = await house.addPerson(strict, 'hurried.person')
    house.later(45 * DAY)
    expect((await house.signIn(hurried.login)).step).toBe('change_password')
    expect((await house.signIn(usual.login)).step).toBe('done')
  })
})
