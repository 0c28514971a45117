/** Agencies from a spreadsheet: tried first or taken in, with a word on every row. */

import type { Agency } from '../../../domain/agency/agency.ts'
import { parseAgencyRows } from '../../../domain/agency/import/agencies.ts'
import { agencyColumns } from '../../../domain/agency/import/columns.ts'
import { supervisedBy } from '../../../domain/agency/tree.ts'
import type { PlannedRow } from '../../../domain/sheet/plan.ts'
import { atCell, readSheet } from '../../../domain/sheet/sheet.ts'
import { toldImport } from '../../../domain/sheet/told.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { mustBeList, sheetIn } from '../../../kit/import-sheet.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { type Done, type Entry, signedIn, type Task } from '../../../kit/routes.ts'
import type { Grid } from '../../../paper/paper.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type * as contracts from '../contract.ts'
import { type AgencyRow, allAgencies, domainAgency, insertAgency, updateAgency } from '../store/agencies.ts'
import { outOfReach, superiorClosed } from '../words.ts'
import { refuseTaken } from './agencies.ts'
import { mustHangOpen } from './standing.ts'

type ImportTask = Task<typeof contracts.importAgencies>
type Answer = AnswerOf<typeof contracts.importAgencies>
type Here = Pick<ImportTask, 'tx' | 'now' | 'services'>
type Imported = { readonly answer: Answer; readonly record: readonly Entry[] }
type Planned = PlannedRow<Agency>

export async function importAgencies(task: ImportTask): Promise<Done<Answer>> {
  const { file, dryRun } = task.body
  return importSheet(task, Buffer.from(file, 'base64'), { dryRun, own: signedIn(task).actor.agencyId })
}

export interface Importing {
  readonly dryRun: boolean
  /** The agency whose own tree may be changed; null where all may. */
  readonly own: string | null
}

/** With `dryRun` nothing is changed; else all rows that are not refused are taken in together. */
export async function importSheet(here: Here, bytes: Uint8Array, { dryRun, own }: Importing): Promise<Imported> {
  const { tx, now, services } = here
  const grid = await sheetIn(bytes)
  const rows = await allAgencies(tx)
  const existing = rows.map(domainAgency)
  const plan = parseAgencyRows(grid, existing, () => uuid7(now.getTime(), services.random))
  mustBeList(plan.refusals)
  const closed = new Set(rows.flatMap(({ id, status }) => (status === 'closed' ? [id] : [])))
  const reached = own === null ? plan.rows : withinReach(plan.rows, existing, own)
  const planned = belowOpen(reached, existing, closed)
  const { counts, rows: told } = toldImport(planned, namesIn(grid))
  const answer = {
    dryRun,
    counts,
    rows: told.map(row => ({ ...row, messages: [...row.messages] })),
    ignored: [...plan.ignored],
  }
  if (dryRun) return { answer, record: [] }
  const record = await takeIn(here, planned, new Map(rows.map(row => [row.id, row])))
  const whole = own === null ? { subject: 'installation' } : { subject: `agency:${own}`, agencyId: own }
  return { answer, record: [...record, { ...whole, data: { ...counts } }] }
}

/**
 * Refuses rows about agencies that are neither the own one nor supervised by it, nor would be: and then whatever
 * stands under such a row.
 */
function withinReach(rows: readonly Planned[], existing: readonly Agency[], own: string): readonly Planned[] {
  const before = new Set([own, ...supervisedBy(own, existing)])
  const values = rows.flatMap(row => ('value' in row ? [row.value] : []))
  const ids = new Set(values.map(({ id }) => id))
  const known = new Set(existing.map(({ id }) => id))
  const all = [...existing.filter(({ id }) => !ids.has(id)), ...values]
  const after = new Set([own, ...supervisedBy(own, all)])
  // What is there already must be in reach now, and stay there: nobody takes an agency from another's tree.
  const reached = ({ id }: Agency) => after.has(id) && (before.has(id) || !known.has(id))
  return rows.map(row => {
    if (!('value' in row) || row.outcome === 'unchanged' || reached(row.value)) return row
    const refusal = atCell(outOfReach, row.row, 'superior', agencyColumns.superior.label)
    return { row: row.row, outcome: 'refused', refusals: [refusal] }
  })
}

/** Refuses rows that would put an open agency below a closed one. */
function belowOpen(
  rows: readonly Planned[],
  existing: readonly Agency[],
  closed: ReadonlySet<string>,
): readonly Planned[] {
  const moved = ({ id, superiorId }: Agency) => existing.find(one => one.id === id)?.superiorId !== superiorId
  return rows.map(row => {
    const { superiorId = null, id = '' } = 'value' in row ? row.value : {}
    if (superiorId === null || !closed.has(superiorId) || closed.has(id)) return row
    if (!('value' in row) || !moved(row.value)) return row
    const refusal = atCell(superiorClosed, row.row, 'superior', agencyColumns.superior.label)
    return { row: row.row, outcome: 'refused', refusals: [refusal] }
  })
}

function namesIn(grid: Grid): ReadonlyMap<number, string> {
  return new Map(readSheet(grid, agencyColumns).rows.map(({ row, values }) => [row, values.name ?? '']))
}

async function takeIn(
  { tx, now, services }: Here,
  planned: readonly Planned[],
  kept: ReadonlyMap<string, AgencyRow>,
): Promise<Entry[]> {
  const record: Entry[] = []
  for (const row of planned) {
    if (row.outcome !== 'created' && row.outcome !== 'changed') continue
    const { id, ...agency } = row.value
    const shortName = agency.shortName ?? Array.from(agency.name).slice(0, 40).join('')
    const before = kept.get(id)
    // Closed since the list was read, it takes the whole import back.
    if (before?.status !== 'closed' && before?.superiorId !== agency.superiorId) {
      await mustHangOpen(tx, agency.superiorId)
    }
    if (before) {
      const after = { ...before, ...agency, shortName, version: before.version + 1, updatedAt: now }
      refuseTaken(await updateAgency(tx, after))
    } else {
      const own = { slug: slugOf(id), host: null, status: 'open', version: 1, createdAt: now, updatedAt: now }
      refuseTaken(await insertAgency(tx, { id, ...agency, shortName, ...own }))
      await agencyKeys(tx, services.keys, id)
    }
    const data = { outcome: row.outcome, name: agency.name, row: row.row }
    record.push({ subject: `agency:${id}`, data, agencyId: id })
  }
  return record
}

/** The end of an id is chance: long enough that no two agencies meet. Its people change it to a word. */
function slugOf(id: string): string {
  return `a-${id.slice(-12)}`
}
