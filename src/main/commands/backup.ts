/** `gongkai backup`: everything into one file, while the program runs. */
import { type ExitCode, exitCodes } from '../exit.ts'
import { mustHaveBegun } from '../installation/server.ts'
import { operationResults } from '../operation-words.ts'
import { backUp } from '../operations/backup.ts'
import { shownOn, withPlace } from '../operations/open.ts'
import type { Format } from '../options.ts'
import { packageVersion } from '../root.ts'
import { type SettingOptions, settingsGiven } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'

export type BackupOptions = SettingOptions & { readonly format: Format }

/** Writes the backup; ends with `errorsFound` where a damaged file had to be left out. */
export async function backup(file: string, given: BackupOptions, terminal: Terminal): Promise<ExitCode> {
  const config = settingsGiven(given)
  mustHaveBegun(config)
  const { say, print, warn, progress } = terminal
  const { lost, ...done } = await withPlace(config, ({ owner, blobs }) =>
    backUp(file, { owner, blobs, program: packageVersion, now: new Date(), progress: shownOn(terminal) }),
  )
  progress('')
  for (const { says } of lost) warn(say(operationResults.leftOut(say(says))))
  const leftOut = lost.map(({ code, says, at }) => ({ code, says: say(says), at }))
  await print(
    given.format === 'json'
      ? JSON.stringify({ file, ...done, left_out: leftOut })
      : say(operationResults.backedUp(file, done.rows, done.files, done.bytes)),
  )
  return lost.length > 0 ? exitCodes.errorsFound : exitCodes.fine
}
