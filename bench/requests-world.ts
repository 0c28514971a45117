/** The routes of requests over a folder of the bench, called without a socket, and `pg` alone beside them. */

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Hono } from 'hono'
import { Client, Pool } from 'pg'
import type { Actor } from '../src/domain/people/policy.ts'
import type { RoleId } from '../src/domain/people/roles.ts'
import { identify } from '../src/features/accounts/identify.ts'
import { addSession } from '../src/features/accounts/store/sessions.ts'
import { beginPublication } from '../src/features/publications/begin.ts'
import { requestRoutes } from '../src/features/requests/api.ts'
import type { Applicant } from '../src/features/requests/contract/view.ts'
import { keepApplicant } from '../src/features/requests/sealed.ts'
import { statisticsRoutes } from '../src/features/requests/statistics-api.ts'
import { agencyKeys } from '../src/kit/keys.ts'
import { type MountOptions, mount } from '../src/kit/mount.ts'
import { setting } from '../src/kit/schema/agencies.ts'
import type { Services } from '../src/kit/services.ts'
import { newMasterKey, parseMasterKeys } from '../src/platform/crypto/master-key.ts'
import { systemRandom } from '../src/platform/crypto/random.ts'
import { newToken } from '../src/platform/crypto/tokens.ts'
import { openDatabase } from '../src/platform/db/connect.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate, readMigrations } from '../src/platform/db/migrate.ts'
import { createLog } from '../src/platform/log/log.ts'
import { installJobs } from '../src/platform/record/jobs.ts'
import { memoryStore } from '../test/support/memory-store.ts'
import { noReader } from '../test/support/no-reader.ts'
import { memoryMb } from './process.ts'
import { agencyAt, fillRequests, personAt, type Size, today } from './requests-data.ts'

const now = new Date(`${today}T02:00:00Z`)

/** Somebody who calls, known beforehand or found by a session. */
export interface Reader {
  readonly known: Hono
  readonly bySession: Hono
}

export interface World {
  readonly size: Size
  readonly services: Services
  /** The owner, on one connection. */
  readonly alone: Client
  /** The same on as many as are asked for. */
  readonly many: Pool
  readonly handler: Reader
  /** Of the agency above all others. */
  readonly supervisor: Reader
  /** Seals an applicant in the place of a row. */
  readonly seal: (requestId: string) => Promise<ReturnType<typeof keepApplicant>>
  /** Of the database server, in megabytes. */
  readonly serverMb: () => number
  readonly close: () => Promise<void>
}

export const anApplicant: Applicant = {
  kind: 'natural_person',
  name: '张三丰',
  identityType: 'id_card',
  identityNumber: '11010519491231002X',
  representative: null,
  contact: null,
  phone: '13972000001',
  email: 'zhang@example.invalid',
  fax: null,
  address: '示例县人民路9号',
  postcode: '810700',
  employer: null,
  agent: null,
}

/** On a fresh folder, filled. */
export async function openWorld(root: string, data: string, size: Size): Promise<World> {
  const server = await startEmbedded(data)
  await migrate(server.connection, await readMigrations(pathToFileURL(join(root, 'migrations/'))), now)
  await installJobs(server.connection)
  const database = await openDatabase(server.connection, server.plain)
  const services: Services = {
    database,
    blobs: memoryStore(),
    keys: { masters: parseMasterKeys(newMasterKey(), 'bench'), suite: 'aes-256-gcm' },
    log: createLog(() => undefined, Date.now),
    now: () => now,
    random: systemRandom,
    publicUrl: 'http://127.0.0.1',
  }
  const keys = await database.transaction({ agency: agencyAt(0) }, tx => agencyKeys(tx, services.keys, agencyAt(0)))
  await fillRequests(server.connection, root, size, keepApplicant(keys, randomUUID(), anApplicant).applicant)
  await database.transaction('installation', tx =>
    tx.insert(setting).values({ agencyId: agencyAt(0), key: 'channel.online', value: true }),
  )
  const connection = { ...server.connection, options: '-c timezone=UTC -c gongkai.reads=* -c gongkai.writes=*' }
  const alone = new Client(connection)
  await alone.connect()
  const many = new Pool({ ...connection, max: 20 })
  const postmaster = Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10)
  const below = Array.from({ length: size.agencies - 1 }, (_, n) => agencyAt(n))
  return {
    size,
    services,
    alone,
    many,
    handler: await readerOf(services, { agency: 0, role: 0, id: 'handler', supervised: [] }),
    supervisor: await readerOf(services, { agency: size.agencies - 1, role: 5, id: 'supervisor', supervised: below }),
    seal: async id => keepApplicant(keys, id, anApplicant),
    serverMb: () => memoryMb(postmaster),
    close: async () => {
      await alone.end()
      await many.end()
      await database.close()
      await server.stop()
    },
  }
}

interface Who {
  readonly agency: number
  readonly role: number
  readonly id: RoleId
  readonly supervised: readonly string[]
}

async function readerOf(services: Services, { agency, role, id, supervised }: Who): Promise<Reader> {
  const [agencyId, accountId] = [agencyAt(agency), personAt(agency, role)]
  const { token, hash } = newToken()
  await services.database.transaction('installation', tx =>
    addSession(tx, {
      ...{ tokenHash: hash, id: randomUUID(), accountId, agencyId, proof: 'demo', strong: false },
      ...{ address: '192.0.2.1', agent: 'bench', createdAt: now, lastSeenAt: now },
    }),
  )
  const actor: Actor = { accountId, agencyId, roles: [{ role: id }], supervisedAgencies: supervised }
  const app = (who: MountOptions['identify']) =>
    mount([...statisticsRoutes, ...requestRoutes(noReader, beginPublication)], {
      services,
      identify: who,
      originOf: () => ({ address: '192.0.2.1', agent: 'bench', token }),
      keepToken: () => undefined,
      limit: async () => undefined,
    })
  return {
    known: app(async () => ({ actor, name: '-', sessionId: null, scopes: null })),
    bySession: app(identify),
  }
}
