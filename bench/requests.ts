/** Requests in bulk: lists, a case, table 三, and how fast new ones come in, each beside the same by `pg` alone. */
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { agencyAt } from './requests-data.ts'
import { followingRows, submissionRows } from './requests-entering.ts'
import { openWorld, type Reader, type World } from './requests-world.ts'
import { quantile, type Row, timesInTurn } from './table.ts'

interface Options {
  readonly root: string
  readonly work: string
  readonly quick: boolean
}

/** The first agency has a tenth of all. */
const biggest = agencyAt(0)
const year = { from: '2025-01-01', until: '2025-12-31' }
const open = `state NOT IN ('answered', 'closed', 'archived')`

export async function requestBenchRows({ root, work, quick }: Options): Promise<readonly Row[]> {
  const data = join(work, 'requests')
  const size = { agencies: 100, requests: quick ? 20_000 : 1_000_000 }
  const began = performance.now()
  const world = await openWorld(root, data, size)
  try {
    await describe(world, performance.now() - began)
    const runs = quick ? 20 : 40
    const rows = [
      ...(await workList(world, runs)),
      ...(await lists(world, runs)),
      ...(await casePage(world, runs)),
      ...(await tables(world, runs)),
      ...(await followingRows(world, quick ? 100 : 400)),
      ...(await submissionRows(world, quick ? 5000 : 20_000)),
    ]
    console.log(`memory: server ${world.serverMb().toFixed(0)} MB, this process ${rssMb()} MB`)
    console.log(
      `load at the end: ${loadavg()
        .map(one => one.toFixed(1))
        .join(' ')}`,
    )
    return rows
  } finally {
    await world.close()
    rmSync(data, { recursive: true, force: true })
  }
}

const rssMb = () => Math.round(process.memoryUsage().rss / 1_048_576)

async function describe({ alone, size }: World, ms: number): Promise<void> {
  const { rows } = await alone.query(
    `SELECT (SELECT count(*) FROM request) AS requests, (SELECT count(*) FROM event) AS events,
      (SELECT count(*) FROM request WHERE ${open}) AS open,
      (SELECT count(*) FROM request WHERE agency_id = $1) AS biggest,
      pg_size_pretty(pg_database_size(current_database())) AS database,
      pg_size_pretty(pg_relation_size('request')) AS "requestTable", pg_size_pretty(pg_indexes_size('request')) AS "requestIndexes",
      pg_size_pretty(pg_relation_size('event')) AS "eventTable", pg_size_pretty(pg_indexes_size('event')) AS "eventIndexes"`,
    [biggest],
  )
  console.log(`${JSON.stringify({ agencies: size.agencies, ...rows[0] })}, made in ${Math.round(ms / 1000)} s`)
  console.log(
    `load after making: ${loadavg()
      .map(one => one.toFixed(1))
      .join(' ')}`,
  )
}

async function asked(app: Hono, path: string): Promise<void> {
  const answer = await app.request(`/api/v1${path}`)
  const body = await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${Buffer.from(body).toString().slice(0, 500)}`)
}

interface Measured {
  readonly name: string
  readonly runs: number
  readonly ours: () => Promise<unknown>
  readonly baseline: string
  readonly base: () => Promise<unknown>
  /** Of the 95th of a hundred. */
  readonly aimMs?: number
}

async function measured({ name, runs, ours, baseline, base, aimMs }: Measured): Promise<Row[]> {
  const [times, itsTimes] = await timesInTurn(runs, ours, base)
  return [0.5, 0.95].map(of => ({
    name: `${name}, p${of * 100}`,
    ours: quantile(times, of),
    baseline,
    base: quantile(itsTimes, of),
    ...(aimMs !== undefined && of === 0.95 ? { aimMs } : {}),
  }))
}

/** With the caller known, and found by the session. */
async function both(reader: Reader, of: Omit<Measured, 'ours'>, ours: (app: Hono) => Promise<unknown>): Promise<Row[]> {
  return [
    ...(await measured({ ...of, ours: () => ours(reader.known) })),
    ...(await measured({ ...of, name: `${of.name}, by session`, ours: () => ours(reader.bySession) })),
  ]
}

/** As the page asks: what is open, by the day it is due, and the counts over all. */
function workList({ alone, handler }: World, runs: number): Promise<Row[]> {
  const base = async () => {
    await alone.query(`SELECT * FROM request WHERE agency_id = $1 AND ${open} ORDER BY due_on, id LIMIT 51`, [biggest])
    await alone.query('SELECT state, count(*) FROM request WHERE agency_id = $1 GROUP BY state', [biggest])
  }
  const of = { name: 'work list with counts', runs, baseline: 'select and GROUP BY by pg', base, aimMs: 100 }
  return both(handler, of, app =>
    Promise.all([
      asked(app, `/agencies/${biggest}/requests?standing=open&limit=50`),
      asked(app, `/agencies/${biggest}/requests/counts`),
    ]),
  )
}

const filtered = [
  { name: 'all, by the day due', query: '', where: 'true', order: 'due_on, id' },
  { name: 'newest first', query: 'order=received', where: 'true', order: 'received_on DESC, id DESC' },
  {
    name: 'a line of a month',
    query: 'line=granted&closedFrom=2025-03-01&closedUntil=2025-03-31',
    where: `line = 'granted' AND closed_on BETWEEN '2025-03-01' AND '2025-03-31'`,
    order: 'due_on, id',
  },
  {
    name: 'channel and kind of applicant, newest first',
    query: 'channel=mail_signed&applicantKind=business&order=received',
    where: `channel = 'mail_signed' AND applicant_kind = 'business'`,
    order: 'received_on DESC, id DESC',
  },
  {
    name: 'words of a title',
    query: `q=${encodeURIComponent('第4242号项目')}`,
    where: `title ILIKE '%第4242号项目%'`,
    order: 'due_on, id',
  },
] as const

async function lists({ alone, handler }: World, runs: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const { name, query, where, order } of filtered) {
    const sql = `SELECT * FROM request WHERE agency_id = $1 AND ${where} ORDER BY ${order} LIMIT 51`
    rows.push(
      ...(await measured({
        name: `list: ${name}`,
        runs,
        ours: () => asked(handler.known, `/agencies/${biggest}/requests?limit=50&${query}`),
        baseline: 'the same select by pg',
        base: () => alone.query(sql, [biggest]),
      })),
    )
  }
  return rows
}

/** Of cases all over the six years; their applicants are sealed truly, so that they open. */
async function casePage(world: World, runs: number): Promise<Row[]> {
  const { alone, handler, seal } = world
  const { rows } = await alone.query<{ id: string }>(
    'SELECT id FROM request WHERE agency_id = $1 ORDER BY md5(id::text) LIMIT 200',
    [biggest],
  )
  for (const { id } of rows) {
    const { applicant } = await seal(id)
    await alone.query('UPDATE request SET applicant = $3 WHERE agency_id = $1 AND id = $2', [biggest, id, applicant])
  }
  const turn = () => {
    let n = 0
    return () => rows[n++ % rows.length]?.id ?? ''
  }
  const [next, its] = [turn(), turn()]
  const base = async () => {
    const id = its()
    await alone.query('SELECT * FROM request WHERE agency_id = $1 AND id = $2', [biggest, id])
    await alone.query('SELECT * FROM event WHERE agency_id = $1 AND subject = $2 ORDER BY seq', [
      biggest,
      `request:${id}`,
    ])
  }
  const of = { name: 'case page', runs: runs * 3, baseline: 'its row and its events by pg', base, aimMs: 50 }
  return both(handler, of, app => asked(app, `/agencies/${biggest}/requests/${next()}`))
}

async function tables({ alone, handler, supervisor, size }: World, runs: number): Promise<Row[]> {
  const above = agencyAt(size.agencies - 1)
  const bare = `FROM request WHERE kind = 'request' AND closed_on BETWEEN $1 AND $2`
  const query = `from=${year.from}&until=${year.until}`
  return [
    ...(await measured({
      name: 'statistics of a year, one agency',
      runs,
      ours: () => asked(handler.known, `/agencies/${biggest}/requests/statistics?${query}`),
      baseline: 'GROUP BY line, applicant by pg',
      base: () =>
        alone.query(`SELECT line, applicant_kind, count(*) ${bare} AND agency_id = $3 GROUP BY 1, 2`, [
          year.from,
          year.until,
          biggest,
        ]),
      aimMs: 1000,
    })),
    ...(await measured({
      name: `a year of all ${size.agencies - 1} supervised`,
      runs: Math.ceil(runs / 4),
      ours: () => asked(supervisor.known, `/agencies/${above}/requests/supervision?${query}`),
      baseline: 'GROUP BY agency, line by pg',
      base: () =>
        alone.query(`SELECT agency_id, line, count(*) ${bare} AND agency_id <> $3 GROUP BY 1, 2`, [
          year.from,
          year.until,
          above,
        ]),
      aimMs: 1000,
    })),
  ]
}
