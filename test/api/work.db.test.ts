/** What really waits and is found: the providers of all slices behind one desk, as the program puts them together. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agencyRoutes } from '../../src/features/agencies/api.ts'
import * as agencies from '../../src/features/agencies/contract.ts'
import { searchAgencies } from '../../src/features/agencies/search.ts'
import { agencyWork } from '../../src/features/agencies/work.ts'
import { calendarRoutes } from '../../src/features/calendar/api.ts'
import * as calendar from '../../src/features/calendar/contract.ts'
import { calendarWork } from '../../src/features/calendar/work.ts'
import { deskRoutes } from '../../src/features/desk/api.ts'
import * as desk from '../../src/features/desk/contract.ts'
import * as reports from '../../src/features/reports/contract.ts'
import { reportRoutes } from '../../src/features/reports/kept/api.ts'
import { searchReports } from '../../src/features/reports/kept/search.ts'
import { reportWork } from '../../src/features/reports/kept/work.ts'
import { samples } from '../../src/features/reports/samples.ts'
import { type Api, startApi } from '../support/api.ts'
import { type County, enterCounty } from '../support/county.ts'
import { smallEngine } from '../support/small-engine.ts'

let api: Api
let at: County
beforeAll(async () => {
  const routes = [
    ...agencyRoutes,
    ...calendarRoutes([]),
    ...reportRoutes(smallEngine),
    ...deskRoutes({
      workProviders: [agencyWork, calendarWork, reportWork],
      searchProviders: [searchAgencies, searchReports],
      contracts: [],
    }),
  ]
  api = await startApi(routes, new Date('2026-01-10T02:00:00Z'))
  at = await enterCounty(api.database, [['drafter'], ['reviewer'], ['office_head'], ['handler'], ['system_admin']])
})
afterAll(() => api.close())

type Role = Parameters<County['person']>[1]
const as = (role: Role, agencyId = at.bureau) => api.as(at.person(agencyId, role))
const work = async (role: Role, agencyId = at.bureau, kind?: string) => {
  const query = kind ? { kind } : {}
  return (await as(role, agencyId)(desk.getWork, { params: { agencyId }, query })).items
}
const on = (day: string) => {
  api.now = new Date(`${day}T02:00:00Z`)
}

describe('given pages of an agency, then it waits', () => {
  const params = () => ({ agencyId: at.bureau })
  const guide = async () => {
    const { items } = await as('drafter')(agencies.listDocuments, { params: params() })
    return { ...params(), documentId: items[0]?.id ?? '' }
  }

  test('for those who write, while there is no guide', async () => {
    on('2026-01-10')
    expect(await work('drafter', at.bureau, 'guide')).toMatchObject([
      { due: null, urgency: 'none', title: '示例县教育局政府信息公开指南' },
    ])
    expect(await work('reviewer')).toEqual([])
  })

  test('for those who may publish, when a draft is newer than what is shown; for who wrote it not', async () => {
    const body = { kind: 'guide' as const, slug: 'guide', title: '公开指南', body: '一' }
    await as('office_head')(agencies.addDocument, { params: params(), body })
    expect(await work('reviewer')).toMatchObject([{ kind: 'document_draft', title: '公开指南' }])
    expect(await work('office_head')).toEqual([])
    expect(await work('drafter')).toEqual([])
  })

  test('for nobody, once it is published', async () => {
    await as('reviewer')(agencies.publishDocument, { params: await guide(), body: { version: 1 } })
    for (const role of ['drafter', 'reviewer', 'office_head'] as const) expect(await work(role)).toEqual([])
  })

  test('again after a year without review, until it is published again', async () => {
    on('2027-01-09')
    expect(await work('drafter', at.bureau, 'guide')).toEqual([])
    on('2027-01-10')
    expect(await work('drafter', at.bureau, 'guide')).toMatchObject([{ due: '2027-01-10', urgency: 'today' }])
    await as('reviewer')(agencies.publishDocument, { params: await guide(), body: { version: 1 } })
    expect(await work('drafter', at.bureau, 'guide')).toEqual([])
    const values = { 'guide.reviewMonths': 1 }
    await as('system_admin')(agencies.setSettings, { params: params(), body: { values } })
    on('2027-02-12')
    expect(await work('drafter', at.bureau, 'guide')).toMatchObject([{ due: '2027-02-10', urgency: 'overdue' }])
  })

  test('for those who write, when it was taken down', async () => {
    await as('reviewer')(agencies.publishDocument, { params: await guide(), body: { version: null } })
    expect(await work('drafter', at.bureau, 'guide')).toMatchObject([
      { asks: { zh: expect.stringContaining('没有公开指南') } },
    ])
    expect(await work('reviewer')).toEqual([])
  })
})

describe('given last year’s report is not published', () => {
  const own = { ...samples[0]?.report, agency: '示例县教育局', year: 2025 }
  const file = Buffer.from(JSON.stringify(own)).toString('base64')

  test('then nobody is asked before the sixteenth of January', async () => {
    on('2026-01-15')
    expect(await work('handler', at.bureau, 'report')).toEqual([])
  })

  test('then a department is asked for it by the end of January, a county by the end of March, a town like a department', async () => {
    on('2026-01-16')
    expect(await work('handler', at.bureau, 'report')).toMatchObject([
      { due: '2026-01-31', title: '示例县教育局 2025 年度报告' },
    ])
    expect(await work('handler', at.county, 'report')).toMatchObject([{ due: '2026-03-31' }])
    expect(await work('handler', at.town, 'report')).toMatchObject([{ due: '2026-01-31' }])
    expect(await work('reviewer', at.town, 'report')).toEqual([])
  })

  test('then, once it is handed in, those who may publish it are asked, and after that nobody', async () => {
    const params = { agencyId: at.bureau }
    const kept = await as('handler')(reports.keepReport, { params, body: { file, name: '年报.txt' } })
    expect(await work('handler', at.bureau, 'report')).toEqual([])
    expect(await work('office_head', at.bureau, 'report')).toMatchObject([{ link: `/console/reports/${kept.id}` }])
    const body = { published: true, version: kept.version }
    await as('office_head')(reports.publishReport, { params: { ...params, reportId: kept.id }, body })
    for (const role of ['handler', 'office_head'] as const) expect(await work(role, at.bureau, 'report')).toEqual([])
  })
})

describe('given the calendar of next year is not entered', () => {
  test('then the administrator at the top is asked after the tenth of December, and no other', async () => {
    on('2026-12-10')
    expect(await work('system_admin', at.county, 'calendar_year')).toEqual([])
    on('2026-12-11')
    expect(await work('system_admin', at.county, 'calendar_year')).toMatchObject([
      { key: 'calendar:2027', due: '2026-12-31' },
    ])
    expect(await work('system_admin', at.bureau, 'calendar_year')).toEqual([])
    expect(await work('handler', at.county, 'calendar_year')).toEqual([])
  })

  test('then it is late from January on, until it is entered', async () => {
    on('2027-01-05')
    expect(await work('system_admin', at.county, 'calendar_year')).toMatchObject([{ urgency: 'overdue' }])
    const days = [{ date: '2027-01-01', kind: 'off' as const, name: '元旦' }]
    const body = {
      region: '',
      state: 'published' as const,
      notice: '示例〔2026〕1号',
      noticeDate: '2026-11-10',
      days,
      version: 0,
    }
    await as('system_admin', at.county)(calendar.setYear, { params: { year: 2027 }, body })
    expect(await work('system_admin', at.county, 'calendar_year')).toEqual([])
  })
})

describe('given a word', () => {
  const search = async (q: string, agencyId = at.bureau) =>
    (await as('drafter', agencyId)(desk.search, { params: { agencyId }, query: { q } })).items.map(
      i => `${i.kind} ${i.title}`,
    )

  test('then agencies, sections, pages and reports called so are found', async () => {
    const params = { agencyId: at.bureau }
    await as('system_admin')(agencies.addSection, { params, body: { name: '教育督导科' } })
    expect(await search('教育')).toEqual([
      'section 教育督导科',
      'agency 示例县教育局',
      'report 示例县教育局 2025 年度报告',
    ])
    expect(await search('指南')).toEqual(['document 公开指南'])
  })

  test('then what another agency keeps is not among it', async () => {
    expect(await search('教育', at.town)).toEqual(['agency 示例县教育局'])
  })
})
