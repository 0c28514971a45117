import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { fromThisSite, guardHeaders, guardWrites, strictTransport } from './guard.ts'

const post = (headers: Record<string, string>) =>
  new Request('http://10.0.0.5:3000/x', { method: 'POST', headers: { host: '10.0.0.5:3000', ...headers } })

describe('who sent a write', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['a page of this site', { 'sec-fetch-site': 'same-origin' }, true],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, false],
    ['a page of a sister host', { 'sec-fetch-site': 'same-site' }, false],
    ['an older browser on this site', { origin: 'http://10.0.0.5:3000' }, true],
    ['an older browser, seen through a proxy', { origin: 'https://gongkai.example.gov.cn' }, true],
    ['an older browser on another site', { origin: 'https://evil.example' }, false],
    ['a page without an origin', { origin: 'null' }, false],
    ['a lie beside the truth', { 'sec-fetch-site': 'cross-site', origin: 'http://10.0.0.5:3000' }, false],
    ['a program', {}, true],
  ])('given %s, then it is told', (_, headers, ours) => {
    expect(fromThisSite(post(headers), ['gongkai.example.gov.cn'])).toBe(ours)
  })

  test('given a foreign page, then it may read and not write', async () => {
    const app = new Hono()
    let written = 0
    app.use(guardWrites(c => c.text('no', 403)))
    app.all('/x', c => {
      if (c.req.method !== 'GET') written += 1
      return c.text('yes')
    })
    const headers = { 'sec-fetch-site': 'cross-site' }
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'ODD']) {
      expect((await app.request('/x', { method, headers })).status).toBe(403)
    }
    expect(written).toBe(0)
    expect((await app.request('/x', { headers })).status).toBe(200)
    expect((await app.request('/x', { method: 'POST' })).status).toBe(200)
    expect(written).toBe(1)
  })
})

describe('the headers of every answer', () => {
  test('given any answer, then nothing foreign runs in it, frames it, or learns where people came from', async () => {
    const app = new Hono()
    app.use(guardHeaders)
    app.get('/', c => c.html('<p>x</p>'))
    for (const path of ['/', '/nothing']) {
      const { headers } = await app.request(path)
      const policy = headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.has('strict-transport-security')).toBe(false)
    }
  })

  test('given an installation under https, then browsers are told to stay there', async () => {
    const app = new Hono()
    app.use(strictTransport)
    const { headers } = await app.request('/')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  })
})
