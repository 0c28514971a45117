/**
 * A year that was reported does not change unsaid (条例49): what an act would do to the table of such a year is refused
 * until the report is taken back. Asked in one place, for every act and every case that begins.
 */
import type { Refusal } from '../../../domain/kernel/result.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { pastYearsChanged } from '../../../domain/request/counting.ts'
import { reportsHandedIn } from '../../../kit/reported.ts'
import { yearReported } from '../words.ts'
import type { Call, Setup } from './setup.ts'

/** `at`: the field that names the day. Null where no year that was reported changes. */
export async function reportedYearTrouble(
  { tx }: Pick<Call, 'tx'>,
  { agency, today }: Pick<Setup, 'agency' | 'today'>,
  [before, after]: readonly [before: RequestCase | null, after: RequestCase],
  at?: string,
): Promise<Refusal | null> {
  const [report] = await reportsHandedIn(tx, agency, pastYearsChanged(before, after, today))
  return report ? { ...yearReported(report), ...(at === undefined ? {} : { at }) } : null
}
