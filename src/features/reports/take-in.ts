/** Uploaded files into a visit: each is checked, its outcome kept. The one verb behind form, API and samples. */
import type { Lang } from '../../domain/kernel/lang.ts'
import type { Engine } from './engine.ts'
import type { Incoming } from './intake.ts'
import { samples } from './samples.ts'
import type { Entry, Gone, VisitStore } from './visit.ts'

/** Why nothing more went into the visit. */
export type Stop = 'full' | Gone

/** Checks files and adds what they hold to the visit, yielding every new entry; ends early with why, if it must. */
export async function* takeIn(
  engine: Engine,
  visits: VisitStore,
  visit: string,
  files: Iterable<Incoming>,
  lang: Lang,
): AsyncGenerator<Entry, Stop | null> {
  for await (const checked of engine.checkAll(files, lang)) {
    const file = readableName(checked.file)
    const added = visits.add(visit, [{ ...checked, file }])
    if (typeof added === 'string') return added
    yield* added
  }
  return null
}

/** The sample files, written by the same writers as any download. Throws where a writer fails: a fault. */
export async function sampleFiles(engine: Engine): Promise<Incoming[]> {
  return Promise.all(
    samples.map(async ({ file, format, report }) => {
      const written = await engine.write(report, format)
      if (!written.ok) throw new Error(`sample ${file}: ${written.error.code}`)
      return { file, bytes: written.bytes }
    }),
  )
}

const longest = 200

/** A file's name as it may be shown: marks that steer the screen or the writing direction are made visible. */
function readableName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\ufffd')
  const letters = [...plain]
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : plain
}
