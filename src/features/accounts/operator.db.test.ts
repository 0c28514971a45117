import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  codeAt,
  codeOf,
  goodPassword,
  type House,
  openHouse,
  type Person,
  tokenOf,
} from '../../../test/support/accounts.ts'
import { DAY } from '../../domain/kernel/instant.ts'
import { Problem } from '../../kit/problem.ts'
import { noAgency } from '../../kit/routes.ts'
import { forgetOldAccess } from './actions/forget.ts'
import { addUser, linkUser, listUsers, unlockUser } from './actions/operator.ts'
import { rotateDataKey } from './actions/rotate-key.ts'
import {
  acceptInvitation,
  beginPasskeySignIn,
  beginTotp,
  confirmTotp,
  getInvitation,
  getMe,
  secondFactor,
} from './contract.ts'
import { changePerson, unmaskPhone } from './people-contract.ts'

let house: House
let agencyId = ''
let admin: Person
beforeAll(async () => {
  house = await openHouse()
  agencyId = await house.addAgency('示例县教育局')
  admin = await house.addPerson(agencyId, 'wang.wu', 'system_admin')
})
afterAll(() => house.close())

const refusedAs = async (act: Promise<unknown>) => {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof Problem) return error.body.code
    throw error
  }
}

describe('from the command line', () => {
  test('a person is added with any roles that go together, and listed', async () => {
    const zhang = { login: 'Zhang.San', name: '张三', agencyId, roles: ['leader', 'reviewer'] }
    expect((await addUser(house.services, zhang)).link).toContain('/console/invitation#')
    expect(await refusedAs(addUser(house.services, zhang))).toBe('taken')
    expect(await refusedAs(addUser(house.services, { ...zhang, login: 'li.si', name: '李\u202e四' }))).toBe(
      'turning_mark',
    )
    expect(await refusedAs(addUser(house.services, { ...zhang, login: 'admin' }))).toBe('default_login')
    expect(await refusedAs(addUser(house.services, { ...zhang, login: 'li.si', roles: ['king'] }))).toBe('unknown_role')
    const clash = { ...zhang, login: 'li.si', roles: ['leader', 'audit_admin'] }
    expect(await refusedAs(addUser(house.services, clash))).toBe('roles_not_together')
    expect(await refusedAs(addUser(house.services, { ...zhang, login: 'li.si', agencyId: admin.id }))).toBe('not_found')
    expect(await listUsers(house.services)).toEqual([
      {
        login: 'wang.wu',
        name: 'wang.wu的姓名',
        status: 'active',
        works: [{ agency: '示例县教育局', roles: ['system_admin'] }],
      },
      {
        login: 'zhang.san',
        name: '张三',
        status: 'invited',
        works: [{ agency: '示例县教育局', roles: ['reviewer', 'leader'] }],
      },
    ])
    const [added] = (await house.events(agencyId)).filter(({ kind }) => kind === 'accounts.addPerson').slice(-1)
    expect(added).toMatchObject({ actor: 'operator', data: { roles: ['reviewer', 'leader'] } })
  })

  test('a link lets in who is invited, then sets new passwords; unlocking lets in at once', async () => {
    const open = async (login: string, password: string) => {
      const params = { token: tokenOf((await linkUser(house.services, login)).link) }
      const { purpose } = await house.browser().call(getInvitation, { params })
      return [purpose, (await house.browser().call(acceptInvitation, { params, body: { password } })).step]
    }
    expect(await open('zhang.san', goodPassword)).toEqual(['invitation', 'done'])
    expect(await open('zhang.san', '秋水Ch4ng-tian')).toEqual(['new_password', 'done'])
    for (let n = 0; n < 5; n++) await codeOf(house.signIn('zhang.san', 'Wr0ng-password'))
    expect(await codeOf(house.signIn('zhang.san', '秋水Ch4ng-tian'))).toBe('locked')
    await unlockUser(house.services, 'ZHANG.SAN')
    expect(await codeOf(house.signIn('zhang.san', '秋水Ch4ng-tian'))).toBe('done')
    expect(await refusedAs(unlockUser(house.services, 'no.such'))).toBe('not_found')
    expect(await refusedAs(linkUser(house.services, 'no.such'))).toBe('not_found')
  })

  test('a demo link signs in once, without password or second factor', async () => {
    const { link } = await house.demoLink('wang.wu')
    const params = { token: tokenOf(link) }
    const own = house.browser()
    expect(await codeOf(own.call(acceptInvitation, { params, body: { password: goodPassword } }))).toBe(
      'no_password_here',
    )
    expect(await own.call(acceptInvitation, { params, body: {} })).toEqual({ step: 'done' })
    expect((await own.call(getMe, {})).me?.roles).toEqual(['system_admin'])
    expect(await codeOf(own.call(acceptInvitation, { params, body: {} }))).toBe('link_gone')
  })
})

describe('a new data key', () => {
  test('of an agency: its numbers are sealed anew and still open; others are left alone', async () => {
    const other = await house.addAgency('示例县卫生健康局')
    const [zhao, qian] = [await house.addPerson(agencyId, 'zhao.liu'), await house.addPerson(other, 'qian.qi')]
    const root = await house.addPerson(other, 'other.admin', 'system_admin')
    const phone = (who: Person, whom: Person, number: string) =>
      who.call(changePerson, { params: { agencyId: whom.agencyId, accountId: whom.id }, body: { phone: number } })
    await phone(await whole(admin), zhao, '13900000001')
    await phone(root, qian, '13900000002')
    const stored = async () => {
      const { rows } = await house.database.transaction('installation', tx =>
        tx.execute<{ phone: string }>(sql`SELECT phone FROM membership WHERE phone IS NOT NULL ORDER BY agency_id`),
      )
      return rows.map(row => row.phone)
    }
    const before = await stored()
    expect(await rotateDataKey(house.services, agencyId, [])).toEqual({ version: 2, resealed: 1 })
    const after = await stored()
    expect(after.filter(sealed => sealed.startsWith('aes-256-gcm.2.'))).toHaveLength(1)
    expect(after.filter(sealed => before.includes(sealed))).toHaveLength(1)
    const see = (who: Person, whom: Person) =>
      who.call(unmaskPhone, { params: { agencyId: whom.agencyId, accountId: whom.id }, body: { reason: '核对号码' } })
    expect(await see(zhao, zhao)).toEqual({ phone: '13900000001' })
    expect(await see(qian, qian)).toEqual({ phone: '13900000002' })
    expect(await rotateDataKey(house.services, agencyId, [])).toEqual({ version: 3, resealed: 1 })
  })

  test('of the installation: one-time codes still work, also those waiting to be confirmed', async () => {
    const sun = await house.addPerson(agencyId, 'sun.ba', 'security_admin')
    const zhou = await house.addPerson(agencyId, 'zhou.jiu')
    const { secret } = await zhou.call(beginTotp, {})
    expect(await rotateDataKey(house.services, noAgency, [])).toMatchObject({ version: 2 })
    expect(await codeOf(zhou.call(confirmTotp, { body: { code: codeAt(secret, house.clock.now) } }))).toBe('done')
    house.later(60_000)
    const half = await house.signIn('sun.ba')
    expect(await half.call(secondFactor, { body: { code: sun.code() } })).toEqual({ step: 'done' })
  })
})

describe('forgetting', () => {
  test('given half a year, then old sessions, locks and links are gone; what nobody signed in with after an hour', async () => {
    const count = async () => {
      const { rows } = await house.database.transaction('installation', tx =>
        tx.execute<{ sessions: string; nobodys: string; locks: string; links: string }>(sql`
          SELECT (SELECT count(*) FROM session) AS sessions,
                 (SELECT count(*) FROM session WHERE account_id IS NULL) AS nobodys,
                 (SELECT count(*) FROM login_lock) AS locks, (SELECT count(*) FROM invitation) AS links`),
      )
      return Object.values(rows[0] ?? {}).map(Number)
    }
    const forget = () => house.database.transaction('installation', tx => forgetOldAccess(tx, house.clock.now))
    await house.browser().call(beginPasskeySignIn, {})
    await codeOf(house.signIn('nobody.here', 'Wr0ng-password'))
    const [sessions = 0, nobodys, locks, links] = await count()
    expect(nobodys).toBe(1)
    house.later(DAY)
    await forget()
    expect(await count()).toEqual([sessions - 1, 0, locks, links])
    house.later(180 * DAY)
    await forget()
    expect(await count()).toEqual([0, 0, 0, 0])
  })
})

async function whole(person: Person): Promise<Person> {
  house.later(60_000)
  const { browser, call } = await house.signIn(person.login)
  await call(secondFactor, { body: { code: person.code() } })
  return { ...person, browser, call }
}
