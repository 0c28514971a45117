/** Papers taken in: told by their content, looked at for viruses, closed, filed. And given back. */
import { closeFile, kindOfFile, openFile, scannedFile } from '../../../kit/closed-files.ts'
import type { Services } from '../../../kit/services.ts'
import type { AgencyKeys } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { truthfulName, type UploadKindId } from '../../../platform/storage/upload-kinds.ts'
import { paperPlace } from '../sealed.ts'
import { addPaperRow, type PaperRow } from '../store/papers.ts'
import type { PaperKind } from './shown-paper.ts'

export interface GivenPaper {
  readonly kind: PaperKind
  readonly name: string
  readonly bytes: Uint8Array
  /** The place of the file in what was typed, for a refusal: `papers[0].file`. */
  readonly at: string
}

/** Where a paper goes: the case, and by whom; null for the applicant. */
export interface Filing {
  readonly tx: Tx
  readonly now: Date
  readonly services: Pick<Services, 'blobs' | 'scanner' | 'random'>
  readonly keys: AgencyKeys
  readonly agencyId: string
  readonly requestId: string
  readonly accountId: string | null
  /** The paper it was made from. */
  readonly fromId?: string
}

/** Keeps one paper. Throws a Problem at its place where it cannot be taken. */
export async function keepPaper(filing: Filing, given: GivenPaper): Promise<PaperRow> {
  const kind = await kindOfFile(given.bytes, given.at)
  const scan = await scannedFile(filing.services, given.bytes, given.at)
  return filePaper(filing, { ...given, name: truthfulName(kind, given.name), type: kind, scan })
}

/** Files bytes made here, which need no looking at. */
export async function filePaper(
  filing: Filing,
  { kind, name, bytes, type, scan }: Omit<GivenPaper, 'at'> & { readonly type: UploadKindId; readonly scan: string },
): Promise<PaperRow> {
  const { tx, now, services, keys, agencyId, requestId, accountId, fromId = null } = filing
  const id = uuid7(now.getTime(), services.random)
  const what = { kind, name, type, ...(await closeFile(services, keys, paperPlace(id), bytes)), scan }
  const row = { agencyId, id, requestId, ...what, fromId, at: now, accountId }
  const whole: PaperRow = { ...row, found: null, pages: null, removedAt: null }
  await addPaperRow(tx, whole)
  return whole
}

/** What a paper holds. Throws a Trouble where it is gone or is not what was put there. */
export async function openPaper(
  services: Pick<Services, 'blobs'>,
  keys: AgencyKeys,
  { id, ...closed }: Pick<PaperRow, 'id' | 'blob' | 'key'>,
): Promise<Buffer> {
  return openFile(services, keys, paperPlace(id), closed)
}

/**
 * The same paper in another case of the agency, as it came in: by whom and when. What is stored opens only in its own
 * place, so it is closed anew. Throws a Trouble where it is gone or is not what was put there.
 */
export async function copyPaper(
  { tx, now, services }: Pick<Filing, 'tx' | 'now' | 'services'>,
  keys: AgencyKeys,
  paper: PaperRow,
  requestId: string,
): Promise<void> {
  const id = uuid7(now.getTime(), services.random)
  const bytes = await openPaper(services, keys, paper)
  await addPaperRow(tx, { ...paper, ...(await closeFile(services, keys, paperPlace(id), bytes)), id, requestId })
}
