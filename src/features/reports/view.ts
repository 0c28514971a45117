/** What the pages show of a visit: every entry judged against its year before. */
import type { Lang } from '../../domain/kernel/lang.ts'
import { type Counts, type Judged, judge } from '../../ui/report/judged.ts'
import { type ChainIndex, chainIndex, previousIn } from './chain.ts'
import { type Entry, unpack, type Visit } from './visit.ts'

export interface ReportView extends Judged {
  readonly entry: Entry
  /** Year of the report of the same agency that this one was checked against. */
  readonly previousYear: number | null
}

/** One entry opened and judged; null where its file gave no report. */
export function reportView(visit: Visit, entry: Entry, lang: Lang): ReportView | null {
  const report = unpack(entry)
  if (!report) return null
  const previous = previousOf(visit, entry)
  const judged = judge(report, lang, previous && unpack(previous))
  return { ...judged, entry, previousYear: previous?.year ?? null }
}

/** The same agency's report of the year before, if the visit holds exactly one. */
export function previousOf(visit: Visit, entry: Entry): Entry | null {
  const { entries } = visit
  const kept = indexCache.get(entries)
  const index = kept?.size === entries.length ? kept.index : chainIndex(entries)
  indexCache.set(entries, { size: entries.length, index })
  return previousIn(index, entry)
}

/** Entries are only ever added: an index of as many entries is still right. */
const indexCache = new WeakMap<readonly Entry[], { readonly size: number; readonly index: ChainIndex<Entry> }>()

/** Counts of an entry, the chain of years included; kept as long as its year before stays the same. */
export function entryCounts(visit: Visit, entry: Entry): Counts {
  const previous = previousOf(visit, entry)
  if (!previous) return entry.counts
  const kept = countCache.get(entry)
  if (kept?.previous === previous) return kept.counts
  const counts = reportView(visit, entry, 'zh')?.counts ?? entry.counts
  countCache.set(entry, { previous, counts })
  return counts
}

const countCache = new WeakMap<Entry, { readonly previous: Entry; readonly counts: Counts }>()
