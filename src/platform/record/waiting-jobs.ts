/** The jobs that wait in the queue, as a backup keeps them. On a connection of the owner. */
import type { Client } from 'pg'

export interface WaitingJob {
  readonly task: string
  readonly payload: string
  readonly run_at: string
  readonly key: string | null
  readonly queue: string | null
  readonly most_attempts: number
}

/** The jobs not done and not given up, those under way included; none where there is no queue yet. */
export async function waitingJobs(client: Client): Promise<WaitingJob[]> {
  const { rows: there } = await client.query(`SELECT FROM pg_tables
    WHERE schemaname = 'graphile_worker' AND tablename = '_private_jobs'`)
  if (there.length === 0) return []
  const { rows } = await client.query<WaitingJob>(`
    SELECT t.identifier AS task, j.payload::text AS payload, j.run_at::text AS run_at, j.key,
      q.queue_name AS queue, j.max_attempts::int AS most_attempts
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
    WHERE j.attempts < j.max_attempts OR j.locked_at IS NOT NULL ORDER BY j.id`)
  return rows
}

/** Adds them to another queue. */
export async function addWaitingJobs(client: Client, jobs: readonly WaitingJob[]): Promise<void> {
  for (const { task, payload, run_at, key, queue, most_attempts } of jobs) {
    await client.query('SELECT gongkai_add_job($1, $2::json, $3::timestamptz, $4, $5, $6)', [
      task,
      payload,
      run_at,
      most_attempts,
      key,
      queue,
    ])
  }
}
