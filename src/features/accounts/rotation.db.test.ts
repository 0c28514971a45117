/** The keys of a whole installation, by the command line. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, type House, openHouse, type Person } from '../../../test/support/accounts.ts'
import { noAgency } from '../../kit/routes.ts'
import { dataKey } from '../../kit/schema/people.ts'
import { boxHead } from '../../platform/crypto/box.ts'
import { newMasterKey, parseMasterKeys } from '../../platform/crypto/master-key.ts'
import { rewrapDataKeys } from './actions/rewrap-keys.ts'
import { type RotatedAgency, rotateAllKeys } from './actions/rotate-all.ts'
import { secondFactor } from './contract.ts'
import { changePerson, unmaskPhone } from './people-contract.ts'

let house: House
let [education, health] = ['', '']
let admin: Person
beforeAll(async () => {
  house = await openHouse()
  education = await house.addAgency('示例县教育局')
  health = await house.addAgency('示例县卫生健康局')
  admin = await house.addPerson(education, 'wang.wu', 'system_admin')
  const params = { agencyId: education, accountId: admin.id }
  await admin.call(changePerson, { params, body: { phone: '13900000001' } })
})
afterAll(() => house.close())

/** Rotates until so many are done, as if the program were killed then. */
async function rotate(most = Number.POSITIVE_INFINITY): Promise<RotatedAgency[]> {
  const done: RotatedAgency[] = []
  house.later(1000)
  for await (const one of rotateAllKeys(house.services, [])) {
    done.push(one)
    if (done.length >= most) break
  }
  return done
}
const namesOf = (done: readonly RotatedAgency[]) => done.map(({ agency, version }) => [agency?.name ?? null, version])
const kindsOf = async (agencyId: string) => (await house.events(agencyId)).map(({ kind }) => kind)

describe('new data keys for all', () => {
  test('given a rotation that is cut off, then the next goes on where it stopped, and the one behind it begins anew', async () => {
    // In the order of their names, and 卫 stands before 教: the database compares by code point.
    expect(namesOf(await rotate(2))).toEqual([
      [null, 2],
      ['示例县卫生健康局', 2],
    ])
    expect(namesOf(await rotate())).toEqual([['示例县教育局', 2]])
    expect(namesOf(await rotate())).toEqual([
      [null, 3],
      ['示例县卫生健康局', 3],
      ['示例县教育局', 3],
    ])
  })

  test('then it stands in the record of each, and what was sealed opens still', async () => {
    expect((await kindsOf(noAgency)).filter(kind => kind.includes('Rotation'))).toEqual([
      'accounts.beginRotation',
      'accounts.endRotation',
      'accounts.beginRotation',
      'accounts.endRotation',
    ])
    expect((await kindsOf(health)).filter(kind => kind === 'accounts.rotateDataKey')).toHaveLength(2)
    house.later(60_000)
    const { call } = await house.signIn(admin.login)
    expect(await codeOf(call(secondFactor, { body: { code: admin.code() } }))).toBe('done')
    const params = { agencyId: education, accountId: admin.id }
    expect(await call(unmaskPhone, { params, body: { reason: '核对号码' } })).toEqual({ phone: '13900000001' })
  })
})

describe('a new master key', () => {
  test('given it stands before the former one, then all data keys are closed with it, once, and the former can go', async () => {
    const next = newMasterKey()
    const { masters, suite } = house.services.keys
    const alone = parseMasterKeys(next, 'test')
    const both = { current: alone.current, secrets: new Map([...alone.secrets, ...masters.secrets]) }
    const services = { ...house.services, keys: { masters: both, suite } }
    const heads = async () => {
      const rows = await house.database.transaction('installation', tx => tx.select().from(dataKey))
      return rows.map(({ wrapped }) => boxHead(wrapped).key)
    }
    const count = (await heads()).length
    expect(new Set(await heads())).toEqual(new Set([masters.current]))
    expect(await rewrapDataKeys(services)).toEqual({ master: alone.current, rewrapped: count })
    expect(new Set(await heads())).toEqual(new Set([alone.current]))
    expect(await rewrapDataKeys({ ...services, keys: { masters: alone, suite } })).toMatchObject({ rewrapped: 0 })
    const events = (await house.events(noAgency)).filter(({ kind }) => kind === 'accounts.rewrapDataKeys')
    expect(events.map(({ actor, data }) => [actor, data])).toEqual([
      ['operator', { master: alone.current, rewrapped: count }],
    ])
  })

  test('given the former one is gone too early, then it is said which is missing, and nothing is changed', async () => {
    const other = parseMasterKeys(newMasterKey(), 'test')
    const services = { ...house.services, keys: { masters: other, suite: house.services.keys.suite } }
    await expect(rewrapDataKeys(services)).rejects.toMatchObject({ code: 'unknown_key' })
  })
})
