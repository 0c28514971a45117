/** A report handed in: read by the engine, checked with the year before, filed and kept. */
import { check } from '../../../domain/report/check/index.ts'
import type { Report } from '../../../domain/report/report.ts'
import { changedMeanwhile, Problem, problemOf, refused, refusedInput } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import { keepable } from '../../../kit/strange-text.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { defaultLimits } from '../../../platform/documents/index.ts'
import type { UploadGroup } from '../../../platform/storage/upload-kinds.ts'
import { truthfulName } from '../../../platform/storage/upload-kinds.ts'
import { tellUpload } from '../../../platform/storage/upload-type.ts'
import { Trouble } from '../../../platform/trouble.ts'
import type * as contracts from '../contract.ts'
import type { Engine } from '../engine.ts'
import { type ShownReport, shownReport } from './shown.ts'
import { addFile, changeReport, headOf, holdReportOf, putReport } from './store.ts'
import { isInfected, isPublished, noReporter, reportWord } from './words.ts'

type KeepTask = Task<typeof contracts.keepReport>

/** One document at a time; archives go to the check of many. */
const groups: readonly UploadGroup[] = ['document', 'page']

/**
 * Keeps the report under whose and of which year it says it is. One that is there and not published is replaced, its
 * version going up by one; a published one stays until it is taken down.
 */
export async function keepReport(task: KeepTask, engine: Engine): Promise<Done<ShownReport>> {
  const { tx, now, params, body, services } = task
  const { agencyId } = params
  const bytes = new Uint8Array(Buffer.from(body.file, 'base64'))
  const kind = await tellUpload(bytes, groups, defaultLimits).catch(error => {
    throw error instanceof Trouble ? badFile(error) : error
  })
  const report = await readOne(engine, body.name, bytes)
  const { reporter, year } = whose(report)
  const before = await holdReportOf(tx, agencyId, reporter, year)
  if (before?.publishedAt) throw refused(isPublished(reporter, year))
  const previous = await holdReportOf(tx, agencyId, reporter, year - 1)
  const id = before?.id ?? uuid7(now.getTime(), services.random)
  const fileId = uuid7(now.getTime(), services.random)
  const { accountId } = signedIn(task).actor
  const scan = await scanned(services, bytes)
  const { hash, size } = await services.blobs.put(once(bytes), { mostBytes: defaultLimits.fileBytes })
  const name = truthfulName(kind, body.name)
  await addFile(tx, { agencyId, id: fileId, hash, size, type: kind, name, scan, at: now, accountId })
  const version = (before?.version ?? 0) + 1
  const findings = findingsOf(report, previous?.report ?? null)
  const what = { agencyId, id, reporter, year, edition: report.edition, report, findings, fileId }
  const put = await putReport(tx, { ...what, version, publishedAt: null, savedAt: now, accountId })
  if (!put) throw changedMeanwhile(reportWord)
  await checkNextYear(tx, { agencyId, reporter, year }, report)
  const kept = await headOf(tx, agencyId, id)
  if (!kept) throw new Error('a report was kept and is not there')
  const data = { reporter, year, version, file: hash, errors: kept.errors, warnings: kept.warnings }
  return { answer: shownReport(kept), record: [{ subject: `report:${id}`, data }] }
}

async function readOne(engine: Engine, file: string, bytes: Uint8Array): Promise<Report> {
  for await (const checked of engine.checkAll([{ file, bytes }], 'zh')) {
    if ('error' in checked) {
      throw refusedInput('body', [{ code: checked.error.code, says: checked.error.says, at: 'file' }])
    }
    return keepable(checked.report)
  }
  throw refusedInput('body', [noReporter])
}

/** The name without spaces and in one width, so that the same reporter is the same next year. */
function whose({ agency, year }: Report): { readonly reporter: string; readonly year: number } {
  const reporter = agency?.normalize('NFKC').replace(/\s+/g, '') ?? ''
  if (reporter === '' || year === null) throw refusedInput('body', [noReporter])
  return { reporter, year }
}

/** Also with what follows from the year before, where that is kept. */
function findingsOf(report: Report, previous: Report | null) {
  return keepable(check(report, { lang: 'zh', ...(previous ? { previous } : {}) }))
}

/** The report of the year after is checked against this one; against none where this one is gone. */
export async function checkNextYear(
  tx: Tx,
  { agencyId, reporter, year }: { readonly agencyId: string; readonly reporter: string; readonly year: number },
  report: Report | null,
): Promise<void> {
  const next = await holdReportOf(tx, agencyId, reporter, year + 1)
  if (next) await changeReport(tx, next, { findings: findingsOf(next.report, report) })
}

function badFile({ code, says, mend }: Trouble): Problem {
  return new Problem({ ...problemOf({ code, says, at: 'body.file' }), mend })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** What is kept of the scan; an infected file is refused. */
async function scanned({ scanner }: Pick<KeepTask['services'], 'scanner'>, bytes: Uint8Array): Promise<string> {
  if (!scanner) return 'unscanned'
  const result = await scanner.scan(once(bytes))
  if (result.state === 'infected') throw refused(isInfected(result.signature))
  return result.state
}
