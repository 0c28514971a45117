/**
 * How the installation is, for machines that watch it: `/healthz` whether the process answers, `/readyz` whether the
 * installation does its work, `/metrics` its figures for Prometheus.
 */
import { timingSafeEqual } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { HOUR, MINUTE } from '../domain/kernel/instant.ts'
import type { Migration } from '../platform/db/migrate.ts'
import { outboxBacklog } from '../platform/record/outbox.ts'
import { lastBeat } from './heartbeat.ts'
import type { Installation } from './installation.ts'
import { structureOf } from './operations/structure.ts'

export interface HealthOptions {
  readonly installation: Pick<Installation, 'config' | 'database' | 'metrics' | 'log'>
  readonly migrations: readonly Migration[]
  readonly now: () => Date
}

/** Beyond these the installation does not do its work. */
const limits = { beat: 5 * MINUTE, outbox: 2 * HOUR, freeBytes: 200 * 2 ** 20, answer: 5000 }

/** One part of the answer of `/readyz`; `detail` is a number or a short word, never what anything is about. */
interface Part {
  readonly ok: boolean
  readonly detail?: string | number
}

/** The routes, and the figures that tell of the installation's work. */
export function health(options: HealthOptions): Hono {
  const { installation, now } = options
  addGauges(options)
  const app = new Hono()
  app.get('/healthz', c => c.json({ ok: true }, 200, { 'Cache-Control': 'no-store' }))
  app.get('/readyz', async c => {
    const parts = await readiness(options)
    const ok = Object.values(parts).every(part => part.ok)
    return c.json({ ok, at: now().toISOString(), parts }, ok ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
  app.get('/metrics', async c => {
    if (!mayRead(c, installation.config.metricsToken?.reveal() ?? null)) return c.text('forbidden\n', 403)
    const { body, type } = await installation.metrics.text()
    return c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-store' })
  })
  return app
}

/** Each part by its name; one that cannot be asked in time is not ok. */
async function readiness({ installation, migrations, now }: HealthOptions): Promise<Readonly<Record<string, Part>>> {
  const { database, config } = installation
  const asked: Readonly<Record<string, () => Promise<Part>>> = {
    database: async () => {
      await database.pool.query('SELECT 1')
      return { ok: true }
    },
    migrations: async () => {
      const { state } = await structureOf(database.owner, migrations)
      return { ok: state === 'current', detail: state }
    },
    worker: async () => {
      const age = await beatAge(installation, now())
      return age === null ? { ok: false, detail: 'never' } : { ok: age <= limits.beat, detail: Math.round(age / 1000) }
    },
    outbox: async () => {
      const age = await outboxAge(installation, now())
      return { ok: age <= limits.outbox, detail: Math.round(age / 1000) }
    },
    disk: async () => {
      const free = await freeBytes(config.data)
      return { ok: free >= limits.freeBytes, detail: free }
    },
  }
  const parts = await Promise.all(
    Object.entries(asked).map(async ([name, ask]) => [name, await answered(ask)] as const),
  )
  return Object.fromEntries(parts)
}

async function answered(ask: () => Promise<Part>): Promise<Part> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Part>(resolve => {
    timer = setTimeout(() => resolve({ ok: false, detail: 'no answer' }), limits.answer)
  })
  try {
    return await Promise.race([ask().catch(() => ({ ok: false, detail: 'failed' })), late])
  } finally {
    clearTimeout(timer)
  }
}

/** In ms; null where no worker ever did a job. */
async function beatAge({ database }: Pick<Installation, 'database'>, now: Date): Promise<number | null> {
  const beat = await database.transaction('installation', lastBeat)
  return beat === null ? null : now.getTime() - beat.getTime()
}

/** How long the oldest act has been waiting to go out, in ms; 0 where none is late. */
async function outboxAge({ database }: Pick<Installation, 'database'>, now: Date): Promise<number> {
  const { oldest } = await database.transaction('installation', tx => outboxBacklog(tx, now))
  return oldest === null ? 0 : now.getTime() - oldest.getTime()
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

function addGauges({ installation, now }: HealthOptions): void {
  const { metrics, database, config } = installation
  const seconds = (ms: number | null) => (ms === null ? Number.NaN : ms / 1000)
  metrics.gauge('gongkai_worker_heartbeat_age_seconds', 'Time since a worker last did a job', async () =>
    seconds(await beatAge(installation, now())),
  )
  metrics.gauge('gongkai_outbox_age_seconds', 'How long the oldest act has been waiting to go out', async () =>
    seconds(await outboxAge(installation, now())),
  )
  metrics.gauge('gongkai_outbox_refused', 'Acts that were refused for good and wait for somebody', async () => {
    const { stopped } = await database.transaction('installation', tx => outboxBacklog(tx, now()))
    return stopped
  })
  metrics.gauge('gongkai_data_free_bytes', 'Room on the disk of the data folder', () => freeBytes(config.data))
  metrics.gauge(
    'gongkai_database_connections',
    'Connections of this process to the database',
    () => database.pool.totalCount,
  )
}

const loopback = /^(?:::1|(?:::ffff:)?127\.)/

/** This machine itself, not what a proxy on it passes on; or whoever brings the token. */
function mayRead(c: Context, token: string | null): boolean {
  const given = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (token !== null && given !== undefined) return isSame(given, token)
  const passedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some(name => c.req.header(name) !== undefined)
  const bindings = c.env as { readonly incoming?: unknown } | undefined
  return !passedOn && bindings?.incoming !== undefined && loopback.test(getConnInfo(c).remote.address ?? '')
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
