/** Brings a backup into an empty place: all of it, proven, or nothing. */
import type { Client, ClientConfig } from 'pg'
import type { ArchiveHead, ReadPart } from '../../platform/backup/archive.ts'
import { readArchive, verifyArchive } from '../../platform/backup/read.ts'
import {
  inOwnTransaction,
  insertRows,
  type Table,
  type TextRow,
  tablesOf,
  withoutReferences,
} from '../../platform/backup/tables.ts'
import { type Migration, migrate, migrateWithin } from '../../platform/db/migrate.ts'
import { changedMigration } from '../../platform/db/trouble.ts'
import { installJobs } from '../../platform/record/jobs.ts'
import { addWaitingJobs, type WaitingJob } from '../../platform/record/waiting-jobs.ts'
import type { BlobStore } from '../../platform/storage/blob-store.ts'
import { jobsPart, ledgerTable } from './backup.ts'
import { readPieces } from './backup-file.ts'
import type { Progress } from './progress.ts'
import { backupMisfit, newerBackup, placeNotEmpty } from './troubles.ts'

export interface RestoreTarget {
  readonly owner: ClientConfig
  readonly blobs: BlobStore
  /** All migrations this program knows. */
  readonly migrations: readonly Migration[]
  readonly now: Date
  readonly progress: Progress
}

export interface RestoreDone {
  readonly head: ArchiveHead
  readonly rows: number
  readonly files: number
  /** Migrations carried out afterwards, where the backup was of an older version. */
  readonly migrated: readonly string[]
}

/** A backup that was read to its end and found whole, of a version this program knows. */
export interface ProvenBackup {
  readonly path: string
  readonly head: ArchiveHead
  /** The steps its structure was made by. */
  readonly steps: readonly Migration[]
}

/** Proves a backup before any place is touched. Throws a Trouble where it is damaged, cut short, none, or too new. */
export async function proven(
  path: string,
  migrations: readonly Migration[],
  progress: Progress,
): Promise<ProvenBackup> {
  progress('check', path, 0)
  const { head } = await verifyArchive(readPieces(path))
  const last = migrations.findIndex(({ name }) => name === head.schema)
  if (last < 0) throw newerBackup(head.program, head.schema)
  return { path, head, steps: migrations.slice(0, last + 1) }
}

/**
 * Restores a backup of this version or an older one. It is proven once more while it is put in place; rows and
 * structure come in one transaction, which ends only after the last hash agreed. Throws a Trouble; then the place is as
 * empty as before.
 */
export async function restore({ path, head, steps }: ProvenBackup, target: RestoreTarget): Promise<RestoreDone> {
  const { owner, blobs, migrations, now } = target
  await mustBeEmpty(target)
  // The plain role and the queue belong to the place; they are empty and may stay where the rest comes to nothing.
  await migrate(owner, [], now)
  await installJobs(owner)
  const put: string[] = []
  try {
    const done = await inOwnTransaction(owner, 'READ WRITE', async client => {
      await migrateWithin(client, steps, now)
      return withoutReferences(client, () => load(path, client, target, put))
    })
    return { head, ...done, migrated: await migrate(owner, migrations, now) }
  } catch (error) {
    for (const hash of put) await blobs.remove(hash)
    throw error
  }
}

async function mustBeEmpty({ owner, blobs }: RestoreTarget): Promise<void> {
  await inOwnTransaction(owner, 'READ WRITE', async client => {
    for (const { name } of await tablesOf(client)) {
      if (name !== ledgerTable) throw placeNotEmpty({ zh: '数据库表', en: 'is a database with tables already' })
      const { rowCount } = await client.query(`SELECT FROM ${ledgerTable} LIMIT 1`)
      if (rowCount !== 0) throw placeNotEmpty({ zh: '数据库表', en: 'is a database with tables already' })
    }
  })
  for await (const _ of blobs.list()) throw placeNotEmpty({ zh: '文件', en: 'are stored files already' })
}

/** Takes the parts as they come; the last of them is given only when the whole archive agreed with its manifest. */
async function load(path: string, client: Client, target: RestoreTarget, put: string[]) {
  const tables = new Map((await tablesOf(client)).map(table => [table.name, table]))
  const { progress } = target
  let rows = 0
  for await (const part of readArchive(readPieces(path))) {
    if (part.kind === 'head') continue
    if (part.kind === 'file') {
      await putFile(part, target, put)
      progress('file', part.name, put.length)
      continue
    }
    rows += part.rows.length
    progress('table', part.name, rows)
    if (part.name === jobsPart) await addWaitingJobs(client, part.rows as readonly WaitingJob[])
    else await putRows(client, tables.get(part.name), part, target)
  }
  return { rows, files: put.length }
}

type RowsPart = ReadPart & { readonly kind: 'rows' }

async function putRows(
  client: Client,
  table: Table | undefined,
  { name, rows }: RowsPart,
  { migrations }: RestoreTarget,
): Promise<void> {
  if (!table) throw backupMisfit(name, { zh: '没有这张表', en: 'there is no such table' })
  const texts = rows as readonly TextRow[]
  if (name === ledgerTable) {
    checkLedger(texts, migrations)
    await client.query(`DELETE FROM ${ledgerTable}`)
  }
  try {
    await insertRows(client, table, texts)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw backupMisfit(name, { zh: why, en: why }, error)
  }
}

/** The structure the backup was made with must be what this program makes under the same names. */
function checkLedger(rows: readonly TextRow[], migrations: readonly Migration[]): void {
  for (const { name, sha256 } of rows) {
    const own = migrations.find(migration => migration.name === name)
    if (own?.sha256 !== sha256) throw changedMigration(name ?? '')
  }
}

async function putFile(
  { name, size, content }: ReadPart & { readonly kind: 'file' },
  { blobs }: RestoreTarget,
  put: string[],
): Promise<void> {
  const { hash } = await blobs.put(content, { mostBytes: size })
  put.push(hash)
  if (hash !== name) {
    throw backupMisfit(name, { zh: '文件内容与名称不符', en: 'the content of a file does not agree with its name' })
  }
}
