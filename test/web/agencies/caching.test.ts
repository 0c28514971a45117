import { describe, expect, it } from 'vitest'
import { agencySite, fullPaths, reportIds } from './support.ts'

const all = [
  ...fullPaths,
  '/feed.xml',
  '/sitemap.xml',
  '/data/reports.json',
  '/data/reports.csv',
  `/reports/${reportIds[0]}/docx`,
]

async function tagAt(site: ReturnType<typeof agencySite>, path: string, headers: Record<string, string> = {}) {
  return (await site.app.request(path, { headers })).headers.get('etag')
}

describe('given a reader with a copy', () => {
  it.each(all)('%s is not sent again as long as nothing has changed', async path => {
    const { app } = agencySite()
    const first = await app.request(`/a/swj${path}`)
    const tag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(first.headers.get('vary')).toContain('Cookie')
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
    const again = await app.request(`/a/swj${path}`, { headers: { 'if-none-match': `"other", ${tag}` } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('etag')).toBe(tag)
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it.each(all)('%s is sent anew once the agency has changed something', async path => {
    const site = agencySite()
    const tag = (await tagAt(site, `/a/swj${path}`)) ?? ''
    site.full.agency = { ...site.full.agency, contentVersion: '2' }
    const again = await site.app.request(`/a/swj${path}`, { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(200)
    expect(again.headers.get('etag')).not.toBe(tag)
  })

  it('then another copy stands for each page, query, language, mode, host and program', async () => {
    const site = agencySite()
    const tags = [
      await tagAt(site, '/a/swj/'),
      await tagAt(site, '/a/swj/guide'),
      await tagAt(site, '/a/swj/search?q=a'),
      await tagAt(site, '/a/swj/search?q=b'),
      await tagAt(site, '/a/swj/', { cookie: 'lang=en' }),
      await tagAt(site, '/a/swj/', { cookie: 'mode=elder' }),
      await tagAt(site, '/a/swj/', { cookie: 'mode=accessible' }),
      await tagAt(site, 'http://other.example/a/swj/'),
      await tagAt(site, '/a/kbz/'),
      await tagAt(agencySite(undefined, 'b2'), '/a/swj/'),
    ]
    expect(tags).not.toContain(null)
    expect(new Set(tags).size).toBe(tags.length)
  })
})

describe('what is no lasting page', () => {
  it.each(['/a/swj/nope', '/a/swj/rules/nope', '/a/nope/'])('%s carries no tag', async path => {
    const answer = await agencySite().app.request(path, { headers: { 'if-none-match': '*' } })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('etag')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('the list of agencies', () => {
  it('is not sent again either', async () => {
    const { app } = agencySite()
    const tag = (await app.request('/')).headers.get('etag') ?? ''
    expect((await app.request('/', { headers: { 'if-none-match': tag } })).status).toBe(304)
  })
})
