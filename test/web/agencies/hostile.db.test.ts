/** Every page and form open to all, on a real database, asked for in ways nobody means: it answers, and never breaks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { eq } from 'drizzle-orm'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oidcPages } from '../../../src/features/accounts/oidc-pages.ts'
import { sessionCookie } from '../../../src/features/accounts/session-cookie.ts'
import { portalStore } from '../../../src/features/agencies/portal-store.ts'
import { visitStore } from '../../../src/features/reports/visit.ts'
import { agency, document, documentVersion } from '../../../src/kit/schema/agencies.ts'
import { storedReport } from '../../../src/kit/schema/desk.ts'
import { createApp } from '../../../src/main/app.tsx'
import { consoleSite } from '../../../src/main/console-site.ts'
import { type Api, startApi } from '../../support/api.ts'
import { calm } from '../../support/calm-report.ts'
import { type County, enterCounty } from '../../support/county.ts'
import { smallEngine } from '../../support/small-engine.ts'

const now = new Date('2026-03-02T02:00:00Z')
const id = '018f0000-0000-7000-8000-00000000000f'
const folder = mkdtempSync(join(tmpdir(), 'gongkai-console-'))
const faults: string[] = []
let api: Api
let at: County
let app: Hono

beforeAll(async () => {
  api = await startApi([], now)
  at = await enterCounty(api.database, [['drafter']])
  await publish()
  writeFileSync(join(folder, 'a-AAAAAAAA.js'), '')
  writeFileSync(join(folder, 'a-AAAAAAAA.css'), '')
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ script: 'a-AAAAAAAA.js', style: 'a-AAAAAAAA.css' }))
  app = await wholeSite()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await api.close()
})

/** The bureau shows a guide, a rule, a page and a report, by its path and on a host of its own. */
async function publish(): Promise<void> {
  const agencyId = at.bureau
  const authorId = at.person(agencyId, 'drafter').accountId
  await api.database.transaction('installation', async tx => {
    await tx.update(agency).set({ host: 'jyj.example.gov.cn' }).where(eq(agency.id, agencyId))
    for (const [n, kind] of ['guide', 'rule', 'page'].entries()) {
      const documentId = `${id.slice(0, -1)}${n}`
      const row = { agencyId, id: documentId, kind, slug: kind, position: n, shown: 1, updatedAt: now }
      await tx.insert(document).values(row)
      const version = { version: 1, title: kind, body: '## 内容\n', authorId, savedAt: now, publishedAt: now }
      await tx.insert(documentVersion).values({ agencyId, documentId, ...version })
    }
    const report = { reporter: '示例县教育局', year: 2025, edition: '2019', report: calm(), findings: [], version: 1 }
    const times = { publishedAt: now, savedAt: now, accountId: authorId }
    await tx.insert(storedReport).values({ agencyId, id, ...report, ...times })
  })
}

async function wholeSite(): Promise<Hono> {
  const { services } = api
  const cookie = sessionCookie(services)
  const originOf = () => ({ address: '', agent: '', token: null })
  const console = await consoleSite(pathToFileURL(`${folder}/`))
  return createApp({
    engine: smallEngine,
    visits: visitStore(
      () => now.getTime(),
      () => 'visit',
    ),
    assets: new Map(),
    faultName: () => 'f',
    logFault: (_, error) => faults.push(String(error)),
    portal: portalStore(services),
    build: 'b1',
    now: () => now,
    parts: [() => oidcPages({ services, settings: null, originOf, cookie }), () => console],
  })
}

const script = '<script>alert(1)</script>'
const encodedTexts = [
  'x'.repeat(5000),
  encodeURIComponent(script),
  encodeURIComponent(`"'><img src=x onerror=alert(1)>`),
  '%00',
  'a%00b',
  '%ff%fe',
  '%',
  '%zz',
  '%ed%a0%80',
  '%F0%9F%92',
  '%E2%80%AE',
  '%25_%5C',
  `%27%3B%20DROP%20TABLE%20event%3B--`,
  '__proto__',
  'constructor',
  '-1',
  '1e309',
  '99999999999999999999',
  '2147483648',
  '%0d%0aSet-Cookie:%20x=1',
  '..%2f..%2fetc%2fpasswd',
  encodeURIComponent('政'.repeat(1000)),
]
/** What pages look at, and what none does. */
const names = ['q', 'page', 'year', 'lang', 'mode', 'after', 'region', 'kind', 'trouble', 'link', 'code', 'state', 'x']
const inAll = (of: (name: string) => string) => names.map(of).join('&')
const queries = [
  ...encodedTexts.map(text => inAll(name => `${name}=${text}`)),
  inAll(name => name),
  inAll(name => `${name}=`),
  inAll(name => `${name}=a&${name}=b`),
  inAll(name => `${name}[]=a`),
  inAll(name => `${name}[__proto__]=a`),
  '?',
  '&&&=&',
  '%=%',
  Array.from({ length: 2000 }, (_, n) => `p${n}=${n}`).join('&'),
]
const good: Readonly<Record<string, string>> = { slug: 'jyj', name: 'rule', id, format: 'xlsx', column: 'guide' }
/** An agency's pages stand below its path, and at the root of its own host. */
const hostOf = (path: string) => `http://${path.startsWith('/a/') ? 'gk' : 'jyj'}.example.gov.cn`

/** The addresses of all routes of a kind; those of the API are tried by their contracts. */
function pathsOf(method: string): string[] {
  const own = app.routes.filter(route => route.method === method && !route.path.startsWith('/api/v1'))
  return [...new Set(own.map(({ path }) => path.replace(/\*$/, 'sign-in')))]
}

/** A route's address with its parts filled in; one of them with what is given. */
function filled(path: string, part = '', text = ''): string {
  return path.replace(/:(\w+)(?:\{[^}]*\}+)?/g, (_, name: string) => (name === part ? text : (good[name] ?? 'x')))
}
/** The slug is looked up in one place for all pages of an agency: it is tried on the first of them. */
const partsOf = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name).filter(name => name !== 'slug' || path === '/a/:slug/')

/** What is wrong with the answer; null where nothing is. */
async function wrongWith(address: string, init: RequestInit = {}): Promise<string | null> {
  const before = faults.length
  const answer = await app.request(address, { redirect: 'manual', ...init })
  const text = await answer.text()
  const shown = address.slice(0, 120)
  if (answer.status >= 500) return `${shown}: ${answer.status} ${faults.at(-1) ?? ''}`
  if (faults.length > before) return `${shown}: ${faults.at(-1)}`
  if (text.includes(script)) return `${shown}: gives the script back`
  const place = answer.headers.get('location') ?? '/'
  if (!/^(?:\/(?!\/)|http:\/\/(?:gk|jyj)\.example\.gov\.cn\/)/.test(place)) return `${shown}: leads to ${place}`
  return null
}

async function allWrong(addresses: readonly string[], init?: RequestInit): Promise<string[]> {
  const found: string[] = []
  for (const address of addresses) {
    const wrong = await wrongWith(address, init)
    if (wrong !== null) found.push(wrong)
  }
  return found
}

describe('pages and files', () => {
  it('are all found', () => {
    expect(pathsOf('GET').length).toBeGreaterThan(35)
    expect(pathsOf('GET')).toEqual(expect.arrayContaining(['/console/sign-in', '/auth/oidc/callback', '/search']))
  })

  it('given any query, then each answers, leads nowhere else and gives no script back', async () => {
    const all = pathsOf('GET')
    // An agency's page is the same by its path and on its own host; once is enough for what stands behind the address.
    for (const path of all.filter(each => !all.includes(`/a/:slug${each}`))) {
      expect(await allWrong(queries.map(query => `${hostOf(path)}${filled(path)}?${query}`))).toEqual([])
    }
  })

  it('given any part of an address, then the same', async () => {
    for (const path of pathsOf('GET')) {
      const tried = partsOf(path).flatMap(part => encodedTexts.map(text => filled(path, part, text)))
      expect(await allWrong(tried.map(each => hostOf(path) + each))).toEqual([])
    }
  })

  it('given strange cookies and headers, then the same', async () => {
    const headers = {
      cookie: `lang=%ff; mode=__proto__; gongkai=${'x'.repeat(5000)}; __Host-gongkai=%00`,
      'if-none-match': `"${'x'.repeat(5000)}", W/"`,
      'if-modified-since': 'yesterday',
      'accept-language': `${'zh;q=9,'.repeat(500)}`,
      range: 'bytes=-1,5-2',
      'x-forwarded-for': '%00, ::::',
      referer: 'http://[',
    }
    expect(
      await allWrong(
        pathsOf('GET').map(path => hostOf(path) + filled(path)),
        { headers },
      ),
    ).toEqual([])
  })
})

describe('forms', () => {
  const bodies: readonly (readonly [type: string, body: BodyInit])[] = [
    ['', ''],
    ['text/plain', 'x'],
    ['application/json', '{"__proto__":{"polluted":true}'],
    ['application/x-www-form-urlencoded', `__proto__=1&files=${'x'.repeat(20_000)}&files=%ff%00&a[b]=%`],
    ['multipart/form-data', 'no boundary'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="files"; filename="a\0.txt"\r\n\r\n',
    ],
    [
      'multipart/form-data; boundary=b',
      `--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n`,
    ],
    ['multipart/form-data; boundary=b', `--b\r\n${'X-Y: z\r\n'.repeat(5000)}\r\nx\r\n--b--\r\n`],
    ['multipart/form-data; boundary=b', new Uint8Array([0xff, 0xfe, 0, 0x0d, 0x0a])],
    [
      'multipart/form-data; boundary=b',
      `--b\r\nContent-Disposition: form-data; name="files"; filename="../../${script}.docx"\r\n\r\nx\r\n--b--\r\n`,
    ],
  ]

  it('given any body of any type, then each answers and never breaks', async () => {
    const forms = pathsOf('POST')
    expect(forms.length).toBeGreaterThan(0)
    for (const path of forms) {
      for (const [type, body] of bodies) {
        const headers = { 'sec-fetch-site': 'same-origin', ...(type === '' ? {} : { 'content-type': type }) }
        const found = await wrongWith(hostOf(path) + filled(path), { method: 'POST', body, headers })
        expect(found).toBeNull()
      }
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})
