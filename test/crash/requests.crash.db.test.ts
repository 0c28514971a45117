/**
 * The program is killed while people carry on requests, at ends of transactions and at any moment, again and again; and
 * so is the database. At night over thousands of acts: GONGKAI_NIGHTLY=1.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY, MINUTE } from '../../src/domain/kernel/instant.ts'
import type { RequestView } from '../../src/features/requests/contract/view.ts'
import { agency, section, setting } from '../../src/kit/schema/agencies.ts'
import { newMasterKey } from '../../src/platform/crypto/master-key.ts'
import { asOwner, type Database, openDatabase } from '../../src/platform/db/connect.ts'
import { type EmbeddedServer, startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts'
import { uuid7 } from '../../src/platform/db/uuid7.ts'
import { installJobs } from '../../src/platform/record/jobs.ts'
import { enterCounty } from '../support/county.ts'
import { migrationsFolder } from '../support/database-server.ts'
import { serverPid } from '../support/embedded-process.ts'
import { guard } from '../support/guard.ts'
import { nightly, progressOf } from '../support/nightly.ts'
import { type Accepted, wrongsOf } from './checks.ts'
import { type CrashWorld, canonical, type Desk, openDesk, type Sent } from './desk.ts'
import { answersOf, buildChild, type Killed, type Start, startChild, untilAnswered, untilGone } from './killed.ts'
import { leftBy, type Queued, sendLetters } from './letters-out.ts'

const now = new Date('2026-03-02T02:00:00Z')
const acts = nightly > 1 ? 5000 : 300
const longest = nightly > 1 ? 180 * MINUTE : 5 * MINUTE
const roles = ['handler', 'reviewer', 'secrecy_reviewer', 'office_head', 'leader'] as const

let child = { entry: '', remove: () => {} }
let letGo = () => {}
let folder = ''
let worldFile = ''
let server: EmbeddedServer
let database: Database
let world: CrashWorld
let desk: Desk
const accepted: Accepted[] = []
const queued: Queued[] = []
let rounds = 0
const wrongs = (isOver = false) => wrongsOf(desk.services, world, { accepted, queued, isOver })

beforeAll(async () => {
  child = await buildChild()
  folder = mkdtempSync(join(tmpdir(), 'gongkai-crash-'))
  chmodSync(folder, 0o755)
  letGo = guard(folder)
  const data = join(folder, 'data')
  server = await startEmbedded(data)
  await migrate(server.connection, await readMigrations(migrationsFolder), now)
  await installJobs(server.connection)
  database = await openDatabase(server.connection, server.plain)
  world = await enterWorld(data)
  worldFile = join(folder, 'world.json')
  writeFileSync(worldFile, JSON.stringify(world))
  desk = await openDesk(world, database)
}, 120_000)
afterAll(async () => {
  await database.close()
  await server.stop()
  child.remove()
  rmSync(folder, { recursive: true, force: true })
  letGo()
})

async function enterWorld(data: string): Promise<CrashWorld> {
  const county = await enterCounty(
    database,
    roles.map(role => [role]),
  )
  const sectionId = uuid7(now.getTime())
  const settings = {
    'letter.recallMinutes': 0,
    'letter.reviewOnline': 'https://fy.example.gov.cn',
    'letter.code': '示教',
    'letter.court': '示例县人民法院',
    'guide.reviewOrgan': '示例县人民政府',
  }
  await database.transaction('installation', async tx => {
    await tx.update(agency).set({ office: bureauOffice })
    const row = { agencyId: county.bureau, id: sectionId, name: '基础教育科', position: 1, status: 'open' }
    await tx.insert(section).values(row)
    const rows = Object.entries(settings).map(([key, value]) => ({ agencyId: county.bureau, key, value }))
    await tx.insert(setting).values(rows)
  })
  const people = Object.fromEntries(roles.map(role => [role, county.person(county.bureau, role).accountId]))
  const rest = { master: newMasterKey(), agencyId: county.bureau, section: sectionId, people, now: now.toISOString() }
  return { data, files: join(folder, 'files'), mails: join(folder, 'mails'), ...rest }
}

const bureauOffice = {
  name: '示例县教育局办公室',
  address: '示例县人民路2号',
  postcode: '810700',
  hours: '工作日 9:00-17:00',
  telephone: '0972-8600001',
}

/** What the caller was told before the end. */
function take({ heard }: Killed): number {
  const told = heard.filter(({ status }) => status === 200).map(({ body = '' }) => JSON.parse(body) as unknown)
  for (const answer of told) {
    const view = (answer as { request?: RequestView }).request ?? (answer as RequestView)
    accepted.push({ id: view.case.id, number: view.case.number, version: view.case.version })
  }
  const done = new Set(heard.filter(({ status }) => status === 200).map(({ answered }) => answered))
  for (const { asked } of heard) if (asked && done.has(asked.key)) queued.push(...queuedBy(asked))
  expect(heard.flatMap(({ fault }) => fault ?? [])).toEqual([])
  return told.length
}

/** The letter it put aside, where that is what it asked for. */
function queuedBy({ path, body }: Sent): Queued[] {
  const { letterId, way } = body as Partial<Queued>
  if (!path.endsWith('/sendLetter') || !letterId || (way !== 'online' && way !== 'email')) return []
  return [{ requestId: path.split('/')[1] ?? '', letterId, way }]
}

const countEvents = () =>
  asOwner(server.connection, async client => {
    const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM event')
    return Number(rows[0]?.n)
  })

/** Twice more: nothing is done a second time, and both are told the same, which is what was told before if it was. */
async function repeat(call: Sent, before: string | null): Promise<void> {
  const first = await desk.send(call)
  const done = await countEvents()
  const second = await desk.send(call)
  expect(await countEvents()).toBe(done)
  if (call.path === '') {
    expect(second.body).toMatchObject({ code: 'already_done' })
    return
  }
  expect(canonical(second)).toBe(canonical(first))
  if (before !== null) expect(canonical(first.body)).toBe(before)
}

/** What was under way when it was killed, and the last that was answered. */
async function repeatAll(killed: Killed): Promise<void> {
  const answers = new Map(killed.heard.flatMap(({ answered, body = '' }) => (answered ? [[answered, body]] : [])))
  const asked = killed.heard.flatMap(({ asked: call }) => call ?? [])
  for (const call of asked.filter(({ key }) => answers.has(key)).slice(-2)) {
    const before = await countEvents()
    await repeat(call, answers.get(call.key) ?? null)
    expect(await countEvents()).toBe(before)
  }
  for (const call of asked.filter(({ key }) => !answers.has(key))) await repeat(call, null)
}

/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

async function ended(killed: Killed, name: string): Promise<void> {
  await killed.ended
  await asOwner(server.connection, client => untilGone(client as Client, name))
}

/** Mostly at an end of a transaction, before it or after; now and then when a mail has just left, or when it happens. */
function nextKill(round: number, chance: number): Start['killAt'] {
  if (round % 4 === 3) return null
  return round % 8 === 1 ? 'mail' : 30 + Math.floor(chance * 120)
}

describe('given the program is killed while requests are carried on', () => {
  test(
    `when that happens again and again over ${acts} acts, then nothing told is lost, nothing is half done or done twice`,
    async () => {
      const next = random(20_261_128)
      const progress = progressOf('acts among kills', acts)
      for (let done = 0; done < acts; rounds += 1) {
        const name = `killed-${rounds}`
        const killAt = nextKill(rounds, next())
        const killed = startChild({ entry: child.entry, worldFile, name, turns: rounds, killAt })
        if (killAt === null) {
          await untilAnswered(killed, 1 + Math.floor(next() * 60))
          await pause(next() * 20)
          killed.process.kill('SIGKILL')
        }
        await ended(killed, name)
        expect(killed.process.signalCode).toBe('SIGKILL')
        done += take(killed)
        progress(done)
        expect(await wrongs()).toEqual([])
        await repeatAll(killed)
        expect(await wrongs()).toEqual([])
      }
    },
    longest,
  )
})

describe('given the database is killed while requests are carried on', () => {
  test(
    'when it has come back, then the same holds, and the calls under way are carried out once',
    async () => {
      const killed = startChild({ entry: child.entry, worldFile, name: 'lives-on', turns: rounds, killAt: null })
      await untilAnswered(killed, 20)
      const before = answersOf(killed).length
      const pid = serverPid(world.data)
      process.kill(pid, 'SIGKILL')
      await untilAnswered(killed, before + 20)
      expect(serverPid(world.data)).not.toBe(pid)
      killed.process.kill('SIGKILL')
      await ended(killed, 'lives-on')
      expect(take(killed)).toBeGreaterThan(before)
      expect(await wrongs()).toEqual([])
      await repeatAll(killed)
      expect(await wrongs()).toEqual([])
    },
    longest,
  )
})

describe('given letters were on their way whenever it was killed', () => {
  test('when the worker has had its time, then each that was put aside has left, and is marked so with its evidence', async () => {
    const later = new Date(now.getTime() + rounds * 2 * MINUTE + DAY)
    await sendLetters(desk.services, world.mails, { at: later })
    expect(queued.length).toBeGreaterThan(acts / 40)
    const left = leftBy(world.mails).map(({ id }) => id)
    expect(left.length).toBeGreaterThan(new Set(left).size)
    expect(await wrongs(true)).toEqual([])
  })
})
