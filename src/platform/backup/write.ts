/** Writes the archive of a backup as it goes: memory holds one piece of rows and the list of entries. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import {
  type ArchiveHead,
  type ArchivePart,
  headName,
  headText,
  type ManifestEntry,
  manifestName,
  manifestText,
} from './archive.ts'
import { blockBytes, paddingOf, tarHeader } from './tar.ts'

const zipped = promisify(gzip)
/** Rows are cut here, uncompressed. */
const pieceBytes = 4 * 2 ** 20
const nameShape = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/

/**
 * The bytes of an archive of these parts, in their order. Throws where a name cannot be used, and where a file is not
 * as long as it was said to be: then the archive stays without an end and no reader takes it.
 */
export async function* writeArchive(
  head: ArchiveHead,
  parts: AsyncIterable<ArchivePart> | Iterable<ArchivePart>,
): AsyncGenerator<Uint8Array> {
  const entries: ManifestEntry[] = []
  const seconds = Math.floor(head.made.getTime() / 1000)
  yield* whole(headName, Buffer.from(headText(head)), seconds, entries)
  for await (const part of parts) {
    if (!nameShape.test(part.name)) throw new Error(`no name for a part: ${part.name}`)
    if (part.kind === 'rows') yield* rows(part, seconds, entries)
    else yield* file(`files/${part.name}`, part.size, part.content, seconds, entries)
  }
  yield* whole(manifestName, Buffer.from(manifestText(head, entries)), seconds, [])
  yield new Uint8Array(2 * blockBytes)
}

async function* rows(
  { name, rows }: ArchivePart & { kind: 'rows' },
  seconds: number,
  entries: ManifestEntry[],
): AsyncGenerator<Uint8Array> {
  let lines: string[] = []
  let size = 0
  let piece = 0
  const pack = async () => {
    piece += 1
    const bytes = await zipped(lines.join(''))
    lines = []
    size = 0
    return whole(`rows/${name}/${String(piece).padStart(6, '0')}.ndjson.gz`, bytes, seconds, entries)
  }
  for await (const row of rows) {
    const line = `${JSON.stringify(row)}\n`
    lines.push(line)
    size += line.length
    if (size >= pieceBytes) yield* await pack()
  }
  // A table without rows is there too: restoring empties it.
  if (size > 0 || piece === 0) yield* await pack()
}

function whole(name: string, bytes: Uint8Array, seconds: number, entries: ManifestEntry[]): AsyncGenerator<Uint8Array> {
  return file(name, bytes.length, [bytes], seconds, entries)
}

async function* file(
  name: string,
  size: number,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  seconds: number,
  entries: ManifestEntry[],
): AsyncGenerator<Uint8Array> {
  yield tarHeader({ name, size }, seconds)
  const hash = createHash('sha256')
  let written = 0
  for await (const piece of content) {
    written += piece.length
    if (written > size) break
    hash.update(piece)
    yield piece
  }
  if (written !== size) throw new Error(`${name} was said to have ${size} bytes and has another number`)
  yield new Uint8Array(paddingOf(size))
  entries.push({ name, size, sha256: hash.digest('hex') })
}
