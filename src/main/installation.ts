/** One installation, opened: its database, files, keys, log and figures. Server, worker and commands all begin here. */
import { join } from 'node:path'
import type { Config } from '../platform/config/config.ts'
import type { KeyMaker } from '../platform/crypto/seal.ts'
import { type Database, openDatabase } from '../platform/db/connect.ts'
import { migrate, readMigrations } from '../platform/db/migrate.ts'
import { dailyFile } from '../platform/log/daily-file.ts'
import { createLog, type Log } from '../platform/log/log.ts'
import { createMetrics, type Metrics } from '../platform/metrics/metrics.ts'
import { installJobs } from '../platform/record/jobs.ts'
import type { BlobStore } from '../platform/storage/blob-store.ts'
import { openKeys } from './installation/keys.ts'
import { openBlobs } from './installation/outside.ts'
import { reachServer } from './installation/server.ts'
import { migrationsFolder } from './root.ts'

export interface Installation {
  readonly config: Config
  readonly database: Database
  readonly blobs: BlobStore
  readonly keys: KeyMaker
  readonly log: Log
  readonly metrics: Metrics
  /** Names of the migrations that were carried out just now. */
  readonly migrated: readonly string[]
  /** Lets go of everything; whoever leaves an embedded server last ends it. */
  readonly close: () => Promise<void>
}

export interface Opening {
  readonly now: () => Date
  /** Hears of what the log itself cannot take: its first line that could not be written. */
  readonly onLogTrouble: (error: unknown) => void
  /** Hears when the database is gone for good: an embedded server that does not come back. */
  readonly onLost?: (trouble: unknown) => void
}

/**
 * Opens an installation, makes what is missing and brings its database to this version. Several programs may open the
 * same one. Throws a Trouble for what a person can mend; then nothing is left open.
 */
export async function openInstallation(config: Config, opening: Opening): Promise<Installation> {
  const { now, onLogTrouble, onLost } = opening
  const undo: (() => Promise<void> | void)[] = []
  const close = async () => {
    for (let last = undo.pop(); last !== undefined; last = undo.pop()) await last()
  }
  try {
    const server = await reachServer(config, onLost)
    undo.push(server.leave)
    const file = dailyFile({
      folder: join(config.data, 'logs'),
      days: config.logDays,
      now: () => now().getTime(),
      onTrouble: onLogTrouble,
    })
    undo.push(file.close)
    const log = createLog(file.write, () => now().getTime())
    const migrated = await migrate(server.owner, await readMigrations(migrationsFolder), now())
    await installJobs(server.owner)
    const database = await openDatabase(server.owner, server.plain)
    undo.push(database.close)
    const keys = await openKeys(config, database)
    const blobs = await openBlobs(config, now().getTime())
    const metrics = createMetrics({
      seconds: () => performance.now() / 1000,
      onFault: (gauge, error) => log.error('gauge_failed', error, { task: gauge }),
    })
    return { config, database, blobs, keys, log, metrics, migrated, close }
  } catch (error) {
    await close()
    throw error
  }
}
