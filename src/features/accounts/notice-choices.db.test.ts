import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, type House, openHouse, type Person } from '../../../test/support/accounts.ts'
import { account } from '../../kit/schema/people.ts'
import { getNoticeChoices, setNoticeChoices } from './notice-contract.ts'
import { changePerson } from './people-contract.ts'

let house: House
let county = ''
let system: Person
let clerk: Person
beforeAll(async () => {
  house = await openHouse()
  county = await house.addAgency('示例县人民政府')
  system = await house.addPerson(county, 'county.system', 'system_admin')
  clerk = await house.addPerson(county, 'clerk.li', 'handler')
})
afterAll(() => house.close())

const waysOf = (items: readonly { group: string; ways: readonly string[] }[]) =>
  Object.fromEntries(items.map(({ group, ways }) => [group, ways]))

describe('how one hears of things', () => {
  test('given nothing chosen, then all in the console but the summary, with the addresses masked', async () => {
    const params = { agencyId: county, accountId: clerk.id }
    await system.call(changePerson, { params, body: { email: 'li.xiaoming@example.cn', phone: '13900001234' } })
    const { items, email, phone } = await clerk.call(getNoticeChoices, {})
    expect(waysOf(items)).toMatchObject({ work: ['place'], account: ['place'], digest: [] })
    expect([email, phone]).toEqual([expect.stringMatching(/\*.*@example\.cn$/), '139****1234'])
  })

  test('given a choice, then it is kept, what was not named stays, and it is in the record', async () => {
    await clerk.call(setNoticeChoices, { body: { choices: { work: ['mail', 'sms'], digest: ['mail'] } } })
    const { items } = await clerk.call(setNoticeChoices, { body: { choices: { work: [] } } })
    expect(waysOf(items)).toMatchObject({ work: ['place'], digest: ['place', 'mail'] })
    expect(waysOf((await clerk.call(getNoticeChoices, {})).items)).toEqual(waysOf(items))
    const recorded = (await house.events(county)).filter(({ kind }) => kind === 'accounts.setNoticeChoices')
    expect(recorded.map(({ subject, data }) => [subject, data])).toEqual([
      [`account:${clerk.id}`, { choices: { work: ['mail', 'sms'], digest: ['mail'] } }],
      [`account:${clerk.id}`, { choices: { work: [] } }],
    ])
    expect(waysOf((await system.call(getNoticeChoices, {})).items)).toMatchObject({ digest: [] })
  })

  test('given a group or a way there is none of, or a visitor, then it is refused and nothing is kept', async () => {
    const keptOf = () =>
      house.database.transaction('installation', tx => tx.select().from(account).where(eq(account.id, clerk.id)))
    const before = await keptOf()
    const set = (choices: Record<string, unknown>) =>
      clerk.call(setNoticeChoices, { body: { choices: choices as { work: [] } } })
    expect(await codeOf(set({ weather: ['mail'] }))).toBe('bad_input')
    expect(await codeOf(set({ work: ['fax'] }))).toBe('bad_input')
    expect(await codeOf(house.browser().call(getNoticeChoices, {}))).toBe('not_signed_in')
    expect(await keptOf()).toEqual(before)
  })
})
