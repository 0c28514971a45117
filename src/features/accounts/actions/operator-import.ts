/** `gongkai import people`: staff of any agencies from a spreadsheet, with roles, but no administrators. */
import { recordOperator } from '../../../kit/operator.ts'
import type { Services } from '../../../kit/services.ts'
import type { PeopleImportAnswer } from '../people-contract.ts'
import { lockAdministrators } from '../store/members.ts'
import { goTogether } from './granting.ts'
import type { Here } from './import-around.ts'
import { changes, importList, type RowTrouble, type SoundRow } from './import-list.ts'

/** Throws a Problem where the bytes are no such list. */
export async function importPeopleFile(
  services: Services,
  bytes: Uint8Array,
  dryRun: boolean,
): Promise<PeopleImportAnswer> {
  return services.database.transaction('installation', async tx => {
    const here = { tx, now: services.now(), services }
    await lockAdministrators(tx)
    const rights = (_: unknown, row: SoundRow) => troubleOfRoles(here, row)
    const { answer, record } = await importList(here, bytes, { dryRun, own: null, rights })
    const entries = record.map(entry => ({ kind: 'accounts.importPeople', ...entry }))
    await recordOperator(tx, services, here.now, entries)
    return answer
  })
}

/** Whoever runs the program may give roles; they must go together all the same. */
async function troubleOfRoles({ tx, now }: Here, row: SoundRow): Promise<RowTrouble | null> {
  if (!changes(row, 'roles')) return null
  const { id, agencyId, roles } = row.value
  const accountId = row.outcome === 'created' ? null : id
  const together = await goTogether(tx, { agencyId, accountId }, roles, now)
  return together.ok ? null : ['roles', together.refusal]
}
