/**
 * Reads the archive of a backup, checking everything it passes. What is damaged comes to light at the latest at the
 * end: whoever puts parts in place commits only after the last one, or runs `verifyArchive` over the file first.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { z } from 'zod'
import type { Trouble } from '../trouble.ts'
import {
  type ArchiveHead,
  archiveFormat,
  headName,
  type ManifestEntry,
  manifestName,
  manifestText,
  type ReadPart,
} from './archive.ts'
import { ByteSource } from './byte-source.ts'
import { blockBytes, paddingOf, readHeader, type TarEntry } from './tar.ts'
import { archiveDamaged, archiveTruncated, archiveUnknown } from './troubles.ts'

const unzipped = promisify(gunzip)
/** A piece of rows unpacked; no writer comes near it. */
const pieceMost = 512 * 2 ** 20
const headMost = 64 * 1024
const rowsShape = /^rows\/(.+)\/\d{6}\.ndjson\.gz$/

const headShape = z.object({
  format: z.literal(archiveFormat),
  program: z.string(),
  schema: z.string(),
  made: z.iso.datetime().transform(text => new Date(text)),
})
const manifestShape = z.object({
  entries: z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string() })),
})

/**
 * The head, then every part in order. Throws a Trouble: `archive_unknown`, `archive_truncated` or `archive_damaged`
 * with the entry and the place.
 */
export async function* readArchive(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<ReadPart> {
  const source = new ByteSource(pieces)
  try {
    const entries: ManifestEntry[] = []
    const head = await readHead(source, entries)
    yield { kind: 'head', head }
    for (;;) {
      const entry = await nextEntry(source, entries.at(-1)?.name ?? '')
      if (entry.name === manifestName) return await checkEnd(source, entry, head, entries)
      if (rowsShape.test(entry.name)) yield await readRows(source, entry, entries)
      else if (entry.name.startsWith('files/')) yield* readFile(source, entry, entries)
      else throw archiveDamaged(entry.name, source.position, { zh: '不该在这里', en: 'does not belong there' })
    }
  } finally {
    await source.close()
  }
}

/** Reads an archive to its end. Gives its head and how much is in it; throws as `readArchive`. */
export async function verifyArchive(
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: ArchiveHead; readonly rows: number; readonly files: number }> {
  let head: ArchiveHead | null = null
  let rows = 0
  let files = 0
  for await (const part of readArchive(pieces)) {
    if (part.kind === 'head') head = part.head
    else if (part.kind === 'rows') rows += part.rows.length
    else files += 1
  }
  if (head === null) throw archiveUnknown()
  return { head, rows, files }
}

async function readHead(source: ByteSource, entries: ManifestEntry[]): Promise<ArchiveHead> {
  const block = await source.take(blockBytes, '')
  const entry = readHeader(block)
  if (entry === null || entry.name !== headName || entry.size > headMost) throw archiveUnknown()
  const bytes = await readWhole(source, entry, entries)
  const head = headShape.safeParse(parsed(bytes.toString()))
  if (!head.success) throw archiveUnknown()
  const { program, schema, made } = head.data
  return { program, schema, made }
}

async function nextEntry(source: ByteSource, last: string): Promise<TarEntry> {
  const block = await source.take(blockBytes, last)
  const entry = readHeader(block)
  if (entry !== null) return entry
  const behind = { zh: '之后的目录项不能读取', en: 'is followed by an entry that cannot be read' }
  // Blocks of zeros are an end, here one before the manifest.
  throw block.every(byte => byte === 0)
    ? archiveTruncated(last, source.position)
    : archiveDamaged(last, source.position, behind)
}

async function readWhole(source: ByteSource, entry: TarEntry, entries: ManifestEntry[]): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of content(source, entry, entries)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The bytes of an entry; when all are passed it is entered with its hash. */
async function* content(source: ByteSource, entry: TarEntry, entries: ManifestEntry[]): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const piece of source.stream(entry.size, entry.name)) {
    hash.update(piece)
    yield piece
  }
  const padding = await source.take(paddingOf(entry.size), entry.name)
  if (padding.some(byte => byte !== 0)) {
    throw archiveDamaged(entry.name, source.position, { zh: '末尾有多余的内容', en: 'has something after its end' })
  }
  entries.push({ ...entry, sha256: hash.digest('hex') })
}

async function readRows(source: ByteSource, entry: TarEntry, entries: ManifestEntry[]): Promise<ReadPart> {
  const bytes = await readWhole(source, entry, entries)
  try {
    const lines = (await unzipped(bytes, { maxOutputLength: pieceMost })).toString().split('\n')
    const rows: unknown[] = lines.slice(0, -1).map(line => JSON.parse(line))
    return { kind: 'rows', name: rowsShape.exec(entry.name)?.[1] ?? '', rows }
  } catch {
    throw archiveDamaged(entry.name, source.position, { zh: '的内容不能读取', en: 'cannot be read' })
  }
}

async function* readFile(source: ByteSource, entry: TarEntry, entries: ManifestEntry[]): AsyncGenerator<ReadPart> {
  const bytes = content(source, entry, entries)
  // A reader that stops early ends only its own loop; the rest is passed over here.
  const lent = { [Symbol.asyncIterator]: () => ({ next: () => bytes.next() }) }
  yield { kind: 'file', name: entry.name.slice('files/'.length), size: entry.size, content: lent }
  for (let rest = await bytes.next(); rest.done !== true; ) rest = await bytes.next()
}

/** Holds the manifest against what was read, byte by byte, and looks for the end mark. */
async function checkEnd(
  source: ByteSource,
  entry: TarEntry,
  head: ArchiveHead,
  entries: readonly ManifestEntry[],
): Promise<void> {
  const expected = Buffer.from(manifestText(head, entries))
  // A manifest much longer than what it should say is not worth the memory.
  const given = await readWhole(source, { ...entry, size: Math.min(entry.size, expected.length * 2 + headMost) }, [])
  if (!given.equals(expected)) throw mismatch(given.toString(), entries, source.position)
  const end = await source.take(2 * blockBytes, manifestName)
  let clean = end.every(byte => byte === 0)
  for (let more = await source.some(blockBytes); clean && more !== null; more = await source.some(blockBytes)) {
    clean = more.every(byte => byte === 0)
  }
  if (!clean)
    throw archiveDamaged(manifestName, source.position, { zh: '之后有多余的内容', en: 'is followed by something' })
}

/** The first entry that is not as the manifest says. */
function mismatch(text: string, entries: readonly ManifestEntry[], position: number): Trouble {
  const manifest = manifestShape.safeParse(parsed(text))
  if (!manifest.success) return archiveDamaged(manifestName, position, { zh: '不能读取', en: 'cannot be read' })
  for (const [i, listed] of manifest.data.entries.entries()) {
    const read = entries[i]
    if (read === undefined || read.name !== listed.name) {
      return archiveDamaged(listed.name, position, { zh: '不在备份里', en: 'is missing' })
    }
    if (read.sha256 !== listed.sha256 || read.size !== listed.size) {
      return archiveDamaged(listed.name, position, { zh: '与清单上的摘要不符', en: 'does not agree with the manifest' })
    }
  }
  return archiveDamaged(manifestName, position, { zh: '与备份的内容不符', en: 'does not agree with the archive' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
