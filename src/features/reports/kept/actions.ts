/** Reports kept: seen, published, taken down, removed. */
import type { Resource } from '../../../domain/people/policy.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { pageFrom } from '../../../kit/paging.ts'
import { changedMeanwhile, notFound, refused } from '../../../kit/problem.ts'
import type { Done, Task } from '../../../kit/routes.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type * as contracts from '../contract.ts'
import { checkNextYear } from './keep.ts'
import { type ShownReport, shownReport } from './shown.ts'
import { changeReport, dropReport, headOf, holdReport, type ReportHead, reportById, reportsBehind } from './store.ts'
import { reportWord, stillPublished } from './words.ts'

export async function list({
  tx,
  params,
  query,
}: Task<typeof contracts.listReports>): Promise<AnswerOf<typeof contracts.listReports>> {
  const rows = await reportsBehind(tx, params.agencyId, query)
  return pageFrom(rows, query.limit, ({ year, reporter }) => [year, reporter], shownReport)
}

export async function get({
  tx,
  params: { agencyId, reportId },
}: Task<typeof contracts.getReport>): Promise<AnswerOf<typeof contracts.getReport>> {
  const [shown, whole] = [await headOf(tx, agencyId, reportId), await reportById(tx, agencyId, reportId)]
  if (!shown || !whole) throw notFound(reportWord)
  return { ...shownReport(shown), report: whole.report, findings: [...whole.findings] }
}

/** Who handed it in may not publish it; taking down is nobody's draft. */
export async function publishedReport({ tx, params, body }: Task<typeof contracts.publishReport>): Promise<Resource> {
  const { agencyId, reportId } = params
  const found = body.published ? await headOf(tx, agencyId, reportId) : null
  // What is not there is told after the caller has been judged.
  return { agencyId, authorId: found?.accountId ?? null }
}

export async function publish({
  tx,
  now,
  params: { agencyId, reportId },
  body,
}: Task<typeof contracts.publishReport>): Promise<Done<ShownReport>> {
  const found = await holdReport(tx, agencyId, reportId)
  if (!found) throw notFound(reportWord)
  if (found.version !== body.version) throw changedMeanwhile(reportWord)
  const { reporter, year, version } = found
  // Published again it keeps its day.
  const publishedAt = body.published ? (found.publishedAt ?? now) : null
  await changeReport(tx, found, { publishedAt, version: version + 1 })
  const data = { reporter, year, version: version + 1, published: body.published }
  return {
    answer: shownReport(await headAgain(tx, agencyId, reportId)),
    record: [{ subject: `report:${reportId}`, data }],
  }
}

async function headAgain(tx: Tx, agencyId: string, id: string): Promise<ReportHead> {
  const found = await headOf(tx, agencyId, id)
  if (!found) throw notFound(reportWord)
  return found
}

export async function remove({
  tx,
  params: { agencyId, reportId },
}: Task<typeof contracts.removeReport>): Promise<Done<null>> {
  const found = await holdReport(tx, agencyId, reportId)
  if (!found) throw notFound(reportWord)
  if (found.publishedAt) throw refused(stillPublished)
  await dropReport(tx, found)
  await checkNextYear(tx, found, null)
  const { reporter, year, version } = found
  return { answer: null, record: [{ subject: `report:${reportId}`, data: { reporter, year, version } }] }
}
