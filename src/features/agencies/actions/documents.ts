/** Guide, rules and pages: written in versions, shown by a person other than who wrote (条例12; D§1.2, 7.4). */
import type { Resource } from '../../../domain/people/policy.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { changedMeanwhile, notFound, refused } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type * as contracts from '../contract.ts'
import { tellAuthor, tellPublishers } from '../notices.ts'
import {
  addVersion,
  changeDocument,
  type DocumentRow,
  documentById,
  documentsOf,
  dropDocument,
  holdDocument,
  insertDocument,
  type LatestRow,
  markPublished,
  versionOf,
  versionsOf,
} from '../store/documents.ts'
import { documentWord, secondGuide, versionWord, wasPublished } from '../words.ts'
import { refuseTaken } from './agencies.ts'

type Item = AnswerOf<typeof contracts.addDocument>

function item({
  document,
  latest,
}: {
  document: DocumentRow
  latest: Pick<LatestRow['latest'], 'version' | 'title'>
}): Item {
  const { id, slug, shown, updatedAt } = document
  const head = { id, kind: document.kind as Item['kind'], slug, title: latest.title, latest: latest.version, shown }
  return { ...head, updatedAt: updatedAt.toISOString() }
}

export async function documents({
  tx,
  params,
}: Task<typeof contracts.listDocuments>): Promise<AnswerOf<typeof contracts.listDocuments>> {
  return { items: (await documentsOf(tx, params.agencyId)).map(item) }
}

export async function document({
  tx,
  params: { agencyId, documentId },
}: Task<typeof contracts.getDocument>): Promise<AnswerOf<typeof contracts.getDocument>> {
  const found = await whole(tx, await documentById(tx, agencyId, documentId))
  const versions = found.versions.map(({ version: v, author }) => ({
    version: v.version,
    title: v.title,
    body: v.body,
    author: author ?? '',
    savedAt: v.savedAt.toISOString(),
    publishedAt: v.publishedAt?.toISOString() ?? null,
  }))
  return { ...item(found), versions }
}

/** The page with its versions, held until the transaction ends. Throws `not_found`. */
async function held(tx: Tx, agencyId: string, documentId: string) {
  return whole(tx, await holdDocument(tx, agencyId, documentId))
}

async function whole(tx: Tx, row: DocumentRow | null) {
  const versions = row ? await versionsOf(tx, row.agencyId, row.id) : []
  const latest = versions[0]?.version
  if (!row || !latest) throw notFound(documentWord)
  return { document: row, latest, versions }
}

export async function addDocument(task: Task<typeof contracts.addDocument>): Promise<Done<Item>> {
  const { tx, now, params, body, services } = task
  const { agencyId } = params
  if (body.kind === 'guide' && (await documentsOf(tx, agencyId)).some(d => d.document.kind === 'guide')) {
    throw refused(secondGuide)
  }
  const id = uuid7(now.getTime(), services.random)
  const row = { agencyId, id, kind: body.kind, slug: body.slug, shown: null, updatedAt: now }
  refuseTaken(await insertDocument(tx, row))
  const latest = { version: 1, title: body.title }
  const text = { agencyId, documentId: id, ...latest, body: body.body }
  await addVersion(tx, { ...text, authorId: signedIn(task).actor.accountId, savedAt: now })
  await tellPublishers(task, { documentId: id, ...latest })
  const data = { kind: body.kind, slug: body.slug, title: body.title }
  return { answer: item({ document: { ...row, position: 0 }, latest }), record: [{ subject: `document:${id}`, data }] }
}

/** A version is never changed: what is written on goes into a new one, if nobody else saved one meanwhile. */
export async function saveDocument(task: Task<typeof contracts.saveDocument>): Promise<Done<Item>> {
  const { tx, now, params, body } = task
  const { agencyId, documentId } = params
  const found = await held(tx, agencyId, documentId)
  if (found.latest.version !== body.base) throw changedMeanwhile(documentWord)
  const latest = { version: body.base + 1, title: body.title }
  const text = { agencyId, documentId, ...latest, body: body.body }
  await addVersion(tx, { ...text, authorId: signedIn(task).actor.accountId, savedAt: now })
  await changeDocument(tx, found.document, { updatedAt: now })
  await tellPublishers(task, { documentId, ...latest })
  const answer = item({ document: { ...found.document, updatedAt: now }, latest })
  return { answer, record: [{ subject: `document:${documentId}`, data: latest }] }
}

/** Whose draft it is that would be shown; taking down is nobody's. */
export async function publishedDraft({ tx, params, body }: Task<typeof contracts.publishDocument>): Promise<Resource> {
  const { agencyId, documentId } = params
  if (body.version === null) return { agencyId, authorId: null }
  const draft = await versionOf(tx, agencyId, documentId, body.version)
  // What is not there is told after the caller has been judged.
  return { agencyId, authorId: draft?.authorId ?? null }
}

export async function publishDocument(task: Task<typeof contracts.publishDocument>): Promise<Done<Item>> {
  const { tx, now, params, body } = task
  const { agencyId, documentId } = params
  const found = await held(tx, agencyId, documentId)
  if (body.version !== null) {
    const draft = found.versions.find(({ version }) => version.version === body.version)?.version
    if (!draft) throw notFound(versionWord)
    // Shown again, it counts as published anew.
    const by = signedIn(task).actor.accountId
    await markPublished(tx, draft, { publishedAt: now, publishedBy: by })
  }
  await changeDocument(tx, found.document, { shown: body.version, updatedAt: now })
  const about = found.versions.find(({ version }) => version.version === (body.version ?? found.document.shown))
  if (about && body.version !== found.document.shown) {
    await tellAuthor(task, { ...about.version, shown: body.version })
  }
  const answer = item({ ...found, document: { ...found.document, shown: body.version, updatedAt: now } })
  const data = { before: found.document.shown, shown: body.version }
  return { answer, record: [{ subject: `document:${documentId}`, data }] }
}

export async function removeDocument({
  tx,
  params: { agencyId, documentId },
}: Task<typeof contracts.removeDocument>): Promise<Done<null>> {
  const found = await held(tx, agencyId, documentId)
  if (found.versions.some(({ version }) => version.publishedAt !== null)) throw refused(wasPublished)
  await dropDocument(tx, agencyId, documentId)
  const data = { kind: found.document.kind, slug: found.document.slug, title: found.latest.title }
  return { answer: null, record: [{ subject: `document:${documentId}`, data }] }
}
