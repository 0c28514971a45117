/** Files of drafts: added, taken off, handed out. Closed at rest: nobody has looked yet whether they may be public. */
import { againstActing } from '../../domain/publication/draft.ts'
import { closeFile, kindOfFile, openFile, scannedFile, servedFile } from '../../kit/closed-files.ts'
import type { AnswerOf } from '../../kit/contract.ts'
import { agencyKeys } from '../../kit/keys.ts'
import { notFound, refused, refusedInput } from '../../kit/problem.ts'
import type { DisclosedFile } from '../../kit/publishing.ts'
import type { Done, Entry, Task } from '../../kit/routes.ts'
import type { Services } from '../../kit/services.ts'
import type { SealedPlace } from '../../platform/crypto/seal.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { uuid7 } from '../../platform/db/uuid7.ts'
import { truthfulName } from '../../platform/storage/upload-kinds.ts'
import { held } from './actions.ts'
import type * as contracts from './contract.ts'
import { shownFile } from './shown.ts'
import { addFileRow, type FileRow, fileById, filesOf, removeFileRow } from './store.ts'
import { fileWord, subjectOf, tooManyFiles } from './words.ts'

type Shown = AnswerOf<typeof contracts.addPublicationFile>
type FileTask = Task<typeof contracts.publicationFileContent>

const mostFiles = 50

export const filePlace = (fileId: string): SealedPlace => ({ table: 'publication_file', column: 'key', row: fileId })

export async function addFile(task: Task<typeof contracts.addPublicationFile>): Promise<Done<Shown>> {
  const { tx, params, body, services } = task
  await heldDraft(tx, params)
  if ((await filesOf(tx, params.agencyId, params.publicationId)).length >= mostFiles) {
    throw refusedInput('body', [tooManyFiles(mostFiles)])
  }
  const bytes = Buffer.from(body.file, 'base64')
  const type = await kindOfFile(bytes, 'file')
  const scan = await scannedFile(services, bytes, 'file')
  const row = await keepFile(task, params, {
    name: truthfulName(type, body.name),
    type,
    scan,
    bytes: async () => bytes,
  })
  return { answer: shownFile(row), record: [entryOf(row)] }
}

/** Taken off the draft; the stored file stays. */
export async function removeFile(task: Task<typeof contracts.removePublicationFile>): Promise<Done<null>> {
  await heldDraft(task.tx, task.params)
  const row = await fileOf(task)
  await removeFileRow(task.tx, row, task.now)
  return { answer: null, record: [entryOf(row)] }
}

export async function fileContent(task: FileTask): Promise<AnswerOf<typeof contracts.publicationFileContent>> {
  const row = await fileOf(task)
  const keys = await agencyKeys(task.tx, task.services.keys, row.agencyId)
  return servedFile(row, await openFile(task.services, keys, filePlace(row.id), row))
}

export function recordFile({ params }: Pick<FileTask, 'params'>): Entry[] {
  return [{ subject: subjectOf(params.publicationId), data: { fileId: params.fileId } }]
}

interface Call {
  readonly tx: Tx
  readonly now: Date
  readonly services: Pick<Services, 'blobs' | 'keys' | 'random'>
}

type Of = Pick<FileRow, 'agencyId' | 'publicationId'>

/** Closes and keeps one file of a publication. */
export async function keepFile(
  { tx, now, services }: Call,
  { agencyId, publicationId }: Of,
  { name, type, scan, bytes }: DisclosedFile,
): Promise<FileRow> {
  const id = uuid7(now.getTime(), services.random)
  const keys = await agencyKeys(tx, services.keys, agencyId)
  const closed = await closeFile(services, keys, filePlace(id), await bytes())
  const row = { agencyId, id, publicationId, name, type, scan, ...closed, at: now, removedAt: null }
  await addFileRow(tx, row)
  return row
}

/** Throws `not_found`, or the refusal where it is no draft any more. */
async function heldDraft(tx: Tx, params: Parameters<typeof held>[1]): Promise<void> {
  const { publication } = await held(tx, params)
  const refusal = againstActing(publication)
  if (refusal) throw refused(refusal)
}

async function fileOf({ tx, params }: Pick<FileTask, 'tx' | 'params'>): Promise<FileRow> {
  const row = await fileById(tx, params.agencyId, params.publicationId, params.fileId)
  if (!row) throw notFound(fileWord)
  return row
}

/** What it is, never what it is called: names of files tell whose they are. */
function entryOf({ id, publicationId, type, size, sha256, scan }: FileRow): Entry {
  return { subject: subjectOf(publicationId), data: { fileId: id, type, size, sha256, scan } }
}
