/** The child's side of the pool: the one call a worker entry makes. */
import type { FromChild, ToChild } from './protocol.ts'

/**
 * Answers jobs from the parent until it goes away. `handle` gets the job and a function that hands over partial
 * results before the answer. What it throws is reported as a fault of that job. Call once, in a forked process.
 */
export function answerJobs<Job, Part, Answer>(
  handle: (job: Job, give: (part: Part) => Promise<void>) => Promise<Answer>,
): void {
  const say = (message: FromChild<Part, Answer>): Promise<void> =>
    new Promise((resolve, reject) => {
      if (!process.send) return reject(new Error('not started by a pool'))
      process.send(message, undefined, undefined, error => (error ? reject(error) : resolve()))
    })
  const give = (part: Part) => say({ kind: 'part', part })
  process.on('message', ({ job }: ToChild<Job>) => {
    handle(job, give)
      .then(
        answer => say({ kind: 'answer', answer, rss: process.memoryUsage.rss() }),
        error =>
          say({ kind: 'fault', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      )
      // The parent is gone: nobody is left to be told.
      .catch(() => process.exit(1))
  })
  process.on('disconnect', () => process.exit(0))
  say({ kind: 'ready' }).catch(() => process.exit(1))
}
