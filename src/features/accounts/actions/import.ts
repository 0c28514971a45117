/**
 * People from a spreadsheet handed in at the console. What a row may do is judged as if it were done by hand: people
 * are the system administrator's, roles the security administrator's (D§9.3).
 */
import { may } from '../../../domain/people/may.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import type * as contracts from '../people-contract.ts'
import { accountPolicies } from '../policies.ts'
import { beyondReach, importNoPeople, importNoRoles } from '../refusals.ts'
import { goTogether, holdAdministrators } from './granting.ts'
import type { Around } from './import-around.ts'
import { changes, importList, type RowTrouble, type SoundRow } from './import-list.ts'

type ImportTask = Task<typeof contracts.importPeople>

export async function importPeople(task: ImportTask): Promise<Done<contracts.PeopleImportAnswer>> {
  const { body, params } = task
  if (!body.dryRun) await holdAdministrators(task)
  return importList(task, Buffer.from(body.file, 'base64'), {
    dryRun: body.dryRun,
    own: params.agencyId,
    rights: (around, row) => troubleOfRights(task, around, row),
  })
}

async function troubleOfRights(task: ImportTask, around: Around, row: SoundRow): Promise<RowTrouble | null> {
  const { actor } = signedIn(task)
  const { id, agencyId, roles } = row.value
  const accountId = row.outcome === 'created' ? null : id
  const allowed = (act: 'accounts.addPerson' | 'accounts.edit' | 'accounts.grant') =>
    may(accountPolicies, actor, act, { agencyId, subjectAccountId: accountId })
  const particulars = (['name', 'section', 'phone', 'email'] as const).find(field => changes(row, field))
  if (particulars && !allowed(row.outcome === 'created' ? 'accounts.addPerson' : 'accounts.edit').ok) {
    return [particulars, importNoPeople]
  }
  // Name and mail address are the same for every agency the person works for.
  const elsewhere = around.known.some(
    ({ account, membership }) =>
      account.id === id && membership.endedAt === null && !around.reach.has(membership.agencyId),
  )
  if (elsewhere && (changes(row, 'name') || changes(row, 'email'))) return ['name', beyondReach]
  if (!changes(row, 'roles')) return null
  const granting = allowed('accounts.grant')
  if (!granting.ok) return ['roles', granting.refusal.code === 'no_role' ? importNoRoles : granting.refusal]
  const together = await goTogether(task.tx, { agencyId, accountId }, roles, task.now)
  return together.ok ? null : ['roles', together.refusal]
}
