/** `gongkai restore`: a backup into an empty place. */
import { existsSync } from 'node:fs'
import { readMigrations } from '../../platform/db/migrate.ts'
import { type ExitCode, exitCodes } from '../exit.ts'
import { operationResults } from '../operation-words.ts'
import { shownOn, withPlace } from '../operations/open.ts'
import { proven, restore } from '../operations/restore.ts'
import type { Format } from '../options.ts'
import { migrationsFolder } from '../root.ts'
import { type SettingOptions, settingsGiven } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'

export type RestoreOptions = SettingOptions & { readonly format: Format }

export async function restoreCommand(file: string, given: RestoreOptions, terminal: Terminal): Promise<ExitCode> {
  const config = settingsGiven(given)
  const { say, print, progress } = terminal
  const migrations = await readMigrations(migrationsFolder)
  const backup = await proven(file, migrations, shownOn(terminal))
  const { head, ...done } = await withPlace(config, ({ owner, blobs }) =>
    restore(backup, { owner, blobs, migrations, now: new Date(), progress: shownOn(terminal) }),
  )
  progress('')
  const made = head.made.toISOString()
  if (given.format === 'json') await print(JSON.stringify({ file, made, schema: head.schema, ...done }))
  else await print(say(operationResults.restored(made, done.rows, done.files)))
  const { masterKey } = config
  if ('file' in masterKey && !existsSync(masterKey.file)) terminal.warn(say(operationResults.keyWanted(masterKey.file)))
  return exitCodes.fine
}
