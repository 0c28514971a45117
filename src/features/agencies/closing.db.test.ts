import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, refusalOf, startApi } from '../../../test/support/api.ts'
import { type County, enterCounty } from '../../../test/support/county.ts'
import { xlsxOf } from '../../../test/support/office.ts'
import { session } from '../../kit/schema/people.ts'
import { request } from '../../kit/schema/requests.ts'
import { uuid7 } from '../../platform/db/uuid7.ts'
import { agencyRoutes } from './api.ts'
import * as contracts from './contract.ts'
import { portalStore } from './portal-store.ts'

let api: Api
let at: County
beforeAll(async () => {
  api = await startApi(agencyRoutes, new Date('2026-03-02T02:00:00Z'))
  at = await enterCounty(api.database, [['system_admin'], ['drafter']])
})
afterAll(() => api.close())

const admin = () => api.as(at.person(at.county, 'system_admin'))
const reason = '并入示例县文化局'
const close = (agencyId: string, who = admin()) =>
  who(contracts.closeAgency, { params: { agencyId }, body: { reason } })
const reopen = (agencyId: string) => admin()(contracts.reopenAgency, { params: { agencyId } })
const office = { name: '', address: '', postcode: '', hours: '', telephone: '', fax: null, email: null, post: null }
const school = () => ({
  name: '示例县第一中学',
  shortName: '一中',
  kind: 'public_institution' as const,
  regionCode: '639921',
  superiorId: at.bureau,
  vertical: false,
  creditCode: null,
  siteCode: null,
  slug: 'yizhong',
  host: null,
  office,
})

describe('closing an agency', () => {
  test('given an open agency below it, then it is refused, naming that one; with that closed, it is done', async () => {
    const below = await admin()(contracts.addAgency, { body: school() })
    const refusal = await refusalOf(close(at.bureau))
    expect(refusal).toMatchObject({ code: 'still_below' })
    expect(refusal.says.zh).toContain('示例县第一中学')
    expect(await close(below.id)).toMatchObject({ status: 'closed', version: 2 })
    expect(await close(at.bureau)).toMatchObject({ status: 'closed', version: 2 })
    const event = (await api.events(at.bureau)).at(-1)
    expect(event).toMatchObject({ kind: 'agencies.close', data: { reason, sessions: 0 } })
    await reopen(at.bureau)
    await reopen(below.id)
    await close(below.id)
  })

  test('given it is closed, then the portal shows it no more, its record stays, and it can be opened again', async () => {
    const portal = portalStore(api.services)
    const listed = async () =>
      (await portal.directory()).regions.flatMap(({ agencies }) => agencies.map(({ slug }) => slug))
    const [before, version] = [await listed(), (await portal.directory()).version]
    await close(at.town)
    expect(await portal.agencyBySlug('qsz')).toBeNull()
    expect(await listed()).toEqual(before.filter(slug => slug !== 'qsz'))
    expect((await portal.directory()).version).not.toBe(version)
    expect(await admin()(contracts.getAgency, { params: { agencyId: at.town } })).toMatchObject({ status: 'closed' })
    expect((await close(at.town)).version).toBe(2)
    expect(await reopen(at.town)).toMatchObject({ status: 'open', version: 3 })
    expect((await portal.agencyBySlug('qsz'))?.name).toBe('示例县青松镇人民政府')
    expect((await api.events(at.town)).map(({ kind }) => kind)).toEqual(['agencies.close', 'agencies.reopen'])
  })

  test('given a request that is not closed, then it is refused until it is', async () => {
    const id = uuid7(7)
    const row = {
      ...{ agencyId: at.town, id, number: '1', kind: 'application', state: 'running', channel: 'online' },
      ...{ applicantKind: 'natural_person', title: '某事', arrivedOn: '2026-02-02', dueProvisional: false, body: {} },
      ...{ applicant: '', applicantMask: '', nameMatch: '', identityMatch: '', codeHash: '', version: 1 },
      ...{ createdAt: api.now, updatedAt: api.now },
    }
    const write = (work: Parameters<typeof api.database.transaction>[1]) =>
      api.database.transaction('installation', work)
    await write(tx => tx.insert(request).values(row))
    expect(await refusalOf(close(at.town))).toMatchObject({ code: 'still_to_answer' })
    await write(tx => tx.update(request).set({ closedOn: '2026-02-20' }).where(eq(request.id, id)))
    expect((await close(at.town)).status).toBe('closed')
    await reopen(at.town)
  })

  test('given somebody working in it, then they are signed out there, and nobody elsewhere is', async () => {
    const { accountId } = at.person(at.town, 'drafter')
    const row = (tokenHash: string, agencyId: string) => ({
      ...{ tokenHash, agencyId, accountId, id: uuid7(Number(tokenHash)), proof: 'password', strong: false },
      ...{ address: '::1', agent: '', createdAt: api.now, lastSeenAt: api.now },
    })
    await api.database.transaction('installation', tx =>
      tx.insert(session).values([row('1', at.town), row('2', at.bureau)]),
    )
    await close(at.town)
    const rows = await api.database.transaction('installation', tx => tx.select().from(session))
    expect(rows.filter(({ revokedAt }) => revokedAt !== null).map(({ agencyId }) => agencyId)).toEqual([at.town])
    await reopen(at.town)
  })

  test('given one that is closed, then no agency is added, moved, imported or opened again below it', async () => {
    const [below] = (await admin()(contracts.listAgencies, { query: { q: '第一中学' } })).items
    await close(at.bureau)
    const added = refusalOf(
      admin()(contracts.addAgency, { body: { ...school(), name: '示例县二中', slug: 'erzhong' } }),
    )
    expect(await added).toMatchObject({ code: 'superior_closed', at: 'body.superiorId' })
    expect(await refusalOf(reopen(below?.id ?? ''))).toMatchObject({ code: 'superior_closed' })
    const moved = { params: { agencyId: at.town }, body: { version: 7, superiorId: at.bureau } }
    expect(await refusalOf(admin()(contracts.changeAgency, moved))).toMatchObject({ code: 'superior_closed' })
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const line = (texts: readonly string[]) => `<row>${texts.map(cell).join('')}</row>`
    const rows = [
      ['机关名称', '机关类型', '上级机关', '行政区划代码'],
      ['示例县三中', '公共企事业单位', '示例县教育局', '639921'],
    ]
    const file = Buffer.from(xlsxOf([{ rows: rows.map(line).join('') }])).toString('base64')
    const answer = await admin()(contracts.importAgencies, { body: { file, name: '名录.xlsx', dryRun: true } })
    expect(answer.rows).toMatchObject([{ outcome: 'refused', messages: [{ column: 'superior' }] }])
    await reopen(at.bureau)
  })

  test('given one’s own agency, one of another tree, or another role, then it is refused', async () => {
    for (const agencyId of [at.county, at.other]) {
      expect(await refusalOf(close(agencyId))).toMatchObject({ status: 403, code: 'not_for_this' })
    }
    const drafter = api.as(at.person(at.county, 'drafter'))
    expect(await refusalOf(close(at.town, drafter))).toMatchObject({ code: 'no_role' })
  })
})
