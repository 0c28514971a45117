import { describe, expect, it } from 'vitest'
import { noAgencies, type PortalData } from '../../../src/features/agencies/portal-data.ts'
import { emptyAgency, fullAgency, memoryPortal } from '../../support/portal.ts'
import { testSite, textAt } from '../support.ts'
import { agencySite, reportIds, textOf } from './support.ts'

const { app } = agencySite()
const own = (path: string) => `http://jyj.example.gov.cn${path}`

async function answerOf(path: string) {
  const answer = await app.request(path)
  return [answer.status, answer.headers.get('location')]
}

describe('the installation’s first page', () => {
  it('given several agencies, lists them by region', async () => {
    const text = textOf(await textAt(app, '/'))
    expect(text.indexOf('示例市水务局')).toBeGreaterThan(text.indexOf('示例市'))
    expect(text.indexOf('示例县空白镇人民政府')).toBeGreaterThan(text.indexOf('示例市水务局'))
    expect(await textAt(app, '/')).toContain('href="/a/kbz/"')
    expect(await textAt(app, '/')).toContain('href="/reports/check"')
  })

  it('given one, leads to it', async () => {
    const answer = await testSite({ portal: memoryPortal([fullAgency()]) }).app.request('/')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/a/swj/'])
  })

  it('given none, leads to what can be used without', async () => {
    const answer = await testSite({ portal: noAgencies }).app.request('/')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/reports/check'])
  })
})

describe('an agency by its path', () => {
  it.each([
    ['/a/swj', 301, '/a/swj/'],
    ['/a/swj/guide/', 301, '/a/swj/guide'],
    ['/a/swj/search/?q=1', 301, '/a/swj/search?q=1'],
  ])('%s leads to the one address of its page', async (path, status, place) => {
    expect(await answerOf(path)).toEqual([status, place])
  })

  it.each([
    '/a/nope/',
    '/a/SWJ/',
    '/a/swj%2F/',
    '/a/%00/',
    "/a/';drop table agency/",
    `/a/${'x'.repeat(2000)}/`,
    '/a/swj/nope',
    '/a/swj/rules/nope',
    '/a/swj/rules/guide',
    '/a/swj/guide/versions/2',
    '/a/swj/guide/versions/03',
    '/a/swj/guide/versions/-1',
    '/a/swj/guide/versions/9999999',
    '/a/swj/guide/versions/latest',
    '/a/kbz/guide/versions/1',
    '/a/swj/pages/review',
    '/a/swj/catalogue/nope',
    '/a/swj/catalogue/toString',
    '/a/swj/catalogue/__proto__',
    '/a/swj/reports/2023',
    '/a/swj/reports/00000000-0000-0000-0000-000000000000',
    `/a/kbz/reports/${reportIds[0]}`,
    `/a/swj/reports/${reportIds[0]}/exe`,
    `/a/kbz/reports/${reportIds[0]}/docx`,
  ])('%s is not there', async path => {
    expect((await app.request(path)).status).toBe(404)
  })

  it('given a page that is not there, then the agency’s own page helps on', async () => {
    const html = await textAt(app, '/a/swj/nope')
    expect(textOf(html)).toContain('没有这个页面')
    expect(textOf(html)).toContain('工作机构电话：0000-1234567')
    for (const way of ['/a/swj/', '/a/swj/map', '/a/swj/contact', '/a/swj/search']) expect(html).toContain(`"${way}"`)
    expect(html).toContain('<meta name="robots" content="noindex"/>')
  })

  it('given a method that changes things, then nothing is there to change', async () => {
    expect((await app.request('/a/swj/guide', { method: 'POST' })).status).toBe(404)
  })
})

describe('an agency by its host', () => {
  it('has its pages at the root, and links them there', async () => {
    const html = await textAt(app, own('/'))
    expect(html).toContain('示例县教育局')
    expect(html).toContain('href="/guide"')
    expect(html).not.toContain('/a/jyj')
    expect((await app.request(own('/rules/review'))).status).toBe(200)
    expect((await app.request(own(`/reports/${reportIds[0]}`))).status).toBe(200)
    expect(html).toContain('<meta name="SiteDomain" content="jyj.example.gov.cn"/>')
  })

  it('is found whatever the case of the host and whatever the port', async () => {
    expect(await textAt(app, 'http://JYJ.example.gov.cn:8080/')).toContain('示例县教育局')
  })

  it('leads from its path to its root, and shows no other agency', async () => {
    expect(await answerOf(own('/a/jyj/guide?lang=en'))).toEqual([301, '/guide?lang=en'])
    const other = await app.request(own('/a/swj/guide'))
    expect(other.status).toBe(404)
    expect(await other.text()).toContain('示例县教育局')
  })

  it('keeps the check of annual reports and the assets where they are', async () => {
    expect((await app.request(own('/reports/check'))).status).toBe(200)
    expect((await app.request(own('/assets/style.css'))).status).toBe(200)
  })

  it('given another host, then nothing is at the root', async () => {
    expect((await app.request('/guide')).status).toBe(404)
  })
})

describe('an address made to lead away', () => {
  it.each([
    own('//evil.example/'),
    own('/a/jyj//evil.example'),
    own('/a/jyj/\\evil.example/'),
    own('//evil.example/?mode=elder'),
    '//evil.example/?mode=elder',
    '/a//evil.example',
    '/a/swj//evil.example/',
  ])('%s stays on this site', async address => {
    const place = (await app.request(address)).headers.get('location')
    if (place !== null) expect(new URL(place, 'http://here.example').host).toBe('here.example')
  })
})

describe('given a fault while a page is made', () => {
  const broken: PortalData = {
    ...memoryPortal([fullAgency(), emptyAgency()]),
    documents: async () => {
      throw new Error('the database is gone')
    },
  }

  it('then the agency’s page says so with the number in the log, and how to reach the office', async () => {
    const site = testSite({ portal: broken })
    const answer = await site.app.request('/a/swj/guide')
    const html = await answer.text()
    expect(answer.status).toBe(500)
    expect(textOf(html)).toContain('f001')
    expect(textOf(html)).toContain('工作机构电话：0000-1234567')
    expect(html).not.toContain('database')
    expect(answer.headers.get('etag')).toBeNull()
    expect(site.faults).toHaveLength(1)
  })

  it('then, not knowing whose page it was, the installation’s page says so', async () => {
    const agencyBySlug: PortalData['agencyBySlug'] = async () => {
      throw new Error('the database is gone')
    }
    const answer = await testSite({ portal: { ...broken, agencyBySlug } }).app.request('/a/swj/guide')
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('f001')
  })
})
