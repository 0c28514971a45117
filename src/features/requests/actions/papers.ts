/** Papers of a case: added, removed from the file, handed out. Every handing out is recorded (个保法51). */

import { servedFile } from '../../../kit/closed-files.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { notFound } from '../../../kit/problem.ts'
import { type Done, type Entry, signedIn, type Task } from '../../../kit/routes.ts'
import type * as contracts from '../contract/index.ts'
import { changePaper, type PaperRow, paperById } from '../store/papers.ts'
import { subjectOf } from '../store/timeline.ts'
import { paperWord } from '../words.ts'
import { keepPaper, openPaper } from './keep-paper.ts'
import { mustBeOpenFile, mustBeRemovable } from './paper-rules.ts'
import { caseOf, heldCase } from './run-act.ts'
import { setupOf } from './setup.ts'
import { type ShownPaper, shownPaper } from './shown-paper.ts'

export async function addPaper(task: Task<typeof contracts.addPaper>): Promise<Done<ShownPaper>> {
  const { tx, now, services, params, body } = task
  const { agencyId, requestId } = params
  const held = await heldCase(task, params)
  mustBeOpenFile(held.case)
  const { keys } = await setupOf(task, agencyId)
  const { actor } = signedIn(task)
  const filing = { tx, now, services, keys, agencyId, requestId, accountId: actor.accountId }
  const bytes = Buffer.from(body.file, 'base64')
  const row = await keepPaper(filing, { kind: body.kind, name: body.name, bytes, at: 'file' })
  return { answer: shownPaper(row, { [actor.accountId]: task.caller?.name ?? '' }), record: [entryOf(row)] }
}

/** Taken off the file: no longer shown or handed over. The stored paper stays as long as the case is kept. */
export async function removePaper(task: Task<typeof contracts.removePaper>): Promise<Done<null>> {
  const held = await heldCase(task, task.params)
  const row = await paperOf(task, task.params)
  await mustBeRemovable(task.tx, held.case, row)
  await changePaper(task.tx, row, { removedAt: task.now })
  return { answer: null, record: [entryOf(row)] }
}

export async function paperFile(task: Task<typeof contracts.paperFile>): Promise<AnswerOf<typeof contracts.paperFile>> {
  await caseOf(task, task.params)
  const row = await paperOf(task, task.params)
  const { keys } = await setupOf(task, task.params.agencyId)
  return servedFile(row, await openPaper(task.services, keys, row))
}

export function recordPaperFile({ params }: Pick<Task<typeof contracts.paperFile>, 'params'>): Entry[] {
  return [{ subject: subjectOf(params.requestId), data: { paperId: params.paperId } }]
}

/** Throws `not_found` where there is none, or none of that case. */
export async function paperOf(
  { tx }: Pick<Task<typeof contracts.paperFile>, 'tx'>,
  { agencyId, requestId, paperId }: Task<typeof contracts.paperFile>['params'],
): Promise<PaperRow> {
  const row = await paperById(tx, agencyId, requestId, paperId)
  if (!row) throw notFound(paperWord)
  return row
}

/** What it is, never what it is called: names of files tell whose they are. */
export function entryOf({ id, requestId, kind, type, size, sha256, scan, fromId }: PaperRow): Entry {
  const data = { paperId: id, kind, type, size, sha256, scan, ...(fromId !== null && { fromId }) }
  return { subject: subjectOf(requestId), data }
}
