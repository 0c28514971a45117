/**
 * What one visit to the page has checked, kept in memory only and for a short time. Each visit has a name nobody
 * can guess; it is gone when its time is over, when its owner discards it, or when room is needed for newer ones.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Finding, Report } from '../../domain/report/report.ts'
import { type Counts, countsOf } from '../../ui/report/judged.ts'
import type { Trouble } from './trouble.ts'

/** What checking one file yields for one document in it: a report, or why there is none. */
export type FileOutcome =
  | { readonly file: string; readonly report: Report; readonly findings: readonly Finding[] }
  | { readonly file: string; readonly error: Trouble }

/** One line of a visit. Reports lie packed; `unpack` opens them. */
export interface Entry {
  /** From 1, in the order they came. */
  readonly n: number
  readonly file: string
  readonly agency: string | null
  readonly year: number | null
  readonly packed: Uint8Array | null
  /** Of its findings without last year's report. */
  readonly counts: Counts
  readonly error: Trouble | null
}

export interface Visit {
  readonly id: string
  readonly entries: readonly Entry[]
}

/** expired: its time is over. evicted: made room for newer visits. discarded: by its owner. unknown: never was. */
export type Gone = 'expired' | 'evicted' | 'discarded' | 'unknown'

export interface VisitLimits {
  /** Minutes a visit lives after it was last looked at. */
  readonly minutes: number
  /** Bytes one visit may hold, packed. */
  readonly visitBytes: number
  /** Bytes all visits together may hold, packed. */
  readonly totalBytes: number
}

export const usualLimits: VisitLimits = { minutes: 60, visitBytes: 64 * 2 ** 20, totalBytes: 256 * 2 ** 20 }

interface Kept {
  readonly id: string
  readonly entries: Entry[]
  bytes: number
  seen: number
}

/** Rough cost in memory of an entry beside its packed report. */
const entryBytes = 500
const rememberedNames = 10_000

export interface VisitStore {
  /** A new, empty visit. */
  readonly open: () => string
  /** Adds outcomes; `full` when the visit may hold no more: nothing is added then. */
  readonly add: (id: string, outcomes: readonly FileOutcome[]) => readonly Entry[] | 'full' | Gone
  readonly find: (id: string) => Visit | Gone
  readonly discard: (id: string) => void
  /** Drops what has expired. Called on every access; a server also calls it by the clock. */
  readonly sweep: () => void
}

/**
 * A store of visits.
 * @param now milliseconds since the epoch
 * @param name a fresh name of at least 128 random bits, fit for a URL
 */
export function visitStore(now: () => number, name: () => string, limits: VisitLimits = usualLimits): VisitStore {
  const visits = new Map<string, Kept>()
  const gone = new Map<string, Gone>()

  /** The map keeps its order by when a visit was last looked at, the longest ago first. */
  let total = 0
  const drop = (id: string, why: Gone) => {
    const visit = visits.get(id)
    if (!visit) return
    total -= visit.bytes
    visits.delete(id)
    remember(gone, id, why)
  }
  const sweep = () => {
    const oldest = now() - limits.minutes * 60_000
    for (const visit of visits.values()) {
      if (visit.seen >= oldest) return
      drop(visit.id, 'expired')
    }
  }
  const look = (id: string): Kept | Gone => {
    sweep()
    const visit = visits.get(id)
    if (!visit) return gone.get(id) ?? 'unknown'
    visit.seen = now()
    visits.delete(id)
    visits.set(id, visit)
    return visit
  }
  const grow = (visit: Kept, bytes: number) => {
    visit.bytes += bytes
    total += bytes
    for (const oldest of visits.values()) {
      if (total <= limits.totalBytes || oldest === visit) return
      drop(oldest.id, 'evicted')
    }
  }

  return {
    sweep,
    open: () => {
      sweep()
      const id = name()
      const visit = { id, entries: [], bytes: 0, seen: now() }
      visits.set(id, visit)
      grow(visit, entryBytes)
      return id
    },
    add: (id, outcomes) => {
      const visit = look(id)
      if (typeof visit === 'string') return visit
      const entries = outcomes.map((outcome, i) => pack(outcome, visit.entries.length + i + 1))
      const bytes = entries.reduce((sum, e) => sum + entryBytes + (e.packed?.length ?? 0), 0)
      if (visit.bytes + bytes > limits.visitBytes) return 'full'
      visit.entries.push(...entries)
      grow(visit, bytes)
      return entries
    },
    find: look,
    discard: id => drop(id, 'discarded'),
  }
}

function remember(gone: Map<string, Gone>, id: string, why: Gone): void {
  gone.set(id, why)
  const first = gone.keys().next().value
  if (gone.size > rememberedNames && first !== undefined) gone.delete(first)
}

function pack(outcome: FileOutcome, n: number): Entry {
  const { file } = outcome
  if ('error' in outcome) {
    return { n, file, agency: null, year: null, packed: null, counts: countsOf([]), error: outcome.error }
  }
  const { report, findings } = outcome
  const packed = deflateRawSync(JSON.stringify(report), { level: 3 })
  return { n, file, agency: report.agency, year: report.year, packed, counts: countsOf(findings), error: null }
}

/** The report of an entry, null where its file gave none. */
export function unpack(entry: Entry): Report | null {
  return entry.packed ? (JSON.parse(inflateRawSync(entry.packed).toString('utf8')) as Report) : null
}
