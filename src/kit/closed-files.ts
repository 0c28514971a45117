/** Files at rest: told by their content, looked at for viruses, closed under a key of their own, stored; and given back. */
import { createHash } from 'node:crypto'
import type { Refusal } from '../domain/kernel/result.ts'
import type { AgencyKeys, SealedPlace } from '../platform/crypto/seal.ts'
import { sealBytes, unsealBytes } from '../platform/crypto/seal-bytes.ts'
import { defaultLimits } from '../platform/documents/limits.ts'
import { isUploadKind, servingHeaders, type UploadGroup, type UploadKindId } from '../platform/storage/upload-kinds.ts'
import { tellUpload } from '../platform/storage/upload-type.ts'
import { Trouble } from '../platform/trouble.ts'
import type { FileAnswer } from './contract.ts'
import { Problem, problemOf, refused } from './problem.ts'
import type { Services } from './services.ts'

/** What columns hold of a closed file. */
export interface ClosedFile {
  readonly size: number
  /** Of the file itself; `blob` is the hash of what is stored. */
  readonly sha256: string
  readonly blob: string
  /** Opens the blob. Sealed. */
  readonly key: string
}

/** Stores bytes closed under a new key, which is sealed for `place`. */
export async function closeFile(
  { blobs }: Pick<Services, 'blobs'>,
  keys: AgencyKeys,
  place: SealedPlace,
  bytes: Uint8Array,
): Promise<ClosedFile> {
  const { closed, key } = sealBytes(keys, place, bytes)
  const { hash: blob } = await blobs.put(once(closed), { mostBytes: closed.length })
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), blob, key }
}

/** What a file holds. Throws a Trouble where it is gone or is not what was put there. */
export async function openFile(
  { blobs }: Pick<Services, 'blobs'>,
  keys: AgencyKeys,
  place: SealedPlace,
  { blob, key }: Pick<ClosedFile, 'blob' | 'key'>,
): Promise<Buffer> {
  const stored = await blobs.get(blob)
  if (!stored) throw new Trouble(missing)
  const pieces: Uint8Array[] = []
  for await (const piece of stored.content) pieces.push(piece)
  return unsealBytes(keys, place, { closed: Buffer.concat(pieces), key })
}

/** As the file it is, under a name that tells the truth. */
export function servedFile(
  { type, name }: { readonly type: string; readonly name: string },
  bytes: Uint8Array,
): FileAnswer {
  const headers = isUploadKind(type) ? servingHeaders(type, name, false) : {}
  return { name, type: headers['Content-Type'] ?? 'application/octet-stream', bytes }
}

const groups: readonly UploadGroup[] = ['document', 'picture', 'archive']

/** Of which kind a file handed in is. Throws a Problem at its place in the body where it is none that is taken. */
export async function kindOfFile(bytes: Uint8Array, at: string): Promise<UploadKindId> {
  return tellUpload(bytes, groups, defaultLimits).catch(error => {
    if (!(error instanceof Trouble)) throw error
    const { code, says, mend } = error
    throw new Problem({ ...problemOf({ code, says, at: `body.${at}` }), mend })
  })
}

/** What is kept of the looking for viruses. Throws a Problem at the file's place where it carries one. */
export async function scannedFile(services: Pick<Services, 'scanner'>, bytes: Uint8Array, at: string): Promise<string> {
  const { state, infected } = await scan(services, bytes)
  if (infected) throw refused({ ...infected, at: `body.${at}` })
  return state
}

/** What stands against bytes because of a virus; null where nothing does. */
export async function infectedBy(services: Pick<Services, 'scanner'>, bytes: Uint8Array): Promise<Refusal | null> {
  return (await scan(services, bytes)).infected
}

async function scan({ scanner }: Pick<Services, 'scanner'>, bytes: Uint8Array) {
  if (!scanner) return { state: 'unscanned', infected: null }
  const result = await scanner.scan(once(bytes))
  return { state: result.state, infected: result.state === 'infected' ? isInfected(result.signature) : null }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const isInfected = (signature: string): Refusal => ({
  code: 'upload_infected',
  says: {
    zh: `文件带有病毒（${signature}），没有保存；请换一份`,
    en: `The file carries a virus (${signature}) and was not kept; choose another`,
  },
  at: 'file',
})

const missing = {
  code: 'blob_missing',
  says: { zh: '这份材料的文件不在存储中', en: 'The file of this paper is not in the storage' },
  mend: { zh: '请从备份恢复该文件', en: 'Restore the file from a backup' },
}
