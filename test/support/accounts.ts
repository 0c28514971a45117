/** An installation with the accounts slice alone, its clock in the test's hand, and browsers that keep cookies. */
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { Secret, TOTP } from 'otpauth'
import type { RoleId } from '../../src/domain/people/roles.ts'
import { addUser, linkUser } from '../../src/features/accounts/actions/operator.ts'
import { accountRoutes } from '../../src/features/accounts/api.ts'
import * as contracts from '../../src/features/accounts/contract.ts'
import { identify } from '../../src/features/accounts/identify.ts'
import { accountPolicies } from '../../src/features/accounts/policies.ts'
import { sessionCookie } from '../../src/features/accounts/session-cookie.ts'
import { ApiProblem, type Call, clientOf, type Problem } from '../../src/kit/client.ts'
import { mount } from '../../src/kit/mount.ts'
import { agency } from '../../src/kit/schema/agencies.ts'
import type { Services } from '../../src/kit/services.ts'
import { newMasterKey, parseMasterKeys } from '../../src/platform/crypto/master-key.ts'
import { uuid7 } from '../../src/platform/db/uuid7.ts'
import { event } from '../../src/platform/record/schema.ts'
import type { BlobStore } from '../../src/platform/storage/blob-store.ts'
import { freshDatabase } from './database.ts'

export const publicUrl = 'https://gk.example.gov.cn'
export const goodPassword = '春风Ch3ng-fan'

/** Stores nothing: this slice has no files. */
const noBlobs: BlobStore = {
  put: () => Promise.reject(new Error('no files here')),
  get: async () => null,
  has: async () => false,
  remove: async () => undefined,
  list: async function* () {},
  check: async () => undefined,
}

export interface Browser {
  readonly call: Call
  readonly jar: Map<string, string>
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** Calls with an API key instead of the cookie. */
  readonly withKey: (key: string) => Call
}

/** Somebody with an account, signed in. */
export interface Person {
  readonly id: string
  readonly login: string
  readonly agencyId: string
  readonly browser: Browser
  readonly call: Call
  /** The present one-time code, where they have set codes up. */
  readonly code: () => string
  readonly recoveryCodes: readonly string[]
}

export type House = Awaited<ReturnType<typeof openHouse>>

export async function openHouse() {
  const database = await freshDatabase()
  const clock = { now: new Date('2026-11-23T01:00:00.000Z') }
  const services: Services = {
    database,
    blobs: noBlobs,
    keys: { masters: parseMasterKeys(newMasterKey(), 'test'), suite: 'aes-256-gcm' },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => new Date(clock.now),
    random: randomBytes,
    publicUrl,
  }
  const cookie = sessionCookie(services)
  const originOf = (c: Context) => ({
    address: c.req.header('x-address') ?? '203.0.113.1',
    agent: c.req.header('user-agent') ?? '',
    token: cookie.read(c),
  })
  const app = mount(accountRoutes(accountPolicies), {
    services,
    identify,
    originOf,
    keepToken: cookie.keep,
    limit: async () => undefined,
  })
  const browser = (address = '203.0.113.1') =>
    browserOf((url, init) => Promise.resolve(app.request(url, init)), address)
  const later = (ms: number) => {
    clock.now = new Date(clock.now.getTime() + ms)
  }

  const addAgency = async (name: string, superiorId: string | null = null): Promise<string> => {
    const id = uuid7(clock.now.getTime())
    const places = { regionCode: '639921', superiorId, slug: `a-${randomBytes(6).toString('hex')}`, office: {} }
    const rest = { shortName: name, kind: superiorId ? 'department' : 'government', vertical: false, status: 'open' }
    const times = { version: 1, createdAt: clock.now, updatedAt: clock.now }
    await database.transaction('installation', tx =>
      tx.insert(agency).values({ id, name, ...places, ...rest, ...times }),
    )
    return id
  }

  /** Adds a person by the command line, opens the link, and sets up codes where they must. */
  const addPerson = async (agencyId: string, login: string, ...roles: RoleId[]): Promise<Person> => {
    const { link } = await addUser(services, { login, name: `${login}的姓名`, agencyId, roles })
    const own = browser()
    const token = tokenOf(link)
    const { step } = await own.call(contracts.acceptInvitation, { params: { token }, body: { password: goodPassword } })
    const codes = step === 'set_up_second_factor' ? await setUpCodes(own, () => clock.now) : null
    const { me } = await own.call(contracts.getMe, {})
    if (!me) throw new Error(`${login} is not in`)
    const code = codes?.code ?? (() => '')
    const id = me.account.id
    return { id, login, agencyId, browser: own, call: own.call, code, recoveryCodes: codes?.recoveryCodes ?? [] }
  }

  const signIn = async (login: string, password = goodPassword, own = browser()) => {
    const { step } = await own.call(contracts.signIn, { body: { login, password } })
    return { step, browser: own, call: own.call }
  }

  const demoLink = (login: string) => linkUser(services, login, true)
  const events = (agencyId: string) =>
    database.transaction('installation', async tx => {
      const all = await tx.select().from(event).orderBy(event.seq)
      return all.filter(one => one.agencyId === agencyId)
    })
  const use = { database, services, clock, app, cookie, originOf, close: database.close }
  return { ...use, browser, later, addAgency, addPerson, signIn, demoLink, events }
}

/** The token at the end of a link. */
export function tokenOf(link: string): string {
  return link.slice(link.indexOf('#') + 1)
}

/** Sets up one-time codes in a session, and is the telephone from then on. */
export async function setUpCodes(browser: Browser, now: () => Date) {
  const { secret } = await browser.call(contracts.beginTotp, {})
  const code = () => codeAt(secret, now())
  const { recoveryCodes, step } = await browser.call(contracts.confirmTotp, { body: { code: code() } })
  return { secret, code, recoveryCodes, step }
}

export function codeAt(secret: string, now: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: now.getTime() })
}

/** What was said of a call that was not carried out. A call that was is a failure of the test. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem
    throw error
  }
  throw new Error('it was carried out')
}

/** The word for why not; `done` where it was carried out. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem.code
    throw error
  }
}

type Fetch = (address: string, init: RequestInit) => Promise<Response>

/** A browser at an address, with its cookies. */
export function browserOf(fetch: Fetch, address: string): Browser {
  const jar = new Map<string, string>()
  const send: Fetch = async (url, init) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const own = { 'x-address': address, 'user-agent': 'Test/1', ...(cookie === '' ? {} : { cookie }) }
    const answer = await fetch(url, { ...init, headers: { ...own, ...(init.headers as Record<string, string>) } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  const newKey = () => randomBytes(12).toString('hex')
  const withKey = (key: string) =>
    clientOf({
      newKey,
      fetch: (url, init) =>
        fetch(url, {
          ...init,
          headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${key}` },
        }),
    })
  const get = (path: string, headers = {}) => send(path, { headers })
  return { call: clientOf({ fetch: send, newKey }), jar, get, withKey }
}
