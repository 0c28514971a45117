/** 统一社会信用代码 (GB 32100-2015): 18 characters, the last of them a check over the others. */
import { done, type Result, refuse } from '../kernel/result.ts'

/** Without I, O, S, V, Z, which are mistaken for digits. */
export const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18

/** Reads a code as typed; refused when a character cannot stand in it or the check does not fit. */
export function parseCreditCode(typed: string, at?: string): Result<string> {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (code.length !== LENGTH) return refuse('bad_credit_code', wrongLength(code.length), at)
  const strange = Array.from(code).find(sign => !CREDIT_SIGNS.includes(sign))
  if (strange !== undefined) return refuse('bad_credit_code', strangeSign(strange), at)
  return creditCheck(code.slice(0, -1)) === code.slice(-1) ? done(code) : refuse('bad_credit_code', badCheck, at)
}

/** The check character over the first seventeen: weights are the powers of 3 modulo 31. */
export function creditCheck(first17: string): string {
  let [sum, weight] = [0, 1]
  for (const sign of first17) {
    sum += CREDIT_SIGNS.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return CREDIT_SIGNS[(31 - (sum % 31)) % 31] ?? ''
}

const wrongLength = (length: number) => ({
  zh: `统一社会信用代码应为 18 位，现有 ${length} 位，请核对`,
  en: `A unified social credit code has 18 characters; there are ${length}; check it`,
})
const strangeSign = (sign: string) => ({
  zh: `统一社会信用代码里不会出现“${sign}”（不用字母 I、O、S、V、Z），请核对`,
  en: `"${sign}" does not stand in a unified social credit code (I, O, S, V, Z are not used); check it`,
})
const badCheck = {
  zh: '统一社会信用代码的末位校验码不符，可能有一位写错，请核对',
  en: 'The last character of the unified social credit code does not fit; a character may be wrong, check it',
}
