/** Codes that prove an address: six digits, ten minutes, five tries, one use, in the browser that asked for them. */
import { MINUTE } from '../../../domain/kernel/instant.ts'
import type { Said } from '../../../domain/kernel/lang.ts'
import { done, type Result, refuse } from '../../../domain/kernel/result.ts'
import { forgetSending, sendTo } from '../../../kit/notify.ts'
import { newDigits } from '../../../platform/crypto/codes.ts'
import { fingerprint } from '../../../platform/crypto/fingerprint.ts'
import { type AgencyKeys, seal } from '../../../platform/crypto/seal.ts'
import { hashToken, newToken, sameText } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type { ContactWay } from '../account.ts'
import type { Call } from '../actions/setup.ts'
import { citizenCodePlace } from '../sealed.ts'
import { type Contact, maskOf } from './contact.ts'
import { addCode, type CodeRow, codeByToken, countTry, dropCode } from './store.ts'

export const codeMinutes = 10
const mostTries = 5

interface NewCode {
  readonly agencyId: string
  readonly contact: Contact
  readonly citizenId: string | null
}

/** Keeps a new code and sends it. Gives the token that belongs to it. */
export async function sendCode({ tx, now, services }: Call, keys: AgencyKeys, asked: NewCode): Promise<string> {
  const { token, hash } = newToken(services.random)
  const code = newDigits(services.random)
  const row = { ...rowOf(services.random, keys, { ...asked, tokenHash: hash, now }), purpose: 'code' }
  await addCode(tx, {
    ...row,
    codeHash: hashOf(services.keys, token, code),
    expiresAt: new Date(now.getTime() + codeMinutes * MINUTE),
  })
  const { way, address } = asked.contact
  await sendTo(tx, services, {
    ...sendingOf(row),
    mail: way === 'mail' ? address : null,
    phone: way === 'sms' ? address : null,
    ...told(code),
    at: now,
    awaited: true,
  })
  return token
}

interface RowGiven extends NewCode {
  readonly tokenHash: string
  readonly now: Date
}

/** What rows of codes and of links have in common. */
export function rowOf(
  random: Call['services']['random'],
  keys: AgencyKeys,
  { tokenHash, now, agencyId, contact, citizenId }: RowGiven,
) {
  return {
    ...{ tokenHash, id: uuid7(now.getTime(), random), agencyId, citizenId, way: contact.way, tries: 0, createdAt: now },
    contact: seal(keys, citizenCodePlace(tokenHash), contact.address),
    contactMask: maskOf(contact),
  }
}

/** Under the master key and together with the token: who reads the table tries no digits out. */
function hashOf({ masters }: Call['services']['keys'], token: string, code: string): string {
  return fingerprint(masters, 'citizen code', [token, code])
}

/** What was sent of a code, by which it is found again. */
const sendingOf = ({ agencyId, id }: Pick<CodeRow, 'agencyId' | 'id'>) => ({
  agencyId,
  subject: `citizen_code:${id}`,
  key: 'code',
})

/** A used or expired code says nothing any more: what was sent of it is emptied. */
export function forgetSent(tx: Tx, row: Pick<CodeRow, 'agencyId' | 'id'>, now: Date): Promise<void> {
  return forgetSending(tx, sendingOf(row), now)
}

export function isOpen(row: CodeRow | null, purpose: string, now: Date): row is CodeRow {
  return row !== null && row.purpose === purpose && row.expiresAt > now && row.tries < mostTries
}

/** The code of a token, used up with this; a wrong one counts. */
export async function spendCode(
  { tx, now, services }: Call,
  token: string,
  typed: string,
): Promise<Result<CodeRow & { readonly way: ContactWay }>> {
  const row = await codeByToken(tx, hashToken(token), true)
  if (!isOpen(row, 'code', now)) return refuse('code_over', over)
  const digits = typed.normalize('NFKC').replace(/\D/g, '')
  if (!sameText(hashOf(services.keys, token, digits), row.codeHash)) {
    await countTry(tx, row)
    const left = mostTries - row.tries - 1
    return left > 0 ? refuse('wrong_code', wrong(left), 'code') : refuse('code_over', over)
  }
  await dropCode(tx, row.tokenHash)
  await forgetSent(tx, row, now)
  return done({ ...row, way: wayOf(row) })
}

export const wayOf = ({ way }: { readonly way: string }): ContactWay => (way === 'sms' ? 'sms' : 'mail')

const told = (code: string): { readonly title: Said; readonly body: Said } => ({
  title: { zh: `登录验证码 ${code}`, en: `Your code is ${code}` },
  body: {
    zh: `用来登录“我的申请”，${codeMinutes} 分钟内有效，请勿告诉他人；不是您本人操作的，不用理会`,
    en: `It signs you in to “My requests” within ${codeMinutes} minutes. Tell it to nobody; if you did not ask for it, ignore this message.`,
  },
})

export const over: Said = {
  zh: '验证码已用过、已过期或者输错次数过多，请重新发送验证码',
  en: 'The code was used, has expired, or was mistyped too often; have a new one sent',
}

const wrong = (left: number): Said => ({
  zh: `验证码不对，请对照收到的 6 位数字再输一次；还可以试 ${left} 次`,
  en: `The code is not right; compare it with the six digits you were sent. ${left} tries are left`,
})
