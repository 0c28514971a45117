/** Papers taken in: told by their content, looked at for viruses, closed, filed. And given back. */
import { createHash } from 'node:crypto'
import type { Refusal } from '../../../domain/kernel/result.ts'
import { Problem, problemOf, refused } from '../../../kit/problem.ts'
import type { Services } from '../../../kit/services.ts'
import type { AgencyKeys } from '../../../platform/crypto/seal.ts'
import { sealBytes, unsealBytes } from '../../../platform/crypto/seal-bytes.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { defaultLimits } from '../../../platform/documents/limits.ts'
import {
  isUploadKind,
  servingHeaders,
  truthfulName,
  type UploadGroup,
  type UploadKindId,
} from '../../../platform/storage/upload-kinds.ts'
import { tellUpload } from '../../../platform/storage/upload-type.ts'
import { Trouble } from '../../../platform/trouble.ts'
import { paperPlace } from '../sealed.ts'
import { addPaperRow, type PaperRow } from '../store/papers.ts'
import { isInfected } from '../words.ts'
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

const groups: readonly UploadGroup[] = ['document', 'picture', 'archive']

/** Keeps one paper. Throws a Problem at its place where it cannot be taken. */
export async function keepPaper(filing: Filing, given: GivenPaper): Promise<PaperRow> {
  const kind = await tellUpload(given.bytes, groups, defaultLimits).catch(error => {
    throw error instanceof Trouble ? badFile(error, given.at) : error
  })
  const scan = await scanned(filing.services, given)
  return filePaper(filing, { ...given, name: truthfulName(kind, given.name), type: kind, scan })
}

/** Files bytes made here, which need no looking at. */
export async function filePaper(
  filing: Filing,
  { kind, name, bytes, type, scan }: Omit<GivenPaper, 'at'> & { readonly type: UploadKindId; readonly scan: string },
): Promise<PaperRow> {
  const { tx, now, services, keys, agencyId, requestId, accountId, fromId = null } = filing
  const id = uuid7(now.getTime(), services.random)
  const { closed, key } = sealBytes(keys, paperPlace(id), bytes)
  const { hash: blob } = await services.blobs.put(once(closed), { mostBytes: closed.length })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const what = { kind, name, type, size: bytes.length, sha256, blob, key, scan }
  const row = { agencyId, id, requestId, ...what, fromId, at: now, accountId }
  const whole: PaperRow = { ...row, found: null, pages: null, removedAt: null }
  await addPaperRow(tx, whole)
  return whole
}

/** What a paper holds. Throws a Trouble where it is gone or is not what was put there. */
export async function openPaper(
  services: Pick<Services, 'blobs'>,
  keys: AgencyKeys,
  { id, blob, key }: Pick<PaperRow, 'id' | 'blob' | 'key'>,
): Promise<Buffer> {
  const stored = await services.blobs.get(blob)
  if (!stored) throw new Trouble(missing)
  const pieces: Uint8Array[] = []
  for await (const piece of stored.content) pieces.push(piece)
  return unsealBytes(keys, paperPlace(id), { closed: Buffer.concat(pieces), key })
}

/** As the file it is, under a name that tells the truth. */
export function servedPaper({ type, name }: Pick<PaperRow, 'type' | 'name'>, bytes: Uint8Array) {
  const headers = isUploadKind(type) ? servingHeaders(type, name, false) : {}
  return { name, type: headers['Content-Type'] ?? 'application/octet-stream', bytes }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** What is kept of the looking; an infected file is refused. */
async function scanned({ scanner }: Filing['services'], { bytes, at }: GivenPaper): Promise<string> {
  if (!scanner) return 'unscanned'
  const result = await scanner.scan(once(bytes))
  if (result.state === 'infected') throw refused(placed(isInfected(result.signature), at))
  return result.state
}

/** What stands against bytes that are kept elsewhere than among papers; null where nothing does. */
export async function infectedBy({ scanner }: Pick<Services, 'scanner'>, bytes: Uint8Array): Promise<Refusal | null> {
  const result = await scanner?.scan(once(bytes))
  return result?.state === 'infected' ? isInfected(result.signature) : null
}

function placed(refusal: Refusal, at: string): Refusal {
  return { ...refusal, at: `body.${at}` }
}

function badFile({ code, says, mend }: Trouble, at: string): Problem {
  return new Problem({ ...problemOf({ code, says, at: `body.${at}` }), mend })
}

const missing = {
  code: 'blob_missing',
  says: { zh: '这份材料的文件不在存储中', en: 'The file of this paper is not in the storage' },
  mend: { zh: '请从备份恢复该文件', en: 'Restore the file from a backup' },
}
