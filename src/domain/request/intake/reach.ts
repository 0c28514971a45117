/** Ways to reach somebody as typed, in their one way of writing: refused where nobody can be reached so. */
import type { Said } from '../../kernel/lang.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'

/** A telephone, an extension behind it, or two beside each other; five digits are the least anybody is called by. */
const telephone = /^\+?[\d()\-#转、,;/ ]{5,60}$/
const fiveDigits = /(?:\d\D*){5}/

/** Refused as `bad_form`. */
export function parsePhone(typed: string, at?: string): Result<string> {
  const text = plain(typed)
  return telephone.test(text) && fiveDigits.test(text) ? done(text) : refuse('bad_form', badPhone, at)
}

/** Refused as `bad_form`. */
export function parseFax(typed: string, at?: string): Result<string> {
  return parsePhone(typed, at).ok ? done(plain(typed)) : refuse('bad_form', badFax, at)
}

/** Refused as `bad_form`. */
export function parseEmail(typed: string, at?: string): Result<string> {
  const text = plain(typed)
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text) ? done(text) : refuse('bad_form', badEmail, at)
}

const plain = (typed: string) => typed.normalize('NFKC').trim()

const badPhone: Said = {
  zh: '联系电话的写法不对，请写手机号码或者带区号的电话，例如 0971-0000000',
  en: 'This is no telephone number; write it like 0971-0000000',
}
const badFax: Said = {
  zh: '传真号码的写法不对，请写带区号的号码，例如 0971-0000000',
  en: 'This is no fax number; write it like 0971-0000000',
}
const badEmail: Said = {
  zh: '电子邮箱的写法不对，请写成 name@example.cn 这样',
  en: 'This is no e-mail address; write it like name@example.cn',
}
