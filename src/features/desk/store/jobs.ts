/** Jobs in graphile-worker's own tables, which need not be there: without a worker there are no jobs. */
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

/** Whether this role may look at them. */
async function isThere(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'graphile_worker' AND c.relname = 'jobs'
      AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')`)
  return rows.length > 0
}

const jobs = sql`
  SELECT id::text AS id, task_identifier AS task, attempts, last_error AS "lastError",
    run_at AS "runAt", CASE
      WHEN locked_at IS NOT NULL THEN 'running'
      WHEN attempts >= max_attempts THEN 'failed'
      ELSE 'waiting' END AS state
  FROM graphile_worker.jobs`

/** The newest first, behind an id; one more than asked for. */
export async function jobsBehind(
  tx: Tx,
  {
    state,
    after,
    limit,
  }: { readonly state: JobState | undefined; readonly after: string | null; readonly limit: number },
): Promise<JobRow[]> {
  if (!(await isThere(tx))) return []
  const { rows } = await tx.execute<JobRow & { readonly runAt: Date | string }>(sql`
    SELECT * FROM (${jobs}) j
    WHERE (${state ?? null}::text IS NULL OR j.state = ${state ?? null})
      AND (${after}::bigint IS NULL OR j.id::bigint < ${after}::bigint)
    ORDER BY j.id::bigint DESC LIMIT ${limit + 1}`)
  return rows.map(row => ({ ...row, runAt: new Date(row.runAt) }))
}

export async function jobById(tx: Tx, id: string): Promise<JobRow | null> {
  if (!/^\d{1,18}$/.test(id) || !(await isThere(tx))) return null
  const { rows } = await tx.execute<JobRow>(sql`SELECT * FROM (${jobs}) j WHERE j.id = ${id}`)
  return rows[0] ?? null
}

/** Has it run at once, with all its tries before it again. */
export async function runAgain(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`SELECT graphile_worker.reschedule_jobs(ARRAY[${id}::bigint], run_at := now(), attempts := 0)`)
}
