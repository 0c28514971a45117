/** An installation as it is started with settings: another database, an identity provider, proxies in front. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { accountRoutes } from '../../src/features/accounts/api.ts'
import * as accounts from '../../src/features/accounts/contract.ts'
import { accountPolicies } from '../../src/features/accounts/policies.ts'
import { newMasterKey } from '../../src/platform/crypto/master-key.ts'
import { type Browser, browserOf, goodPassword, publicUrl, setUpCodes, tokenOf } from '../support/accounts.ts'
import { gongkai } from '../support/command-line.ts'
import { clientId, clientSecret, signInAs, startIdentityProvider } from '../support/identity-provider.ts'
import { type StartedProgram, type Starting, startProgram } from '../support/started-program.ts'
import { startTcpDatabase } from '../support/tcp-database.ts'

/** So many guesses at one-time links are let through from one address. */
const mostGuesses =
  accountRoutes(accountPolicies).find(({ contract }) => contract === accounts.getInvitation)?.perAddress?.most ?? 0

async function started(starting: Starting): Promise<StartedProgram> {
  const program = await startProgram(starting)
  onTestFinished(async () => void (await program.close()))
  return program
}

/** A browser before the program; `headers` are what a proxy adds. */
function browserBefore({ url }: StartedProgram, headers: Readonly<Record<string, string>> = {}): Browser {
  return browserOf((path, init) => {
    const all = { ...headers, ...(init.headers as Record<string, string>) }
    return fetch(url + path, { ...init, headers: all, redirect: 'manual' })
  }, '192.0.2.1')
}

/** The first system administrator, by the link the program printed, with codes set up. */
async function firstAdministrator(program: StartedProgram, browser: Browser): Promise<string> {
  const params = { token: tokenOf(program.links[0]?.link ?? '') }
  const about = { name: '王五', agencyName: '试验县人民政府', regionCode: '639921' }
  await browser.call(accounts.acceptInvitation, {
    params,
    body: { login: 'wang.wu', password: goodPassword, ...about },
  })
  await setUpCodes(browser, () => new Date())
  const { me } = await browser.call(accounts.getMe, {})
  return me?.account.id ?? ''
}

test('given a PostgreSQL elsewhere, reached by DATABASE_URL, then the same program makes its structure there and works', async () => {
  const elsewhere = await startTcpDatabase()
  onTestFinished(elsewhere.close)
  const env = { DATABASE_URL: elsewhere.url, GONGKAI_MASTER_KEY: newMasterKey() }
  const program = await started({ env })
  const browser = browserBefore(program)
  const id = await firstAdministrator(program, browser)
  expect((await browser.call(accounts.getMe, {})).me?.roles).toEqual(['system_admin'])
  const ready = () => fetch(`${program.url}/readyz`)
  await expect.poll(async () => (await ready()).status, { timeout: 10_000 }).toBe(200)
  expect(await (await ready()).json()).toMatchObject({
    parts: { database: { ok: true }, migrations: { ok: true, detail: 'current' }, worker: { ok: true } },
  })
  expect(existsSync(join(program.data, 'postgres'))).toBe(false)
  const { rows } = await askedOf(elsewhere.url, 'SELECT id, login FROM account')
  expect(rows).toEqual([{ id, login: 'wang.wu' }])
  const { rows: owners } = await askedOf(
    elsewhere.url,
    'SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = $1',
    'public',
  )
  expect(owners).toEqual([{ tableowner: 'owner_of_it' }])
  expect(await program.close()).toBe(0)

  const again = await started({ env })
  expect(again.links).toEqual([])
})

const staffed = (program: StartedProgram, login: string, ...more: string[]) =>
  gongkai([
    'user',
    'add',
    login,
    '--name',
    '李四',
    '--agency',
    '试验县人民政府',
    '--data',
    program.data,
    '--format',
    'json',
    ...more,
  ])

test('given an identity provider by GONGKAI_OIDC_*, then an account is tied to an identity and comes in by it', async () => {
  const callback = `${publicUrl}/auth/oidc/callback`
  const provider = await startIdentityProvider(callback)
  onTestFinished(provider.close)
  const program = await started({
    env: {
      GONGKAI_PUBLIC_URL: publicUrl,
      GONGKAI_OIDC_ISSUER: provider.issuer,
      GONGKAI_OIDC_CLIENT_ID: clientId,
      GONGKAI_OIDC_CLIENT_SECRET: clientSecret,
    },
  })
  await firstAdministrator(program, browserBefore(program))
  const link: string = JSON.parse((await staffed(program, 'li.si', '--role', 'handler')).out).link

  /** Goes to the provider, is somebody there, comes back; gives where the browser ends. */
  const travel = async (browser: Browser, as: string, to: string) => {
    const away = await browser.get(to, { 'sec-fetch-site': 'same-origin' })
    expect(away.status).toBe(302)
    const back = await signInAs(as, away.headers.get('location') ?? '', callback)
    return (await browser.get(back.slice(publicUrl.length))).headers.get('location')
  }
  const own = browserBefore(program)
  await own.call(accounts.acceptInvitation, { params: { token: tokenOf(link) }, body: { password: goodPassword } })
  expect([...own.jar.keys()]).toEqual(['__Host-gongkai'])
  expect(await travel(browserBefore(program), 'lisi', '/auth/oidc')).toBe('/console/sign-in?trouble=not_linked')
  expect(await travel(own, 'lisi', '/auth/oidc?link=1')).toBe('/console/')
  const other = browserBefore(program)
  expect(await travel(other, 'lisi', '/auth/oidc')).toBe('/console/')
  expect((await other.call(accounts.getMe, {})).me?.account.login).toBe('li.si')
  const api = await fetch(`${program.url}/api/v1/`, { headers: { accept: 'application/json' } })
  expect(await api.json()).toMatchObject({ oidc: true })
})

test('given proxies that are named, then the client is who they say, limits are theirs, and nobody else can say so', async () => {
  const program = await started({ env: { GONGKAI_TRUSTED_PROXIES: '127.0.0.1,10.0.0.0/8' } })
  const from = (address: string) => ({ 'x-forwarded-for': address, 'x-forwarded-proto': 'https' })
  const browser = browserBefore(program, from('6.6.6.6, 198.51.100.7, 10.0.0.3'))
  const id = await firstAdministrator(program, browser)
  const { items } = await browser.call(accounts.listSessions, {})
  expect(items.map(({ address }) => address)).toEqual(['198.51.100.7'])

  // What stands before the client's own address is the client's own word: it does not get around a limit.
  const tries = async (address: (n: number) => string) => {
    const asked = Array.from({ length: mostGuesses + 1 }, (_, n) =>
      fetch(`${program.url}/api/v1/invitations/${'x'.repeat(43)}`, { headers: from(address(n)) }),
    )
    return (await Promise.all(asked)).map(({ status }) => status)
  }
  expect(await tries(n => `9.9.9.${n}, 203.0.113.4`)).toContain(429)
  expect(await tries(n => `203.0.114.${n}`)).not.toContain(429)

  const robots = await fetch(`${program.url}/robots.txt`, {
    headers: { ...from('198.51.100.7'), 'x-forwarded-host': 'xxgk.example.gov.cn' },
  })
  expect(await robots.text()).toContain('https://xxgk.example.gov.cn/')
  const accountsAsked = program.log().filter(({ event, account }) => event === 'request' && account !== null)
  expect(new Set(accountsAsked.map(({ account }) => account))).toEqual(new Set([id]))
  expect(JSON.stringify(program.log())).not.toMatch(/王五|wang\.wu|198\.51/)
})

async function askedOf(url: string, sql: string, ...values: string[]) {
  const client = new Client(url)
  await client.connect()
  try {
    return await client.query(sql, values)
  } finally {
    await client.end()
  }
}
