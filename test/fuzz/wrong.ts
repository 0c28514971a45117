/** Holds a reading of a damaged paper against the truth: a number may be lost, never changed. */

import { type Report, valueAt } from '../../src/domain/report/report.ts'
import type { Draft } from '../corpus/draft.ts'

/** Numbers that are not the paper's; `spoilt` figures are let pass. */
export function wrongNumbers(draft: Draft, report: Report, spoilt: readonly string[] = []): string[] {
  if (report.edition !== draft.edition) return []
  const found: string[] = []
  for (const [id, want] of draft.wants) {
    const got = valueAt(report, id)
    if (got === null || (want.value !== null && Math.abs(got - want.value) < 0.005)) continue
    const record = report.cells[id]
    if (want.value !== null && record?.unit === null && Math.abs(got * 10_000 - want.value) < 0.005) continue
    if (spoilt.includes(String(want.value))) continue
    found.push(
      `${id}: ${got} from ${JSON.stringify(record?.raw)} at ${JSON.stringify(record?.at)}, paper has ${want.value}`,
    )
  }
  return found
}
