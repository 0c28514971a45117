/** Backs an installation up while it runs: all tables as they were at one moment, waiting jobs, and all files. */
import { open, rm } from 'node:fs/promises'
import type { ClientConfig } from 'pg'
import type { ArchiveHead, ArchivePart } from '../../platform/backup/archive.ts'
import { verifyArchive } from '../../platform/backup/read.ts'
import { type Snapshot, withSnapshot } from '../../platform/backup/tables.ts'
import { writeArchive } from '../../platform/backup/write.ts'
import { waitingJobs } from '../../platform/record/waiting-jobs.ts'
import type { BlobStore } from '../../platform/storage/blob-store.ts'
import { Trouble } from '../../platform/trouble.ts'
import { readPieces, takeTarget } from './backup-file.ts'
import type { Progress } from './progress.ts'
import { nothingToBackUp } from './troubles.ts'

/** The part that keeps the jobs; no table has a dot in its name. */
export const jobsPart = 'graphile_worker.job'
/** The table that says which migrations a database has had. */
export const ledgerTable = 'migration'

export interface BackupSource {
  readonly owner: ClientConfig
  readonly blobs: BlobStore
  /** Version of the program. */
  readonly program: string
  readonly now: Date
  readonly progress: Progress
}

export interface BackupDone {
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly bytes: number
  readonly schema: string
  /** Files left out because they are damaged or gone, each with its mend; everything else is in the backup. */
  readonly lost: readonly Trouble[]
}

/**
 * Writes a backup. It appears under its name only when it is whole, safely on disk and read back without fault; until
 * then, and where anything fails, nothing of that name is there. Throws a Trouble where the place cannot be written,
 * the name is taken or there is nothing to back up.
 */
export async function backUp(path: string, source: BackupSource): Promise<BackupDone> {
  const target = await takeTarget(path)
  try {
    const done = await withSnapshot(source.owner, snapshot => write(target.draft, snapshot, source))
    source.progress('check', path, 0)
    const { rows } = await verifyArchive(readPieces(target.draft))
    await target.keep()
    return { ...done, rows }
  } catch (error) {
    await rm(target.draft, { force: true })
    throw error
  }
}

async function write(draft: string, snapshot: Snapshot, source: BackupSource): Promise<Omit<BackupDone, 'rows'>> {
  const schema = await lastMigration(snapshot)
  const head: ArchiveHead = { program: source.program, schema, made: source.now }
  const lost: Trouble[] = []
  const count = { files: 0 }
  const file = await open(draft, 'r+')
  let bytes = 0
  try {
    for await (const piece of writeArchive(head, parts(snapshot, source, lost, count))) {
      await file.writeFile(piece)
      bytes += piece.length
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { tables: snapshot.tables.length, files: count.files, bytes, schema, lost }
}

async function lastMigration({ tables, client }: Snapshot): Promise<string> {
  if (!tables.some(({ name }) => name === ledgerTable)) throw nothingToBackUp()
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${ledgerTable} ORDER BY number DESC LIMIT 1`)
  if (!rows[0]) throw nothingToBackUp()
  return rows[0].name
}

async function* parts(
  snapshot: Snapshot,
  { blobs, progress }: BackupSource,
  lost: Trouble[],
  count: { files: number },
): AsyncGenerator<ArchivePart> {
  for (const [i, table] of snapshot.tables.entries()) {
    progress('table', table.name, i + 1)
    yield { kind: 'rows', name: table.name, rows: snapshot.rows(table) }
  }
  yield { kind: 'rows', name: jobsPart, rows: await waitingJobs(snapshot.client) }
  for await (const { hash } of blobs.list()) {
    const part = await filePart(blobs, hash, lost)
    if (!part) continue
    count.files += 1
    progress('file', hash, count.files)
    yield part
  }
}

/** Read twice: first to the end, so that a damaged file is left out and named instead of spoiling the archive. */
async function filePart(blobs: BlobStore, hash: string, lost: Trouble[]): Promise<ArchivePart | null> {
  try {
    const whole = await blobs.get(hash)
    // Removed since it was listed.
    if (!whole) return null
    for await (const piece of whole.content) piece.length
  } catch (error) {
    if (!(error instanceof Trouble) || error.code !== 'blob_damaged') throw error
    lost.push(error)
    return null
  }
  const blob = await blobs.get(hash)
  return blob && { kind: 'file', name: hash, size: blob.size, content: blob.content }
}
