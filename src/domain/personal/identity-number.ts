/** 公民身份号码 (GB 11643-1999): six digits of region, eight of birth, three of order, one check character. */
import { type LocalDate, parseDate } from '../kernel/date.ts'
import { done, type Result, refuse } from '../kernel/result.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'

/** A number that is right in itself; that it was given out, and to whom, no computation can say. */
export interface IdentityNumber {
  readonly number: string
  readonly born: LocalDate
}

/** Reads a number as typed, in its 18 characters or the 15 of before 2000, which are completed. */
export function parseIdentityNumber(typed: string, at?: string): Result<IdentityNumber> {
  const text = plainIdentityNumber(typed)
  if (!/^\d{17}[\dX]$/.test(text)) return refuse('bad_identity_number', notANumber, at)
  const born = parseDate(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)
  if (!born.ok) return refuse('bad_identity_number', badBirth, at)
  if (identityCheck(text.slice(0, 17)) !== text[17]) return refuse('bad_identity_number', badCheck, at)
  return done({ number: text, born: born.value })
}

/** The one way of writing: no spaces, X upper case, 18 characters where 15 digits were given. */
export function plainIdentityNumber(typed: string): string {
  const text = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (!/^\d{15}$/.test(text)) return text
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`
  return first17 + identityCheck(first17)
}

/** The check character over the first seventeen digits. */
export function identityCheck(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, n) => total + weight * Number(first17[n]), 0)
  return CHECK[sum % 11] ?? ''
}

const notANumber = {
  zh: '身份证号码应为 18 位（前 17 位数字，末位数字或 X），请核对',
  en: 'An identity number has 18 characters: 17 digits and a digit or X; check it',
}
const badBirth = {
  zh: '身份证号码第 7 至 14 位不是出生日期，请核对',
  en: 'Characters 7 to 14 of the identity number are no date of birth; check them',
}
const badCheck = {
  zh: '身份证号码的末位校验码不符，可能有一位写错，请核对',
  en: 'The last character of the identity number does not fit; a digit may be wrong, check it',
}
