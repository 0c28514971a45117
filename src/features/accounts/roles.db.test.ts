import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, type House, openHouse, type Person, problemOf } from '../../../test/support/accounts.ts'
import type { RoleId } from '../../domain/people/roles.ts'
import { getMe, secondFactor } from './contract.ts'
import {
  addPerson,
  changePerson,
  deactivatePerson,
  delegate,
  listDelegations,
  listPeople,
  revokeDelegation,
} from './people-contract.ts'

let house: House
let county = ''
let school = ''
let system: Person
let security: Person
let leader: Person
let clerk: Person
beforeAll(async () => {
  house = await openHouse()
  county = await house.addAgency('示例县人民政府')
  school = await house.addAgency('示例县教育局', county)
  system = await house.addPerson(county, 'county.system', 'system_admin')
  security = await house.addPerson(county, 'county.security', 'security_admin')
  leader = await house.addPerson(school, 'leader.zhang', 'leader', 'reviewer')
  clerk = await house.addPerson(school, 'clerk.li', 'handler')
})
afterAll(() => house.close())

const change = (who: Person, whom: Person, ...roles: RoleId[]) =>
  who.call(changePerson, { params: { agencyId: whom.agencyId, accountId: whom.id }, body: { roles } })
const rolesOf = async (who: Person) => (await who.call(getMe, {})).me?.roles

describe('granting roles', () => {
  test('given the security administrator of the agency or of the one above, then they count at the next call', async () => {
    expect(await rolesOf(clerk)).toEqual(['handler'])
    await change(security, clerk, 'handler', 'reading_clerk')
    expect(await rolesOf(clerk)).toEqual(['handler', 'reading_clerk'])
    await change(security, clerk, 'handler')
    expect(await rolesOf(clerk)).toEqual(['handler'])
    const [event] = (await house.events(school)).filter(({ kind }) => kind === 'accounts.changePerson')
    expect(event?.data).toEqual({ changed: [], roles: { from: ['handler'], to: ['handler', 'reading_clerk'] } })
  })

  test('given the system administrator, a colleague, or oneself, then it is refused', async () => {
    expect(await codeOf(change(system, clerk, 'leader'))).toBe('no_role')
    expect(await codeOf(change(leader, clerk, 'leader'))).toBe('no_role')
    expect(await codeOf(change(security, security, 'leader'))).toBe('oneself')
  })

  test('given the security administrator and particulars, then it is refused: each only their own', async () => {
    const params = { agencyId: school, accountId: clerk.id }
    expect(await codeOf(security.call(changePerson, { params, body: { name: '别名' } }))).toBe('no_role')
    const both = security.call(changePerson, { params, body: { name: '别名', roles: ['leader'] } })
    expect(await codeOf(both)).toBe('no_role')
    expect(await rolesOf(clerk)).toEqual(['handler'])
  })

  test('given roles that do not go together, then it is refused, naming them', async () => {
    const problem = await problemOf(change(security, clerk, 'handler', 'audit_admin'))
    expect(problem).toMatchObject({ code: 'roles_not_together', at: 'body.roles' })
    expect(problem.says.zh).toContain('审计管理员')
  })

  test('given an administrator’s role in one agency, then no other role in another', async () => {
    const params = { agencyId: county }
    const body = { login: 'clerk.li', name: 'clerk.li的姓名', email: null, phone: null, sectionId: null }
    const call = system.call(addPerson, { params, body: { ...body, roles: ['audit_admin'] } })
    expect(await codeOf(call)).toBe('roles_not_together')
  })

  test('given the first audit administrator is there, then the system administrator appoints no other', async () => {
    const person = { email: null, phone: null, sectionId: null }
    const add = (login: string) =>
      codeOf(
        system.call(addPerson, {
          params: { agencyId: school },
          body: { login, name: login, roles: ['audit_admin'], ...person },
        }),
      )
    expect(await add('first.audit')).toBe('done')
    expect(await add('second.audit')).toBe('no_role')
  })

  test('given someone made administrator, then they set up a second factor before their next call', async () => {
    const wang = await house.addPerson(school, 'wang.wu')
    await change(security, wang, 'audit_admin')
    expect(await wang.call(getMe, {})).toEqual({ step: 'set_up_second_factor', me: null })
    expect(await codeOf(wang.call(listPeople, { params: { agencyId: school }, query: {} }))).toBe('session_unfinished')
    await change(security, wang)
    expect((await wang.call(getMe, {})).step).toBe('done')
  })

  test('given the last one of a kind, then the role cannot be taken', async () => {
    const other = await house.addPerson(county, 'other.security', 'security_admin')
    expect(await codeOf(change(other, security))).toBe('done')
    expect(await codeOf(change(other, system))).toBe('last_administrator')
    await change(other, security, 'security_admin')
    expect(await codeOf(change(security, other))).toBe('done')
  })
})

describe('me.may', () => {
  test('says what the sentences allow somebody here', async () => {
    const may = async (who: Person) => (await who.call(getMe, {})).me?.may ?? []
    expect(await may(clerk)).toEqual(
      expect.arrayContaining(['accounts.people', 'accounts.changePassword', 'accounts.delegate']),
    )
    expect(await may(clerk)).not.toContain('accounts.addPerson')
    expect(await may(system)).toContain('accounts.addPerson')
    expect(await may(system)).not.toContain('accounts.grant')
    expect(await may(security)).toContain('accounts.grant')
  })
})

describe('delegating while away', () => {
  const give = (who: Person, whom: Person, more: object = {}) =>
    who.call(delegate, {
      params: { agencyId: who.agencyId },
      body: { toAccountId: whom.id, roles: ['leader'], fromDate: '2026-11-23', untilDate: '2026-11-27', ...more },
    })

  test('given a colleague, then they hold the roles from the first day to the last, and it is shown for whom', async () => {
    const item = await give(leader, clerk, { fromDate: '2026-11-24' })
    expect(item).toMatchObject({ roles: ['leader'], fromDate: '2026-11-24', endedOn: null })
    expect(item.from).toEqual({ id: leader.id, name: 'leader.zhang的姓名' })
    expect((await clerk.call(getMe, {})).me?.borrowed).toEqual([])
    house.clock.now = new Date('2026-11-23T16:00:00Z')
    clerk = { ...clerk, ...(await house.signIn('clerk.li')) }
    leader = { ...leader, ...(await house.signIn('leader.zhang')) }
    const me = (await clerk.call(getMe, {})).me
    expect(me?.roles).toEqual(['handler'])
    expect(me?.borrowed).toEqual([{ role: 'leader', from: 'leader.zhang的姓名', until: '2026-11-27T23:59:59+08:00' }])
    expect((await clerk.call(listDelegations, { params: { agencyId: school } })).items).toEqual([item])
  })

  test.each<[string, object, string, string]>([
    ['the same role again', {}, 'role_taken', 'body.roles'],
    ['a role not held', { roles: ['handler'] }, 'role_not_own', 'body.roles'],
    ['an unknown role', { roles: ['king'] }, 'unknown_role', 'body.roles'],
    ['days in the wrong order', { roles: ['reviewer'], untilDate: '2026-11-22' }, 'days_order', 'body.untilDate'],
    [
      'days past',
      { roles: ['reviewer'], fromDate: '2026-11-01', untilDate: '2026-11-02' },
      'days_past',
      'body.untilDate',
    ],
    ['too many days', { roles: ['reviewer'], untilDate: '2027-11-27' }, 'days_long', 'body.untilDate'],
    ['a day that does not exist', { untilDate: '2026-02-30' }, 'bad_input', 'body.untilDate'],
    ['no roles', { roles: [] }, 'bad_input', 'body.roles'],
  ])('given %s, then it is refused at its place', async (_, more, code, at) => {
    expect(await problemOf(give(leader, clerk, more))).toMatchObject({ code, at })
  })

  test('given oneself, a person of another agency, or what was borrowed, then it is refused', async () => {
    expect(await codeOf(give(leader, leader))).toBe('to_self')
    expect(await codeOf(give(leader, system))).toBe('not_found')
    expect(await codeOf(give(clerk, leader))).toBe('role_not_own')
    const elsewhere = leader.call(delegate, {
      params: { agencyId: county },
      body: { toAccountId: clerk.id, roles: ['leader'], fromDate: '2026-11-23', untilDate: '2026-11-27' },
    })
    expect(await codeOf(elsewhere)).toBe('not_for_this')
  })

  test('given a role someone stands in for, then they cannot become an administrator beside it', async () => {
    security = await whole(security)
    expect(await codeOf(change(security, clerk, 'audit_admin'))).toBe('roles_not_together')
  })

  test('given the giver loses the role, then the other has lost it too', async () => {
    await change(security, leader, 'reviewer')
    expect((await clerk.call(getMe, {})).me?.borrowed).toEqual([])
    await change(security, leader, 'leader', 'reviewer')
    expect((await clerk.call(getMe, {})).me?.borrowed).toHaveLength(1)
  })

  test('given it is taken back, by its giver or the security administrator, then it ends at once', async () => {
    const [item] = (await leader.call(listDelegations, { params: { agencyId: school } })).items
    const params = { agencyId: school, delegationId: item?.id ?? '' }
    expect(await codeOf(clerk.call(revokeDelegation, { params }))).toBe('not_for_this')
    await leader.call(revokeDelegation, { params })
    expect((await clerk.call(getMe, {})).me?.borrowed).toEqual([])
    expect(await codeOf(leader.call(revokeDelegation, { params }))).toBe('done')
    const again = await give(leader, clerk)
    await security.call(revokeDelegation, { params: { agencyId: school, delegationId: again.id } })
    expect((await clerk.call(getMe, {})).me?.borrowed).toEqual([])
    expect(await codeOf(leader.call(revokeDelegation, { params: { ...params, delegationId: clerk.id } }))).toBe(
      'not_found',
    )
  })

  test('given someone is deactivated, then what they handed over ends', async () => {
    await give(leader, clerk)
    system = await whole(system)
    const params = { agencyId: school, accountId: leader.id }
    await system.call(deactivatePerson, { params, body: { reason: '调离本机关' } })
    expect((await clerk.call(getMe, {})).me?.borrowed).toEqual([])
    const items = (await clerk.call(listDelegations, { params: { agencyId: school } })).items
    expect(items.every(({ endedOn }) => endedOn === '2026-11-24')).toBe(true)
  })

  test('given the same role handed over twice at once, then once', async () => {
    const [giver, a, b] = [
      await house.addPerson(school, 'giver.one', 'office_head'),
      await house.addPerson(school, 'taker.a'),
      await house.addPerson(school, 'taker.b'),
    ]
    const codes = await Promise.all([a, b].map(to => codeOf(give(giver, to, { roles: ['office_head'] }))))
    expect(codes.sort()).toEqual(['done', 'role_taken'])
  })
})

async function whole(person: Person): Promise<Person> {
  house.later(60_000)
  const { browser, call } = await house.signIn(person.login)
  await call(secondFactor, { body: { code: person.code() } })
  return { ...person, browser, call }
}
