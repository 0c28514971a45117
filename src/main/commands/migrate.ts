/** `gongkai migrate`: the database's structure as this version needs it. The other commands that need it do so too. */
import { migrate, readMigrations } from '../../platform/db/migrate.ts'
import { installJobs } from '../../platform/record/jobs.ts'
import { type ExitCode, exitCodes } from '../exit.ts'
import { reachServer } from '../installation/server.ts'
import { operationResults } from '../operation-words.ts'
import type { Format } from '../options.ts'
import { migrationsFolder } from '../root.ts'
import { type SettingOptions, settingsGiven } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'

export type MigrateOptions = SettingOptions & { readonly format: Format }

export async function migrateCommand(given: MigrateOptions, { say, print }: Terminal): Promise<ExitCode> {
  const { owner, leave } = await reachServer(settingsGiven(given))
  try {
    const migrated = await migrate(owner, await readMigrations(migrationsFolder), new Date())
    await installJobs(owner)
    await print(given.format === 'json' ? JSON.stringify({ migrated }) : say(operationResults.migrated(migrated)))
    return exitCodes.fine
  } finally {
    await leave()
  }
}
