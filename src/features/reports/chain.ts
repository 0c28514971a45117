/** Finds last year's report for this year's. */
import type { Report } from '../../domain/report/report.ts'

/** Candidates by agency and year: made once where many reports are looked up. */
export type ChainIndex<Candidate> = ReadonlyMap<string, readonly Candidate[]>

export function chainIndex<Candidate extends Pick<Report, 'agency' | 'year'>>(
  candidates: readonly Candidate[],
): ChainIndex<Candidate> {
  const index = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    if (candidate.agency === null || candidate.year === null) continue
    const key = keyOf(candidate.agency, candidate.year)
    index.set(key, [...(index.get(key) ?? []), candidate])
  }
  return index
}

/**
 * The report of the year before: of the same agency, spaces and letter widths aside; null where there is none or more
 * than one, or where either names no agency or year.
 */
export function previousIn<Candidate>(
  index: ChainIndex<Candidate>,
  { agency, year }: Pick<Report, 'agency' | 'year'>,
): Candidate | null {
  if (agency === null || year === null) return null
  const found = index.get(keyOf(agency, year - 1)) ?? []
  return found.length === 1 ? (found[0] ?? null) : null
}

function keyOf(agency: string, year: number): string {
  return `${year} ${agency.normalize('NFKC').replace(/\s+/g, '')}`
}
