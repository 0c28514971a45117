/** One row by its key through routes, policies, row-level security and drizzle, against `pg` alone. */
import { and, eq } from 'drizzle-orm'
import { Client } from 'pg'
import { z } from 'zod'
import { allow, anyAgency, policies, where } from '../src/domain/people/policy.ts'
import { identify } from '../src/features/accounts/identify.ts'
import type { Caller } from '../src/kit/caller.ts'
import { contract } from '../src/kit/contract.ts'
import { type MountOptions, mount } from '../src/kit/mount.ts'
import { routesOf } from '../src/kit/routes.ts'
import { section } from '../src/kit/schema/agencies.ts'
import { agencyParams, id } from '../src/kit/shapes.ts'
import { newMasterKey, parseMasterKeys } from '../src/platform/crypto/master-key.ts'
import { systemRandom } from '../src/platform/crypto/random.ts'
import { openDatabase } from '../src/platform/db/connect.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { createLog } from '../src/platform/log/log.ts'
import { memoryStore } from '../test/support/memory-store.ts'
import type { SignedIn } from './people.ts'
import { interleaved, type Row } from './table.ts'

const getSection = contract({
  id: 'bench.section',
  method: 'get',
  path: '/agencies/{agencyId}/sections/{sectionId}',
  says: { zh: '科室', en: 'A section' },
  params: agencyParams.extend({ sectionId: id }),
  answer: z.object({ id, name: z.string() }),
})

const { reads } = routesOf(policies(allow('bench.section', { zh: '-', en: '-' }, 'staff', where(anyAgency))))

const route = reads(getSection, {
  work: async ({ tx, params }) => {
    const key = and(eq(section.agencyId, params.agencyId), eq(section.id, params.sectionId))
    const [row] = await tx.select().from(section).where(key)
    if (!row) throw new Error('the section is not there')
    return { id: row.id, name: row.name }
  },
})

const sql = 'SELECT agency_id, id, name, position, status FROM section WHERE agency_id = $1 AND id = $2'

/** Joins the server of the data folder; the last row includes finding who calls, by the session. */
export async function stackRows(data: string, { cookie, agencyId }: SignedIn, runs: number): Promise<readonly Row[]> {
  const server = await startEmbedded(data)
  const database = await openDatabase(server.connection, server.plain)
  const alone = new Client(server.connection)
  await alone.connect()
  const { rows } = await alone.query<{ id: string }>('SELECT id FROM section WHERE agency_id = $1 LIMIT 1', [agencyId])
  const sectionId = rows[0]?.id ?? ''
  const services = {
    database,
    blobs: memoryStore(),
    keys: { masters: parseMasterKeys(newMasterKey(), 'bench'), suite: 'aes-256-gcm' as const },
    log: createLog(() => undefined, Date.now),
    now: () => new Date(),
    random: systemRandom,
    publicUrl: 'http://127.0.0.1',
  }
  const actor = { accountId: agencyId, agencyId, roles: [], supervisedAgencies: [] }
  const caller: Caller = { actor, name: '-', sessionId: null, scopes: null }
  const token = cookie.slice(cookie.indexOf('=') + 1)
  const base = async () => (await alone.query(sql, [agencyId, sectionId])).rows.length
  const through = async (name: string, who: MountOptions['identify'], aim?: number): Promise<Row> => {
    const app = mount([route], {
      services,
      identify: who,
      originOf: () => ({ address: '192.0.2.1', agent: 'bench', token }),
      keepToken: () => undefined,
      limit: async () => undefined,
    })
    const ours = async () => {
      const answer = await app.request(`/api/v1/agencies/${agencyId}/sections/${sectionId}`)
      if (answer.status !== 200) throw new Error(`the section was answered with ${answer.status}`)
      await answer.arrayBuffer()
    }
    const [time, itsTime] = await interleaved(runs, ours, base)
    return { name, ours: time, baseline: 'pg alone', base: itsTime, ...(aim === undefined ? {} : { aim }) }
  }
  try {
    return [
      await through('one row by its key, caller known', async () => caller, 2),
      await through('one row by its key, caller by session', identify),
    ]
  } finally {
    await alone.end()
    await database.close()
    await server.stop()
  }
}
