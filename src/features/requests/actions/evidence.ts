/** What speaks of number, frequency and likeness (条例35, 36(6), 44): shown to who handles the case, never a decision. */
import type { RequestView } from '../contract/view.ts'
import { sameApplicants } from '../store/alike.ts'
import type { KeptRequest } from '../store/requests.ts'
import type { Call, Setup } from './setup.ts'

type Evidence = RequestView['evidence']

export async function evidenceOf({ tx }: Call, { today }: Setup, kept: KeptRequest): Promise<Evidence> {
  const { thisMonth, last12Months } = await sameApplicants(tx, kept, today)
  return { thisMonth, last12Months, similar: [], others: 0 }
}
