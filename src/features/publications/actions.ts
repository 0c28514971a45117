/** Drafts to publish: looked at, begun, edited, discarded (条例19-22). */
import type { Result } from '../../domain/kernel/result.ts'
import { beginDraft, changedFields, discardDraft, editDraft } from '../../domain/publication/draft.ts'
import type { Publication, PublicationContent } from '../../domain/publication/publication.ts'
import type { AnswerOf } from '../../kit/contract.ts'
import { dayOf } from '../../kit/days.ts'
import { pageFrom } from '../../kit/paging.ts'
import { changedMeanwhile, notFound, refusedInput } from '../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../kit/routes.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { uuid7 } from '../../platform/db/uuid7.ts'
import type * as contracts from './contract.ts'
import { isOpenSection } from './lookups.ts'
import { shownItem, viewOf } from './shown.ts'
import {
  addPublication,
  holdPublication,
  type KeptPublication,
  publicationById,
  publicationsBehind,
  savePublication,
} from './store.ts'
import { noSection, publicationWord, subjectOf } from './words.ts'

type View = AnswerOf<typeof contracts.getPublication>

export async function list({
  tx,
  params,
  query,
}: Task<typeof contracts.listPublications>): Promise<AnswerOf<typeof contracts.listPublications>> {
  const { after, limit, ...filters } = query
  const rows = await publicationsBehind(tx, params.agencyId, filters, { after, limit })
  return pageFrom(rows, limit, ({ updatedAt, publication: { id } }) => [updatedAt.toISOString(), id], shownItem)
}

export async function get({ tx, params }: Task<typeof contracts.getPublication>): Promise<View> {
  const kept = await publicationById(tx, params.agencyId, params.publicationId)
  if (!kept) throw notFound(publicationWord)
  return viewOf(tx, kept)
}

export async function create(task: Task<typeof contracts.createPublication>): Promise<Done<View>> {
  const { tx, now, params, body, services } = task
  const { agencyId } = params
  await checkSection(tx, agencyId, body, null)
  const id = uuid7(now.getTime(), services.random)
  const begun = taken(beginDraft({ agencyId, id, content: body, source: { kind: 'own' } }, dayOf(now)))
  await addPublication(tx, begun, now)
  const { category } = begun.content
  return {
    answer: await viewOf(tx, { publication: begun, createdAt: now, updatedAt: now }),
    record: [{ subject: subjectOf(id), data: { source: 'own', category, version: begun.version } }],
  }
}

export async function edit(task: Task<typeof contracts.editPublication>): Promise<Done<View>> {
  const { tx, now, params, body } = task
  const { version, ...content } = body
  const { publication: before, createdAt } = await held(tx, params, version)
  await checkSection(tx, params.agencyId, content, before.content)
  const after = taken(editDraft(before, content, dayOf(now)))
  await savePublication(tx, after, now)
  const data = { version: after.version, changed: changedFields(before.content, after.content) }
  return {
    answer: await viewOf(tx, { publication: after, createdAt, updatedAt: now }),
    record: [{ subject: subjectOf(after.id), data }],
  }
}

export async function discard(task: Task<typeof contracts.discardPublication>): Promise<Done<View>> {
  const { tx, now, params, body } = task
  const { publication: before, createdAt } = await held(tx, params, body.version)
  const by = signedIn(task).actor.accountId
  const after = taken(discardDraft(before, { on: dayOf(now), by, reason: body.reason }))
  await savePublication(tx, after, now)
  return {
    answer: await viewOf(tx, { publication: after, createdAt, updatedAt: now }),
    record: [{ subject: subjectOf(after.id), data: { version: after.version, reasonLength: body.reason.length } }],
  }
}

type Params = Task<typeof contracts.getPublication>['params']

/** Held until the transaction ends. Throws `not_found`, or `changed_meanwhile` where it is of another version. */
export async function held(tx: Tx, { agencyId, publicationId }: Params, version?: number): Promise<KeptPublication> {
  const kept = await holdPublication(tx, agencyId, publicationId)
  if (!kept) throw notFound(publicationWord)
  if (version !== undefined && kept.publication.version !== version) throw changedMeanwhile(publicationWord)
  return kept
}

/** A section that was closed since stays where it was named. */
async function checkSection(
  tx: Tx,
  agencyId: string,
  { sectionId }: Pick<PublicationContent, 'sectionId'>,
  before: PublicationContent | null,
): Promise<void> {
  if (sectionId === null || sectionId === before?.sectionId) return
  if (!(await isOpenSection(tx, agencyId, sectionId))) throw refusedInput('body', [noSection])
}

function taken(result: Result<Publication>): Publication {
  if (result.ok) return result.value
  throw refusedInput('body', [result.refusal])
}
