/** Publications as pages show them. */
import { stillNeeded } from '../../domain/publication/draft.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { PublicationFile, PublicationItem, PublicationView } from './contract.ts'
import { accountName, sectionName } from './lookups.ts'
import { type FileRow, filesOf, type KeptPublication, type ListedPublication } from './store.ts'

export function shownItem({ publication, section, updatedAt }: ListedPublication): PublicationItem {
  const { id, content, source, standing } = publication
  return {
    ...{ id, title: content.title, category: content.category, section },
    state: standing.state,
    source: source.kind,
    requestNumber: source.kind === 'request' ? source.number : null,
    needed: stillNeeded(content).length,
    updatedAt: updatedAt.toISOString(),
  }
}

export function shownFile({ id, name, type, size, sha256, at }: FileRow): PublicationFile {
  return { id, name, type, size, sha256, at: at.toISOString() }
}

export async function viewOf(tx: Tx, { publication, createdAt, updatedAt }: KeptPublication): Promise<PublicationView> {
  const { agencyId, id, content, standing } = publication
  return {
    publication: publication as PublicationView['publication'],
    files: (await filesOf(tx, agencyId, id)).map(shownFile),
    needed: [...stillNeeded(content)],
    section: content.sectionId === null ? null : await sectionName(tx, agencyId, content.sectionId),
    discardedBy: standing.state === 'discarded' ? await accountName(tx, standing.by) : null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
