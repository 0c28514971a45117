/** `gongkai import`: agencies or people from a spreadsheet. */
import { readFile } from 'node:fs/promises'
import type { ToldImport, ToldRow } from '../../domain/sheet/told.ts'
import { importPeopleFile } from '../../features/accounts/actions/operator-import.ts'
import { importAgencyFile } from '../../features/agencies/actions/operator.ts'
import { administrationResults, administrationTroubles, importOutcomes } from '../administration-words.ts'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { withServices } from '../operations/with-services.ts'
import type { Format } from '../options.ts'
import type { SettingOptions } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'
import { printable } from '../text/width.ts'

export type ImportOptions = SettingOptions & { readonly format: Format; readonly dryRun?: boolean }

interface Imported extends ToldImport {
  readonly ignored: readonly string[]
  /** `link`: of somebody new, the one-time link to come in by. */
  readonly rows: readonly (ToldRow & { readonly link?: string | null })[]
}

/** A line for every row, then the counts; ends with `errorsFound` where a row was refused. */
export async function importSheet(
  kind: 'agencies' | 'people',
  file: string,
  given: ImportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const bytes = await readFile(file).catch(() => {
    throw new Stop(administrationTroubles.noSheet(printable(file)))
  })
  const dryRun = given.dryRun ?? false
  const done = await withServices<Imported>(given, terminal, services =>
    kind === 'agencies' ? importAgencyFile(services, bytes, dryRun) : importPeopleFile(services, bytes, dryRun),
  )
  await (given.format === 'json' ? tellJson : tellText)(done, dryRun, terminal)
  return done.counts.refused > 0 ? exitCodes.errorsFound : exitCodes.fine
}

async function tellJson({ rows, counts, ignored }: Imported, dryRun: boolean, { say, print }: Terminal) {
  for (const { row, outcome, name, messages, link = null } of rows) {
    const said = messages.map(({ column, says }) => ({ column, says: say(says) }))
    await print(JSON.stringify({ row, outcome, name, messages: said, ...(link === null ? {} : { link }) }))
  }
  await print(JSON.stringify({ dry_run: dryRun, ...counts, ignored }))
}

async function tellText({ rows, counts, ignored }: Imported, dryRun: boolean, { say, print, warn }: Terminal) {
  for (const { row, outcome, name, messages, link = null } of rows) {
    const said = [...messages.map(({ says }) => say(says)), link ?? ''].filter(text => text !== '')
    await print(say(administrationResults.row(row, say(importOutcomes[outcome]), printable(name), said.join('  '))))
  }
  if (ignored.length > 0) warn(say(administrationResults.ignored(ignored.map(printable))))
  await print(say(administrationResults.imported(dryRun, counts)))
}
