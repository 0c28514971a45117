/** Numbers of what proves who somebody is, as typed (条例29): those with a check are checked, others must be numbers at all. */
import { parseCreditCode } from '../../agency/credit-code.ts'
import type { Said } from '../../kernel/lang.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { parseIdentityNumber } from '../../personal/identity-number.ts'
import type { identityKinds } from './fields.ts'

type Identity = keyof typeof identityKinds

/** In its one way of writing. Refused as what the number is: `bad_identity_number`, `bad_credit_code`, `bad_form`. */
export function parseProof(kind: Identity, typed: string, at?: string): Result<string> {
  if (kind === 'credit_code') return parseCreditCode(typed, at)
  if (kind === 'id_card') {
    const read = parseIdentityNumber(typed, at)
    return read.ok ? done(read.value.number) : read
  }
  const text = typed.normalize('NFKC').trim()
  if (kind !== 'passport') return isNumber(text) ? done(text) : refuse('bad_form', badNumber, at)
  const passport = text.replace(/[\s-]/g, '').toUpperCase()
  return /^(?=.*\d)[A-Z\d]{5,20}$/.test(passport) ? done(passport) : refuse('bad_form', badPassport, at)
}

/** As such documents write them: `军字第0123456号`. */
function isNumber(text: string): boolean {
  return /^[\p{L}\p{N}()〔〕[\]\-/·. ]+$/u.test(text) && (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 4
}

const badPassport: Said = {
  zh: '护照号码只有字母和数字（5 至 20 位），请核对',
  en: 'The number of a passport has letters and digits only, 5 to 20; check it',
}
const badNumber: Said = {
  zh: '证件号码至少有 4 个字母、数字或者汉字，不含其他符号，请核对',
  en: 'The number of a document has at least 4 letters or digits and no other signs; check it',
}
