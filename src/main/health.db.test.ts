import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { describe, expect, type Mock, onTestFinished, test, vi } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import { migrationsFolder } from '../../test/support/database-server.ts'
import { folderForTest, noon } from '../../test/support/installation.ts'
import { keptLog } from '../../test/support/log.ts'
import { readConfig } from '../platform/config/config.ts'
import { readMigrations } from '../platform/db/migrate.ts'
import { createMetrics } from '../platform/metrics/metrics.ts'
import { enqueue } from '../platform/record/outbox.ts'
import { health } from './health.ts'
import { beat } from './heartbeat.ts'

const token = 'a-token-of-sixteen'
const hour = 3600_000
const agencyId = '018f0000-0000-7000-8000-000000000001'

async function watched(env: Record<string, string> = {}) {
  const database = await databaseForTest()
  const read = readConfig({ GONGKAI_DATA: folderForTest(), ...env })
  if (!read.ok) throw new Error('the configuration of this test is wrong')
  const log = keptLog()
  const metrics = createMetrics({ seconds: () => 0, onFault: (_, error) => log.error('gauge', error) })
  const now: Mock<() => Date> = vi.fn(() => noon)
  const options = { installation: { config: read.config, database, metrics, log }, migrations: await migrations, now }
  const app = health(options)
  const ready = async () => {
    const answer = await app.request('/readyz')
    const { ok, parts } = (await answer.json()) as { ok: boolean; parts: Record<string, { ok: boolean }> }
    const failing = Object.entries(parts).flatMap(([name, part]) => (part.ok ? [] : name))
    return { status: answer.status, ok, failing }
  }
  return { app, database, now, ready, options }
}

const migrations = readMigrations(migrationsFolder)

describe('the health of an installation', () => {
  test('given the process answers, then /healthz says so, whatever else is wrong', async () => {
    const { app, database } = await watched()
    await database.pool.end()
    expect((await app.request('/healthz')).status).toBe(200)
    database.pool.end = async () => undefined
  })

  test('given a worker that did a job just now, then it is ready; five minutes on it is not', async () => {
    const { database, now, ready } = await watched()
    expect(await ready()).toEqual({ status: 503, ok: false, failing: ['worker'] })
    await database.transaction('installation', tx => beat(tx, noon))
    expect(await ready()).toEqual({ status: 200, ok: true, failing: [] })
    now.mockReturnValue(new Date(noon.getTime() + 5 * 60_000 + 1))
    expect(await ready()).toEqual({ status: 503, ok: false, failing: ['worker'] })
  })

  test('given an act that should have gone out two hours ago, then the installation does not do its work', async () => {
    const { database, ready, now } = await watched()
    const act = { agencyId, id: '018f0000-0000-7000-8000-000000000002', kind: 'mail', subject: 's', payload: {} }
    await database.transaction({ agency: agencyId }, tx => enqueue(tx, act, new Date(noon.getTime() - hour)))
    await database.transaction('installation', tx => beat(tx, new Date(noon.getTime() + 2 * hour)))
    expect(await ready()).toMatchObject({ ok: true })
    now.mockReturnValue(new Date(noon.getTime() + 2 * hour))
    expect(await ready()).toEqual({ status: 503, ok: false, failing: ['outbox'] })
  })

  test('given steps of the structure that were not carried out, or no database, then each is named', async () => {
    const { options, database } = await watched()
    await database.transaction('installation', tx => beat(tx, noon))
    const more = [...options.migrations, { number: 9999, name: '9999_later', sql: '', sha256: '' }]
    const metrics = createMetrics({ seconds: () => 0, onFault: () => undefined })
    const later = health({ ...options, installation: { ...options.installation, metrics }, migrations: more })
    expect(await (await later.request('/readyz')).json()).toMatchObject({
      parts: { migrations: { ok: false, detail: 'missing' }, database: { ok: true } },
    })
    await database.pool.end()
    expect(await (await later.request('/readyz')).json()).toMatchObject({
      parts: { database: { ok: false, detail: 'failed' } },
    })
    database.pool.end = async () => undefined
  })
})

describe('the figures', () => {
  /** Over a real socket: who asks is told by the connection. */
  async function served(env: Record<string, string> = {}) {
    const { app, database } = await watched(env)
    await database.transaction('installation', tx => beat(tx, new Date(noon.getTime() - 7000)))
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
    onTestFinished(() => new Promise(resolve => server.close(() => resolve())))
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`
    return (headers: Record<string, string> = {}) => fetch(url, { headers: { connection: 'close', ...headers } })
  }

  test('given this machine asks, then they are told, with those of the business', async () => {
    const ask = await served()
    const answer = await ask()
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).toContain('gongkai_worker_heartbeat_age_seconds 7\n')
    expect(text).toContain('gongkai_outbox_age_seconds 0\n')
    expect(text).toContain('process_resident_memory_bytes')
  })

  test.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])(
    'given a proxy of this machine passes a call on (%s), then they are not told',
    async header => {
      const ask = await served()
      expect((await ask({ [header]: '203.0.113.7' })).status).toBe(403)
    },
  )

  test('given a token, then whoever brings it is told, and nobody by another', async () => {
    const ask = await served({ GONGKAI_METRICS_TOKEN: token })
    const through = { 'x-forwarded-for': '203.0.113.7' }
    expect((await ask({ ...through, authorization: `Bearer ${token}` })).status).toBe(200)
    expect((await ask({ authorization: `Bearer ${token}x` })).status).toBe(403)
    expect((await ask(through)).status).toBe(403)
  })

  test('given a call without a socket, then they are not told', async () => {
    const { app } = await watched()
    expect((await app.request('/metrics')).status).toBe(403)
  })
})
