/**
 * Who has the number and the code of a request may follow it, and who is signed in to the account it belongs to;
 * everybody else learns nothing, not even that it is there.
 */
import type { Said } from '../../../domain/kernel/lang.ts'
import { done, type Result, refuse } from '../../../domain/kernel/result.ts'
import { hashCode } from '../../../platform/crypto/codes.ts'
import { sameText } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Call } from '../actions/setup.ts'
import type { Follower } from '../citizen.ts'
import { codeOfNumber, holdRequest, type KeptRequest, requestById } from '../store/requests.ts'

/** Compared where there is no such number, so that both cases take the same work. */
const nobodys = '0'.repeat(64)

/** `hold`: until the transaction ends, to act on it. */
export async function found({ tx }: Call, agencyId: string, who: Follower, hold = false): Promise<Result<KeptRequest>> {
  const kept = 'code' in who ? await byCode(tx, agencyId, who) : await ofAccount(tx, agencyId, who)
  if (!kept) return refuse('unknown_request', 'code' in who ? unknown : notYours)
  const held = hold ? await holdRequest(tx, agencyId, kept.case.id) : kept
  return held ? done(held) : refuse('unknown_request', unknown)
}

type ByCode = Extract<Follower, { code: string }>

/** The case is only opened for who has the code: a number that is there shall take no longer than one that is not. */
async function byCode(tx: Tx, agencyId: string, who: ByCode) {
  const id = await hasCode(tx, agencyId, who)
  return id === null ? null : requestById(tx, agencyId, id)
}

/** The case somebody has number and code of. */
export async function hasCode(tx: Tx, agencyId: string, { number, code }: ByCode): Promise<string | null> {
  const there = await codeOfNumber(tx, agencyId, number)
  const right = sameText(hashCode(code), there?.codeHash ?? nobodys)
  return right && there ? there.id : null
}

async function ofAccount(tx: Tx, agencyId: string, { accountId, requestId }: Exclude<Follower, { code: string }>) {
  const kept = await requestById(tx, agencyId, requestId)
  return kept?.accountId === accountId ? kept : null
}

const notYours: Said = {
  zh: '这件申请不在您的账户里，可能已经移出；请用受理号和查询码查询',
  en: 'This request is not, or no longer, in your account; follow it by its number and code',
}

export const unknown: Said = {
  zh: '受理号或者查询码不对，请对照回执核对后再试；查询码遗失的，请凭身份证明到工作机构查询',
  en: 'The number or the code is not right; compare them with your receipt. If the code is lost, ask the office, with proof of identity',
}
