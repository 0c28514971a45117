/** The API on a database of a test's own, called as the console calls it, by people who need not sign in. */
import { sql } from 'drizzle-orm'
import type { Actor } from '../../src/domain/people/policy.ts'
import type { RoleId } from '../../src/domain/people/roles.ts'
import type { Caller } from '../../src/kit/caller.ts'
import { ApiProblem, type Call, clientOf, type Problem } from '../../src/kit/client.ts'
import { mount } from '../../src/kit/mount.ts'
import type { Route } from '../../src/kit/routes.ts'
import type { Services } from '../../src/kit/services.ts'
import { newMasterKey, parseMasterKeys } from '../../src/platform/crypto/master-key.ts'
import { systemRandom } from '../../src/platform/crypto/random.ts'
import type { Database, Tx } from '../../src/platform/db/connect.ts'
import { uuid7 } from '../../src/platform/db/uuid7.ts'
import { createLog } from '../../src/platform/log/log.ts'
import { event } from '../../src/platform/record/schema.ts'
import { freshDatabase } from './database.ts'
import { memoryStore } from './memory-store.ts'

export interface Api {
  readonly database: Database
  readonly services: Services
  /** What the clock shows. */
  now: Date
  /** Calls as somebody of an agency; nobody: as a visitor. */
  readonly as: (who: Person | null) => Call
  /** Sends a body as it is, for what no typed caller would send. */
  readonly send: (who: Person | null, method: string, path: string, init?: SentInit) => Promise<Problem & Sent>
  /** Asks for an address, for what is no JSON. */
  readonly ask: (who: Person | null, path: string) => Promise<Response>
  /** All events in an agency's chain, the first first. */
  readonly events: (agencyId: string) => Promise<(typeof event.$inferSelect)[]>
  readonly close: () => Promise<void>
}

export interface Sent {
  readonly status: number
  readonly errors?: readonly { readonly at: string }[]
}

export interface SentInit {
  readonly body?: unknown
  readonly key?: string
}

export interface Person {
  readonly accountId: string
  readonly agencyId: string
  readonly name: string
  readonly roles: readonly RoleId[]
}

/** Starts routes on a fresh database. Close it when the tests are done. */
export async function startApi(routes: readonly Route[], now: Date, more: Partial<Services> = {}): Promise<Api> {
  const database = await freshDatabase()
  const people = new Map<string, Person>()
  const masters = parseMasterKeys(newMasterKey(), 'test')
  const api = { now }
  const services: Services = {
    database,
    blobs: memoryStore(),
    keys: { masters, suite: 'aes-256-gcm' },
    log: createLog(() => undefined, Date.now),
    now: () => api.now,
    random: systemRandom,
    publicUrl: 'https://xxgk.example.gov.cn',
    ...more,
  }
  const app = mount(routes, {
    services,
    identify: async (tx, _origin, key): Promise<Caller | null> => {
      const person = key === null ? undefined : people.get(key)
      if (!person) return null
      const supervisedAgencies = await below(tx, person.agencyId)
      const actor: Actor = { ...person, roles: person.roles.map(role => ({ role })), supervisedAgencies }
      return { actor, name: person.name, sessionId: null, scopes: null }
    },
    originOf: () => ({ address: '192.0.2.1', agent: 'test', token: null }),
    keepToken: () => undefined,
    limit: async () => undefined,
  })
  const headersOf = (who: Person | null): Record<string, string> => {
    if (!who) return {}
    people.set(who.accountId, who)
    return { Authorization: `Bearer ${who.accountId}` }
  }
  const newKey = () => uuid7(Date.now())
  return Object.assign(api, {
    database,
    services,
    as: (who: Person | null) =>
      clientOf({
        fetch: async (address, init) =>
          app.request(address, {
            ...init,
            headers: { ...headersOf(who), ...(init.headers as Record<string, string>) },
          }),
        newKey,
      }),
    send: async (who: Person | null, method: string, path: string, { body, key = newKey() }: SentInit = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const response = await app.request(`/api/v1${path}`, {
        method,
        headers: { ...headersOf(who), 'Content-Type': 'application/json', 'Idempotency-Key': key },
        ...(body === undefined ? {} : { body: text }),
      })
      return { ...((await response.json()) as Problem), status: response.status }
    },
    ask: async (who: Person | null, path: string) => app.request(`/api/v1${path}`, { headers: headersOf(who) }),
    events: (agencyId: string) =>
      database.transaction('installation', tx =>
        tx.select().from(event).where(sql`${event.agencyId} = ${agencyId}`).orderBy(event.seq),
      ),
    close: () => database.close(),
  })
}

async function below(tx: Tx, agencyId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    WITH RECURSIVE below AS (
      SELECT id FROM agency WHERE superior_id = ${agencyId}
      UNION SELECT a.id FROM agency a JOIN below b ON a.superior_id = b.id
    ) SELECT id FROM below`)
  return rows.map(({ id }) => id)
}

/** What a call is refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem
    throw error
  }
  throw new Error('the call was carried out')
}
