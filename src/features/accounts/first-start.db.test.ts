import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  codeOf,
  goodPassword,
  type House,
  openHouse,
  problemOf,
  setUpCodes,
  tokenOf,
} from '../../../test/support/accounts.ts'
import { DAY } from '../../domain/kernel/instant.ts'
import { firstAdministratorLink } from './actions/first-start.ts'
import { acceptInvitation, getInvitation, getMe } from './contract.ts'
import { addPerson, changePerson, listPeople } from './people-contract.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const first = {
  login: 'wang.wu',
  name: '王五',
  password: goodPassword,
  agencyName: '示例县人民政府',
  regionCode: '639921',
}
const person = { email: null, phone: null, sectionId: null }

describe('the first start', () => {
  test('given no account, then a link is printed; a later one takes the place of the one before', async () => {
    const one = await firstAdministratorLink(house.services)
    const other = await firstAdministratorLink(house.services)
    const about = (link: string | undefined) =>
      codeOf(house.browser().call(getInvitation, { params: { token: tokenOf(link ?? '') } }))
    expect(await about(one?.link)).toBe('link_gone')
    expect(await about(other?.link)).toBe('done')
    house.later(DAY)
    expect(await about(other?.link)).toBe('link_gone')
  })

  test.each([
    ['login', 'missing', 'body.login', { login: undefined }],
    ['a default name', 'default_login', 'body.login', { login: 'admin' }],
    ['a login of two signs', 'bad_login', 'body.login', { login: 'ab' }],
    ['name', 'missing', 'body.name', { name: undefined }],
    ['password', 'missing', 'body.password', { password: undefined }],
    ['a weak password', 'password_short', 'body.password', { password: 'abc' }],
    ['agency', 'missing', 'body.agencyName', { agencyName: undefined }],
    ['a region that is none', 'bad_region', 'body.regionCode', { regionCode: '990101' }],
  ])('given no or bad %s, then it is refused at its place and the link still works', async (_, code, at, change) => {
    const link = await firstAdministratorLink(house.services)
    const token = tokenOf(link?.link ?? '')
    const asked = house.browser().call(acceptInvitation, { params: { token }, body: { ...first, ...change } })
    expect(await problemOf(asked)).toMatchObject({ code, at })
    expect(await codeOf(house.browser().call(getInvitation, { params: { token } }))).toBe('done')
  })

  test('given the link is used, then its person is system administrator, and the three are appointed one by one', async () => {
    const link = await firstAdministratorLink(house.services)
    const params = { token: tokenOf(link?.link ?? '') }
    const wang = house.browser()
    expect(await wang.call(getInvitation, { params })).toEqual({
      purpose: 'first_administrator',
      login: null,
      name: null,
    })
    expect(await wang.call(acceptInvitation, { params, body: first })).toEqual({ step: 'set_up_second_factor' })
    expect(await wang.call(getMe, {})).toEqual({ step: 'set_up_second_factor', me: null })
    expect(await setUpCodes(wang, house.services.now)).toMatchObject({ step: 'done' })
    const { me } = await wang.call(getMe, {})
    expect(me).toMatchObject({ roles: ['system_admin'], agency: { name: '示例县人民政府', slug: '639921' } })
    expect(await codeOf(house.browser().call(acceptInvitation, { params, body: first }))).toBe('link_gone')
    expect(await firstAdministratorLink(house.services)).toBeNull()

    const agencyId = me?.agency?.id ?? ''
    const add = (login: string, ...roles: string[]) =>
      wang.call(addPerson, { params: { agencyId }, body: { login, name: login, roles, ...person } })
    expect(await codeOf(add('zhang.san', 'leader'))).toBe('no_role')
    expect(await codeOf(add('zhang.san', 'security_admin', 'audit_admin'))).toBe('no_role')
    const zhang = await add('zhang.san', 'security_admin')
    expect(zhang.person).toMatchObject({ roles: ['security_admin'], status: 'invited' })
    expect(await codeOf(add('li.si', 'security_admin'))).toBe('no_role')
    expect(await codeOf(add('li.si', 'audit_admin'))).toBe('done')
    expect(await codeOf(add('zhao.liu'))).toBe('done')

    const own = house.browser()
    const open = { params: { token: tokenOf(zhang.link) }, body: { password: goodPassword } }
    expect(await own.call(acceptInvitation, open)).toEqual({ step: 'set_up_second_factor' })
    await setUpCodes(own, house.services.now)
    const { items } = await own.call(listPeople, { params: { agencyId }, query: {} })
    expect(items.map(({ login, status }) => `${login} ${status}`)).toEqual([
      'li.si invited',
      'wang.wu active',
      'zhang.san active',
      'zhao.liu invited',
    ])
    const zhao = items.find(({ login }) => login === 'zhao.liu')?.id ?? ''
    const change = { params: { agencyId, accountId: zhao }, body: { roles: ['leader', 'reviewer'] } }
    expect((await own.call(changePerson, change)).roles).toEqual(['reviewer', 'leader'])
    const kinds = (await house.events(agencyId)).map(({ kind, actor }) => `${kind} ${actor === 'visitor'}`)
    expect(kinds.slice(0, 3)).toEqual([
      'accounts.acceptInvitation true',
      'accounts.confirmTotp false',
      'accounts.addPerson false',
    ])
  })

  test('given a person who is there already, then a second start prints nothing', async () => {
    expect(await firstAdministratorLink(house.services)).toBeNull()
  })
})
