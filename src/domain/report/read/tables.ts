/** Reads the three statutory tables of one edition from a strip into slots for every cell that could be placed. */
import type { Edition, TableId } from '../../../law/editions/form.ts'
import type { ExtraRow, Unit } from '../report.ts'
import { readDisputes } from './disputes.ts'
import { extraRows, looseExtraRows } from './extra.ts'
import { fitRows } from './fit.ts'
import { type Evidence, extentOf, figures, gatherRows } from './gather.ts'
import { type HeadingSpot, sectionRegion } from './headings.ts'
import type { Fitted, Head } from './slots.ts'
import { type Region, type Spot, spotWords } from './spot.ts'
import type { Strip } from './tokens.ts'
import { wordsOf } from './vocabulary.ts'

export interface TableReading {
  /** Slots by row id; a row that is not here is not on the paper. */
  readonly slots: Fitted
  readonly extra: readonly ExtraRow[]
  /** Unit printed in the head of an amount column, by `row.column`. */
  readonly units: ReadonlyMap<string, Unit | null>
  /** Words of the form found, in the order of the paper. */
  readonly spots: readonly Spot[]
}

export type TablesReading = Readonly<Record<TableId, TableReading>>

const NONE: TableReading = { slots: new Map(), extra: [], units: new Map(), spots: [] }

/** Reads all tables. A table is looked for under its heading, and in the whole paper where that gives nothing. */
export function readTables(strip: Strip, headings: readonly HeadingSpot[], edition: Edition): TablesReading {
  const read = (table: TableId): TableReading => {
    const under = sectionRegion(strip, headings, table)
    const first = under ? readTable(strip, under, edition, table) : NONE
    if (labels(first) >= 2) return first
    const anywhere = readTable(strip, freeRegion(strip, headings, table), edition, table)
    const found = labels(anywhere) > Math.max(2, labels(first)) ? anywhere : first
    if (table !== 'disputes' || found.slots.size > 0) return found
    return readTable(strip, { start: 0, end: strip.folded.length }, edition, table)
  }
  const tables = { proactive: read('proactive'), requests: read('requests'), disputes: read('disputes') }
  const all = Object.values(tables).flatMap(t => t.spots)
  const withExtra = (table: 'proactive' | 'requests', columns: number) => {
    const reading = tables[table]
    const own = [...extraRows(strip, reading.spots, all, table, columns), ...looseExtraRows(strip, reading, all, table)]
    return { ...reading, extra: [...reading.extra, ...own] }
  }
  const widest = Math.max(...edition.proactive.map(b => b.columns.length))
  return {
    ...tables,
    proactive: withExtra('proactive', widest),
    requests: withExtra('requests', edition.requests.columns.length),
  }
}

/** How many row labels a reading rests on. */
export function labels(reading: TableReading): number {
  return rowSpots(reading.spots).length
}

/** Where a table without a heading of its own can stand: behind the nearest heading before it, up to the nearest after. */
function freeRegion(strip: Strip, headings: readonly HeadingSpot[], table: TableId): Region {
  const order = ['overview', 'proactive', 'requests', 'disputes', 'problems', 'other']
  const at = order.indexOf(table)
  const after = headings.find(
    h => order.indexOf(h.section.id) > at && !(h.section.id in { requests: 1, disputes: 1, proactive: 1 }),
  )
  const before = headings.findLast(h => order.indexOf(h.section.id) <= at && h.section.id !== table)
  const start = before && before.section.id !== 'overview' ? before.end : 0
  const end = after?.start ?? strip.folded.length
  return start < end ? { start, end } : { start: 0, end: strip.folded.length }
}

function readTable(strip: Strip, region: Region, edition: Edition, table: TableId): TableReading {
  const spots = spotWords(strip, region, wordsOf(edition, table))
  if (table === 'proactive') return readProactive(strip, region, spots, edition)
  if (table === 'requests') return readRequests(strip, region, spots, edition)
  return readDisputeTable(strip, region, spots, edition)
}

function readRequests(strip: Strip, region: Region, spots: readonly Spot[], edition: Edition): TableReading {
  const evidence = gatherRows(strip, region, spots)
  const rows = evidenceOf(evidence, 'row')
  const columns = edition.requests.columns.map(c => c.id)
  const balances = edition.balances.filter(b => b.table === 'requests')
  const slots = fitRows(
    rows,
    { columns, heads: headsOf(strip, spots), balances, spanning: spanningRows(edition) },
    strip,
  )
  // A group label with a full line of figures before any row label is a row of its own (one-row 其他处理 on a newer form).
  const summary = evidenceOf(evidence, 'group').filter(g => figures(g.evidence.tokens) >= columns.length)
  const extra = summary.map(g => ({
    table: 'requests' as const,
    label: labelOf(edition, g.id),
    values: g.evidence.tokens.slice(-columns.length).map(t => t.text.trim()),
  }))
  return { slots, extra, units: new Map(), spots }
}

function evidenceOf(
  evidence: ReadonlyMap<string, Evidence>,
  kind: 'row' | 'group',
): { id: string; evidence: Evidence }[] {
  return [...evidence.values()].filter(e => e.spot.word.kind === kind).map(e => ({ id: e.spot.word.id, evidence: e }))
}

export function rowSpots(spots: readonly Spot[]): Spot[] {
  return spots.filter(s => s.word.kind === 'row')
}

function labelOf(edition: Edition, group: string): string {
  return edition.requests.groups.find(g => g.id === group)?.label.zh ?? ''
}

const NO_ROWS: ReadonlySet<string> = new Set()

/** Rows of table 三 less deep in groups than the deepest: their labels take up the columns of the missing levels. */
function spanningRows(edition: Edition): ReadonlySet<string> {
  const depth = (group: string | undefined): number => {
    const found = edition.requests.groups.find(g => g.id === group)
    return found ? 1 + depth(found.within) : 0
  }
  const deepest = Math.max(...edition.requests.rows.map(r => depth(r.group)))
  return new Set(edition.requests.rows.filter(r => depth(r.group) < deepest).map(r => r.id))
}

function headsOf(strip: Strip, spots: readonly Spot[]): Head[] {
  return spots
    .filter(s => s.word.kind === 'column')
    .map(s => {
      const row = strip.rows[strip.rowOf[s.start] ?? 0]
      return { column: s.word.id, system: row?.system ?? 0, fragment: row?.fragment ?? 0, ...extentOf(strip, s.start) }
    })
}

function readProactive(strip: Strip, region: Region, spots: readonly Spot[], edition: Edition): TableReading {
  const evidence = gatherRows(strip, region, spots)
  const slots: Fitted = new Map()
  const units = new Map<string, Unit | null>()
  edition.proactive.forEach((block, b) => {
    const rows = evidenceOf(evidence, 'row').filter(r => r.evidence.spot.word.block === b)
    const above = headSpotsAbove(spots, b)
    for (const [id, fitted] of fitRows(
      rows,
      { columns: block.columns.map(c => c.id), heads: headsOf(strip, above), balances: [], spanning: NO_ROWS },
      strip,
    )) {
      slots.set(id, fitted)
    }
    for (const column of block.columns.filter(c => c.measure === 'amount')) {
      for (const row of block.rows) units.set(`${row.id}.${column.id}`, unitAbove(strip, region, spots, b))
    }
  })
  return { slots, units, extra: [], spots }
}

/** Column heads that stand between the rows of the blocks before and the first row of a block. */
function headSpotsAbove(spots: readonly Spot[], block: number): Spot[] {
  const first = spots.findIndex(s => s.word.kind === 'row' && s.word.block === block)
  if (first < 0) return []
  const out: Spot[] = []
  for (let i = first - 1; i >= 0; i--) {
    const spot = spots[i]
    if (!spot || spot.word.kind === 'row') break
    if (spot.word.kind === 'column') out.unshift(spot)
  }
  return out
}

/** The unit named among the heads of a block: between the row before and the block's first row. */
function unitAbove(strip: Strip, region: Region, spots: readonly Spot[], block: number): Unit | null {
  const first = spots.find(s => s.word.kind === 'row' && s.word.block === block)
  if (!first) return null
  const before = spots.findLast(s => s.word.kind === 'row' && s.end <= first.start)
  const heads = strip.folded.slice(before?.end ?? region.start, first.start)
  const unit = [...heads.matchAll(/亿元|万元|元|万/g)].at(-1)?.[0]
  return unit === '万' ? '万元' : ((unit as Unit | undefined) ?? null)
}

function readDisputeTable(strip: Strip, region: Region, spots: readonly Spot[], edition: Edition): TableReading {
  const columns = edition.disputes.columns.map(c => c.id)
  const form = { rows: edition.disputes.rows.map(r => r.id), columns }
  const balances = edition.balances.filter(b => b.table === 'disputes')
  const slots = readDisputes(strip, region, spots, form, {
    columns,
    heads: [],
    balances,
    spanning: NO_ROWS,
  })
  return slots ? { slots: new Map(slots), extra: [], units: new Map(), spots } : NONE
}
