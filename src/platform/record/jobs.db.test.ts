import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshConnection, freshDatabase } from '../../../test/support/database.ts'
import { asOwner, type Database, sqlState } from '../db/connect.ts'
import { uuid7 } from '../db/uuid7.ts'
import type { Log } from '../log/log.ts'
import { appendOnce } from './chain.ts'
import {
  addJob,
  installJobs,
  isTime,
  type NewJob,
  type RunningWorker,
  runWorker,
  type Schedule,
  type Task,
} from './jobs.ts'
import { event } from './schema.ts'

let database: Database
const workers: RunningWorker[] = []
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map(worker => worker.stop()))
  await database.close()
})

const agencyId = uuid7(0)
const add = (job: NewJob) => database.transaction({ agency: agencyId }, tx => addJob(tx, job))
const waiting = async () => {
  const { rows } = await asOwner(database.owner, client =>
    client.query('SELECT task_identifier AS task, attempts, key, last_error FROM graphile_worker.jobs ORDER BY id'),
  )
  return rows
}

/** A log that keeps what it is told. */
function keptLog(): Log & { readonly told: unknown[][] } {
  const told: unknown[][] = []
  const tell = (...given: unknown[]) => void told.push(given)
  return { told, info: tell, warn: tell, error: tell }
}

async function work(
  tasks: Readonly<Record<string, Task>>,
  schedules: readonly Schedule[] = [],
  log = keptLog(),
): Promise<RunningWorker> {
  const worker = await runWorker(database, { tasks, schedules, atOnce: 4, log })
  workers.push(worker)
  return worker
}

/** Resolves when something has been said so many times. */
function counter() {
  const said: unknown[] = []
  const waiting: { readonly count: number; readonly go: () => void }[] = []
  return {
    said,
    say: (what: unknown) => {
      said.push(what)
      for (const { count, go } of waiting) if (said.length >= count) go()
    },
    times: (count: number) => new Promise<void>(go => (said.length >= count ? go() : waiting.push({ count, go }))),
  }
}

describe('a job', () => {
  test('given it was added in a transaction, when that ends well, then it is done with what it was given', async () => {
    const done = counter()
    await work({ letter: async payload => done.say(payload) })
    await add({ task: 'letter', payload: { 编号: 1, at: null } })
    await done.times(1)
    expect(done.said).toEqual([{ 编号: 1, at: null }])
  })

  test('given its transaction is undone, then there is no job', async () => {
    const attempt = database.transaction({ agency: agencyId }, async tx => {
      await addJob(tx, { task: 'letter' })
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow()
    expect(await waiting()).toEqual([])
  })

  test('given a key, when added again while it waits, then there is one, as it was last asked for', async () => {
    const later = new Date(Date.now() + 3_600_000)
    await add({ task: 'letter', key: 'k', payload: { n: 1 }, runAt: later })
    await add({ task: 'letter', key: 'k', payload: { n: 2 } })
    const done = counter()
    await work({ letter: async payload => done.say(payload) })
    await done.times(1)
    expect(done.said).toEqual([{ n: 2 }])
  })

  test('given jobs of one queue, then one is done after the other', async () => {
    let [under, most] = [0, 0]
    const done = counter()
    for (let n = 0; n < 3; n += 1) await add({ task: 'slow', queue: 'q' })
    await work({
      slow: async () => {
        under += 1
        most = Math.max(most, under)
        await new Promise(resolve => setTimeout(resolve, 10))
        under -= 1
        done.say(1)
      },
    })
    await done.times(3)
    expect(most).toBe(1)
  })

  test('given it fails, then its error is kept and told without what it was about, and others are done', async () => {
    const log = keptLog()
    const done = counter()
    await add({ task: 'bad', payload: { name: '张三' } })
    await add({ task: 'good' })
    const fail = async () => {
      done.say('bad')
      throw new Error('no route to host')
    }
    const worker = await work({ bad: fail, good: async () => done.say('good') }, [], log)
    await done.times(2)
    await worker.stop()
    expect(await waiting()).toMatchObject([{ task: 'bad', attempts: 1, last_error: 'no route to host' }])
    expect(log.told).toEqual([['job_failed', expect.any(Error), { task: 'bad', attempt: 1 }]])
  })

  test('given the role of the application, then it can add jobs and do nothing else with them', async () => {
    for (const statement of [
      'SELECT * FROM graphile_worker._private_jobs',
      "SELECT graphile_worker.add_job('x')",
      'DELETE FROM graphile_worker._private_jobs',
    ]) {
      const attempt = database.transaction('installation', tx => tx.execute(sql.raw(statement)))
      expect(sqlState(await attempt.catch(error => error))).toBe('42501')
    }
  })
})

describe('a worker', () => {
  test('given it is asked to stop, then jobs under way come to their end and no more are taken', async () => {
    const begun = counter()
    let ended = 0
    const worker = await work({
      slow: async () => {
        begun.say(1)
        await new Promise(resolve => setTimeout(resolve, 100))
        ended += 1
      },
    })
    for (let n = 0; n < 8; n += 1) await add({ task: 'slow' })
    await begun.times(2)
    await worker.stop()
    expect(ended).toBe(begun.said.length)
    expect(await waiting()).toHaveLength(8 - ended)
  })

  test('given jobs another held when it was killed, then the next does them at once', async () => {
    await add({ task: 'letter' })
    await asOwner(database.owner, client =>
      client.query(
        "UPDATE graphile_worker._private_jobs SET locked_by = 'worker-gone', locked_at = now(), attempts = 1",
      ),
    )
    const done = counter()
    await work({ letter: async (_, { attempt }) => done.say(attempt) })
    await done.times(1)
    expect(done.said).toEqual([2])
  })

  test('given two at once, then what one is doing is not taken by the other', async () => {
    const [begun, other] = [counter(), counter()]
    let go = () => {}
    const gate = new Promise<void>(resolve => {
      go = resolve
    })
    await add({ task: 'long' })
    await work({
      long: async () => {
        begun.say(1)
        await gate
      },
    })
    await begun.times(1)
    await work({ long: async () => other.say('taken'), quick: async () => other.say('quick') })
    await add({ task: 'quick' })
    await other.times(1)
    go()
    expect(other.said).toEqual(['quick'])
  })

  test('given its connections are cut, then it comes back and goes on', async () => {
    const done = counter()
    const log = keptLog()
    await work({ letter: async () => done.say(1) }, [], log)
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`
    for (let round = 1; round <= 5; round += 1) {
      for (let n = 0; n < 4; n += 1) await stubborn(() => add({ task: 'letter' }))
      await done.times(round)
      await asOwner(database.owner, client => client.query(cut))
    }
    await until(async () => (await waiting()).length === 0)
    expect(done.said.length).toBeGreaterThanOrEqual(20)
  })

  test('given several begin at once on a database without a queue, then all begin', async () => {
    const connection = await freshConnection('template0')
    await Promise.all(Array.from({ length: 4 }, () => installJobs(connection)))
    await installJobs(connection)
    const { rows } = await asOwner(connection, client =>
      client.query("SELECT to_regclass('graphile_worker._private_jobs') AS t"),
    )
    expect(rows[0].t).not.toBe(null)
  })
})

describe('a schedule', () => {
  test.each([
    ['08:30', 0, 30, true],
    ['08:30', 8, 30, false],
    ['00:05', 16, 5, true],
    ['23:59', 15, 59, true],
    ['23:59', 15, 58, false],
  ])('given %s in Shanghai, when it is %i:%i in UTC, then it is time: %s', (time, hour, min, is) => {
    expect(isTime(['12:00', time], { hour, min })).toBe(is)
    expect(isTime('every minute', { hour, min })).toBe(true)
  })
})

describe('catching up', () => {
  const day = 86_400_000
  const overdue = Array.from({ length: 30 }, (_, i) =>
    new Date(Date.UTC(2026, 9, 1) + i * day).toISOString().slice(0, 10),
  )
  const remind: Task = async () => {
    for (const due of overdue) {
      const told = { agencyId, id: uuid7(0), subject: `request:${due}`, at: new Date(), actor: 'job:reminders' }
      await database.transaction({ agency: agencyId }, tx =>
        appendOnce(tx, { ...told, kind: 'request.overdue', data: { due } }),
      )
    }
  }

  test('given 30 days of stillness, when workers start, then each overdue thing has its event once', async () => {
    const done = counter()
    const reminders: Task = async (payload, run) => {
      await remind(payload, run)
      done.say(1)
    }
    const daily: Schedule[] = [{ task: 'reminders', times: ['08:30'] }]
    await work({ reminders }, daily)
    await done.times(1)
    await work({ reminders }, daily)
    await done.times(2)
    await Promise.all([remind({}, stub), remind({}, stub), remind({}, stub)])
    const kept = await database.transaction({ agency: agencyId }, tx => tx.select().from(event))
    expect(kept.map(({ subject }) => subject).sort()).toEqual(overdue.map(due => `request:${due}`))
  })

  test('given the same subject falls due again, then that is another event', async () => {
    const told = { agencyId, id: uuid7(0), subject: 'request:1', at: new Date(0), actor: 'a', kind: 'request.overdue' }
    const append = (due: string, more = {}) =>
      database.transaction({ agency: agencyId }, tx =>
        appendOnce(tx, { ...told, ...more, id: uuid7(0), data: { due } }),
      )
    expect(await append('2026-11-21')).toBe(true)
    expect(await append('2026-11-21')).toBe(false)
    expect(await append('2026-12-05')).toBe(true)
    expect(await append('2026-11-21', { kind: 'request.reminder' })).toBe(true)
    expect(await append('2026-11-21', { subject: 'request:2' })).toBe(true)
  })
})

/** Tries again where the connection was the one cut. */
async function stubborn(act: () => Promise<void>): Promise<void> {
  await act().catch(() => stubborn(act))
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 10))
}

const stub = { attempt: 1, signal: new AbortController().signal }
