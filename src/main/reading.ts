/** Opens the intake for a command and turns what was typed into files. */
import { createIntake, type Incoming, type Intake } from '../features/reports/intake.ts'
import { oversize, pathTrouble } from '../features/reports/trouble.ts'
import { limitsWith } from '../platform/documents/limits.ts'
import { readCapped } from '../platform/files/read-capped.ts'
import { walk } from '../platform/files/walk.ts'
import { workerEntry } from './root.ts'

/** Options of every command that reads reports, as parsed. */
export interface ReadingOptions {
  readonly jobs: number
  readonly maxFileMb: number
  readonly maxUnpackedMb: number
  readonly maxEntries: number
  readonly maxRatio: number
  readonly maxPages: number
  readonly maxSeconds: number
  readonly maxMemoryMb: number
}

const MB = 2 ** 20

/** The workers for a command, with the limits it was given; closed when `use` is done. */
export async function withIntake<Result>(given: ReadingOptions, use: (intake: Intake) => Promise<Result>) {
  const limits = limitsWith({
    fileBytes: given.maxFileMb * MB,
    unpackedBytes: given.maxUnpackedMb * MB,
    entries: given.maxEntries,
    ratio: given.maxRatio,
    pages: given.maxPages,
    milliseconds: given.maxSeconds * 1000,
    memoryMegabytes: given.maxMemoryMb,
  })
  const verbose = Boolean(process.env.GONGKAI_DEBUG)
  const intake = createIntake({ worker: workerEntry, jobs: given.jobs, limits, verbose })
  try {
    return await use(intake)
  } finally {
    intake.close()
  }
}

/** The files behind the paths typed, `-` being standard input. */
export async function* incoming(paths: readonly string[], given: ReadingOptions): AsyncGenerator<Incoming> {
  for (const path of paths) {
    if (path === '-') yield await standardInput(given.maxFileMb * MB)
    else yield* filesAt(path)
  }
}

async function standardInput(most: number): Promise<Incoming> {
  const bytes = await readCapped(process.stdin, most)
  return bytes ? { file: '-', bytes } : { file: '-', trouble: oversize(most) }
}

async function* filesAt(path: string): AsyncGenerator<Incoming> {
  for await (const found of walk([path])) {
    if ('problem' in found) yield { file: found.name, trouble: pathTrouble(found.problem) }
    else yield { file: found.name, path: found.path }
  }
}
