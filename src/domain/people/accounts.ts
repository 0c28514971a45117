/** Accounts of staff: their names, and their end without loss of what they did. */
import type { LocalDate } from '../kernel/date.ts'
import { done, type Result, refuse } from '../kernel/result.ts'
import { isAdministrator, type RoleId, roles } from './roles.ts'

export interface Account {
  readonly id: string
  readonly agencyId: string
  readonly login: string
  readonly name: string
  /** Its own; what others handed over for a time is not among them. */
  readonly roles: readonly RoleId[]
  readonly deactivatedOn: LocalDate | null
}

/** 等保 8.1.4.2: no default accounts. Names everyone tries first. */
const defaultLogins =
  'admin administrator root guest test user sysadmin secadmin auditadmin system security audit'.split(' ')

/** Reads a login name: 3 to 32 small letters, digits, dots, dashes; told apart without case, and none of the default ones. */
export function parseLogin(typed: string, at = 'login'): Result<string> {
  const login = typed.normalize('NFKC').trim().toLowerCase()
  if (!/^[a-z0-9][a-z0-9._-]{2,31}$/.test(login)) return refuse('bad_login', badLogin(typed.slice(0, 40)), at)
  return defaultLogins.includes(login) ? refuse('default_login', defaultLogin(login), at) : done(login)
}

/**
 * Ends an account: it signs in no more, and everything it did keeps its name. `others`: the other accounts of the
 * installation. Refused for the last administrator of a kind, or nobody could appoint another. The caller ends its
 * sessions and the delegations from and to it.
 */
export function deactivate(account: Account, others: readonly Account[], today: LocalDate): Result<Account> {
  if (account.deactivatedOn !== null) return done(account)
  const needed = account.roles.find(
    role => isAdministrator(role) && !others.some(other => other.deactivatedOn === null && other.roles.includes(role)),
  )
  return needed ? refuse('last_administrator', lastOne(needed)) : done({ ...account, deactivatedOn: today })
}

/** The name as shown beside what it did. */
export function shownName({ name, deactivatedOn }: Account): { readonly zh: string; readonly en: string } {
  return deactivatedOn === null ? { zh: name, en: name } : { zh: `${name}（已停用）`, en: `${name} (deactivated)` }
}

const badLogin = (shown: string) => ({
  zh: `“${shown}”不能作登录名：请用 3 至 32 位小写字母、数字、点、横线，以字母或数字开头，例如 zhang.san`,
  en: `"${shown}" cannot be a login: use 3 to 32 small letters, digits, dots and dashes, beginning with a letter or digit, e.g. zhang.san`,
})
const defaultLogin = (login: string) => ({
  zh: `“${login}”是人人会先试的默认账号名，请换一个，最好用姓名拼音`,
  en: `"${login}" is a default name that everyone tries first; take another, best the person's own name`,
})
const lastOne = (role: RoleId) => ({
  zh: `这是最后一位“${roles[role].label.zh}”，停用后无人可以接替；请先指定另一位`,
  en: `This is the last ${roles[role].label.en}; appoint another first`,
})
