/** Every route for every role, in one's own agency, one supervised and another: who is let in, and who is not. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CellRole, cellRoles, type Relation, relations } from '../../src/domain/people/matrix.ts'
import { addressOf } from '../../src/kit/contract.ts'
import { mount } from '../../src/kit/mount.ts'
import type { Route } from '../../src/kit/routes.ts'
import { agency } from '../../src/kit/schema/agencies.ts'
import { account, apiKey, delegation, membership, session } from '../../src/kit/schema/people.ts'
import { allPolicies, allRoutes } from '../../src/main/slices.ts'
import { newMasterKey, parseMasterKeys } from '../../src/platform/crypto/master-key.ts'
import { hashToken } from '../../src/platform/crypto/tokens.ts'
import type { Database } from '../../src/platform/db/connect.ts'
import { freshDatabase } from '../support/database.ts'
import { memoryStore } from '../support/memory-store.ts'
import { noReader } from '../support/no-reader.ts'
import { sampleCall } from '../support/sample-input.ts'
import { smallEngine } from '../support/small-engine.ts'

const ids: Readonly<Record<Relation, string>> = {
  own: '018f0000-0000-7000-8000-0000000000a1',
  supervised: '018f0000-0000-7000-8000-0000000000a2',
  other: '018f0000-0000-7000-8000-0000000000a3',
}
const me = '018f0000-0000-7000-8000-0000000000b1'
/** Somebody of each agency. */
const others: Readonly<Record<Relation, string>> = {
  own: '018f0000-0000-7000-8000-0000000000c1',
  supervised: '018f0000-0000-7000-8000-0000000000c2',
  other: '018f0000-0000-7000-8000-0000000000c3',
}
const token = 'a'.repeat(43)
/** What a sample call names where it names a thing. */
const thing = '018f0000-0000-7000-8000-00000000000f'
const now = new Date('2026-11-23T02:00:00Z')
const routes = allRoutes(smallEngine, noReader)
let database: Database
let app: Hono

beforeAll(async () => {
  database = await freshDatabase()
  await addCounty()
  app = mount(routes, {
    services: {
      database,
      blobs: memoryStore(),
      keys: { masters: parseMasterKeys(newMasterKey(), 'test'), suite: 'aes-256-gcm' },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      now: () => now,
      random: randomBytes,
      publicUrl: 'http://localhost',
    },
    identify: async (_, { agent }) => callerAs(agent as CellRole),
    originOf: c => ({ address: c.req.header('x-address') ?? '', agent: c.req.header('user-agent') ?? '', token }),
    keepToken: () => undefined,
    limit: async () => undefined,
  })
})
afterAll(() => database.close())

async function addCounty(): Promise<void> {
  const common = { kind: 'department', regionCode: '639921', vertical: false, office: {}, status: 'open', version: 1 }
  const times = { createdAt: now, updatedAt: now }
  await database.transaction('installation', async tx => {
    for (const [slug, id] of Object.entries(ids)) {
      const superiorId = slug === 'supervised' ? ids.own : null
      await tx.insert(agency).values({ id, name: slug, shortName: slug, slug, superiorId, ...common, ...times })
    }
    const person = { name: '某某', passwordHistory: [], recoveryHashes: [], status: 'active', createdAt: now }
    await tx.insert(account).values({ id: me, login: 'somebody', ...person })
    await tx.insert(membership).values({ agencyId: ids.own, accountId: me, roles: [], since: now })
    for (const relation of relations) {
      const [agencyId, accountId] = [ids[relation], others[relation]]
      await tx.insert(account).values({ id: accountId, login: `one.${relation}`, ...person })
      await tx.insert(membership).values({ agencyId, accountId, roles: [], since: now })
      const days = { fromDate: '2026-11-23', untilDate: '2026-11-27', roles: [] }
      await tx.insert(delegation).values({ agencyId, id: thing, fromAccountId: me, toAccountId: accountId, ...days })
      const secret = { name: 'k', keyHash: relation, scopes: [], createdAt: now, expiresAt: now }
      await tx.insert(apiKey).values({ agencyId, id: thing, accountId: me, ...secret })
    }
    const seen = { proof: 'password', strong: true, address: '', agent: '', createdAt: now, lastSeenAt: now }
    await tx
      .insert(session)
      .values({ tokenHash: hashToken(token), id: ids.own, accountId: me, agencyId: ids.own, ...seen })
  })
}

function callerAs(role: CellRole) {
  if (role === 'visitor') return null
  const roles = role === 'no_role' ? [] : [{ role }]
  const actor = { accountId: me, agencyId: ids.own, roles, supervisedAgencies: [ids.supervised] }
  return { actor, name: '某某', sessionId: ids.own, scopes: null }
}

/** Refused for who calls; any other answer, even that the thing is not there, was given to somebody let in. */
async function isLetIn({ contract }: Route, role: CellRole, relation: Relation): Promise<boolean> {
  const { params, query, body } = sampleCall(contract, {
    agencyId: ids[relation],
    superiorId: ids[relation],
    accountId: others[relation],
    toAccountId: others[relation],
  })
  const answer = await app.request(addressOf(contract, params, query), {
    method: contract.method.toUpperCase(),
    headers: {
      'user-agent': role,
      'x-address': randomBytes(6).toString('hex'),
      'content-type': 'application/json',
      'idempotency-key': randomBytes(8).toString('hex'),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (answer.status >= 500) throw new Error(`${contract.id} as ${role}: ${answer.status} ${text}`)
  const { code } = answer.ok ? { code: '' } : (JSON.parse(text) as { code: string })
  if (code === 'bad_input') throw new Error(`${contract.id}: the sample does not fit: ${text}`)
  return !['not_signed_in', 'no_role', 'not_for_this', 'no_policy', 'oneself', 'own_draft'].includes(code)
}

const relationsOf = ({ contract }: Route): readonly Relation[] =>
  contract.path.includes('{agencyId}') || contract.id === 'agencies.add' ? relations : ['own']

async function lineOf(route: Route): Promise<string> {
  // A route before may have signed out.
  await database.transaction('installation', tx => tx.update(session).set({ revokedAt: null }))
  const parts: string[] = []
  for (const relation of relationsOf(route)) {
    const letIn: CellRole[] = []
    for (const role of cellRoles) if (await isLetIn(route, role, relation)) letIn.push(role)
    const all = letIn.length === cellRoles.length ? 'everybody' : letIn.length === 0 ? '-' : letIn.join(' ')
    parts.push(`${relation}: ${letIn.length === cellRoles.length - 1 && !letIn.includes('visitor') ? 'staff' : all}`)
  }
  return `${route.contract.id} | ${parts.join(' | ')}`
}

describe('who is let in', () => {
  it('given all routes, roles and agencies, when each cell is tried, then it is as listed', async () => {
    const cells = routes.reduce((sum, route) => sum + cellRoles.length * relationsOf(route).length, 0)
    expect(cells).toBeGreaterThan(1000)
    const lines: string[] = []
    for (const route of routes) lines.push(await lineOf(route))
    const listed = readFileSync(new URL('matrix.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n')
    expect(lines).toEqual(listed)
  }, 300_000)

  it('given the routes, when held against the sentences of all slices, then each route has one', () => {
    const said = new Set(allPolicies.actions)
    expect(routes.map(({ contract }) => contract.id).filter(id => !said.has(id))).toEqual([])
  })
})
