/** A worker that misbehaves on request; bundled by the pool's test. */
import { setTimeout as sleep } from 'node:timers/promises'
import { answerJobs } from '../../src/platform/pool/child.ts'

export type Job =
  | { readonly do: 'echo'; readonly value: unknown; readonly after?: number }
  | { readonly do: 'loop' | 'hoard' | 'buffers' | 'throw' | 'exit' | 'pid' | 'stay-fat' }
  | { readonly do: 'parts'; readonly count: number }

const kept: unknown[] = []

function hoard(): never {
  for (;;) kept.push({ a: kept.length, b: [1, 2, 3] })
}

async function act(job: Job, give: (part: number) => Promise<void>): Promise<unknown> {
  switch (job.do) {
    case 'echo':
      await sleep(job.after ?? 0)
      return job.value
    case 'parts':
      for (let i = 0; i < job.count; i++) await give(i)
      return 'end'
    case 'loop':
      for (;;) kept.length = 0
    case 'hoard':
      return hoard()
    case 'buffers':
      for (;;) kept.push(Buffer.alloc(2 ** 20, 1))
    case 'stay-fat':
      for (let i = 0; i < 100; i++) kept.push(Buffer.alloc(2 ** 20, 1))
      return process.pid
    case 'pid':
      return process.pid
    case 'throw':
      throw new Error('worker threw')
    case 'exit':
      return process.exit(7)
  }
}

answerJobs<Job, number, unknown>(act)
