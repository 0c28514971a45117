/** The worker's entry: reads, checks and writes reports in a process that may be killed. */
import { answerJobs } from '../../platform/pool/child.ts'
import type { Answer, Job, Part } from './jobs.ts'
import { work } from './work.ts'

answerJobs<Job, Part, Answer>(work)
