import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, refusalOf, startApi } from '../../../../test/support/api.ts'
import { type County, enterCounty } from '../../../../test/support/county.ts'
import { smallEngine } from '../../../../test/support/small-engine.ts'
import type { Finding, Report } from '../../../domain/report/report.ts'
import type { Scanner } from '../../../platform/storage/clamd.ts'
import * as contracts from '../contract.ts'
import { samples } from '../samples.ts'
import { reportRoutes } from './api.ts'

let api: Api
let at: County
beforeAll(async () => {
  api = await startApi(reportRoutes(smallEngine), new Date('2026-01-20T02:00:00Z'))
  at = await enterCounty(api.database, [['handler'], ['office_head'], ['supervisor'], ['system_admin']])
})
afterAll(() => api.close())

const [before, after] = samples.map(({ report }) => report) as [Report, Report]
const params = () => ({ agencyId: at.bureau })
const as = (role: Parameters<County['person']>[1], agencyId = at.bureau) => api.as(at.person(agencyId, role))
const base64 = (report: unknown) => Buffer.from(JSON.stringify(report)).toString('base64')
const keep = (report: unknown, role: Parameters<County['person']>[1] = 'handler', key?: string) =>
  as(role)(contracts.keepReport, { params: params(), body: { file: base64(report), name: '年报.txt' } }, key)
const get = (reportId: string) => as('handler')(contracts.getReport, { params: { ...params(), reportId } })
const publish = (
  reportId: string,
  version: number,
  published = true,
  role: Parameters<County['person']>[1] = 'office_head',
) => as(role)(contracts.publishReport, { params: { ...params(), reportId }, body: { published, version } })
const remove = (reportId: string) => as('handler')(contracts.removeReport, { params: { ...params(), reportId } })
const list = async () => (await as('handler')(contracts.listReports, { params: params(), query: {} })).items
const rules = (findings: readonly unknown[]) => findings.map(f => (f as Finding).rule)
const rows = async () => {
  const { rows: found } = await api.database.transaction('installation', tx =>
    tx.execute(
      sql`SELECT (SELECT count(*) FROM file)::int AS files, (SELECT count(*) FROM stored_report)::int AS reports`,
    ),
  )
  return found[0]
}

describe('reports.keep', () => {
  test('given a report, then it is kept with its findings and its file', async () => {
    const kept = await keep(after)
    expect(kept).toMatchObject({
      reporter: '示例市水务局',
      year: 2023,
      version: 1,
      publishedAt: null,
      fileName: '年报.txt',
    })
    expect(kept.errors).toBeGreaterThan(0)
    const found = await get(kept.id)
    expect(found.report).toEqual(after)
    expect(rules(found.findings)).toContain('requests.row_total')
    const event = (await api.events(at.bureau)).at(-1)
    expect(event).toMatchObject({ kind: 'reports.keep', data: { year: 2023, version: 1, errors: kept.errors } })
    const { file } = (event?.data ?? {}) as { file?: string }
    expect(await api.services.blobs.has(file ?? '')).toBe(true)
  })

  test('given the year before comes later, then the years are checked against one another', async () => {
    const [first] = await list()
    expect(rules((await get(first?.id ?? '')).findings)).not.toContain('year.in_force')
    await keep(before)
    expect(rules((await get(first?.id ?? '')).findings)).toContain('year.in_force')
  })

  test('given the same year again, then it is replaced as its next version', async () => {
    const kept = await keep({ ...after, title: '改过的标题' })
    expect(kept.version).toBe(2)
    expect((await list()).filter(({ year }) => year === 2023)).toHaveLength(1)
    expect(rules((await get(kept.id)).findings)).toContain('year.in_force')
  })

  test('given the same reporter written with spaces, then it is the same reporter', async () => {
    expect(await keep({ ...after, agency: '示例市　水务局 ' })).toMatchObject({ reporter: '示例市水务局', version: 3 })
  })

  test.each([
    ['no report', Buffer.from('hello, this is no report').toString('base64'), 'unknown_format'],
    ['nothing', '', 'upload_empty'],
    ['a program', Buffer.from('#!/bin/sh\nrm -rf /').toString('base64'), 'upload_active'],
    ['an archive', Buffer.from(`PK\u0003\u0004${'\u0000'.repeat(40)}`).toString('base64'), 'upload_damaged'],
    ['one without reporter', base64({ ...samples[0]?.report, agency: null }), 'no_reporter'],
    ['one without year', base64({ ...samples[0]?.report, year: null }), 'no_reporter'],
  ])('given %s, then it is told at the file and nothing is kept', async (_, file, code) => {
    const was = await rows()
    const events = (await api.events(at.bureau)).length
    const call = as('handler')(contracts.keepReport, { params: params(), body: { file, name: 'x.txt' } })
    expect(await refusalOf(call)).toMatchObject({ status: 422, code, at: 'body.file' })
    expect(await rows()).toEqual(was)
    expect((await api.events(at.bureau)).length).toBe(events)
  })

  test.each([[{}], [{ file: '!!', name: 'x' }], [{ file: 'AAAA', name: '名'.repeat(201) }], [{ file: 7, name: 'x' }]])(
    'given %j, then it is bad input',
    async body => {
      const sent = await api.send(at.person(at.bureau, 'handler'), 'POST', `/agencies/${at.bureau}/reports`, { body })
      expect(sent).toMatchObject({ status: 400, code: 'bad_input' })
    },
  )

  test('given a text no database keeps, then a mark stands in its place', async () => {
    const kept = await keep({
      ...before,
      year: 2019,
      sections: { ...before.sections, other: 'a\u0000b\ud800<script>' },
    })
    expect((await get(kept.id)).report).toMatchObject({ sections: { other: 'a\ufffdb\ufffd<script>' } })
    await remove(kept.id)
  })

  test('given the same call twice, then it is kept once', async () => {
    const first = await keep({ ...before, year: 2018 }, 'handler', 'keep-key')
    expect(await keep({ ...before, year: 2018 }, 'handler', 'keep-key')).toEqual(first)
    expect(first.version).toBe(1)
  })

  test('given two at once, then one is kept and the other told or kept after it', async () => {
    const both = await Promise.allSettled(['甲', '乙'].map(title => keep({ ...before, year: 2017, title })))
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
    for (const one of both) if (one.status === 'rejected') expect(one.reason.problem.code).toBe('changed_meanwhile')
    expect((await list()).filter(({ year }) => year === 2017)).toHaveLength(1)
  })

  test('given another agency or an administrator, then it is refused', async () => {
    expect(await refusalOf(keep(before, 'system_admin'))).toMatchObject({ status: 403, code: 'no_role' })
    const other = as('handler', at.other)(contracts.keepReport, {
      params: params(),
      body: { file: base64(before), name: 'x' },
    })
    expect(await refusalOf(other)).toMatchObject({ status: 403 })
  })
})

describe('reports.list', () => {
  test('given several years, then the newest is first, page by page, and can be searched', async () => {
    const all = await list()
    const years = all.map(({ year }) => year)
    expect(years).toEqual([...years].sort((a, b) => b - a))
    const call = as('supervisor', at.county)
    const first = await call(contracts.listReports, { params: params(), query: { limit: 1 } })
    const rest = await call(contracts.listReports, { params: params(), query: { after: first.next ?? '' } })
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    const found = await call(contracts.listReports, { params: params(), query: { q: '水务', year: 2022 } })
    expect(found.items.map(({ year }) => year)).toEqual([2022])
    expect((await call(contracts.listReports, { params: params(), query: { q: '%' } })).items).toEqual([])
  })

  test('given another agency, then it is refused', async () => {
    const call = as('handler', at.other)(contracts.listReports, { params: params(), query: {} })
    expect(await refusalOf(call)).toMatchObject({ status: 403 })
  })

  test('given a zero byte in the search, then it is bad input', async () => {
    const sent = await api.send(at.person(at.bureau, 'handler'), 'GET', `/agencies/${at.bureau}/reports?q=%00`)
    expect(sent).toMatchObject({ status: 400, at: 'query.q' })
  })
})

describe('reports.publish and reports.remove', () => {
  const of = async (year: number) => {
    const found = (await list()).find(report => report.year === year)
    if (!found) throw new Error(`no report of ${year}`)
    return found
  }

  test('given who handed it in, then another must publish it', async () => {
    const own = await keep({ ...before, year: 2016 }, 'office_head')
    expect(await refusalOf(publish(own.id, own.version))).toMatchObject({ status: 403, code: 'own_draft' })
  })

  test('given a version that is no longer, then it is told and not published', async () => {
    const { id, version } = await of(2023)
    expect(await refusalOf(publish(id, version - 1))).toMatchObject({ status: 409, code: 'changed_meanwhile' })
    expect((await of(2023)).publishedAt).toBeNull()
  })

  test('given it is published, then it is neither replaced nor removed until it is taken down', async () => {
    const { id, version } = await of(2023)
    const shown = await publish(id, version)
    expect(shown).toMatchObject({ publishedAt: api.now.toISOString(), version: version + 1 })
    expect(await refusalOf(keep(after))).toMatchObject({ status: 409, code: 'taken', at: 'body.file' })
    expect(await refusalOf(remove(id))).toMatchObject({ status: 422, code: 'is_published' })
    expect(await publish(id, version + 1, false)).toMatchObject({ publishedAt: null })
    expect((await api.events(at.bureau)).at(-1)).toMatchObject({ data: { published: false, year: 2023 } })
    expect(await keep(after)).toMatchObject({ id, version: version + 3 })
  })

  test('given the year before is removed, then the years are no longer checked against one another', async () => {
    const [old, now] = [await of(2022), await of(2023)]
    expect(await remove(old.id)).toBeNull()
    expect(rules((await get(now.id)).findings)).not.toContain('year.in_force')
    expect(await refusalOf(get(old.id))).toMatchObject({ status: 404 })
    expect(await refusalOf(remove(old.id))).toMatchObject({ status: 404 })
  })

  test('given another agency, then nothing of it can be done', async () => {
    const { id, version } = await of(2023)
    const elsewhere = { agencyId: at.other, reportId: id }
    const foreign = as('office_head', at.other)
    const body = { published: true, version }
    expect(
      await refusalOf(foreign(contracts.publishReport, { params: { ...elsewhere, ...params() }, body })),
    ).toMatchObject({ status: 403 })
    expect(await refusalOf(foreign(contracts.publishReport, { params: elsewhere, body }))).toMatchObject({
      status: 404,
    })
    expect(await refusalOf(foreign(contracts.getReport, { params: elsewhere }))).toMatchObject({ status: 404 })
  })
})

describe('a file with a virus', () => {
  test('given a scanner that finds one, when the file is to be kept, then it is refused and nothing is there', async () => {
    const scanner: Scanner = {
      scan: async () => ({ state: 'infected', signature: 'Eicar-Test' }),
      check: async () => undefined,
    }
    const watched = await startApi(reportRoutes(smallEngine), new Date('2026-01-20T02:00:00Z'), { scanner })
    try {
      const county = await enterCounty(watched.database, [['handler']])
      const call = watched.as(county.person(county.bureau, 'handler'))
      const body = { file: base64(after), name: '年报.txt' }
      const answer = call(contracts.keepReport, { params: { agencyId: county.bureau }, body })
      expect(await refusalOf(answer)).toMatchObject({ code: 'infected' })
      const { items } = await call(contracts.listReports, { params: { agencyId: county.bureau }, query: {} })
      expect(items).toEqual([])
    } finally {
      await watched.close()
    }
  })
})
