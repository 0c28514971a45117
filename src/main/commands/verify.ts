/** `gongkai verify`: proves the record and the files, of the installation or of a backup. */
import type { Said } from '../../domain/kernel/lang.ts'
import { type ExitCode, exitCodes } from '../exit.ts'
import { mustHaveBegun } from '../installation/server.ts'
import { operationResults } from '../operation-words.ts'
import { shownOn, withPlace } from '../operations/open.ts'
import { type Flaw, type Proof, verifyInstallation } from '../operations/verify.ts'
import { verifyBackup } from '../operations/verify-backup.ts'
import type { Format } from '../options.ts'
import { type SettingOptions, settingsGiven } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'

export type VerifyOptions = SettingOptions & { readonly format: Format; readonly backup?: string }

/** Ends with `errorsFound` where something does not hold, a line for each. */
export async function verify(given: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const { agencies, events, files, flaws } = await prove(given, terminal)
  const { say, print, progress } = terminal
  progress('')
  if (given.format === 'json') {
    for (const flaw of flaws) await print(JSON.stringify({ ...flaw, says: say(flaw.says) }))
    await print(JSON.stringify({ agencies, events, files, flaws: flaws.length }))
  } else {
    await print(
      say(
        flaws.length === 0 ? operationResults.proven(agencies, events, files) : operationResults.flawed(flaws.length),
      ),
    )
    for (const flaw of flaws) await print(`  ${say(sentenceOf(flaw))}`)
  }
  return flaws.length > 0 ? exitCodes.errorsFound : exitCodes.fine
}

async function prove(given: VerifyOptions, terminal: Terminal): Promise<Proof> {
  if (given.backup !== undefined) return verifyBackup(given.backup, shownOn(terminal))
  const config = settingsGiven(given)
  mustHaveBegun(config)
  return withPlace(config, ({ owner, blobs }) => verifyInstallation(owner, blobs, shownOn(terminal)))
}

function sentenceOf(flaw: Flaw): Said {
  return flaw.kind === 'chain' ? operationResults.ofAgency(flaw.agencyId, flaw.says) : flaw.says
}
