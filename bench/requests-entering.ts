/** How fast requests come in, by the citizen's desk and by the counter, against the same rows put in by `pg`. */
import { randomUUID } from 'node:crypto'
import { citizenDesk } from '../src/features/requests/citizen/desk.ts'
import type { Application } from '../src/features/requests/citizen.ts'
import { agencyAt, today } from './requests-data.ts'
import { anApplicant, type World } from './requests-world.ts'
import { quantile, type Row, timesInTurn } from './table.ts'

const agency = agencyAt(0)
/** Nobody else's chain: the bare rows need not wait for its end. */
const otherAgency = agencyAt(100_000)
const atOnce = 8
const rounds = 4

const wanted: Application['wanted'] = {
  title: '2026年义务教育阶段学校划片方案',
  documentNumber: null,
  indexNumber: null,
  features: '含附件',
  form: 'paper',
  route: 'post',
  otherForm: true,
  help: null,
  suggestsPublication: false,
}

/** `ms`: how long each goes on, in all. */
export async function submissionRows(world: World, ms: number): Promise<readonly Row[]> {
  return [
    await rateRow('handed in online', world, ms, () => apply(world), 'request, event and notices by pg', [
      'request',
      'event',
      'notification',
    ]),
    await rateRow('registered at the counter', world, ms, () => register(world), 'request, event and key by pg', [
      'request',
      'event',
      'idempotency',
    ]),
  ]
}

/** A number that is there, asked for with a wrong code, against one that is not: as many tries each, in turn. */
export async function followingRows(world: World, runs: number): Promise<readonly Row[]> {
  const { rows } = await world.alone.query<{ number: string }>(
    'SELECT number FROM request WHERE agency_id = $1 ORDER BY md5(id::text) LIMIT 500',
    [agency],
  )
  let turn = 0
  const follow = async (number: string) => {
    const who = { number, code: 'ABCD-EFGH-JKMN-PQRS' }
    const told = await citizenDesk(world.services).track(agency, who, { address: randomUUID(), key: '' })
    if (told.ok || told.refusal.code !== 'unknown_request') throw new Error('a wrong code was taken, or too often')
  }
  const known = () => follow(rows[turn++ % rows.length]?.number ?? '')
  const unknown = () => follow(`〔2031〕${turn++}号`)
  const [times, itsTimes] = await timesInTurn(runs, known, unknown)
  return [0.25, 0.5, 0.75].map(of => ({
    name: `followed with a wrong code: a number that is there, p${of * 100}`,
    ours: quantile(times, of),
    baseline: 'a number that is not',
    base: quantile(itsTimes, of),
  }))
}

async function apply({ services }: World): Promise<void> {
  const application: Application = { kind: 'request', applicant: anApplicant, wanted, papers: [] }
  const done = await citizenDesk(services).apply(agency, application, { address: randomUUID(), key: randomUUID() })
  if (!done.ok) throw new Error(done.refusal.says.en)
}

async function register({ handler }: World): Promise<void> {
  const days = { submittedOn: today, arrivedOn: today, note: null, onTheSpot: false }
  const body = {
    kind: 'request',
    channel: 'in_person',
    ...days,
    applicant: anApplicant,
    wanted,
    papers: [],
    reopens: null,
  }
  const answer = await handler.known.request(`/api/v1/agencies/${agency}/requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify(body),
  })
  if (answer.status !== 200) throw new Error(await answer.text())
  await answer.arrayBuffer()
}

async function rateRow(
  name: string,
  world: World,
  ms: number,
  ours: () => Promise<void>,
  baseline: string,
  tables: readonly Table[],
): Promise<Row> {
  const base = await bareInserts(world, ours, tables)
  const done = [0, 0]
  for (let round = 0; round < rounds; round++) {
    for (const [side, act] of [ours, base].entries())
      done[side] = (done[side] ?? 0) + (await sustained(act, ms / rounds))
  }
  const [mine = 0, its = 0] = done.map(count => (count * 1000) / ms)
  const note = `${mine.toFixed(0)} a second against ${its.toFixed(0)}, ${atOnce} at a time`
  return { name: `${name}, each`, ours: 1000 / mine, baseline, base: 1000 / its, note }
}

/** How many were done in so many milliseconds, several at a time. */
async function sustained(act: () => Promise<void>, ms: number): Promise<number> {
  const until = performance.now() + ms
  let count = 0
  const one = async () => {
    while (performance.now() < until) {
      await act()
      count++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return count
}

type Table = 'request' | 'event' | 'notification' | 'idempotency'

/** Which column makes a row another one, beside the agency's. */
const told: Readonly<Record<Table, (n: number) => Readonly<Record<string, unknown>>>> = {
  request: n => ({ id: randomUUID(), number: `x${n}` }),
  event: n => ({ id: randomUUID(), seq: n }),
  notification: () => ({ id: randomUUID() }),
  idempotency: () => ({ key: randomUUID() }),
}

const newest: Readonly<Record<Table, string>> = {
  request: 'ORDER BY id DESC LIMIT 1',
  event: 'ORDER BY seq DESC LIMIT 1',
  notification: 'LIMIT 2',
  idempotency: 'LIMIT 1',
}

let bareRows = 0

/** One transaction of the rows that one of ours leaves behind, under other keys. */
async function bareInserts({ alone, many }: World, ours: () => Promise<void>, tables: readonly Table[]) {
  await ours()
  const rows: { table: Table; row: object }[] = []
  for (const table of tables) {
    const found = await alone.query<{ row: object }>(
      `SELECT to_json(${table}) AS row FROM ${table} WHERE agency_id = $1 ${newest[table]}`,
      [agency],
    )
    for (const { row } of found.rows) rows.push({ table, row })
  }
  return async () => {
    const client = await many.connect()
    try {
      await client.query('BEGIN')
      for (const { table, row } of rows) {
        const other = { ...row, agency_id: otherAgency, ...told[table](++bareRows) }
        await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_record(NULL::${table}, $1)`, [
          JSON.stringify(other),
        ])
      }
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  }
}
