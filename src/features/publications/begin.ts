/** The draft of what was disclosed on request, kept in the transaction that accepted the proposal (条例44). */
import type { BeginPublication } from '../../kit/publishing.ts'
import { keepFile } from './files.ts'
import { addPublication } from './store.ts'
import { subjectOf } from './words.ts'

/** A second draft of the same request breaks a key of the table, and so the whole transaction. */
export const beginPublication: BeginPublication = async (call, { publication, files }) => {
  const { agencyId, id, source } = publication
  await addPublication(call.tx, publication, call.now)
  for (const file of files) await keepFile(call, { agencyId, publicationId: id }, file)
  const requestId = source.kind === 'request' ? source.requestId : null
  const data = { source: source.kind, requestId, files: files.length }
  return [{ kind: 'publications.begin', subject: subjectOf(id), data }]
}
