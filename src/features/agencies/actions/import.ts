/** Agencies from a spreadsheet: tried first or taken in, with a word on every row. */

import type { Agency } from '../../../domain/agency/agency.ts'
import { parseAgencyRows } from '../../../domain/agency/import/agencies.ts'
import { agencyColumns } from '../../../domain/agency/import/columns.ts'
import { supervisedBy } from '../../../domain/agency/tree.ts'
import type { Refusal } from '../../../domain/kernel/result.ts'
import type { PlannedRow } from '../../../domain/sheet/plan.ts'
import { atCell, readSheet } from '../../../domain/sheet/sheet.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { refusedInput } from '../../../kit/problem.ts'
import { type Done, type Entry, signedIn, type Task } from '../../../kit/routes.ts'
import type { Grid } from '../../../paper/paper.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { DocumentError, limitsWith, readPaper, sniff } from '../../../platform/documents/index.ts'
import type * as contracts from '../contract.ts'
import { type AgencyRow, allAgencies, domainAgency, insertAgency, updateAgency } from '../store/agencies.ts'
import { notSheet, outOfReach, superiorClosed } from '../words.ts'
import { refuseTaken } from './agencies.ts'
import { mustHangOpen } from './standing.ts'

type ImportTask = Task<typeof contracts.importAgencies>
type Answer = AnswerOf<typeof contracts.importAgencies>
type Planned = PlannedRow<Agency>

const limits = limitsWith({ fileBytes: 6 * 2 ** 20, unpackedBytes: 40 * 2 ** 20, cells: 100_000 })

/** With `dryRun` nothing is changed; else all rows that are not refused are taken in together. */
export async function importAgencies(task: ImportTask): Promise<Done<Answer>> {
  const { tx, now, body, services } = task
  const grid = await gridOf(Buffer.from(body.file, 'base64'))
  const rows = await allAgencies(tx)
  const existing = rows.map(domainAgency)
  const plan = parseAgencyRows(grid, existing, () => uuid7(now.getTime(), services.random))
  const [first, ...rest] = plan.refusals
  if (first) throw refusedInput('body', [{ ...first, at: 'file' }, ...rest])
  const { agencyId } = signedIn(task).actor
  const closed = new Set(rows.flatMap(({ id, status }) => (status === 'closed' ? [id] : [])))
  const planned = belowOpen(withinReach(plan.rows, existing, agencyId), existing, closed)
  const answer = { dryRun: body.dryRun, ...told(planned, namesIn(grid)), ignored: [...plan.ignored] }
  if (body.dryRun) return { answer, record: [] }
  const record = await takeIn(task, planned, new Map(rows.map(row => [row.id, row])))
  return { answer, record: [...record, { subject: `agency:${agencyId}`, data: { ...answer.counts }, agencyId }] }
}

async function gridOf(bytes: Uint8Array): Promise<Grid> {
  try {
    if (sniff(bytes, limits) !== 'xlsx') throw refusedInput('body', [notSheet])
    const { blocks } = await readPaper(bytes, limits)
    const grid = blocks.find(block => block.kind === 'grid')
    if (!grid) throw refusedInput('body', [notSheet])
    return grid
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    throw refusedInput('body', [{ code: error.code, says: error.says, at: 'file' }])
  }
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

function told(planned: readonly Planned[], names: ReadonlyMap<number, string>): Pick<Answer, 'counts' | 'rows'> {
  const count = (outcome: Planned['outcome']) => planned.filter(row => row.outcome === outcome).length
  return {
    counts: {
      created: count('created'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: count('refused'),
    },
    rows: planned.map(row => ({
      row: row.row,
      outcome: row.outcome,
      name: names.get(row.row) ?? '',
      messages: messagesOf(row),
    })),
  }
}

function messagesOf(row: Planned): Answer['rows'][number]['messages'] {
  if (row.outcome === 'refused') return row.refusals.map(({ at, says }) => ({ column: columnIn(at), says }))
  if (row.outcome !== 'changed') return []
  const shown = (text: string) => (text === '' ? { zh: '（空）', en: '(empty)' } : { zh: text, en: text })
  return row.changes.map(({ field, label, before, after }) => {
    const [was, is] = [shown(before), shown(after)]
    return { column: field, says: { zh: `${label.zh}：${was.zh} → ${is.zh}`, en: `${label.en}: ${was.en} → ${is.en}` } }
  })
}

/** `rows[3].creditCode` is told of the column creditCode. */
function columnIn(at: Refusal['at']): string | null {
  return at?.replace(/^rows\[\d+\]\./, '') ?? null
}

async function takeIn(
  { tx, now, services }: ImportTask,
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
