/** The parent's side: papers handed to a process that may be killed, its loss told in a sentence. */
import { refused } from '../../../kit/problem.ts'
import { defaultLimits } from '../../../platform/documents/limits.ts'
import { type Loss, Pool } from '../../../platform/pool/pool.ts'
import type { Answer, Job, PagePicture, RedactedCopy, Scanned } from './jobs.ts'

interface Answers {
  readonly scan: Scanned
  readonly page: PagePicture
  readonly redact: RedactedCopy
}

export interface MaterialReader {
  /** Throws a Problem that says why nothing comes of the paper. */
  readonly ask: <D extends Job['do']>(job: Extract<Job, { do: D }>) => Promise<Answers[D]>
  readonly close: () => void
}

/** `worker`: the built entry. The process starts when there is work. */
export function materialReader(worker: URL): MaterialReader {
  const bounds = { seconds: defaultLimits.milliseconds / 1000, megabytes: defaultLimits.memoryMegabytes }
  const pool = new Pool<Job, never, Answer>({ entry: worker, size: 1, ...bounds })
  return {
    ask: async <D extends Job['do']>(job: Extract<Job, { do: D }>) => {
      const outcome = await pool.run(job)
      if (!outcome.ok) throw refused(lost(outcome.lost))
      const { answer } = outcome
      if (answer.is === 'refused') throw refused({ code: answer.code, says: answer.says })
      return answer as Answers[D]
    },
    close: () => pool.close(),
  }
}

function lost(loss: Loss) {
  if (loss === 'fault') {
    return {
      code: 'fault',
      says: {
        zh: '程序在处理这份材料时出错，原件没有变动；请另存为 PDF 再试，并反馈给维护者',
        en: 'The program failed on this paper, which is unchanged; try it saved as PDF, and report it',
      },
    }
  }
  return {
    code: loss,
    says: {
      zh: '处理这份材料所需的时间或者内存超过限度，已中止；请拆成几个文件再试',
      en: 'This paper takes more time or memory than is allowed and was stopped; split it into several files',
    },
  }
}
