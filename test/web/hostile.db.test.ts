/** Every route of the API against input nobody sends who means well: it is refused in words, and nothing is half done. */
import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleIds } from '../../src/domain/people/roles.ts'
import { addressOf } from '../../src/kit/contract.ts'
import type { Route } from '../../src/kit/routes.ts'
import { agency, document, documentVersion, section } from '../../src/kit/schema/agencies.ts'
import { notification, storedReport } from '../../src/kit/schema/desk.ts'
import { tables } from '../../src/kit/schema/index.ts'
import { account, apiKey, delegation, membership, session } from '../../src/kit/schema/people.ts'
import { publication } from '../../src/kit/schema/publications.ts'
import type { Services } from '../../src/kit/services.ts'
import { backend } from '../../src/main/backend.tsx'
import type { TellOrigin } from '../../src/main/origin.ts'
import { allRoutes } from '../../src/main/slices.ts'
import { newMasterKey, parseMasterKeys } from '../../src/platform/crypto/master-key.ts'
import { hashToken } from '../../src/platform/crypto/tokens.ts'
import type { Database, Tx } from '../../src/platform/db/connect.ts'
import { asOwner } from '../../src/platform/db/connect.ts'
import { calm } from '../support/calm-report.ts'
import { freshDatabase } from '../support/database.ts'
import { type HostileCall, hostileCalls } from '../support/hostile-input.ts'
import { memoryStore } from '../support/memory-store.ts'
import { noReader } from '../support/no-reader.ts'
import { sampleCall } from '../support/sample-input.ts'
import { smallEngine } from '../support/small-engine.ts'

const own = '018f0000-0000-7000-8000-0000000000a1'
const other = '018f0000-0000-7000-8000-0000000000a3'
const me = '018f0000-0000-7000-8000-0000000000b1'
const colleague = '018f0000-0000-7000-8000-0000000000c1'
/** What a sample call names where it names a thing. */
const thing = '018f0000-0000-7000-8000-00000000000f'
/** A thing of the other agency. */
const foreign = '018f0000-0000-7000-8000-0000000000f3'
const token = 'a'.repeat(43)
const given = { agencyId: own, superiorId: own, accountId: colleague, toAccountId: colleague }
const begun = new Date('2026-11-23T02:00:00Z')
const routes = allRoutes(smallEngine, noReader)

let database: Database
let app: Hono
let now = begun
const faults: unknown[] = []

beforeAll(async () => {
  database = await freshDatabase()
  const services: Services = {
    database,
    blobs: memoryStore(),
    keys: { masters: parseMasterKeys(newMasterKey(), 'test'), suite: 'aes-256-gcm' },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => now,
    random: randomBytes,
    publicUrl: 'https://gk.example.gov.cn',
  }
  const frame = () => {
    throw new Error('no pages here')
  }
  const originOf: TellOrigin = (c, token) => ({ address: '', agent: c.req.header('user-agent') ?? '', token })
  app = backend({ services, routes, version: '0', oidc: false, originOf, frame })
  app.onError((error, c) => {
    faults.push(error)
    return c.text('fault', 500)
  })
})
afterAll(() => database.close())

/** Faster than TRUNCATE where there is little in many tables; references between them do not matter while all go. */
const emptied = [
  'SET session_replication_role = replica',
  ...tables.map(table => `DELETE FROM "${getTableConfig(table).name}"`),
].join(';')

/** The rows every route begins with: an agency with one thing of each kind, and another with its own. */
async function begin(): Promise<void> {
  now = begun
  await asOwner(database.owner, client => client.query(emptied))
  await database.transaction('installation', async tx => {
    await addPeople(tx)
    await addThings(tx, own, thing)
    await addThings(tx, other, foreign)
  })
}

async function addPeople(tx: Tx): Promise<void> {
  const common = { kind: 'department', regionCode: '639921', vertical: false, office: {}, status: 'open', version: 1 }
  const person = { name: '某某', passwordHistory: [], recoveryHashes: [], status: 'active', createdAt: begun }
  for (const [slug, id] of Object.entries({ own, other })) {
    const times = { createdAt: begun, updatedAt: begun }
    await tx.insert(agency).values({ id, name: slug, shortName: slug, slug, superiorId: null, ...common, ...times })
  }
  await tx.insert(account).values([
    { id: me, login: 'somebody', ...person },
    { id: colleague, login: 'colleague', ...person },
  ])
  // All roles at once, which nobody may hold: no rule of who may do what stands before the input.
  await tx.insert(membership).values([
    { agencyId: own, accountId: me, roles: [...roleIds], since: begun },
    { agencyId: own, accountId: colleague, roles: ['drafter'], since: begun },
  ])
  const seen = { proof: 'passkey', strong: true, address: '', agent: '', createdAt: begun, lastSeenAt: begun }
  const row = { ...seen, accountId: me, agencyId: own }
  await tx.insert(session).values([
    { ...row, tokenHash: hashToken(token), id: own },
    { ...row, tokenHash: 'another', id: thing },
  ])
}

async function addThings(tx: Tx, agencyId: string, id: string): Promise<void> {
  await tx.insert(section).values({ agencyId, id, name: '一科', position: 0, status: 'open' })
  await tx
    .insert(document)
    .values({ agencyId, id, kind: 'page', slug: 'here', position: 0, shown: null, updatedAt: begun })
  const version = { version: 1, title: '页面', body: '内容', authorId: colleague, savedAt: begun }
  await tx.insert(documentVersion).values({ agencyId, documentId: id, ...version })
  const days = { fromDate: '2026-12-23', untilDate: '2026-12-27', roles: [] }
  await tx.insert(delegation).values({ agencyId, id, fromAccountId: me, toAccountId: colleague, ...days })
  const secret = { name: 'k', keyHash: id, scopes: [], createdAt: begun, expiresAt: begun }
  await tx.insert(apiKey).values({ agencyId, id, accountId: me, ...secret })
  const report = { reporter: '某局', year: 2025, edition: '2021', report: calm(), findings: [], version: 1 }
  await tx.insert(storedReport).values({ agencyId, id, ...report, savedAt: begun, accountId: me })
  await tx.insert(publication).values({ agencyId, id, ...ofDraft(agencyId, id) })
  const news = { accountId: me, kind: 'work.document', title: { zh: '新', en: 'new' }, at: begun }
  await tx.insert(notification).values({ agencyId, id, ...news })
}

function ofDraft(agencyId: string, id: string) {
  const blank = { category: null, summary: '', text: '', sectionId: null, origin: null, originOn: null, organ: '' }
  const content = { title: '公报', ...blank }
  const body = { agencyId, id, version: 1, content, source: { kind: 'own' }, standing: { state: 'draft' } }
  return { state: 'draft', title: content.title, body, version: 1, createdAt: begun, updatedAt: begun }
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: { readonly code?: string; readonly says?: { readonly zh?: unknown; readonly en?: unknown } } | null
}

async function send(route: Route, { path, body, headers }: Omit<HostileCall, 'what'>): Promise<Answer> {
  now = new Date(now.getTime() + 3000)
  const { method } = route.contract
  const answer = await app.request(`https://gk.example.gov.cn${path}`, {
    method: method.toUpperCase(),
    headers: { cookie: `__Host-gongkai=${token}`, 'idempotency-key': randomBytes(8).toString('hex'), ...headers },
    ...(method === 'get' || body === undefined ? {} : { body }),
  })
  const type = answer.headers.get('content-type') ?? ''
  const text = await answer.text()
  return { status: answer.status, type, body: type.includes('json') ? JSON.parse(text) : null }
}

/** What is counted, limited or remembered of a call whatever comes of it. */
const bookkeeping = ['rate', 'idempotency', 'session', 'login_lock']
const counted = tables.map(table => getTableConfig(table).name).filter(name => !bookkeeping.includes(name))
const counting = sql.raw(
  `SELECT json_build_object(${counted.map(name => `'${name}', (SELECT count(*) FROM "${name}")`).join()}) AS counts`,
)

type Rows = Readonly<Record<string, number>>

async function rows(): Promise<Rows> {
  const found = await database.transaction('installation', tx =>
    tx.execute<{ counts: Record<string, number> }>(counting),
  )
  return found.rows[0]?.counts ?? {}
}

/** A failure to prove who one is leaves its trace in the record; nothing else that is refused leaves anything. */
const traced = ['bad_credentials', 'wrong_password', 'wrong_code', 'replayed_code', 'locked', 'passkey_refused']
const traces = ['event', 'event_head']

/** Tables in which a refused call left something. */
function leftIn({ status, body }: Answer, before: Rows, after: Rows): readonly string[] {
  if (status < 400) return []
  const allowed = traced.includes(body?.code ?? '') ? traces : []
  return counted.filter(name => before[name] !== after[name] && !allowed.includes(name))
}

/** What is wrong with an answer; null where nothing is. */
function wrongWith({ contract }: Route, { status, type, body }: Answer): string | null {
  if (status >= 500) return `${status} ${String(faults.at(-1))}`
  if (status < 400) {
    const read = contract.answer.safeParse(body)
    return read.success ? null : `an answer against its contract: ${read.error.message}`
  }
  if (!type.startsWith('application/problem+json')) return `${status} as ${type}`
  const { zh, en } = body?.says ?? {}
  if (!/\p{Script=Han}/u.test(String(zh)) || !/[a-z]/.test(String(en)) || !body?.code) return `without words: ${zh}`
  return null
}

/** Refused before any work begins: looked after only together with what comes next. */
const unread = ['bad_input', 'bad_json', 'not_json', 'no_idempotency_key', 'too_large']

/** The answer, what is wrong with it or with what it left behind, and the rows there are now. */
async function tried(route: Route, call: HostileCall, before: Rows) {
  const answer = await send(route, call)
  const after = unread.includes(answer.body?.code ?? '') ? before : await rows()
  const wrong = wrongWith(route, answer)
  const left = leftIn(answer, before, after)
  const found = [...(wrong === null ? [] : [wrong]), ...left.map(name => `left something in ${name}`)]
  return { answer, after, found: found.map(one => `${call.what}: ${one}`) }
}

const goodCall = ({ contract }: Route, more: Readonly<Record<string, string>> = {}): HostileCall => {
  const { params, query, body } = sampleCall(contract, { ...given, ...more })
  return {
    what: JSON.stringify(more),
    path: addressOf(contract, params, query),
    body: contract.body ? JSON.stringify(body) : undefined,
    headers: { 'content-type': 'application/json' },
  }
}

const keyed = (call: HostileCall, key: string): HostileCall => ({
  ...call,
  headers: { ...call.headers, 'idempotency-key': key },
})

/** How many acts were carried out by their samples. */
const acts = { carriedOut: 0 }

describe.each(routes.map(route => [route.contract.id, route] as const))('%s', (_, route) => {
  it('given hostile input, then it answers in words, never breaks, and a refusal leaves nothing behind', async () => {
    await begin()
    const all: string[] = []
    let before = await rows()
    for (const call of hostileCalls(route.contract, given)) {
      const { after, found } = await tried(route, call, before)
      all.push(...found)
      before = after
    }
    expect(all).toEqual([])
    expect(await rows()).toEqual(before)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('given ids of nothing, and of things of another agency, then nothing is shown or done', async () => {
    const ids = Object.keys(route.contract.params?.shape ?? {}).filter(name => name.endsWith('Id'))
    if (ids.length > 0) await begin()
    const before = await rows()
    for (const name of ids) {
      for (const id of [foreign, other, randomUUID()]) {
        const { answer, found } = await tried(route, goodCall(route, { [name]: id }), before)
        expect(found).toEqual([])
        const open = name === 'agencyId' && ['agencies.get'].includes(route.contract.id) && id === other
        expect({ name, id, done: answer.status < 400 }).toEqual({ name, id, done: open })
      }
    }
  })
})

const acting = routes.filter(({ writes }) => writes)
describe.each(acting.map(route => [route.contract.id, route] as const))('%s', (_, route) => {
  it('given the same act again under its key, also at once, then it is carried out once', async () => {
    await begin()
    const call = keyed(goodCall(route), 'one-and-the-same')
    const atOnce = await Promise.all([1, 2, 3].map(() => send(route, call)))
    const after = await rows()
    const last = await send(route, call)
    // Each failure to prove who one is leaves its own trace.
    if (traced.includes(last.body?.code ?? '')) return
    expect(await rows()).toEqual(after)
    const done = atOnce.filter(({ status }) => status < 400)
    if (done.length === 0) return
    acts.carriedOut += 1
    if (route.secret) {
      expect(done).toHaveLength(1)
      expect(last.body?.code).toBe('already_done')
    } else {
      expect([...atOnce, last]).toEqual(Array(4).fill(done[0]))
    }
    const another = { ...call, body: call.body === undefined ? undefined : `${String(call.body)} ` }
    if (another.body !== undefined) {
      expect((await send(route, another)).body?.code).toBe('key_of_another_call')
      expect(await rows()).toEqual(after)
    }
  })
})

it.each([
  ['get', '/api/v1/nothing'],
  ['get', '/api/v1/agencies//sections'],
  ['post', '/api/v1/me'],
  ['patch', `/api/v1/agencies/${own}/sections/${thing}/__proto__`],
  ['delete', '/api/v1/%ff'],
])('given %s %s, which is no call, then it is said so in words', async (method, path) => {
  const answer = await app.request(path, { method: method.toUpperCase() })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, expect.stringContaining('problem+json')])
  expect(await answer.json()).toMatchObject({ code: 'no_such_call', says: { zh: expect.any(String) } })
})

it('of the samples of acts, many are carried out, so that repeating them means something', () => {
  expect(acts.carriedOut).toBeGreaterThan(20)
})
