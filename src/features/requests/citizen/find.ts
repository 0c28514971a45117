/** Who has the number and the code of a request may follow it; everybody else learns nothing, not even that it is there. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { done, type Result, refuse } from '../../../domain/kernel/result.ts'
import { hashCode } from '../../../platform/crypto/codes.ts'
import { sameText } from '../../../platform/crypto/tokens.ts'
import type { Call } from '../actions/setup.ts'
import { holdRequest, type KeptRequest, requestByNumber } from '../store/requests.ts'

export interface Who {
  readonly number: string
  readonly code: string
}

/** Compared where there is no such number, so that both cases take the same work. */
const nobodys = '0'.repeat(64)

/** `hold`: until the transaction ends, to act on it. */
export async function found(
  { tx }: Call,
  agencyId: string,
  { number, code }: Who,
  hold = false,
): Promise<Result<KeptRequest>> {
  const kept = await requestByNumber(tx, agencyId, number)
  const right = sameText(hashCode(code), kept?.codeHash ?? nobodys)
  if (!right || !kept) return refuse('unknown_request', unknown)
  const held = hold ? await holdRequest(tx, agencyId, kept.case.id) : kept
  return held ? done(held) : refuse('unknown_request', unknown)
}

const unknown: Said = {
  zh: '受理号或者查询码不对，请对照回执核对后再试；查询码遗失的，请凭身份证明到工作机构查询',
  en: 'The number or the code is not right; compare them with your receipt. If the code is lost, ask the office, with proof of identity',
}
