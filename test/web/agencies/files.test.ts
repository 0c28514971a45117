import { describe, expect, it } from 'vitest'
import { fullAgency, memoryPortal } from '../../support/portal.ts'
import { smallEngine } from '../../support/small-engine.ts'
import { testSite, textAt } from '../support.ts'
import { agencySite, fullPaths, reportIds, tagsIn } from './support.ts'

const { app } = agencySite()
const locations = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(found => found[1] ?? '')

describe('a published report', () => {
  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['pdf', 'application/pdf'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['csv', 'text/csv; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
  ])('can be taken away as %s, with a name', async (format, type) => {
    const answer = await app.request(`/a/swj/reports/${reportIds[0]}/${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    const name = encodeURIComponent(`示例市水务局2022年政府信息公开工作年度报告.${format}`)
    expect(answer.headers.get('content-disposition')).toContain(`filename*=UTF-8''${name}`)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000)
  })

  it('as JSON is the report as published', async () => {
    const json = JSON.parse(await textAt(app, `/a/swj/reports/${reportIds[1]}/json`))
    expect(json.schema).toBe('gongkai.report/1')
    expect(json.tables.requests['unavailable.not_held'].total).toBe(2)
  })

  it('given that the writer fails, then the page says that it is our fault', async () => {
    const says = { zh: '超时', en: 'timeout' }
    const engine = {
      ...smallEngine,
      write: async () => ({ ok: false as const, error: { code: 'timeout' as const, says } }),
    }
    const site = testSite({ portal: memoryPortal([fullAgency()]), engine })
    const answer = await site.app.request(`/a/swj/reports/${reportIds[0]}/pdf`)
    expect(answer.status).toBe(500)
    expect(String(site.faults[0])).toContain('timeout')
  })
})

describe('open data', () => {
  it('gives every report whole, the newest first', async () => {
    const data = JSON.parse(await textAt(app, '/a/swj/data/reports.json'))
    expect(data.schema).toBe('gongkai.reports/1')
    expect(data.agency).toMatchObject({ name: '示例市水务局', siteCode: '0000000016' })
    expect(data.reports.map((r: { year: number }) => r.year)).toEqual([2023, 2022, 2020])
    expect(data.reports[0].report.schema).toBe('gongkai.report/1')
    expect(data.reports[0].address).toBe(`http://localhost/a/swj/reports/${reportIds[1]}`)
  })

  it('gives every figure a line', async () => {
    const answer = await app.request('/a/swj/data/reports.csv')
    const bytes = new Uint8Array(await answer.clone().arrayBuffer())
    const lines = (await answer.text()).trim().split('\r\n')
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(lines[0]).toBe('reporter,year,id,label,value,kind')
    expect(lines.filter(line => line.startsWith('示例市水务局,2023,requests.new.total,'))).toHaveLength(1)
  })

  it('given nothing published, is empty and says so in its form', async () => {
    expect(JSON.parse(await textAt(app, '/a/kbz/data/reports.json')).reports).toEqual([])
    expect((await textAt(app, '/a/kbz/data/reports.csv')).trim().split('\r\n')).toHaveLength(1)
  })
})

describe('the feed', () => {
  it('lists documents and reports, the newest first, with whole addresses', async () => {
    const answer = await app.request('/a/swj/feed.xml')
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const xml = await answer.text()
    const times = [...xml.matchAll(/<entry>.*?<updated>(.*?)<\/updated>/g)].map(found => found[1] ?? '')
    expect(times).toHaveLength(7)
    expect(times).toEqual([...times].sort().reverse())
    expect(xml).toContain('<updated>2026-03-02T01:30:00.000Z</updated>')
    expect(xml).toContain('href="http://localhost/a/swj/rules/review"')
    const ids = [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(found => found[1])
    expect(new Set(ids).size).toBe(8)
  })

  it('given a new version of a rule, then it is a new entry', async () => {
    const site = agencySite()
    const before = await textAt(site.app, '/a/swj/feed.xml')
    site.full.documents = site.full.documents.map(d => (d.slug === 'review' ? { ...d, version: 3 } : d))
    const after = await textAt(site.app, '/a/swj/feed.xml')
    expect(before).toContain(':rule:review:2<')
    expect(after).toContain(':rule:review:3<')
  })

  it('given nothing published, is still a feed', async () => {
    const xml = await textAt(app, '/a/kbz/feed.xml')
    expect(tagsIn(xml, true).map(({ name }) => name)).toEqual([
      'feed',
      'id',
      'title',
      'updated',
      'author',
      'name',
      'link',
      'link',
    ])
    expect(xml).toContain('<updated>2026-11-21T00:00:00Z</updated>')
  })
})

describe('for search engines', () => {
  it('the map of an agency names every page of it, and each can be had', async () => {
    const found = locations(await textAt(app, '/a/swj/sitemap.xml'))
    // Earlier versions of the guide are read, not listed.
    const listed = (path: string) => !/^\/(?:search|map$|guide\/versions\/)/.test(path)
    const paths = fullPaths.filter(listed)
    for (const path of paths) expect(found).toContain(`http://localhost/a/swj${path}`)
    for (const address of found) expect((await app.request(address)).status).toBe(200)
  })

  it('the map of the installation names the maps of its agencies', async () => {
    expect(locations(await textAt(app, '/sitemap.xml'))).toEqual([
      'http://localhost/a/swj/sitemap.xml',
      'http://localhost/a/kbz/sitemap.xml',
      'http://localhost/a/jyj/sitemap.xml',
    ])
    expect(locations(await textAt(app, 'http://jyj.example.gov.cn/sitemap.xml'))).toContain(
      'http://jyj.example.gov.cn/guide',
    )
  })

  it('robots.txt closes what is nobody else’s business and leads to the map', async () => {
    const text = await textAt(app, 'http://jyj.example.gov.cn/robots.txt')
    expect(text).toContain('Disallow: /reports/visits/')
    expect(text).toContain('Sitemap: http://jyj.example.gov.cn/sitemap.xml')
  })

  it('results of a search are not to be listed, pages are, at one address', async () => {
    expect(await textAt(app, '/a/swj/search?q=1')).toContain('<meta name="robots" content="noindex"/>')
    const guide = await textAt(app, '/a/swj/guide?x=1')
    expect(guide).not.toContain('name="robots"')
    expect(guide).toContain('<link rel="canonical" href="http://localhost/a/swj/guide"/>')
  })
})
