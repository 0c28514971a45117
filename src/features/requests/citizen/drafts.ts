/**
 * Forms on their way to being sent. One that was sent is over: what was typed goes with the sending, and a mark stays in its
 * place that tells whoever comes back so, and by which it knows the same sending again for a few minutes.
 */
import { MINUTE } from '../../../domain/kernel/instant.ts'
import { done, type Result, refuse } from '../../../domain/kernel/result.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { seal, unseal } from '../../../platform/crypto/seal.ts'
import { hashToken, newToken, sameText } from '../../../platform/crypto/tokens.ts'
import { uuidOf } from '../../../platform/db/uuid7.ts'
import type { Call } from '../actions/setup.ts'
import { codeShownMinutes, type Sending } from '../citizen.ts'
import { draftPlace } from '../sealed.ts'
import { draftOf, putDraft, putMark } from '../store/drafts.ts'
import { oneAtATime } from '../store/requests.ts'

/** Papers of a form are kept with it, five of five megabytes in base64. */
const draftSigns = 40_000_000

type Fields = Readonly<Record<string, string>>

/** The id of the request a form becomes: however often it is sent, it is one. */
export function idOfDraft(agencyId: string, name: string): string {
  return uuidOf('application', agencyId, name)
}

async function kept({ tx, services, now }: Call, agencyId: string, name: string): Promise<Fields | null> {
  const nameHash = hashToken(name)
  const fields = await draftOf(tx, agencyId, nameHash, now)
  if (fields === null) return null
  const keys = await agencyKeys(tx, services.keys, agencyId)
  return JSON.parse(unseal(keys, draftPlace(nameHash), fields)) as Fields
}

const isMark = (fields: Fields) => fields[names.at] !== undefined

/** Null where there is none, and where it was sent. */
export async function openDraft(call: Call, agencyId: string, name: string): Promise<Fields | null> {
  const fields = await kept(call, agencyId, name)
  return fields === null || isMark(fields) ? null : fields
}

/** Keeps it under its name, or a new one, which it gives. Refused as `too_large`, or as `already_sent`. */
export async function saveDraft(
  call: Call,
  agencyId: string,
  name: string | null,
  fields: Fields,
): Promise<Result<string>> {
  const text = JSON.stringify(fields)
  if (text.length > draftSigns) return refuse('too_large', tooLarge)
  const under = name ?? newToken(call.services.random).token
  await oneAtATime(call.tx, idOfDraft(agencyId, under))
  const before = name === null ? null : await kept(call, agencyId, name)
  if (before && isMark(before)) return refuse('already_sent', alreadySent)
  const { row } = await sealed(call, agencyId, under, text)
  await putDraft(call.tx, { ...row, savedAt: call.now })
  return done(under)
}

async function sealed({ tx, services }: Call, agencyId: string, name: string, text: string) {
  const nameHash = hashToken(name)
  const keys = await agencyKeys(tx, services.keys, agencyId)
  return { row: { agencyId, nameHash, fields: seal(keys, draftPlace(nameHash), text) } }
}

/** Among the fields of a mark: when it was sent, the hash of the secret it was sent with, and whether the browser kept it. */
const names = { at: '_sent', by: '_by', bound: '_bound' } as const

/** In the place of the form, at once with the sending. */
export async function markSent(call: Call, agencyId: string, name: string, { key, cookie }: Sending): Promise<void> {
  const mark: Fields = {
    [names.at]: call.now.toISOString(),
    [names.by]: key === null ? '' : hashToken(key),
    [names.bound]: key !== null && key === cookie ? 'yes' : '',
  }
  const { row } = await sealed(call, agencyId, name, JSON.stringify(mark))
  await putMark(call.tx, row, call.now)
}

export interface SentMark {
  /** Whether this is the same sending once more, soon enough to be shown the code again. */
  readonly same: boolean
}

/** Null where no such form was sent, or too long ago. */
export async function sentMark(
  call: Call,
  agencyId: string,
  name: string,
  { key, cookie }: Sending,
): Promise<SentMark | null> {
  const mark = await kept(call, agencyId, name)
  if (!mark || !isMark(mark)) return null
  const soon = call.now.getTime() - Date.parse(mark[names.at] ?? '') < codeShownMinutes * MINUTE
  const secret = mark[names.bound] === 'yes' ? cookie : key
  return { same: soon && secret !== null && sameText(hashToken(secret), mark[names.by] ?? '') }
}

export const alreadySent = {
  zh: '这份申请已经提交，不能再改；要申请别的信息，请另写一件',
  en: 'This form was sent and cannot be changed; write another for something else',
}

const tooLarge = {
  zh: '填写的内容和材料过大，请减少材料后再保存',
  en: 'What was typed and added is too large; leave some papers out and keep it again',
}
