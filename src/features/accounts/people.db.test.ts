import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  codeOf,
  goodPassword,
  type House,
  openHouse,
  type Person,
  problemOf,
  tokenOf,
} from '../../../test/support/accounts.ts'
import { DAY } from '../../domain/kernel/instant.ts'
import { turningMark } from '../../domain/kernel/turning.ts'
import { section } from '../../kit/schema/agencies.ts'
import { uuid7 } from '../../platform/db/uuid7.ts'
import { acceptInvitation, getInvitation, getMe, listSessions, secondFactor, switchAgency } from './contract.ts'
import {
  addPerson,
  changePerson,
  deactivatePerson,
  listPeople,
  newLink,
  reactivatePerson,
  unmaskPhone,
} from './people-contract.ts'

let house: House
let county = ''
let school = ''
let health = ''
let root: Person
let admin: Person
let clerk: Person
beforeAll(async () => {
  house = await openHouse()
  county = await house.addAgency('示例县人民政府')
  school = await house.addAgency('示例县教育局', county)
  health = await house.addAgency('示例县卫生健康局', county)
  root = await house.addPerson(county, 'root.wang', 'system_admin')
  admin = await house.addPerson(school, 'school.admin', 'system_admin')
  clerk = await house.addPerson(school, 'clerk.li', 'handler')
})
afterAll(() => house.close())

const details = { email: null, phone: null, sectionId: null, roles: [] as string[] }
const inSchool = () => ({ agencyId: school })
const add = (who: Person, agencyId: string, login: string, more: object = {}) =>
  who.call(addPerson, { params: { agencyId }, body: { login, name: `${login}的姓名`, ...details, ...more } })

describe('adding a person', () => {
  test('given the system administrator, then there is an account and a link that is shown once', async () => {
    const body = { login: 'Zhang.San', name: '张三', ...details, email: 'zhang@example.gov.cn', phone: '0972-861 2345' }
    const { person, link } = await admin.call(addPerson, { params: inSchool(), body }, 'the-same-call')
    expect(person).toMatchObject({ login: 'zhang.san', name: '张三', status: 'invited', email: 'zhang@example.gov.cn' })
    expect(person.phone).toMatch(/\*/)
    expect(link).toMatch(/^https:\/\/gk\.example\.gov\.cn\/console\/invitation#[\w-]{43}$/)
    expect(await codeOf(admin.call(addPerson, { params: inSchool(), body }, 'the-same-call'))).toBe('already_done')
    const params = { token: tokenOf(link) }
    const own = house.browser()
    expect(await own.call(getInvitation, { params })).toEqual({
      purpose: 'invitation',
      login: 'zhang.san',
      name: '张三',
    })
    expect(await codeOf(own.call(acceptInvitation, { params, body: {} }))).toBe('missing')
    expect(await codeOf(own.call(acceptInvitation, { params, body: { password: 'zhang.san' } }))).toBe('password_short')
    expect(await own.call(acceptInvitation, { params, body: { password: goodPassword } })).toEqual({ step: 'done' })
    expect(await codeOf(own.call(acceptInvitation, { params, body: { password: goodPassword } }))).toBe('link_gone')
    expect((await own.call(getMe, {})).me).toMatchObject({ agency: { id: school }, roles: [] })
  })

  test('given a name that turns the direction of writing, then the place and the mend are told', async () => {
    const refused = await problemOf(add(admin, school, 'turned.name', { name: '李\u2067娜' }))
    expect(refused).toMatchObject({ status: 400, errors: [{ at: 'body.name', says: turningMark }] })
  })

  test('given two open the same link at once, then one is in', async () => {
    const { link } = await add(admin, school, 'two.atonce')
    const open = { params: { token: tokenOf(link) }, body: { password: goodPassword } }
    const codes = await Promise.all([1, 2].map(() => codeOf(house.browser().call(acceptInvitation, open))))
    expect(codes.sort()).toEqual(['done', 'link_gone'])
  })

  test('given a link a week old, or one that a newer takes the place of, then it opens nothing', async () => {
    const { person, link } = await add(admin, school, 'late.comer')
    const again = await admin.call(newLink, { params: { agencyId: school, accountId: person.id } })
    const open = (of: string) => codeOf(house.browser().call(getInvitation, { params: { token: tokenOf(of) } }))
    expect([await open(link), await open(again.link)]).toEqual(['link_gone', 'done'])
    house.later(7 * DAY)
    expect(await open(again.link)).toBe('link_gone')
    admin = await signedInAgain(admin)
    root = await signedInAgain(root)
    clerk = await signedInAgain(clerk)
  })

  test.each<[string, object, string, string]>([
    ['a default login', { login: 'admin' }, 'default_login', 'body.login'],
    ['a login in Chinese', { login: '张三' }, 'bad_login', 'body.login'],
    ['a login that is taken', { login: 'clerk.li', name: '别人' }, 'taken', 'body.login'],
    ['someone of the agency already', { login: 'clerk.li' }, 'taken', 'body.login'],
    ['no name', { name: '  ' }, 'bad_input', 'body.name'],
    ['a script for a name', { name: `a\u2028b` }, 'bad_input', 'body.name'],
    ['no mail address', { email: 'zhang@' }, 'bad_input', 'body.email'],
    ['no telephone number', { phone: '总机' }, 'bad_phone', 'body.phone'],
    ['a section of nowhere', { sectionId: uuid7(1) }, 'unknown_section', 'body.sectionId'],
    ['a role of nowhere', { roles: ['king'] }, 'unknown_role', 'body.roles'],
    ['a role, though it is the security administrator who grants', { roles: ['leader'] }, 'no_role', 'body.roles'],
  ])('given %s, then it is refused at its place and nobody is added', async (_, more, code, at) => {
    const before = (await admin.call(listPeople, { params: inSchool(), query: {} })).items.length
    expect(await problemOf(add(admin, school, 'new.person', more))).toMatchObject({ code, at })
    expect((await admin.call(listPeople, { params: inSchool(), query: {} })).items).toHaveLength(before)
  })

  test('given the administrator of another agency, or no administrator, then it is refused', async () => {
    expect(await codeOf(add(admin, health, 'in.health'))).toBe('not_for_this')
    expect(await codeOf(add(clerk, school, 'by.clerk'))).toBe('no_role')
    expect(
      await codeOf(
        house.browser().call(addPerson, { params: inSchool(), body: { login: 'x.y.z', name: 'x', ...details } }),
      ),
    ).toBe('not_signed_in')
  })
})

/** After a long time: signs in anew, with the code where one is asked for. */
async function signedInAgain(person: Person): Promise<Person> {
  const { step, browser, call } = await house.signIn(person.login)
  if (step === 'second_factor') await call(secondFactor, { body: { code: person.code() } })
  return { ...person, browser, call }
}

describe('a person of two agencies', () => {
  test('given the agency above both, then it adds the same person, who changes between them', async () => {
    const { person, link } = await add(root, health, 'clerk.li')
    expect([person.id, link]).toEqual([clerk.id, 'https://gk.example.gov.cn/console/sign-in'])
    expect((await clerk.call(getMe, {})).me?.agencies.map(({ id }) => id)).toEqual([school, health])
    const { me } = await clerk.call(switchAgency, { body: { agencyId: health } })
    expect(me).toMatchObject({ agency: { id: health, name: '示例县卫生健康局' }, roles: [] })
    expect(await codeOf(clerk.call(listPeople, { params: { agencyId: health }, query: {} }))).toBe('done')
    expect(await codeOf(clerk.call(listPeople, { params: inSchool(), query: {} }))).toBe('not_for_this')
    expect(await codeOf(clerk.call(switchAgency, { body: { agencyId: county } }))).toBe('not_for_this')
    expect((await clerk.call(switchAgency, { body: { agencyId: school } })).me.roles).toEqual(['handler'])
  })

  test('given one of the two agencies’ administrators, then what touches the other is refused', async () => {
    const params = { agencyId: school, accountId: clerk.id }
    expect(await codeOf(admin.call(newLink, { params }))).toBe('not_for_this')
    expect(await codeOf(admin.call(changePerson, { params, body: { name: '别名' } }))).toBe('not_for_this')
    expect(await codeOf(admin.call(changePerson, { params, body: { phone: '13900000000' } }))).toBe('done')
    const health_ = await house.addPerson(health, 'health.admin', 'system_admin')
    expect(await codeOf(add(health_, health, 'zhang.san', { name: '张三' }))).toBe('taken')
  })

  test('given one of them deactivates the person, then they work on for the other', async () => {
    const body = { reason: '不再兼任' }
    await root.call(deactivatePerson, { params: { agencyId: health, accountId: clerk.id }, body })
    const { me } = await clerk.call(getMe, {})
    expect(me?.agencies.map(({ id }) => id)).toEqual([school])
  })
})

describe('the list of people', () => {
  test('goes by pages, searches names and logins, and by role', async () => {
    const all: string[] = []
    let after: string | undefined
    for (let n = 0; n < 20; n++) {
      const query = { limit: 2, ...(after === undefined ? {} : { after }) }
      const page = await clerk.call(listPeople, { params: inSchool(), query })
      expect(page.items.length).toBeLessThanOrEqual(2)
      all.push(...page.items.map(({ login }) => login))
      if (page.next === null) break
      after = page.next
    }
    expect(all).toEqual(['clerk.li', 'late.comer', 'school.admin', 'two.atonce', 'zhang.san'])
    const found = async (query: object) =>
      (await clerk.call(listPeople, { params: inSchool(), query })).items.map(({ login }) => login)
    expect(await found({ q: '张三' })).toEqual(['zhang.san'])
    expect(await found({ q: 'CLERK' })).toEqual(['clerk.li'])
    expect(await found({ q: '%' })).toEqual([])
    expect(await found({ q: '_' })).toEqual([])
    expect(await found({ q: "'; DROP TABLE account; --" })).toEqual([])
    expect(await found({ role: 'system_admin' })).toEqual(['school.admin'])
    expect(await problemOf(found({ limit: 201 }))).toMatchObject({ code: 'bad_input', at: 'query.limit' })
  })

  test('shows who is locked and when they were seen', async () => {
    for (let n = 0; n < 5; n++) await codeOf(house.signIn('zhang.san', 'Wr0ng-password'))
    const { items } = await clerk.call(listPeople, { params: inSchool(), query: { q: '张三' } })
    expect(items[0]).toMatchObject({ status: 'locked', lastSeenAt: expect.stringMatching(/^2026-/) })
  })

  test('is open to administrators of the agency above, and to nobody else outside', async () => {
    const handler = await house.addPerson(county, 'county.clerk', 'handler')
    const watcher = await house.addPerson(county, 'county.watcher', 'supervisor')
    const list = (who: Person) => codeOf(who.call(listPeople, { params: inSchool(), query: {} }))
    expect([await list(root), await list(watcher), await list(handler)]).toEqual(['done', 'done', 'not_for_this'])
    const up = admin.call(listPeople, { params: { agencyId: county }, query: {} })
    expect(await codeOf(up)).toBe('not_for_this')
  })
})

describe('changing a person', () => {
  test('given particulars, then they change, and the record says which, not what', async () => {
    const sectionId = uuid7(1)
    const row = { agencyId: school, id: sectionId, name: '办公室', position: 1, status: 'open' }
    await house.database.transaction('installation', tx => tx.insert(section).values(row))
    const params = { agencyId: school, accountId: clerk.id }
    const body = { name: '李小四', email: 'li@example.gov.cn', phone: '139 0000 0001', sectionId }
    const changed = await admin.call(changePerson, { params, body })
    expect(changed).toMatchObject({ name: '李小四', email: 'li@example.gov.cn', sectionId, roles: ['handler'] })
    expect((await admin.call(changePerson, { params, body: { phone: null } })).phone).toBeNull()
    const last = (await house.events(school)).filter(({ kind }) => kind === 'accounts.changePerson').at(-2)
    expect(last).toMatchObject({ actor: admin.id, data: { changed: ['name', 'email', 'phone', 'sectionId'] } })
    expect(JSON.stringify(await house.events(school))).not.toMatch(/李小四|li@example|13900000001/)
  })

  test('given someone of another agency, then there is no such person here', async () => {
    const params = { agencyId: school, accountId: root.id }
    expect(await codeOf(admin.call(changePerson, { params, body: { name: 'x' } }))).toBe('not_found')
  })
})

describe('the telephone number', () => {
  test('is sealed, masked, and shown whole to who says why', async () => {
    const params = { agencyId: school, accountId: clerk.id }
    const shown = await admin.call(changePerson, { params, body: { phone: '13912345678' } })
    expect(shown.phone).not.toContain('13912345678')
    const stored = await house.database.transaction('installation', tx => tx.execute(sql`SELECT phone FROM membership`))
    expect(JSON.stringify(stored.rows)).not.toContain('13912345678')
    expect(JSON.stringify(stored.rows)).toContain('aes-256-gcm.1.')
    const ask = (who: Person, reason = '系统停机通知') => who.call(unmaskPhone, { params, body: { reason } })
    expect(await ask(admin)).toEqual({ phone: '13912345678' })
    expect(await ask(clerk)).toEqual({ phone: '13912345678' })
    expect(await codeOf(ask(admin, ' '))).toBe('bad_input')
    const other = await house.addPerson(school, 'other.clerk', 'handler')
    expect(await codeOf(ask(other))).toBe('not_for_this')
    const seen = (await house.events(school)).filter(({ kind }) => kind === 'accounts.unmaskPhone')
    expect(seen.map(({ actor, data }) => [actor, data])).toEqual([
      [admin.id, { reason: '系统停机通知' }],
      [clerk.id, { reason: '系统停机通知' }],
    ])
  })
})

describe('deactivating', () => {
  test('given a reason, then sessions end at once, the past stays, and nothing else opens', async () => {
    const gone = await house.addPerson(school, 'gone.person', 'handler')
    const params = { agencyId: school, accountId: gone.id }
    const link = (await admin.call(newLink, { params })).link
    expect(await codeOf(admin.call(deactivatePerson, { params, body: { reason: '' } }))).toBe('bad_input')
    const ended = await admin.call(deactivatePerson, { params, body: { reason: '退休' } })
    expect(ended).toMatchObject({ status: 'deactivated', roles: ['handler'] })
    expect(await codeOf(gone.call(listSessions, {}))).toBe('session_revoked')
    expect(await codeOf(house.signIn('gone.person'))).toBe('bad_credentials')
    expect(await codeOf(house.browser().call(getInvitation, { params: { token: tokenOf(link) } }))).toBe('link_gone')
    expect(await codeOf(admin.call(newLink, { params }))).toBe('deactivated')
    expect(await codeOf(admin.call(changePerson, { params, body: { name: 'x' } }))).toBe('deactivated')
    const { items } = await admin.call(listPeople, { params: inSchool(), query: { q: 'gone' } })
    expect(items).toHaveLength(1)

    expect(await admin.call(reactivatePerson, { params })).toMatchObject({ status: 'active', roles: ['handler'] })
    expect((await house.signIn('gone.person')).step).toBe('done')
    expect(await codeOf(gone.call(listSessions, {}))).toBe('session_revoked')
  })

  test('given oneself, or the last administrator, then it is refused', async () => {
    const reason = { reason: '测试一下' }
    const of = (agencyId: string, accountId: string) => ({ params: { agencyId, accountId }, body: reason })
    expect(await codeOf(admin.call(deactivatePerson, of(school, admin.id)))).toBe('oneself')
    const second = await house.addPerson(county, 'second.root', 'system_admin')
    expect(await codeOf(root.call(deactivatePerson, of(county, second.id)))).toBe('done')
    // The one above can stand in for the school's administrator; nobody can for the only one at the top.
    expect(await codeOf(root.call(deactivatePerson, of(school, admin.id)))).toBe('done')
    await root.call(reactivatePerson, { params: { agencyId: school, accountId: admin.id } })
    const audit = await house.addPerson(county, 'only.audit', 'audit_admin')
    expect(await codeOf(root.call(deactivatePerson, of(county, audit.id)))).toBe('last_administrator')
  })

  test('given two who deactivate each other at once, then one of them stays', async () => {
    const [a, b] = [
      await house.addPerson(health, 'a.admin', 'system_admin'),
      await house.addPerson(health, 'b.admin', 'system_admin'),
    ]
    const act = (who: Person, whom: Person) =>
      codeOf(
        who.call(deactivatePerson, { params: { agencyId: health, accountId: whom.id }, body: { reason: '互相停用' } }),
      )
    const codes = await Promise.all([act(a, b), act(b, a)])
    expect(codes.sort()).toEqual(['done', 'session_revoked'])
  })
})

describe('a new link', () => {
  test('given one for a new password, then the former sessions and locks end, and the second factor stays', async () => {
    const security = await house.addPerson(county, 'county.security', 'security_admin')
    const { link } = await root.call(newLink, { params: { agencyId: county, accountId: security.id } })
    const params = { token: tokenOf(link) }
    for (let n = 0; n < 5; n++) await codeOf(house.signIn('county.security', 'Wr0ng-password'))
    const own = house.browser()
    expect((await own.call(getInvitation, { params })).purpose).toBe('new_password')
    const open = (password: string) => own.call(acceptInvitation, { params, body: { password } })
    expect(await codeOf(open(goodPassword))).toBe('password_used')
    expect(await open('秋水Ch4ng-tian')).toEqual({ step: 'second_factor' })
    expect(await codeOf(security.call(listSessions, {}))).toBe('session_revoked')
    expect((await house.signIn('county.security', '秋水Ch4ng-tian')).step).toBe('second_factor')
    expect(await codeOf(root.call(newLink, { params: { agencyId: county, accountId: root.id } }))).toBe('oneself')
  })
})
