import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, type House, openHouse, type Person, problemOf } from '../../../test/support/accounts.ts'
import { DAY } from '../../domain/kernel/instant.ts'
import { getMe, listSessions } from './contract.ts'
import { addKey, changePerson, deactivatePerson, listKeys, listPeople, revokeKey } from './people-contract.ts'

let house: House
let school = ''
let health = ''
let clerk: Person
let security: Person
beforeAll(async () => {
  house = await openHouse()
  const county = await house.addAgency('示例县人民政府')
  school = await house.addAgency('示例县教育局', county)
  health = await house.addAgency('示例县卫生健康局', county)
  clerk = await house.addPerson(school, 'clerk.li', 'handler')
  security = await house.addPerson(school, 'school.security', 'security_admin')
})
afterAll(() => house.close())

const make = (who: Person, scopes: readonly string[] = ['accounts.*'], days = 30) =>
  who.call(addKey, { params: { agencyId: who.agencyId }, body: { name: '报表程序', scopes: [...scopes], days } })
const list = (agencyId = school) => ({ params: { agencyId }, query: {} })

describe('an API key', () => {
  test('given one, then it acts as its person, and the table has only its hash', async () => {
    const { key, secret } = await make(clerk)
    expect(secret).toMatch(/^gk_[\w-]{43}$/)
    expect(key).toMatchObject({ name: '报表程序', scopes: ['accounts.*'], lastUsedAt: null, revokedAt: null })
    const call = house.browser().withKey(secret)
    expect((await call(getMe, {})).me).toMatchObject({ account: { login: 'clerk.li' }, roles: ['handler'] })
    expect(await codeOf(call(listPeople, list()))).toBe('done')
    const stored = await house.database.transaction('installation', tx => tx.execute(sql`SELECT * FROM api_key`))
    expect(JSON.stringify(stored.rows)).not.toContain(secret.slice(3))
    const { items } = await clerk.call(listKeys, { params: { agencyId: school } })
    expect(items[0]?.lastUsedAt).toBe(house.clock.now.toISOString())
  })

  test('given narrow scopes, then nothing else, and it says which', async () => {
    const call = house.browser().withKey((await make(clerk, ['accounts.me'])).secret)
    expect(await codeOf(call(getMe, {}))).toBe('done')
    expect(await problemOf(call(listPeople, list()))).toMatchObject({ code: 'out_of_scope', status: 403 })
  })

  test('given wide scopes, then still no more than its person may, and not what only a person does', async () => {
    const call = house.browser().withKey((await make(clerk)).secret)
    expect(await codeOf(call(listPeople, list(health)))).toBe('not_for_this')
    const params = { agencyId: school, accountId: clerk.id }
    expect(await codeOf(call(changePerson, { params, body: { roles: ['leader'] } }))).toBe('no_role')
    const body = { name: '更多', scopes: ['accounts.*'], days: 1 }
    expect(await codeOf(call(addKey, { params: { agencyId: school }, body }))).toBe('not_signed_in')
    expect(await codeOf(call(listSessions, {}))).toBe('not_signed_in')
  })

  test('given its person changes roles, then it follows at once', async () => {
    const call = house.browser().withKey((await make(clerk)).secret)
    const params = { agencyId: school, accountId: clerk.id }
    await security.call(changePerson, { params, body: { roles: ['reviewer'] } })
    expect((await call(getMe, {})).me?.roles).toEqual(['reviewer'])
    await security.call(changePerson, { params, body: { roles: ['handler'] } })
  })

  test.each<[string, object, string]>([
    ['a scope of nowhere', { scopes: ['accounts.fly'] }, 'unknown_scope'],
    ['a slice of nowhere', { scopes: ['nowhere.*'] }, 'unknown_scope'],
    ['everything', { scopes: ['*'] }, 'unknown_scope'],
    ['no scope', { scopes: [] }, 'bad_input'],
    ['no days', { days: 0 }, 'bad_input'],
    ['three years', { days: 1096 }, 'bad_input'],
  ])('given %s, then it is refused', async (_, more, code) => {
    const body = { name: 'x', scopes: ['accounts.me'], days: 1, ...more }
    expect(await codeOf(clerk.call(addKey, { params: { agencyId: school }, body }))).toBe(code)
  })

  test('given an unknown one, or one changed by a sign, then it is refused, even where a visitor would do', async () => {
    const { secret } = await make(clerk)
    const other = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`
    for (const wrong of [other, 'gk_0000000000000000']) {
      expect(await problemOf(house.browser().withKey(wrong)(getMe, {}))).toMatchObject({
        code: 'key_unknown',
        status: 401,
      })
    }
  })

  test('given its days are over, then it has ended', async () => {
    const { secret } = await make(clerk, ['accounts.me'], 1)
    const call = house.browser().withKey(secret)
    const { now } = house.clock
    house.later(DAY - 1)
    expect(await codeOf(call(getMe, {}))).toBe('done')
    house.later(1)
    expect(await codeOf(call(getMe, {}))).toBe('key_ended')
    house.clock.now = now
  })

  test('given it is revoked, by its person or the security administrator, then it has ended', async () => {
    const other = await house.addPerson(school, 'other.clerk', 'handler')
    const [one, two] = [await make(clerk), await make(clerk)]
    const params = (keyId: string) => ({ params: { agencyId: school, keyId } })
    expect(await codeOf(other.call(revokeKey, params(one.key.id)))).toBe('not_for_this')
    await clerk.call(revokeKey, params(one.key.id))
    await security.call(revokeKey, params(two.key.id))
    for (const { secret } of [one, two]) {
      expect(await codeOf(house.browser().withKey(secret)(getMe, {}))).toBe('key_ended')
    }
    expect(await codeOf(clerk.call(revokeKey, params(clerk.id)))).toBe('not_found')
  })

  test('given the list, then everybody sees their own, the security administrator all, and other agencies none', async () => {
    const other = await house.addPerson(school, 'third.clerk', 'handler')
    await make(other)
    const count = async (who: Person) => (await who.call(listKeys, { params: { agencyId: school } })).items.length
    expect(await count(other)).toBe(1)
    expect(await count(security)).toBe((await count(clerk)) + 1)
    const stranger = await house.addPerson(health, 'health.clerk', 'handler')
    expect(await codeOf(stranger.call(listKeys, { params: { agencyId: school } }))).toBe('not_for_this')
  })

  test('given its person is deactivated, then it has ended, and stays so', async () => {
    const system = await house.addPerson(school, 'school.system', 'system_admin')
    const gone = await house.addPerson(school, 'gone.clerk', 'handler')
    const call = house.browser().withKey((await make(gone)).secret)
    expect(await codeOf(call(getMe, {}))).toBe('done')
    const params = { agencyId: school, accountId: gone.id }
    await system.call(deactivatePerson, { params, body: { reason: '调离本机关' } })
    expect(await codeOf(call(getMe, {}))).toBe('key_ended')
  })
})
