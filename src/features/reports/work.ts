/** One job of a worker, from bytes to answer. */
import { check } from '../../domain/report/check/index.ts'
import { readReport } from '../../domain/report/read/index.ts'
import type { Paper } from '../../paper/paper.ts'
import { type Limits, readPaper, sniff, unpack } from '../../platform/documents/index.ts'
import { readFileCapped } from '../../platform/files/read-capped.ts'
import { problemOf } from '../../platform/files/walk.ts'
import type { Answer, Job, Part, Source } from './jobs.ts'
import { reportInJson } from './json-report.ts'
import { oversize, pathTrouble, troubleOf } from './trouble.ts'

/** Does one job. What is wrong with the input is an answer; what is thrown is a fault of the program. */
export async function work(job: Job, give: (part: Part) => Promise<void>): Promise<Answer> {
  switch (job.do) {
    case 'check':
      return guarded(() => readAndCheck(job))
    case 'unpack':
      return guarded(() => unpackAll(job, give))
    case 'check_chain':
      return { is: 'findings', findings: check(job.report, { lang: job.lang, previous: job.previous }) }
    case 'render': {
      const { renderReport } = await import('./render.ts')
      return { is: 'document', bytes: await renderReport(job.report, job.format, { made: new Date() }) }
    }
  }
}

async function guarded(act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act()
  } catch (error) {
    return { is: 'trouble', trouble: troubleOf(error) }
  }
}

async function readAndCheck({ source, lang, limits }: Job & { do: 'check' }): Promise<Answer> {
  const bytes = await bytesOf(source, limits)
  if ('trouble' in bytes) return bytes
  const given = reportInJson(bytes.bytes)
  if (given && !given.ok) return { is: 'trouble', trouble: given.trouble }
  if (given) return { is: 'report', report: given.report, findings: check(given.report, { lang }) }
  if (sniff(bytes.bytes, limits) === 'zip') return { is: 'archive' }
  const paper: Paper = await readPaper(bytes.bytes, limits)
  const read = readReport(paper)
  if (!read.ok) return { is: 'trouble', trouble: { code: read.code, says: read.says } }
  return { is: 'report', report: read.report, findings: check(read.report, { lang }) }
}

async function unpackAll(
  { source, limits }: Job & { do: 'unpack' },
  give: (part: Part) => Promise<void>,
): Promise<Answer> {
  const bytes = await bytesOf(source, limits)
  if ('trouble' in bytes) return bytes
  for await (const { name, ...rest } of unpack(bytes.bytes, limits)) {
    await give('bytes' in rest ? { name, bytes: rest.bytes } : { name, trouble: troubleOf(rest.error) })
  }
  return { is: 'unpacked' }
}

type Bytes = { readonly bytes: Uint8Array } | (Answer & { is: 'trouble' })

async function bytesOf(source: Source, limits: Limits): Promise<Bytes> {
  const bytes = 'bytes' in source ? source.bytes : await readPath(source.path, limits.fileBytes)
  if (typeof bytes === 'string') return { is: 'trouble', trouble: pathTrouble(bytes) }
  // Plain bytes: some readers refuse Node's own kind of them.
  if (bytes && bytes.length <= limits.fileBytes) {
    return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
  }
  return { is: 'trouble', trouble: oversize(limits.fileBytes) }
}

async function readPath(path: Uint8Array, most: number) {
  try {
    return await readFileCapped(path, most)
  } catch (error) {
    return problemOf(error)
  }
}
