/** Takes in files of any number and kind and yields what each holds: the one way in for command line and server. */
import type { Lang } from '../../domain/kernel/lang.ts'
import type { Finding, Report } from '../../domain/report/report.ts'
import { defaultLimits, type Limits } from '../../platform/documents/limits.ts'
import type { WrittenFormat } from '../../platform/documents/write/index.ts'
import { inOrder } from '../../platform/pool/in-order.ts'
import { type Outcome, Pool } from '../../platform/pool/pool.ts'
import type { Answer, Job, Part, Source } from './jobs.ts'
import { lossTrouble, type Trouble } from './trouble.ts'

export interface IntakeOptions {
  /** The built worker. */
  readonly worker: URL
  /** Files read at the same time. */
  readonly jobs: number
  readonly limits?: Limits
  /** Lets warnings of the workers through to stderr. */
  readonly verbose?: boolean
}

/** A file to be taken in; with `trouble` where it is known beforehand that it cannot be. */
export type Incoming = { readonly file: string } & (Source | { readonly trouble: Trouble })

/** One document: what it holds, or why nothing can be had from it. Documents of a zip are named `zip/name`. */
export type Checked =
  | { readonly file: string; readonly report: Report; readonly findings: readonly Finding[] }
  | { readonly file: string; readonly error: Trouble }

export type Written =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly error: Trouble }

export interface Intake {
  /**
   * Reads and checks files, archives unpacked; yields in the order given, each as soon as it and those before it are
   * done, and draws no more files than its results are taken. `lang` is the language of the findings.
   */
  readonly checkAll: (files: AsyncIterable<Incoming> | Iterable<Incoming>, lang: Lang) => AsyncGenerator<Checked>
  /** Checks again with last year's report beside it. */
  readonly checkChain: (report: Report, previous: Report, lang: Lang) => Promise<readonly Finding[] | Trouble>
  /** Writes a report as a document. */
  readonly write: (report: Report, format: WrittenFormat) => Promise<Written>
  /** Ends the workers. Without it they end with the process. */
  readonly close: () => void
}

/** Sets up the workers; they start when there is work. */
export function createIntake({ worker, jobs, limits = defaultLimits, verbose = false }: IntakeOptions): Intake {
  const bounds = { seconds: limits.milliseconds / 1000, megabytes: limits.memoryMegabytes }
  const pool = new Pool<Job, Part, Answer>({ entry: worker, size: jobs, ...bounds, verbose })

  const ask = async (job: Job, onPart?: (part: Part) => void): Promise<Answer> => {
    const outcome: Outcome<Answer> = await pool.run(job, onPart)
    if (outcome.ok) return outcome.answer
    if (verbose && outcome.lost === 'fault') console.error(outcome.detail)
    return { is: 'trouble', trouble: lossTrouble(outcome.lost, bounds) }
  }

  async function* checkAll(files: AsyncIterable<Incoming> | Iterable<Incoming>, lang: Lang): AsyncGenerator<Checked> {
    const checkOne = async (incoming: Incoming): Promise<[Incoming, Answer]> => {
      if ('trouble' in incoming) return [incoming, { is: 'trouble', trouble: incoming.trouble }]
      return [incoming, await ask({ do: 'check', source: sourceOf(incoming), lang, limits })]
    }
    // Twice the workers: enough that none waits for the reader of the results.
    for await (const [incoming, answer] of inOrder(files, checkOne, jobs * 2)) {
      const { file } = incoming
      if (answer.is === 'report') yield { file, report: answer.report, findings: answer.findings }
      else if (answer.is === 'trouble') yield { file, error: answer.trouble }
      else if (answer.is === 'archive' && !('trouble' in incoming)) yield* checkInside(file, sourceOf(incoming), lang)
      else throw new Error(`a worker answered ${answer.is} to check`)
    }
  }

  /** Only when its turn has come: so no more than one archive lies unpacked in memory. */
  async function* checkInside(file: string, source: Source, lang: Lang): AsyncGenerator<Checked> {
    const parts: Part[] = []
    const answer = await ask({ do: 'unpack', source, limits }, part => parts.push(part))
    yield* checkAll(consume(file, parts), lang)
    if (answer.is === 'trouble') yield { file, error: answer.trouble }
  }

  return {
    checkAll,
    checkChain: async (report, previous, lang) => {
      const answer = await ask({ do: 'check_chain', report, previous, lang })
      if (answer.is === 'findings') return answer.findings
      if (answer.is === 'trouble') return answer.trouble
      throw new Error(`a worker answered ${answer.is} to check_chain`)
    },
    write: async (report, format) => {
      const answer = await ask({ do: 'render', report, format })
      if (answer.is === 'document') return { ok: true, bytes: answer.bytes }
      if (answer.is === 'trouble') return { ok: false, error: answer.trouble }
      throw new Error(`a worker answered ${answer.is} to render`)
    },
    close: () => pool.close(),
  }
}

function sourceOf(incoming: Incoming & Source): Source {
  return 'bytes' in incoming ? { bytes: incoming.bytes } : { path: incoming.path }
}

/** Files of an archive one by one, each let go of when it is taken. */
function* consume(archive: string, parts: Part[]): Generator<Incoming> {
  parts.reverse()
  for (let part = parts.pop(); part; part = parts.pop()) {
    const file = `${archive}/${part.name}`
    yield 'bytes' in part ? { file, bytes: part.bytes } : { file, trouble: part.trouble }
  }
}
