/** Work in the background: what waits, runs and has failed. */
import { z } from 'zod'
import type { Said } from '../../../domain/kernel/lang.ts'
import type { Resource } from '../../../domain/people/policy.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { keyBehind, pageFrom } from '../../../kit/paging.ts'
import { notFound, refused } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import { topAgency } from '../../../kit/tree.ts'
import type * as contracts from '../contract.ts'
import { type JobRow, jobById, jobsBehind, runAgain } from '../store/jobs.ts'

type JobsTask = Task<typeof contracts.listJobs>
type RetryTask = Task<typeof contracts.retryJob>

const jobWord: Said = { zh: '后台任务', en: 'job' }

/** Jobs serve all agencies: they are the top agency's. */
export async function jobsOwner(task: JobsTask | RetryTask): Promise<Resource> {
  return { agencyId: await topAgency(task.tx, signedIn(task).actor.agencyId) }
}

export async function jobs({ tx, query }: JobsTask): Promise<AnswerOf<typeof contracts.listJobs>> {
  const key = keyBehind(query.after, z.tuple([z.string().regex(/^\d{1,18}$/)]))
  const rows = await jobsBehind(tx, { state: query.state, after: key?.[0] ?? null, limit: query.limit })
  return pageFrom(rows, query.limit, ({ id }) => [id], shownJob)
}

function shownJob({ id, task, state, runAt, attempts, lastError }: JobRow) {
  return { id, task, state, runAt: runAt.toISOString(), attempts, lastError }
}

export async function retryJob({ tx, params: { jobId } }: RetryTask): Promise<Done<null>> {
  const job = await jobById(tx, jobId)
  if (!job) throw notFound(jobWord)
  if (job.state === 'running') throw refused(isRunning)
  await runAgain(tx, jobId)
  return { answer: null, record: [{ subject: `job:${jobId}`, data: { task: job.task, attempts: job.attempts } }] }
}

const isRunning = {
  code: 'job_running',
  says: { zh: '这个任务正在运行，请等它结束。', en: 'This job is running; wait until it ends.' },
}
