import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, goodPassword, type House, openHouse, problemOf } from '../../../test/support/accounts.ts'
import { sheetOf } from '../../../test/support/sheet.ts'
import { agency } from '../../kit/schema/agencies.ts'
import { addUser } from './actions/operator.ts'
import { importPeopleFile } from './actions/operator-import.ts'
import { getMe, listSessions, signIn, switchAgency } from './contract.ts'
import { addKey, addPerson, changePerson, listPeople } from './people-contract.ts'

let house: House
let county = ''
let school = ''
beforeAll(async () => {
  house = await openHouse()
  county = await house.addAgency('示例县人民政府')
  school = await house.addAgency('示例县教育局', county)
})
afterAll(() => house.close())

const turn = (status: 'open' | 'closed') =>
  house.database.transaction('installation', tx => tx.update(agency).set({ status }).where(eq(agency.id, school)))

describe('people of a closed agency', () => {
  test('given nowhere else to work, then they do nothing more and cannot sign in; opened again, they can', async () => {
    const clerk = await house.addPerson(school, 'clerk.li', 'handler')
    const { secret } = await clerk.call(addKey, {
      params: { agencyId: school },
      body: { name: '同步', scopes: ['accounts.*'], days: 30 },
    })
    const withKey = house.browser().withKey(secret)
    expect((await withKey(listPeople, { params: { agencyId: school }, query: {} })).items).toHaveLength(1)
    await turn('closed')
    expect(await codeOf(withKey(listPeople, { params: { agencyId: school }, query: {} }))).toBe('key_ended')
    expect(await codeOf(clerk.call(listPeople, { params: { agencyId: school }, query: {} }))).not.toBe('done')
    const again = house.browser().call(signIn, { body: { login: clerk.login, password: goodPassword } })
    expect(await problemOf(again)).toMatchObject({ code: 'nowhere_to_work' })
    await turn('open')
    const back = await house.signIn(clerk.login)
    expect((await back.call(getMe, {})).me?.roles).toEqual(['handler'])
    expect((await withKey(listPeople, { params: { agencyId: school }, query: {} })).items).toHaveLength(1)
  })

  test('given another agency they work for, then they work there, and cannot change to the closed one', async () => {
    const system = await house.addPerson(county, 'system.wang', 'system_admin')
    const both = await house.addPerson(county, 'both.zhao', 'drafter')
    const details = { name: `${both.login}的姓名`, email: null, phone: null, sectionId: null, roles: [] }
    const join = { params: { agencyId: school }, body: { login: both.login, ...details } }
    await system.call(addPerson, join)
    await turn('closed')
    const { me } = await both.call(getMe, {})
    expect(me?.agencies.map(({ name }) => name)).toEqual(['示例县人民政府'])
    expect(await codeOf(both.call(switchAgency, { body: { agencyId: school } }))).toBe('not_for_this')
    expect((await both.call(listSessions, {})).items).toHaveLength(1)
    const add = { params: { agencyId: school }, body: { ...details, login: 'new.qian', name: '钱某' } }
    expect(await codeOf(system.call(addPerson, add))).toBe('agency_closed')
    await turn('open')
  })

  test('given whoever runs the program adds people there, by hand or by a list, then they are refused, also in a trial', async () => {
    await turn('closed')
    const person = { login: 'new.wu', name: '吴某', agencyId: school, roles: [] }
    await expect(addUser(house.services, person)).rejects.toMatchObject({ body: { code: 'agency_closed' } })
    const list = sheetOf([
      ['登录名', '姓名', '所在机关'],
      ['new.wu', '吴某', '示例县教育局'],
      ['new.zheng', '郑某', '示例县人民政府'],
    ])
    const { rows } = await importPeopleFile(house.services, list, true)
    expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'created'])
    expect(rows[0]?.messages[0]?.says.zh).toContain('已撤并')
    await turn('open')
  })

  test('given an administrator’s role in the closed agency, then no other role elsewhere: it would come back', async () => {
    const security = await house.addPerson(county, 'security.sun', 'security_admin')
    const system = await house.addPerson(county, 'system.qian', 'system_admin')
    const person = await house.addPerson(school, 'audit.zhou', 'audit_admin')
    const details = { name: `${person.login}的姓名`, email: null, phone: null, sectionId: null, roles: [] }
    await system.call(addPerson, { params: { agencyId: county }, body: { login: person.login, ...details } })
    await turn('closed')
    const grant = { params: { agencyId: county, accountId: person.id }, body: { roles: ['drafter'] } }
    expect(await codeOf(security.call(changePerson, grant))).toBe('roles_not_together')
    await turn('open')
  })
})
