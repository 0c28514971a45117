/** A list of staff from a spreadsheet, tried first or taken in with a word on every row, whoever hands it in. */

import type { Refusal } from '../../../domain/kernel/result.ts'
import { type PeopleColumn, type Person, parsePeopleRows, peopleColumns } from '../../../domain/people/import.ts'
import { maskPersonal } from '../../../domain/personal/personal.ts'
import type { PlannedRow } from '../../../domain/sheet/plan.ts'
import { atCell } from '../../../domain/sheet/sheet.ts'
import { toldImport } from '../../../domain/sheet/told.ts'
import { mustBeList, sheetIn } from '../../../kit/import-sheet.ts'
import type { Entry } from '../../../kit/routes.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type { PeopleImportAnswer } from '../people-contract.ts'
import { importBeyondReach, importClosed, importNoSection } from '../refusals.ts'
import { type Around, aroundList, type Here } from './import-around.ts'
import { takePerson } from './import-person.ts'

type Planned = PlannedRow<Person>
export type SoundRow = Exclude<Planned, { readonly outcome: 'refused' }>
/** Why a row is not taken in, and by which of its columns. */
export type RowTrouble = readonly [PeopleColumn, Refusal]

export interface Importing {
  readonly dryRun: boolean
  /** The agency whose own tree the list may be about; null where it may be about all. */
  readonly own: string | null
  /** What stands against a row that would change something, by the rights of who hands the list in. */
  readonly rights: (around: Around, row: SoundRow) => Promise<RowTrouble | null>
}

/** With `dryRun` nothing is changed; else all rows that are not refused are taken in together. */
export async function importList(
  here: Here,
  bytes: Uint8Array,
  { dryRun, own, rights }: Importing,
): Promise<{ readonly answer: PeopleImportAnswer; readonly record: readonly Entry[] }> {
  const grid = await sheetIn(bytes)
  const around = await aroundList(here, grid, own)
  const newId = () => uuid7(here.now.getTime(), here.services.random)
  const plan = parsePeopleRows(grid, { agencies: around.agencies, existing: around.people, newId })
  mustBeList(plan.refusals)
  const rows: Planned[] = []
  for (const row of plan.rows) rows.push(await judged(around, row, rights))
  const links = new Map<number, string>()
  const record: Entry[] = []
  if (!dryRun) {
    for (const row of rows) {
      const taken = await takePerson(here, around, row)
      if (taken) record.push(taken.entry)
      if (taken?.link) links.set(row.row, taken.link)
    }
  }
  const { counts, rows: told } = toldImport(rows.map(masked), around.names)
  const shown = told.map(row => ({ ...row, messages: [...row.messages], link: links.get(row.row) ?? null }))
  if (!dryRun)
    record.push({ ...(own === null ? { subject: 'installation' } : { subject: `agency:${own}` }), data: counts })
  return { answer: { dryRun, counts, rows: shown, ignored: [...plan.ignored] }, record }
}

/** The row, or why it is not taken in. */
async function judged(around: Around, row: Planned, rights: Importing['rights']): Promise<Planned> {
  if (row.outcome === 'refused') return row
  const found = troubleOfPlace(around, row) ?? (row.outcome === 'unchanged' ? null : await rights(around, row))
  if (!found) return row
  const [column, refusal] = found
  return { row: row.row, outcome: 'refused', refusals: [atCell(refusal, row.row, column, peopleColumns[column].label)] }
}

function troubleOfPlace({ agencies, reach, sections }: Around, row: SoundRow): RowTrouble | null {
  const { agencyId, section } = row.value
  if (!reach.has(agencyId)) return ['agency', importBeyondReach]
  if (row.outcome === 'unchanged') return null
  if (agencies.some(({ id, status }) => id === agencyId && status === 'closed')) return ['agency', importClosed]
  const known = sections.some(one => one.agencyId === agencyId && one.name === section)
  return section === null || known || !changes(row, 'section') ? null : ['section', importNoSection]
}

/** Whether the row says something new in a column. */
export function changes(row: SoundRow, field: 'name' | 'section' | 'phone' | 'email' | 'roles'): boolean {
  if (row.outcome === 'unchanged') return false
  if (row.outcome === 'changed') return row.changes.some(change => change.field === field)
  const value = row.value[field]
  return value !== null && value.length > 0
}

/** Nobody reads a number by handing in a list: to see one whole a reason is asked for. */
function masked(row: Planned): Planned {
  if (row.outcome !== 'changed') return row
  const mask = (phone: string) => (phone === '' ? '' : maskPersonal('phone', phone))
  const shown = row.changes.map(change =>
    change.field === 'phone' ? { ...change, before: mask(change.before), after: mask(change.after) } : change,
  )
  return { ...row, changes: shown }
}
