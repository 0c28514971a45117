/** The worker's entry: papers are looked into in a process that may be killed. */
import { answerJobs } from '../../../platform/pool/child.ts'
import type { Answer, Job } from './jobs.ts'
import { work } from './work.ts'

answerJobs<Job, never, Answer>(work)
