/**
 * People from a spreadsheet: tried first or taken in, with a word on every row. What a row may do is judged as if it
 * were done by hand: people are the system administrator's, roles the security administrator's (D§9.3).
 */
import type { Refusal } from '../../../domain/kernel/result.ts'
import { type PeopleColumn, type Person, parsePeopleRows, peopleColumns } from '../../../domain/people/import.ts'
import { may } from '../../../domain/people/may.ts'
import { maskPersonal } from '../../../domain/personal/personal.ts'
import type { PlannedRow } from '../../../domain/sheet/plan.ts'
import { atCell } from '../../../domain/sheet/sheet.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { mustBeList, sheetGrid, told } from '../../../kit/import-sheet.ts'
import { type Done, type Entry, signedIn } from '../../../kit/routes.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type * as contracts from '../people-contract.ts'
import { accountPolicies } from '../policies.ts'
import {
  beyondReach,
  importBeyondReach,
  importClosed,
  importNoPeople,
  importNoRoles,
  importNoSection,
} from '../refusals.ts'
import { goTogether, holdAdministrators } from './granting.ts'
import { type Around, aroundList, type ImportTask } from './import-around.ts'
import { takePerson } from './import-person.ts'

type Planned = PlannedRow<Person>
type Answer = AnswerOf<typeof contracts.importPeople>

/** With `dryRun` nothing is changed; else all rows that are not refused are taken in together. */
export async function importPeople(task: ImportTask): Promise<Done<Answer>> {
  const { body, params } = task
  if (!body.dryRun) await holdAdministrators(task)
  const grid = await sheetGrid(body.file)
  const around = await aroundList(task, grid)
  const newId = () => uuid7(task.now.getTime(), task.services.random)
  const plan = parsePeopleRows(grid, { agencies: around.agencies, existing: around.people, newId })
  mustBeList(plan.refusals)
  const rows: Planned[] = []
  for (const row of plan.rows) rows.push(await judged(task, around, row))
  const links = new Map<number, string>()
  const record: Entry[] = []
  if (!body.dryRun) {
    for (const row of rows) {
      const taken = await takePerson(task, around, row)
      if (taken) record.push(taken.entry)
      if (taken?.link) links.set(row.row, taken.link)
    }
  }
  const { counts, rows: shown } = told(rows, around.names, masked)
  const answer = {
    ...{ dryRun: body.dryRun, counts, ignored: [...plan.ignored] },
    rows: shown.map(row => ({ ...row, link: links.get(row.row) ?? null })),
  }
  if (!body.dryRun) record.push({ subject: `agency:${params.agencyId}`, data: { ...counts } })
  return { answer, record }
}

/** Numbers show as they do everywhere: to see one whole a reason is asked for. */
function masked({ field }: { readonly field: string }, text: string): string {
  return field === 'phone' ? maskPersonal('phone', text) : text
}

/** The row, or why this caller may not have it taken in. */
async function judged(task: ImportTask, around: Around, row: Planned): Promise<Planned> {
  if (row.outcome === 'refused') return row
  const found = troubleOfPlace(around, row) ?? (await troubleOfRights(task, around, row))
  if (!found) return row
  const [column, refusal] = found
  return { row: row.row, outcome: 'refused', refusals: [atCell(refusal, row.row, column, peopleColumns[column].label)] }
}

type Sound = Exclude<Planned, { readonly outcome: 'refused' }>
type Trouble = readonly [PeopleColumn, Refusal]

function troubleOfPlace({ agencies, reach, sections }: Around, row: Sound): Trouble | null {
  const { agencyId, section } = row.value
  if (!reach.has(agencyId)) return ['agency', importBeyondReach]
  if (row.outcome === 'unchanged') return null
  if (agencies.some(({ id, status }) => id === agencyId && status === 'closed')) return ['agency', importClosed]
  const known = sections.some(one => one.agencyId === agencyId && one.name === section)
  return section === null || known || !changes(row, 'section') ? null : ['section', importNoSection]
}

async function troubleOfRights(task: ImportTask, around: Around, row: Sound): Promise<Trouble | null> {
  if (row.outcome === 'unchanged') return null
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

/** Whether the row says something new in a column. */
function changes(row: Sound, field: 'name' | 'section' | 'phone' | 'email' | 'roles'): boolean {
  if (row.outcome === 'unchanged') return false
  if (row.outcome === 'changed') return row.changes.some(change => change.field === field)
  const value = row.value[field]
  return value !== null && value.length > 0
}
