import { describe, expect, it } from 'vitest'
import { smallEngine } from '../support/small-engine.ts'
import { formWith, testSite, textAt } from './support.ts'

describe('every answer', () => {
  it.each(['/reports/check', '/nowhere', '/assets/style.css', '/api/reports/visits/x'])(
    'of %s is guarded',
    async path => {
      const { headers } = await testSite().app.request(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
          "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    },
  )

  it('of an agency says to come again while the demo is being filled, and is its page afterwards', async () => {
    let filling = true
    const { app } = testSite({ filling: () => filling })
    const early = await app.request('/a/xzf?lang=en')
    expect([early.status, early.headers.get('retry-after')]).toEqual([503, '10'])
    expect(await early.text()).toContain('The demo is being filled')
    expect((await app.request('/reports/check')).status).toBe(200)
    filling = false
    expect((await app.request('/a/xzf')).status).not.toBe(503)
  })

  it('is kept by nobody, except files named by their content', async () => {
    const { app } = testSite()
    expect((await app.request('/reports/check')).headers.get('cache-control')).toBe('no-store')
    expect((await app.request('/assets/client.js')).headers.get('cache-control')).toContain('immutable')
  })

  it('has no script or style in the page and nothing from elsewhere', async () => {
    const page = await textAt(testSite().app, '/reports/check')
    expect(page).not.toMatch(/ style=|<style| on[a-z]+="|<script(?![^>]*src="\/assets\/)/)
    expect(page).not.toMatch(/(src|href)="https?:/)
  })

  it('asks search engines to stay away', async () => {
    expect(await textAt(testSite().app, '/reports/check')).toContain('<meta name="robots" content="noindex"/>')
  })
})

describe('a request that changes something', () => {
  const post = (headers: Record<string, string>) =>
    testSite().app.request('http://here.example/reports/visits/x/discard', { method: 'POST', headers })

  it('is refused from another site', async () => {
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await post({ origin: 'http://evil.example' })).status).toBe(403)
    expect((await post({ origin: 'null' })).status).toBe(403)
  })

  it('is refused to another site with a code, a sentence and the mend where it calls the API', async () => {
    const headers = { origin: 'http://evil.example', 'accept-language': 'en' }
    const answer = await testSite().app.request('/api/v1/session', { method: 'POST', headers })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      403,
      expect.stringContaining('application/problem+json'),
    ])
    expect(await answer.json()).toMatchObject({
      code: 'foreign_page',
      says: { zh: expect.any(String), en: expect.any(String) },
      mend: { zh: expect.any(String), en: expect.any(String) },
    })
  })

  it('is taken from this site and from programs', async () => {
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(303)
    expect((await post({ origin: 'http://here.example' })).status).toBe(303)
    expect((await post({ origin: 'https://public.example', host: 'public.example' })).status).toBe(303)
    expect((await post({})).status).toBe(303)
  })
})

describe('what goes wrong', () => {
  it('an unknown page helps on', async () => {
    const answer = await testSite().app.request('/nowhere')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('没有这个页面')
  })

  it('a fault gives a number to report, never its cause', async () => {
    const engine = {
      ...smallEngine,
      checkAll: () => {
        throw new Error('secret path /etc')
      },
    }
    const { app, faults } = testSite({ engine })
    const answer = await app.request('/reports/check', formWith([['a', 'x']]))
    expect(answer.status).toBe(500)
    const page = await answer.text()
    expect(page).toContain('f001')
    expect(page).not.toContain('secret')
    expect(faults).toHaveLength(1)
  })
})

describe('the language', () => {
  it('is Chinese unless asked, and remembered', async () => {
    const { app } = testSite()
    expect(await textAt(app, '/reports/check')).toContain('<html lang="zh-CN">')
    const asked = await app.request('/reports/check?lang=en')
    expect(await asked.text()).toContain('<html lang="en">')
    const cookie = asked.headers.get('set-cookie') ?? ''
    expect(cookie).toContain('lang=en')
    const later = await app.request('/reports/check', { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(await later.text()).toContain('Choose files')
  })

  it('that does not exist is not remembered', async () => {
    const answer = await testSite().app.request('/reports/check?lang=xx')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await answer.text()).toContain('<html lang="zh-CN">')
  })
})
