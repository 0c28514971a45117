/** `gongkai doctor`: how everything is, and what to do. */
import { readMigrations } from '../../platform/db/migrate.ts'
import { type ExitCode, exitCodes } from '../exit.ts'
import { findingWords } from '../operation-words.ts'
import { examine } from '../operations/doctor/index.ts'
import type { Format } from '../options.ts'
import { migrationsFolder } from '../root.ts'
import type { SettingOptions } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'
import { widthOf } from '../text/width.ts'

export type DoctorOptions = SettingOptions & { readonly format: Format }

/** A line for each thing, as it is looked at; ends with `errorsFound` where one is in error. */
export async function doctor({ data, format }: DoctorOptions, { say, print }: Terminal): Promise<ExitCode> {
  const migrations = await readMigrations(migrationsFolder)
  const examination = { env: process.env, options: { GONGKAI_DATA: data }, migrations, now: () => new Date() }
  let exit: ExitCode = exitCodes.fine
  for await (const { check, state, says, mend } of examine(examination)) {
    if (state === 'error') exit = exitCodes.errorsFound
    if (format === 'json') {
      await print(JSON.stringify({ check, state, says: say(says), mend: mend ? say(mend) : null }))
    } else {
      await print(`${pad(say(findingWords[state]), 8)}${pad(check, 12)}${say(says)}`)
      if (mend) await print(`${' '.repeat(20)}→ ${say(mend)}`)
    }
  }
  return exit
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - widthOf(text)))
}
