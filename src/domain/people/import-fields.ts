/** Cells of a list of staff, each read by itself. */
import { done, type Result, refuse } from '../kernel/result.ts'
import { parseSteady } from '../kernel/turning.ts'
import { checkRoles, isAdministrator, type RoleId, roleIds, roles } from './roles.ts'

/** An agency as lists of staff name it. */
export interface NamedAgency {
  readonly id: string
  readonly name: string
  readonly creditCode: string | null
}

const LONGEST = 50

/** Names of people and sections. */
export function parseName(typed: string): Result<string> {
  return Array.from(typed).length > LONGEST ? refuse('too_long', tooLong) : parseSteady(typed)
}

/** By name or credit code. */
export function findAgency(typed: string, agencies: readonly NamedAgency[]): Result<string> {
  const name = typed.replace(/\s/g, '')
  const found = agencies.filter(agency => agency.name === name || agency.creditCode === name.toUpperCase())
  const [one, other] = found
  if (!one) return refuse('unknown_agency', unknownAgency(name))
  return other ? refuse('agency_not_clear', agencyNotClear(name)) : done(one.id)
}

/** Several, by their words; administrators are not given by lists. */
export function parseRoles(typed: string): Result<readonly RoleId[]> {
  const words = typed.split(/[、,，;；/\s]+/).filter(word => word !== '')
  const ids = words.map(word => roleIds.find(id => id === word || roles[id].label.zh === word))
  const unknown = words.find((_, n) => ids[n] === undefined)
  if (unknown !== undefined) return refuse('unknown_role', unknownRole(unknown))
  const wanted = ids.flatMap(id => id ?? [])
  return wanted.some(isAdministrator) ? refuse('administrator', isAdmin.says) : checkRoles(wanted)
}

/** Digits and dashes, without spaces. */
export function parsePhone(typed: string): Result<string> {
  const phone = typed.normalize('NFKC').replace(/\s/g, '')
  return /^\+?[\d-]{5,20}$/.test(phone) ? done(phone) : refuse('bad_phone', badPhone)
}

/** An address with one @. */
export function parseEmail(typed: string): Result<string> {
  const email = typed.normalize('NFKC').trim()
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email) && email.length <= 100 ? done(email) : refuse('bad_email', badEmail)
}

const staffLabels = roleIds.filter(id => !isAdministrator(id)).map(id => roles[id].label)
/** Of a row that would make, or change, an administrator. */
export const isAdmin = refuse('administrator', {
  zh: '三员（系统、安全、审计管理员）不能由名单指定或者改变，请在人员管理里逐人办理',
  en: 'Administrators are not appointed or changed by a list; do it person by person',
}).refusal
const tooLong = {
  zh: `最多 ${LONGEST} 个字，请核对是否填错了列`,
  en: `At most ${LONGEST} characters; is it in the right column?`,
}
const badPhone = {
  zh: '不是电话号码，请写成 13900000000 这样',
  en: 'This is no telephone number; write it like 13900000000',
}
const badEmail = {
  zh: '不是电子邮箱，请写成 zhang@example.gov.cn 这样',
  en: 'This is no e-mail address; write it like zhang@example.gov.cn',
}
const unknownAgency = (name: string) => ({
  zh: `没有名为“${name.slice(0, 40)}”的机关，请先导入机关，或核对名称`,
  en: `There is no agency ${name.slice(0, 40)}; import it first, or check the name`,
})
const agencyNotClear = (name: string) => ({
  zh: `名为“${name.slice(0, 40)}”的机关不止一个，请填写统一社会信用代码来区分`,
  en: `There is more than one agency ${name.slice(0, 40)}; give the unified social credit code`,
})
const unknownRole = (word: string) => ({
  zh: `“${word.slice(0, 20)}”不是角色，可用：${staffLabels.map(l => l.zh).join('、')}`,
  en: `"${word.slice(0, 20)}" is no role; known are ${staffLabels.map(l => l.en).join(', ')}`,
})
