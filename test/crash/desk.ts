/** The routes of requests over one embedded database, for processes that are killed and for the one that looks after. */

import type { RoleId } from '../../src/domain/people/roles.ts'
import { beginPublication } from '../../src/features/publications/begin.ts'
import { requestRoutes } from '../../src/features/requests/api.ts'
import { mount } from '../../src/kit/mount.ts'
import type { Services } from '../../src/kit/services.ts'
import { parseMasterKeys } from '../../src/platform/crypto/master-key.ts'
import { systemRandom } from '../../src/platform/crypto/random.ts'
import type { Database } from '../../src/platform/db/connect.ts'
import { createLog } from '../../src/platform/log/log.ts'
import { diskStore } from '../../src/platform/storage/disk.ts'
import { noReader } from '../support/no-reader.ts'

/** What the processes share, beside the database: handed on as JSON. */
export interface CrashWorld {
  readonly data: string
  readonly files: string
  /** What left by mail, a line each. */
  readonly mails: string
  readonly master: string
  readonly agencyId: string
  readonly section: string
  /** Account ids by the role held. */
  readonly people: Readonly<Partial<Record<RoleId, string>>>
  readonly now: string
}

/** One call as it is sent, and sent again. */
export interface Sent {
  readonly key: string
  readonly who: RoleId
  readonly path: string
  readonly body: object
}

export interface Answered {
  readonly status: number
  readonly body: unknown
}

export interface Desk {
  readonly services: Services
  readonly send: (call: Sent) => Promise<Answered>
  /** Asks for what is there. */
  readonly look: (who: RoleId, path: string) => Promise<Answered>
}

/** Before the role of who calls. */
const bearer = 'somebody-as-'

export async function openDesk(world: CrashWorld, database: Database): Promise<Desk> {
  const now = new Date(world.now)
  const services: Services = {
    database,
    blobs: await diskStore(world.files, now.getTime()),
    keys: { masters: parseMasterKeys(world.master, 'test'), suite: 'aes-256-gcm' },
    log: createLog(() => undefined, Date.now),
    now: () => now,
    random: systemRandom,
    publicUrl: 'https://xxgk.example.gov.cn',
  }
  const app = mount(requestRoutes(noReader, beginPublication), {
    services,
    identify: async (_tx, _origin, key) => {
      const role = key?.slice(bearer.length) as RoleId
      const actor = { accountId: world.people[role] ?? '', agencyId: world.agencyId, roles: [{ role }] }
      return { actor: { ...actor, supervisedAgencies: [] }, name: '-', sessionId: null, scopes: null }
    },
    originOf: () => ({ address: '192.0.2.1', agent: 'test', token: null }),
    keepToken: () => undefined,
    limit: async () => undefined,
  })
  const authorization = (who: RoleId) => ({ Authorization: `Bearer ${bearer}${who}` })
  const asked = async (path: string, init: RequestInit): Promise<Answered> => {
    const response = await app.request(`/api/v1/agencies/${world.agencyId}/requests${path}`, init)
    return { status: response.status, body: await response.json() }
  }
  return {
    services,
    send: ({ key, who, path, body }) => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...authorization(who) }
      return asked(path, { method: 'POST', headers, body: JSON.stringify(body) })
    },
    look: (who, path) => asked(path, { headers: authorization(who) }),
  }
}

/** JSON with the keys in order: what was kept and what was told first are compared by it. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
