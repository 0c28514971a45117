/** Jobs of the worker, as far as the application may see them; none where no worker ever ran. */
import { sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/db/connect.ts'
import type { JobItem } from '../contract.ts'

type JobState = JobItem['state']

export interface JobRow extends Record<string, unknown> {
  readonly id: string
  readonly task: string
  readonly state: JobState
  readonly runAt: Date
  readonly attempts: number
  readonly lastError: string | null
}

const columns = sql`id::text AS id, task, state, attempts, run_at AS "runAt", last_error AS "lastError"`

interface Listing {
  readonly state: JobState | undefined
  readonly after: string | null
  readonly limit: number
}

/** The newest first, behind an id; one more than asked for. */
export async function jobsBehind(tx: Tx, { state, after, limit }: Listing): Promise<JobRow[]> {
  const wanted = state ?? null
  const { rows } = await tx.execute<JobRow & { readonly runAt: Date | string }>(sql`
    SELECT ${columns} FROM gongkai_jobs() j
    WHERE (${wanted}::text IS NULL OR j.state = ${wanted}) AND (${after}::bigint IS NULL OR j.id < ${after}::bigint)
    ORDER BY j.id DESC LIMIT ${limit + 1}`)
  return rows.map(row => ({ ...row, runAt: new Date(row.runAt) }))
}

export async function jobById(tx: Tx, id: string): Promise<JobRow | null> {
  if (!/^\d{1,18}$/.test(id)) return null
  const { rows } = await tx.execute<JobRow>(sql`SELECT ${columns} FROM gongkai_jobs() j WHERE j.id = ${id}::bigint`)
  return rows[0] ?? null
}

/** Has it run at once, with all its tries before it again. */
export async function runAgain(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`SELECT gongkai_retry_job(${id}::bigint)`)
}
