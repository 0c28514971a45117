import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, refusalOf, startApi } from '../../../test/support/api.ts'
import { type County, countyOffice, enterCounty } from '../../../test/support/county.ts'
import { creditCheck } from '../../domain/agency/credit-code.ts'
import { dataKey } from '../../kit/schema/people.ts'
import { openKeys, seal, unseal } from '../../platform/crypto/seal.ts'
import { agencyRoutes } from './api.ts'
import * as contracts from './contract.ts'

let api: Api
let at: County
beforeAll(async () => {
  api = await startApi(agencyRoutes, new Date('2026-03-02T02:00:00Z'))
  at = await enterCounty(api.database, [['system_admin'], ['drafter'], ['office_head'], ['security_admin']])
})
afterAll(() => api.close())

const admin = () => api.as(at.person(at.county, 'system_admin'))
const codeOf = (first17: string) => first17 + creditCheck(first17)
const office = { ...countyOffice, fax: null, email: 'xxgk@example.gov.cn', post: null }
let n = 0
const details = (changes: object = {}) => {
  n += 1
  return {
    name: `示例县第${n}局`,
    shortName: `${n}局`,
    kind: 'department' as const,
    regionCode: '639921',
    superiorId: at.county,
    vertical: false,
    creditCode: null,
    siteCode: null,
    slug: `ju-${n}`,
    host: null,
    office,
    ...changes,
  }
}
const agencies = async () => {
  const { rows } = await api.database.transaction('installation', tx => tx.execute(sql`SELECT id FROM agency`))
  return rows.length
}

describe('agencies.list', () => {
  test('given any staff, then all agencies are listed by region and name, page by page', async () => {
    const call = api.as(at.person(at.bureau, 'drafter'))
    const first = await call(contracts.listAgencies, { query: { limit: 2 } })
    expect(first.items).toHaveLength(2)
    const rest = await call(contracts.listAgencies, { query: { limit: 200, after: first.next ?? '' } })
    const names = [...first.items, ...rest.items].map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('样本县人民政府')
    expect(rest.next).toBeNull()
  })

  test('given a search whose signs mean something to the database, then they are letters', async () => {
    const call = admin()
    expect((await call(contracts.listAgencies, { query: { q: '教育' } })).items.map(a => a.name)).toEqual([
      '示例县教育局',
    ])
    for (const q of ['%', '_', '\\', "'; DROP TABLE agency; --"]) {
      expect((await call(contracts.listAgencies, { query: { q } })).items).toEqual([])
    }
  })

  test('given `under`, then those directly below are listed', async () => {
    const { items } = await admin()(contracts.listAgencies, { query: { under: at.county, regionCode: '639921100' } })
    expect(items.map(a => a.id)).toEqual([at.town])
  })

  test.each(['xyz', 'bnVsbA', Buffer.from('["a"]').toString('base64url')])(
    'given a made-up page key %s, then it is bad input',
    async after => {
      const refusal = await refusalOf(admin()(contracts.listAgencies, { query: { after } }))
      expect(refusal).toMatchObject({ status: 400, code: 'bad_input', at: expect.stringMatching(/^query\.after/) })
    },
  )

  test('given a visitor, then they are asked to sign in', async () => {
    expect(await refusalOf(api.as(null)(contracts.listAgencies, { query: {} }))).toMatchObject({ status: 401 })
  })
})

describe('agencies.get', () => {
  test('given an agency whose office is not told, then its fields are empty', async () => {
    const found = await admin()(contracts.getAgency, { params: { agencyId: at.bureau } })
    expect(found).toMatchObject({ name: '示例县教育局', office: { name: '', fax: null }, version: 1 })
  })

  test('given an id of nothing, then it is not found', async () => {
    const agencyId = '018f0000-0000-7000-8000-000000000000'
    expect(await refusalOf(admin()(contracts.getAgency, { params: { agencyId } }))).toMatchObject({ status: 404 })
  })
})

describe('agencies.add', () => {
  test('given all particulars, then the agency stands with its keys and its first event', async () => {
    const body = details({ creditCode: codeOf('11639921000000017'), siteCode: '6399210001', host: 'JU.example.gov.cn' })
    const added = await admin()(contracts.addAgency, { body })
    expect(added).toMatchObject({ name: body.name, host: 'ju.example.gov.cn', version: 1, status: 'open', office })
    const events = await api.events(added.id)
    expect(events.map(({ seq, kind }) => [seq, kind])).toEqual([[1, 'agencies.add']])
    const records = await api.database.transaction({ agency: added.id }, tx => tx.select().from(dataKey))
    const keys = openKeys(
      added.id,
      records.map(r => ({ ...r, purpose: r.purpose === 'seal' ? 'seal' : 'match' })),
      api.services.keys,
    )
    const place = { table: 't', column: 'c', row: 'r' }
    expect(unseal(keys, place, seal(keys, place, '甲'))).toBe('甲')
    expect(keys.secrets.match.size).toBe(1)
  })

  test.each([
    ['creditCode', () => ({ creditCode: '11639921000000018X' })],
    ['siteCode', () => ({ siteCode: '12' })],
    ['regionCode', () => ({ regionCode: '009921' })],
    ['host', () => ({ host: 'http://x' })],
    ['office.telephone', () => ({ office: { ...office, telephone: '电话' } })],
    ['superiorId', () => ({ kind: 'government' as const, regionCode: '639922', superiorId: at.county })],
    ['regionCode', () => ({ regionCode: '639921100' })],
    ['name', () => ({ name: '示例县教育局' })],
    ['vertical', () => ({ kind: 'public_institution' as const, vertical: true })],
  ])('given a wrong %s, then it is told there and nothing is written', async (field, changes) => {
    const before = await agencies()
    const refusal = await refusalOf(admin()(contracts.addAgency, { body: details(changes()) }))
    expect(refusal).toMatchObject({ status: 422, at: `body.${field}` })
    expect(refusal.says.zh).not.toBe('')
    expect(await agencies()).toBe(before)
  })

  test('given several things wrong, then all are told at once', async () => {
    const sent = await api.send(at.person(at.county, 'system_admin'), 'POST', '/agencies', {
      body: details({ creditCode: '1', siteCode: '2', host: '!' }),
    })
    expect(sent.errors?.map(error => error.at)).toEqual(['body.creditCode', 'body.siteCode', 'body.host'])
  })

  test.each([
    ['slug', () => ({ slug: 'jyj' })],
    ['host', () => ({ host: 'ju.example.gov.cn' })],
    ['creditCode', () => ({ creditCode: codeOf('11639921000000017') })],
  ])('given a %s that another agency has, then it is told there', async (field, changes) => {
    const refusal = await refusalOf(admin()(contracts.addAgency, { body: details(changes()) }))
    expect([409, 422]).toContain(refusal.status)
    expect(refusal.at).toBe(`body.${field}`)
  })

  test.each([
    ['nothing', {}],
    ['an over-long name', { name: '长'.repeat(101) }],
    ['a number for a name', { name: 7 }],
    ['a control sign', { name: '局\u0000' }],
    ['a slug with a slash', { slug: '../x' }],
    ['a kind nobody knows', { kind: 'club' }],
  ])('given %s, then it is bad input', async (what, changes) => {
    const body = what === 'nothing' ? {} : details(changes)
    const sent = await api.send(at.person(at.county, 'system_admin'), 'POST', '/agencies', { body })
    expect(sent).toMatchObject({ status: 400, code: 'bad_input' })
    expect(sent.errors?.length).toBeGreaterThan(0)
  })

  test.each([['{'], ['"\ud800"'], ['null']])('given the body %s, then it is refused', async body => {
    const sent = await api.send(at.person(at.county, 'system_admin'), 'POST', '/agencies', { body })
    expect(sent.status).toBe(400)
  })

  test('given a name like a script, then it is a name', async () => {
    const name = '<script>alert(1)</script>局'
    expect((await admin()(contracts.addAgency, { body: details({ name }) })).name).toBe(name)
  })

  test('given the same call twice, then there is one agency', async () => {
    const [body, before] = [details(), await agencies()]
    const first = await admin()(contracts.addAgency, { body }, 'same-key-1')
    expect(await admin()(contracts.addAgency, { body }, 'same-key-1')).toEqual(first)
    expect(await agencies()).toBe(before + 1)
    const other = await refusalOf(admin()(contracts.addAgency, { body: details() }, 'same-key-1'))
    expect(other.code).toBe('key_of_another_call')
  })

  test('given a superior out of reach, or no right at all, then it is refused', async () => {
    const elsewhere = details({ superiorId: at.other, regionCode: '639922' })
    expect(await refusalOf(admin()(contracts.addAgency, { body: elsewhere }))).toMatchObject({ status: 403 })
    const ofBureau = api.as(at.person(at.bureau, 'system_admin'))
    expect(await refusalOf(ofBureau(contracts.addAgency, { body: details() }))).toMatchObject({ status: 403 })
    const drafter = api.as(at.person(at.county, 'drafter'))
    expect(await refusalOf(drafter(contracts.addAgency, { body: details() }))).toMatchObject({ code: 'no_role' })
  })
})

describe('agencies.change', () => {
  const params = () => ({ agencyId: at.bureau })
  const now = async () => (await admin()(contracts.getAgency, { params: params() })).version

  test('given a field, then it alone is changed and the record names it', async () => {
    const changed = await admin()(contracts.changeAgency, {
      params: params(),
      body: { version: await now(), shortName: '县教育局' },
    })
    expect(changed).toMatchObject({ name: '示例县教育局', shortName: '县教育局', slug: 'jyj' })
    expect((await api.events(at.bureau)).at(-1)).toMatchObject({
      kind: 'agencies.change',
      data: { changed: ['shortName'], version: changed.version },
    })
  })

  test('given it was changed meanwhile, then nothing is overwritten', async () => {
    const version = await now()
    await admin()(contracts.changeAgency, { params: params(), body: { version, shortName: '教育' } })
    const refusal = await refusalOf(
      admin()(contracts.changeAgency, { params: params(), body: { version, shortName: '别的' } }),
    )
    expect(refusal).toMatchObject({ status: 409, code: 'changed_meanwhile' })
    expect((await admin()(contracts.getAgency, { params: params() })).shortName).toBe('教育')
  })

  test('given two at once, then one of them is told', async () => {
    const version = await now()
    const both = await Promise.allSettled(
      ['一', '二'].map(shortName =>
        admin()(contracts.changeAgency, { params: params(), body: { version, shortName } }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('given a superior below itself, then the ring is refused', async () => {
    const version = (await admin()(contracts.getAgency, { params: { agencyId: at.county } })).version
    const refusal = await refusalOf(
      admin()(contracts.changeAgency, { params: { agencyId: at.county }, body: { version, superiorId: at.town } }),
    )
    expect(refusal).toMatchObject({ status: 422, code: 'ring', at: 'body.superiorId' })
  })

  test('given a change that leaves an agency below without its place, then it is refused and named', async () => {
    const version = (await admin()(contracts.getAgency, { params: { agencyId: at.county } })).version
    const refusal = await refusalOf(
      admin()(contracts.changeAgency, { params: { agencyId: at.county }, body: { version, regionCode: '639923' } }),
    )
    expect(refusal.says.zh).toContain('示例县青松镇人民政府')
  })

  test('given a superior out of reach, then the agency stays where it is', async () => {
    const body = { version: await now(), superiorId: at.other, regionCode: '639922' }
    expect(await refusalOf(admin()(contracts.changeAgency, { params: params(), body }))).toMatchObject({
      at: 'body.superiorId',
    })
  })

  test('given an administrator of another agency, then it is refused', async () => {
    const other = api.as(at.person(at.other, 'system_admin'))
    const refusal = await refusalOf(other(contracts.changeAgency, { params: params(), body: { version: 1 } }))
    expect(refusal).toMatchObject({ status: 403, code: 'not_for_this' })
  })
})

describe('agencies.setSettings', () => {
  const params = () => ({ agencyId: at.bureau })

  test('given values, then they are kept; given the usual one again, then it is usual', async () => {
    await admin()(contracts.setSettings, {
      params: params(),
      body: { values: { 'reminder.days': 3, 'channel.fax': true } },
    })
    const { items } = await admin()(contracts.getSettings, { params: params() })
    expect(items.find(i => i.key === 'reminder.days')).toMatchObject({ value: 3, usual: 5, least: 1, most: 15 })
    await admin()(contracts.setSettings, { params: params(), body: { values: { 'reminder.days': 5 } } })
    const { rows } = await api.database.transaction({ agency: at.bureau }, tx =>
      tx.execute(sql`SELECT key FROM setting`),
    )
    expect(rows).toEqual([{ key: 'channel.fax' }])
  })

  test.each([
    ['reminder.days', 99],
    ['reminder.days', 2.5],
    ['reminder.days', '3'],
    ['channel.fax', 'yes'],
    ['site.icp', 'abc'],
    ['site.mend', 'javascript:alert(1)'],
    ['numbering.request', '{year}'],
    ['guide.reviewOrgan', '府'.repeat(101)],
    ['no.such', 1],
  ])('given %s as %s, then it is told there and nothing of the call is kept', async (key, value) => {
    const values = { 'channel.email': true, [key]: value }
    const refusal = await refusalOf(admin()(contracts.setSettings, { params: params(), body: { values } }))
    expect(refusal).toMatchObject({ status: 422, at: `body.values.${key}` })
    const { items } = await admin()(contracts.getSettings, { params: params() })
    expect(items.find(i => i.key === 'channel.email')?.value).toBe(false)
  })

  test('given rules of sessions and passwords, then the security administrator sets them, and nothing else', async () => {
    const guard = api.as(at.person(at.bureau, 'security_admin'))
    const set = (who: ReturnType<typeof admin>, values: Record<string, number>) =>
      who(contracts.setSettings, { params: params(), body: { values } })
    await set(guard, { 'password.shortest': 14, 'session.idleMinutes': 15 })
    const { items } = await guard(contracts.getSettings, { params: params() })
    expect(items.find(i => i.key === 'password.shortest')).toMatchObject({ value: 14, usual: 10, changeable: true })
    expect(items.find(i => i.key === 'reminder.days')).toMatchObject({ changeable: false })
    const of = async (call: Promise<unknown>) => (await refusalOf(call)).code
    expect(await of(set(guard, { 'reminder.days': 3 }))).toBe('no_role')
    expect(await of(set(admin(), { 'password.shortest': 12 }))).toBe('no_role')
  })

  test.each([
    ['password.shortest', 7],
    ['password.kinds', 2],
    ['password.history', 4],
    ['password.days', 91],
    ['session.idleMinutes', 31],
  ])('given %s as weak as %d, then it is refused (等保 8.1.4.1)', async (key, value) => {
    const guard = api.as(at.person(at.bureau, 'security_admin'))
    const refusal = await refusalOf(
      guard(contracts.setSettings, { params: params(), body: { values: { [key]: value } } }),
    )
    expect(refusal).toMatchObject({ status: 422, at: `body.values.${key}` })
  })

  test('given another agency or another role, then it is refused', async () => {
    const body = { values: { 'channel.email': true } }
    for (const who of [at.person(at.other, 'system_admin'), at.person(at.bureau, 'office_head')]) {
      expect(await refusalOf(api.as(who)(contracts.setSettings, { params: params(), body }))).toMatchObject({
        status: 403,
      })
    }
    const peek = api.as(at.person(at.other, 'drafter'))
    expect(await refusalOf(peek(contracts.getSettings, { params: params() }))).toMatchObject({ status: 403 })
  })
})
