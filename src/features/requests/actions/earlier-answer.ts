/** The answer a repeated request was given before (条例36(6)), looked up where it is said to have been given here. */
import { done, type Refusal, type Result } from '../../../domain/kernel/result.ts'
import type { EarlierAnswer } from '../../../domain/request/case.ts'
import { answerGiven } from '../../../domain/request/earlier-answer.ts'
import type { ActBody } from '../contract/acts.ts'
import { applicantsNumbered } from '../store/alike.ts'
import type { KeptRequest } from '../store/requests.ts'
import { noSuchEarlier, notAnsweredEarlier } from '../words.ts'
import type { Call } from './setup.ts'

/** Null where nothing is said of it. Refused at `earlier.reference`; of others' requests nothing is told, not even that they are there. */
export async function earlierGiven(
  { tx }: Pick<Call, 'tx'>,
  kept: KeptRequest,
  { earlier = null }: Pick<ActBody<'saveDraft'>, 'earlier'>,
): Promise<Result<EarlierAnswer | null>> {
  if (earlier === null || earlier.from === 'paper') return done(earlier)
  const found = await applicantsNumbered(tx, kept, earlier.reference)
  const answers = found.flatMap(other => answerGiven(other) ?? [])
  const [answer] = answers
  if (answer) return done(answer)
  return refusedWith(found.length === 0 ? noSuchEarlier : notAnsweredEarlier)
}

function refusedWith(refusal: Refusal): Result<never> {
  return { ok: false, refusal }
}
