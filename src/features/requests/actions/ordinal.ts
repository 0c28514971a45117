/** Which request of its month one is, of the same applicant (办法4): by this alone it is charged by items. */
import { frequencyOf } from '../../../domain/request/frequency.ts'
import { applicantsInMonth } from '../store/alike.ts'
import type { KeptRequest } from '../store/requests.ts'
import { earlierOf } from './earlier.ts'
import type { Call } from './setup.ts'

/** Null while its receipt is not confirmed. */
export async function ordinalOf({ tx }: Pick<Call, 'tx'>, kept: KeptRequest): Promise<number | null> {
  const others = await applicantsInMonth(tx, kept)
  return frequencyOf(earlierOf(kept.case), others.map(earlierOf)).ordinalInMonth
}
