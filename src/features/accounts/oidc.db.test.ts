/** Against a real provider over real sockets, through the two pages. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, browserOf, codeOf, type House, openHouse, type Person } from '../../../test/support/accounts.ts'
import {
  clientId,
  clientSecret,
  type IdentityProvider,
  signInAs,
  startIdentityProvider,
} from '../../../test/support/identity-provider.ts'
import { MINUTE } from '../../domain/kernel/instant.ts'
import { account } from '../../kit/schema/people.ts'
import { rate } from '../../platform/record/schema.ts'
import { getMe, listSessions, secondFactor, signOut } from './contract.ts'
import { oidcPages } from './oidc-pages.ts'

const callback = 'https://gk.example.gov.cn/auth/oidc/callback'
let house: House
let provider: IdentityProvider
let pages: ReturnType<typeof oidcPages>
let agencyId = ''
let zhang: Person
beforeAll(async () => {
  house = await openHouse()
  provider = await startIdentityProvider(callback)
  const settings = { issuer: provider.issuer, clientId, clientSecret, allowHttp: true }
  pages = pagesOf(settings)
  agencyId = await house.addAgency('示例县教育局')
  zhang = await house.addPerson(agencyId, 'zhang.san', 'handler')
})
afterAll(async () => {
  await provider.close()
  await house.close()
})

const pagesOf = (settings: Parameters<typeof oidcPages>[0]['settings']) =>
  oidcPages({ services: house.services, settings, originOf: house.originOf, cookie: house.cookie })

/** A browser that sees both the pages and the API. */
function browserHere(there = pages, address = '203.0.113.1', jar?: Map<string, string>): Browser {
  const fetch = (url: string, init: RequestInit) =>
    Promise.resolve((url.startsWith('/api/') ? house.app : there).request(url, init))
  const browser = browserOf(fetch, address)
  for (const [name, value] of jar ?? []) browser.jar.set(name, value)
  return browser
}

const here = { 'sec-fetch-site': 'same-origin' }
const goesTo = (answer: Response) => answer.headers.get('location') ?? ''
const pathOf = (address: string) => address.replace('https://gk.example.gov.cn', '')

/** Goes to the provider, is somebody there, and comes back; gives where the browser ends. */
async function travel(browser: Browser, as: string, link = false): Promise<string> {
  const away = await browser.get(`/auth/oidc${link ? '?link=1' : ''}`, here)
  if (away.status !== 302) return goesTo(away)
  return goesTo(await browser.get(pathOf(await signInAs(as, goesTo(away), callback))))
}

describe('signing in at the identity provider', () => {
  test('given an identity nobody has tied to an account, then no account is made', async () => {
    const browser = browserHere()
    expect(await travel(browser, 'somebody')).toBe('/console/sign-in?trouble=not_linked')
    expect((await browser.call(getMe, {})).me).toBeNull()
  })

  test('given somebody signed in ties theirs, then it signs them in from then on', async () => {
    const own = browserHere(pages, undefined, zhang.browser.jar)
    expect(await travel(own, 'zhangsan', true)).toBe('/console/')
    const browser = browserHere()
    expect(await travel(browser, 'zhangsan')).toBe('/console/')
    expect((await browser.call(getMe, {})).me?.account.login).toBe('zhang.san')
    expect(browser.jar.get('__Host-gongkai')).toMatch(/^[\w-]{43}$/)
    const kinds = (await house.events(agencyId)).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['accounts.oidcLink', 'accounts.oidcSignIn']))
  })

  test('given the identity of one, then another cannot tie it; the owner can again', async () => {
    const li = await house.addPerson(agencyId, 'li.si')
    expect(await travel(browserHere(pages, undefined, li.browser.jar), 'zhangsan', true)).toBe(
      '/console/sign-in?trouble=taken',
    )
    expect(await travel(browserHere(pages, undefined, zhang.browser.jar), 'zhangsan', true)).toBe('/console/')
  })

  test('given another site that sends somebody to tie an identity, then nothing is begun', async () => {
    const own = browserHere(pages, undefined, zhang.browser.jar)
    for (const from of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'none' },
      { referer: 'https://evil.example/' },
      {},
    ]) {
      expect(goesTo(await own.get('/auth/oidc?link=1', from as Record<string, string>))).toContain('not_signed_in')
    }
    const answer = await own.get('/auth/oidc?link=1', { referer: 'https://gk.example.gov.cn/console/me' })
    expect(goesTo(answer)).toContain(provider.issuer)
  })

  test('given a visitor, or a session that waits for its second factor, then nothing can be tied', async () => {
    expect(await travel(browserHere(), 'zhangsan', true)).toContain('not_signed_in')
    await house.addPerson(agencyId, 'half.way', 'audit_admin')
    const half = await house.signIn('half.way')
    expect(await travel(browserHere(pages, undefined, half.browser.jar), 'halfway', true)).toContain('not_signed_in')
  })

  test('given an administrator, then the second factor is still asked for', async () => {
    const admin = await house.addPerson(agencyId, 'system.wang', 'system_admin')
    await travel(browserHere(pages, undefined, admin.browser.jar), 'wang', true)
    house.later(MINUTE)
    const browser = browserHere()
    await travel(browser, 'wang')
    expect(await browser.call(getMe, {})).toEqual({ step: 'second_factor', me: null })
    expect(await browser.call(secondFactor, { body: { code: admin.code() } })).toEqual({ step: 'done' })
  })

  test('given an answer another browser asked for, one used twice, or one too late, then it is a mismatch', async () => {
    const [own, other] = [browserHere(), browserHere()]
    const back = await signInAs('zhangsan', goesTo(await own.get('/auth/oidc')), callback)
    await other.get('/auth/oidc')
    expect(goesTo(await other.get(pathOf(back)))).toContain('mismatch')
    expect(goesTo(await browserHere().get(pathOf(back)))).toContain('mismatch')
    expect(goesTo(await own.get(pathOf(back)))).toBe('/console/')
    expect(goesTo(await own.get(pathOf(back)))).toContain('mismatch')
    const late = browserHere()
    const again = await signInAs('zhangsan', goesTo(await late.get('/auth/oidc')), callback)
    house.later(10 * MINUTE)
    expect(goesTo(await late.get(pathOf(again)))).toContain('mismatch')
  })

  test('given the provider or the person says no, then it is told', async () => {
    const browser = browserHere()
    const state = new URL(goesTo(await browser.get('/auth/oidc'))).searchParams.get('state')
    const query = `error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`
    expect(goesTo(await browser.get(`/auth/oidc/callback?${query}`))).toContain('trouble=refused')
  })

  test('given a token known before, then signing in gives another', async () => {
    const browser = browserHere()
    await browser.get('/auth/oidc')
    const before = browser.jar.get('__Host-gongkai')
    await travel(browser, 'zhangsan')
    expect(browser.jar.get('__Host-gongkai')).not.toBe(before)
    const planted = browserHere()
    planted.jar.set('__Host-gongkai', before ?? '')
    expect((await planted.call(getMe, {})).me).toBeNull()
  })

  test('given the account is deactivated, then it stays out; signed out and tied, then nothing is tied', async () => {
    const browser = browserHere(pages, undefined, (await house.signIn('li.si')).browser.jar)
    const away = goesTo(await browser.get('/auth/oidc?link=1', here))
    const back = await signInAs('lisi', away, callback)
    await browser.call(signOut, {})
    expect(goesTo(await browser.get(pathOf(back)))).toContain('mismatch')
    await house.database.transaction('installation', tx =>
      tx.update(account).set({ status: 'deactivated' }).where(eq(account.id, zhang.id)),
    )
    expect(await travel(browserHere(), 'zhangsan')).toContain('trouble=deactivated')
    expect(await codeOf(zhang.call(listSessions, {}))).toBe('session_revoked')
  })

  test('given no provider, or one that does not answer, then the sign-in page says so', async () => {
    expect(goesTo(await browserHere(pagesOf(null)).get('/auth/oidc'))).toContain('trouble=off')
    expect(goesTo(await browserHere(pagesOf(null)).get('/auth/oidc/callback?code=x'))).toContain('trouble=off')
    const away = pagesOf({ issuer: 'http://127.0.0.1:9', clientId, clientSecret, allowHttp: true, timeoutSeconds: 2 })
    expect(goesTo(await browserHere(away).get('/auth/oidc'))).toContain('trouble=unreachable')
  })

  test('given too many from one address, then the next ones wait', async () => {
    const bucket = 'accounts.oidc 198.51.100.9'
    await house.database.transaction('installation', tx =>
      tx.insert(rate).values({ bucket, startedAt: house.clock.now, count: 120 }),
    )
    expect(goesTo(await browserHere(pages, '198.51.100.9').get('/auth/oidc'))).toContain('trouble=too_often')
    expect(goesTo(await browserHere().get('/auth/oidc'))).toContain(provider.issuer)
  })
})
