/** `gongkai keys`: the keys that seal personal data. */
import { agencyMeant } from '../../features/accounts/actions/operator.ts'
import { rewrapDataKeys } from '../../features/accounts/actions/rewrap-keys.ts'
import { type RotatedAgency, rotateAllKeys } from '../../features/accounts/actions/rotate-all.ts'
import { rotateDataKey } from '../../features/accounts/actions/rotate-key.ts'
import { administrationResults as results, administrationTroubles as troubles } from '../administration-words.ts'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { withServices } from '../operations/with-services.ts'
import type { Format } from '../options.ts'
import { resealers } from '../resealers.ts'
import type { SettingOptions } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'

export type RewrapOptions = SettingOptions & { readonly format: Format }
export type RotateOptions = RewrapOptions & { readonly agency?: string; readonly all?: boolean }

/** A line for each agency, as it is done. */
export async function keysRotate(given: RotateOptions, terminal: Terminal): Promise<ExitCode> {
  const { agency, all = false } = given
  if ((agency === undefined) !== all) throw new Stop(troubles.agencyOrAll)
  const tell = (one: RotatedAgency) => tellRotated(one, given, terminal)
  await withServices(given, terminal, async services => {
    if (agency === undefined) {
      for await (const one of rotateAllKeys(services, resealers)) await tell(one)
    } else {
      const id = await agencyMeant(services, agency)
      await tell({ agency: { id, name: agency }, ...(await rotateDataKey(services, id, resealers)) })
    }
  })
  return exitCodes.fine
}

export async function keysRewrap(given: RewrapOptions, terminal: Terminal): Promise<ExitCode> {
  const { master, rewrapped } = await withServices(given, terminal, rewrapDataKeys)
  const { say, print } = terminal
  await print(
    given.format === 'json' ? JSON.stringify({ master, rewrapped }) : say(results.rewrapped(master, rewrapped)),
  )
  return exitCodes.fine
}

async function tellRotated(one: RotatedAgency, { format }: RotateOptions, { say, print }: Terminal): Promise<void> {
  const { agency, version, resealed } = one
  await print(
    format === 'json'
      ? JSON.stringify({ agency: agency?.name ?? null, version, resealed })
      : say(results.rotated(agency?.name ?? null, version, resealed)),
  )
}
