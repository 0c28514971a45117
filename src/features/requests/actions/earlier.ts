/** Cases as the comparison of likeness and number takes them. */
import type { RequestCase } from '../../../domain/request/case.ts'
import { isDecisionLetter } from '../../../domain/request/decision-info.ts'
import type { EarlierRequest } from '../../../domain/request/frequency.ts'

export function earlierOf({ id, number, receivedOn, wanted, closing, letters }: RequestCase): EarlierRequest {
  const answer = letters.findLast(({ letter, state }) => isDecisionLetter(letter) && state !== 'recalled')
  return { id, number, receivedOn, wanted, closing, letterNumber: answer?.number ?? null }
}
