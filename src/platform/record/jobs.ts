/**
 * Work to be done later or again and again, kept in the database: added in the transaction that asks for it, done by a
 * worker at least once. A task may therefore run twice, after a fault or a kill, and has to bear it.
 *
 * No time is missed for good: a schedule is also run when the worker starts, and tasks do not ask "what fell due today"
 * but "what is due and has no event yet" (`appendOnce`). After 30 days of stillness the first run finds it all.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Logger, parseCronItems, run, runMigrations } from 'graphile-worker'
import { Client, type ClientConfig } from 'pg'
import { asOwner, type Database, type Tx } from '../db/connect.ts'
import type { Log } from '../log/log.ts'
import { queuePool } from './queue-pool.ts'

export interface NewJob {
  readonly task: string
  readonly payload?: Readonly<Record<string, unknown>>
  /** Left out: now. */
  readonly runAt?: Date
  /** A job still waiting under the same key is replaced. */
  readonly key?: string
  /** Jobs of one queue run one after the other. */
  readonly queue?: string
  readonly mostAttempts?: number
}

export interface JobRun {
  /** From 1. */
  readonly attempt: number
  /** Aborted when the worker has been asked to stop and the job takes its time. */
  readonly signal: AbortSignal
}

/** Does one job. What it throws is kept, and the job tried again later, each time after a longer pause. */
export type Task = (payload: Readonly<Record<string, unknown>>, run: JobRun) => Promise<void>

export interface Schedule {
  readonly task: string
  /** Times of day in Asia/Shanghai, `08:30`. */
  readonly times: readonly string[] | 'every minute'
}

export interface WorkerOptions {
  readonly tasks: Readonly<Record<string, Task>>
  readonly schedules?: readonly Schedule[]
  /** Jobs done at the same time. */
  readonly atOnce?: number
  readonly log: Log
}

export interface RunningWorker {
  /** Takes no more jobs; resolves when those under way have ended. */
  readonly stop: () => Promise<void>
}

/** Any number will do, so long as all versions of the program use the same. */
const lockNumbers = { install: 740_019_50, working: 740_019_51 }
const comeBackAfter = 500
/** How long a stop waits for jobs under way, and then for what is written about them, in ms. */
const patience = { jobs: 60_000, writing: 5000 }
const shanghaiHours = 8

/** Makes or upgrades the tables of the queue, as the owner. Several processes may call it at once. */
export async function installJobs(owner: ClientConfig): Promise<void> {
  await asOwner(owner, async client => {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumbers.install])
    const { pool, close } = queuePool(owner, 2)
    try {
      await runMigrations({ pgPool: pool, logger: quiet, noHandleSignals: true })
    } finally {
      await close(patience.writing)
    }
  })
}

/** Adds a job, to be done if the transaction comes to its end. */
export async function addJob(tx: Tx, { task, payload = {}, runAt, mostAttempts, key, queue }: NewJob): Promise<void> {
  const at = runAt?.toISOString() ?? null
  await tx.execute(sql`SELECT gongkai_add_job(${task}, ${JSON.stringify(payload)}::json, ${at}::timestamptz,
    ${mostAttempts ?? null}::integer, ${key ?? null}, ${queue ?? null})`)
}

/**
 * Does jobs until stopped, with the tables of the queue there; where the database is lost, again from when it is back. Several workers share the work. Jobs
 * that a killed worker held are given free when no other worker is about, else by and by.
 */
export async function runWorker(database: Database, options: WorkerOptions): Promise<RunningWorker> {
  const { tasks, schedules = [], atOnce = 2, log } = options
  const presence = await present(database.owner)
  const { pool, close } = queuePool(database.owner, atOnce + 3)
  try {
    await database.transaction('installation', async tx => {
      for (const { task } of schedules) await addJob(tx, { task, key: `schedule ${task}` })
    })
    const runner = await run({
      pgPool: pool,
      taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, adapted(name, task, log)])),
      parsedCronItems: parseCronItems(schedules.map(cronOf)),
      concurrency: atOnce,
      noHandleSignals: true,
      logger: loggerTo(log),
    })
    runner.promise.catch(error => log.error('worker_failed', error))
    const end = async () => {
      await Promise.race([runner.stop().catch(() => undefined), pause(patience.jobs, undefined, { ref: false })])
      await close(patience.writing)
      await presence.leave()
    }
    let ending: Promise<void> | undefined
    return {
      stop: () => {
        ending ??= end()
        return ending
      },
    }
  } catch (error) {
    await close(0)
    await presence.leave()
    throw error
  }
}

/**
 * Says that a worker is about, by a lock all workers hold together. Whoever gets it alone knows that all others died,
 * and gives free what they held. Where the connection is lost, it is made anew.
 */
async function present(owner: ClientConfig): Promise<{ readonly leave: () => Promise<void> }> {
  let leaving = false
  const enter = async () => {
    const client = new Client(owner)
    client.on('error', () => undefined)
    await client.connect()
    await freeAbandoned(client)
    client.once('end', () => void comeBack())
    return client
  }
  const comeBack = async () => {
    while (!leaving) {
      try {
        client = await enter()
        return
      } catch {
        await pause(comeBackAfter)
      }
    }
  }
  let client = await enter()
  return {
    leave: async () => {
      leaving = true
      await client.end()
    },
  }
}

async function freeAbandoned(presence: Client): Promise<void> {
  const { rows } = await presence.query('SELECT pg_try_advisory_lock($1) AS alone', [lockNumbers.working])
  if (rows[0]?.alone === true) {
    await presence.query(`SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
      FROM (SELECT locked_by FROM graphile_worker._private_jobs
        UNION SELECT locked_by FROM graphile_worker._private_job_queues) AS held WHERE locked_by IS NOT NULL`)
  }
  await presence.query('SELECT pg_advisory_lock_shared($1)', [lockNumbers.working])
  if (rows[0]?.alone === true) await presence.query('SELECT pg_advisory_unlock($1)', [lockNumbers.working])
}

function adapted(name: string, task: Task, log: Log) {
  return async (
    payload: unknown,
    helpers: { readonly job: { attempts: number }; readonly abortSignal?: AbortSignal },
  ) => {
    const signal = helpers.abortSignal ?? new AbortController().signal
    const attempt = helpers.job.attempts
    try {
      await task(payload as Readonly<Record<string, unknown>>, { attempt, signal })
    } catch (error) {
      log.error('job_failed', error, { task: name, attempt })
      throw error
    }
  }
}

/** Whether a minute, given in UTC, is one of the times; Asia/Shanghai has no summer time. */
export function isTime(times: Schedule['times'], utc: { readonly hour: number; readonly min: number }): boolean {
  const here = `${String((utc.hour + shanghaiHours) % 24).padStart(2, '0')}:${String(utc.min).padStart(2, '0')}`
  return times === 'every minute' || times.includes(here)
}

function cronOf({ task, times }: Schedule) {
  const match = (utc: { readonly hour: number; readonly min: number }) => isTime(times, utc)
  return { task, match, identifier: task, options: { backfillPeriod: 0, jobKey: `schedule ${task}` } }
}

const quiet = new Logger(() => () => undefined)

/** What troubles the queue itself; of jobs that fail we tell ourselves, without what they are about. */
function loggerTo(log: Log): Logger {
  return new Logger(() => (level, _, meta) => {
    if (level === 'error' && meta?.failure !== true) log.error('worker_failed', meta?.error)
  })
}
