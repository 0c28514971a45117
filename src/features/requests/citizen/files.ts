/** Letters and papers an applicant takes from the portal: only what has left for them. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { done, type Result, refuse } from '../../../domain/kernel/result.ts'
import { servedFile } from '../../../kit/closed-files.ts'
import type { Entry } from '../../../kit/routes.ts'
import { openPaper } from '../actions/keep-paper.ts'
import { type Call, setupOf } from '../actions/setup.ts'
import type { CitizenFile, Follower } from '../citizen.ts'
import { fileOfLetter } from '../letters/files.ts'
import { letterById } from '../store/letters.ts'
import { paperById } from '../store/papers.ts'
import type { KeptRequest } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'
import { found } from './find.ts'
import { handedOverIds, toApplicant } from './tracked.ts'

export interface Taken {
  readonly file: CitizenFile
  readonly record: readonly Entry[]
}

/** The letter as issued, in PDF. */
export async function letterFor(call: Call, agencyId: string, who: Follower, letterId: string): Promise<Result<Taken>> {
  const kept = await found(call, agencyId, who)
  if (!kept.ok) return kept
  const { id } = kept.value.case
  const known = toApplicant(kept.value.case).some(letter => letter.id === letterId)
  const row = known ? await letterById(call.tx, agencyId, id, letterId) : null
  const file = row && (await fileOfLetter(call, await setupOf(call, agencyId), row, 'pdf'))
  if (!file) return refuse('not_found', notThere)
  return done({ file, record: [{ kind: 'requests.letterFile', subject: subjectOf(id), data: { letterId } }] })
}

export async function attachmentFor(
  call: Call,
  agencyId: string,
  who: Follower,
  paperId: string,
): Promise<Result<Taken>> {
  const kept = await found(call, agencyId, who)
  if (!kept.ok) return kept
  if (!handedOverIds(kept.value.case).includes(paperId)) return refuse('not_found', notThere)
  return taken(call, kept.value, paperId, { kind: 'requests.paperFile', data: { paperId } })
}

async function taken(
  call: Call,
  { case: of }: KeptRequest,
  paperId: string,
  entry: Omit<Entry, 'subject'>,
): Promise<Result<Taken>> {
  const paper = await paperById(call.tx, of.agencyId, of.id, paperId)
  if (!paper) return refuse('not_found', notThere)
  const { keys } = await setupOf(call, of.agencyId)
  const file = servedFile(paper, await openPaper(call.services, keys, paper))
  return done({ file, record: [{ ...entry, subject: subjectOf(of.id) }] })
}

const notThere: Said = {
  zh: '没有这份文件，或者现在不能在这里下载',
  en: 'There is no such file, or it cannot be downloaded here now',
}
