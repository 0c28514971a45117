import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/support/api.ts'
import { type County, countyOffice, enterCounty } from '../../../test/support/county.ts'
import { agency, region } from '../../kit/schema/agencies.ts'
import { storedReport } from '../../kit/schema/desk.ts'
import { uuid7 } from '../../platform/db/uuid7.ts'
import { agencyRoutes } from './api.ts'
import * as contracts from './contract.ts'
import type { PortalData } from './portal-data.ts'
import { portalStore } from './portal-store.ts'

let api: Api
let at: County
let portal: PortalData
beforeAll(async () => {
  api = await startApi(agencyRoutes, new Date('2026-03-02T02:00:00Z'))
  at = await enterCounty(api.database, [['drafter'], ['reviewer'], ['system_admin']])
  portal = portalStore(api.services)
})
afterAll(() => api.close())

type Role = Parameters<County['person']>[1]
const as = (role: Role) => api.as(at.person(at.bureau, role))
const params = () => ({ agencyId: at.bureau })
const write = (work: Parameters<typeof api.database.transaction>[1]) => api.database.transaction('installation', work)
const version = async () => (await portal.agencyBySlug('jyj'))?.contentVersion

describe('the directory', () => {
  test('given regions nobody has named, then they go by their governments', async () => {
    const { regions } = await portal.directory()
    expect(regions.map(({ code, name }) => [code, name])).toEqual([
      ['639921', '示例县'],
      ['639921100', '示例县青松镇'],
      ['639922', '样本县'],
    ])
    expect(regions[0]?.agencies.map(({ slug }) => slug)).toEqual(['xian', 'jyj'])
  })

  test('given a region has its name, then it goes by that; given an agency is closed, then it is left out', async () => {
    const before = (await portal.directory()).version
    await write(async tx => {
      await tx.insert(region).values({ code: '639922', name: '样本' })
      await tx.update(agency).set({ status: 'closed', version: 2 }).where(eq(agency.id, at.town))
    })
    const { regions, version: after } = await portal.directory()
    expect(regions.map(({ name }) => name)).toEqual(['示例县', '样本'])
    expect(after).not.toBe(before)
    expect(await portal.agencyBySlug('qsz')).toBeNull()
  })
})

describe('an agency', () => {
  test('given its address, then it is found with what it has set and who supervises it', async () => {
    const values = { 'site.icp': '京ICP备00000000号-1', 'channel.email': true, 'guide.reviewOrgan': '示例县人民政府' }
    await as('system_admin')(contracts.setSettings, { params: params(), body: { values } })
    await as('system_admin')(contracts.changeAgency, {
      params: params(),
      body: { version: 1, host: 'JYJ.example.gov.cn' },
    })
    const found = await portal.agencyByHost('jyj.example.gov.cn')
    expect(found).toEqual(await portal.agencyBySlug('jyj'))
    expect(found).toMatchObject({
      id: at.bureau,
      channels: ['email'],
      notices: { icp: '京ICP备00000000号-1', police: null, mend: null },
      supervisor: { name: '示例县人民政府', telephone: countyOffice.telephone },
      office: { name: '', fax: null },
    })
    expect((await portal.agencyBySlug('xian'))?.supervisor).toBeNull()
  })

  test.each(['', 'no-such', '\u0000', "'; --", 'x'.repeat(1000), '../jyj'])(
    'given the address %j, then there is none',
    async name => {
      expect([await portal.agencyBySlug(name), await portal.agencyByHost(name)]).toEqual([null, null])
      expect(await portal.document(at.bureau, 'rule', name)).toBeNull()
      expect(await portal.report(at.bureau, name)).toBeNull()
    },
  )
})

describe('its pages', () => {
  test('given drafts, then only what is published is shown, and with it the version of all changes', async () => {
    const add = (kind: 'guide' | 'rule', slug: string) =>
      as('drafter')(contracts.addDocument, { params: params(), body: { kind, slug, title: `题 ${slug}`, body: '一' } })
    const [guide, rule] = [await add('guide', 'guide'), await add('rule', 'shencha')]
    expect(await portal.documents(at.bureau)).toEqual([])
    const before = await version()
    const of = { ...params(), documentId: guide.id }
    await as('reviewer')(contracts.publishDocument, { params: of, body: { version: 1 } })
    await as('drafter')(contracts.saveDocument, { params: of, body: { base: 1, title: '改', body: '二' } })
    const head = { kind: 'guide', slug: 'guide', title: '题 guide', version: 1, publishedAt: api.now.toISOString() }
    expect(await portal.documents(at.bureau)).toEqual([head])
    expect(await portal.document(at.bureau, 'guide', 'guide')).toEqual({ ...head, body: '一' })
    expect(await portal.texts(at.bureau)).toEqual([{ ...head, body: '一' }])
    expect(await portal.document(at.bureau, 'rule', 'shencha')).toBeNull()
    expect(await portal.document(at.county, 'guide', 'guide')).toBeNull()
    expect(await version()).not.toBe(before)
    await as('drafter')(contracts.saveDocument, { params: of, body: { base: 2, title: '再改', body: '三' } })
    await as('reviewer')(contracts.publishDocument, { params: of, body: { version: 3 } })
    const versions = await portal.guideVersions(at.bureau)
    expect(versions.map(({ version, current }) => [version, current])).toEqual([
      [3, true],
      [1, false],
    ])
    expect(await portal.guideVersion(at.bureau, 1)).toMatchObject({ title: '题 guide', body: '一', current: false })
    expect(await portal.guideVersion(at.bureau, 2)).toBeNull()
    expect(await portal.guideVersions(at.county)).toEqual([])
    await as('reviewer')(contracts.publishDocument, { params: of, body: { version: null } })
    expect(await portal.documents(at.bureau)).toEqual([])
    expect(await portal.guideVersions(at.bureau)).toEqual([])
    expect(rule.shown).toBeNull()
  })

  test('given sections and leaders, then the open ones are told in their order', async () => {
    const add = (name: string) => as('system_admin')(contracts.addSection, { params: params(), body: { name } })
    await add('办公室')
    const { id } = await add('旧科')
    await add('新科')
    const closing = { params: { ...params(), sectionId: id }, body: { status: 'closed' as const } }
    await as('system_admin')(contracts.changeSection, closing)
    expect(await portal.sections(at.bureau)).toEqual(['办公室', '新科'])
    const items = [{ name: '赵甲', post: '局长', duty: '组长', fromDate: '2026-01-01', untilDate: null }]
    await as('system_admin')(contracts.setLeaders, { params: params(), body: { items } })
    expect(await portal.leaders(at.bureau)).toMatchObject(items)
  })

  test('given reports, then the published ones are told, the newest first', async () => {
    const row = (year: number, publishedAt: Date | null) => ({
      agencyId: at.bureau,
      id: uuid7(year),
      reporter: '示例县教育局',
      year,
      edition: '2021',
      report: { year },
      findings: [],
      version: 1,
      publishedAt,
      savedAt: api.now,
      accountId: at.bureau,
    })
    const rows = [row(2023, api.now), row(2024, null), row(2025, api.now)]
    await write(tx => tx.insert(storedReport).values(rows))
    const shown = await portal.reports(at.bureau)
    expect(shown.map(({ year }) => year)).toEqual([2025, 2023])
    expect(await portal.report(at.bureau, rows[0]?.id ?? '')).toMatchObject({ report: { year: 2023 } })
    expect(await portal.report(at.bureau, rows[1]?.id ?? '')).toBeNull()
    expect(await portal.report(at.county, rows[0]?.id ?? '')).toBeNull()
    expect(await portal.report(at.bureau, '-'.repeat(36))).toBeNull()
  })
})

describe('agencies.firstGuide', () => {
  const offer = (role: Role, agencyId = at.bureau) =>
    api.as(at.person(agencyId, role))(contracts.firstGuide, { params: { agencyId } })

  test('given what the agency has told, then it stands in the guide, and what is missing is named', async () => {
    const { title, body, missing } = await offer('drafter')
    expect(title).toBe('示例县教育局政府信息公开指南')
    expect(body).toContain('https://jyj.example.gov.cn/')
    expect(body).toContain('示例县人民政府')
    expect(body).toContain('| 电子邮件 |')
    expect(missing.map(({ zh }) => zh).join()).toContain('办公地址')
    const known = await offer('drafter', at.county)
    expect(known.body).toContain(countyOffice.address)
    expect(known.body).toContain('https://xxgk.example.gov.cn/a/xian/')
    expect(known.missing).toHaveLength(2)
  })

  test('given it is offered, then nothing is kept', async () => {
    const count = async () =>
      ((await write(tx => tx.execute(sql`SELECT count(*)::int AS n FROM document`))) as { rows: { n: number }[] })
        .rows[0]?.n
    const before = await count()
    await offer('drafter')
    expect(await count()).toBe(before)
  })

  test('given who does not write, or another agency, then it is refused', async () => {
    await expect(offer('reviewer')).rejects.toMatchObject({ problem: { status: 403 } })
    const call = api.as(at.person(at.county, 'drafter'))(contracts.firstGuide, { params: params() })
    await expect(call).rejects.toMatchObject({ problem: { status: 403, code: 'not_for_this' } })
  })
})
