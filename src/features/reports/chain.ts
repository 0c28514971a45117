/** Finds last year's report for this year's. */
import type { Report } from '../../domain/report/report.ts'

/**
 * The report of the year before among `candidates`: of the same agency, spaces and letter widths aside; null where
 * there is none or more than one, or where either names no agency or year.
 */
export function previousAmong<Candidate extends Pick<Report, 'agency' | 'year'>>(
  report: Pick<Report, 'agency' | 'year'>,
  candidates: readonly Candidate[],
): Candidate | null {
  const { agency, year } = report
  if (agency === null || year === null) return null
  const name = plain(agency)
  const found = candidates.filter(c => c.year === year - 1 && c.agency !== null && plain(c.agency) === name)
  return found.length === 1 ? (found[0] ?? null) : null
}

function plain(agency: string): string {
  return agency.normalize('NFKC').replace(/\s+/g, '')
}
