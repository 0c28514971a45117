/** A list of staff from a table: what taking it in would do, row by row; nothing is changed here. */
import type { Grid } from '../../paper/paper.ts'
import { type Refusal, type Result, refuse } from '../kernel/result.ts'
import { type ImportPlan, plannedRow, type ShownField } from '../sheet/plan.ts'
import { atCell, readSheet, type SheetColumns, type SheetRow } from '../sheet/sheet.ts'
import { type Account, parseLogin } from './accounts.ts'
import {
  findAgency,
  isAdmin,
  type NamedAgency,
  parseEmail,
  parseName,
  parsePhone,
  parseRoles,
} from './import-fields.ts'
import { isAdministrator, type RoleId, roles } from './roles.ts'

/** An account with how to reach its holder. */
export interface Person extends Account {
  /** 科室. */
  readonly section: string | null
  readonly phone: string | null
  readonly email: string | null
}

/**
 * Against what a list is read. `existing`: who works for several agencies stands there once for each, the one taken
 * where a row names none first. `newId` gives the id of a new account, by its row. */
export interface PeopleAround {
  readonly agencies: readonly NamedAgency[]
  readonly existing: readonly Person[]
  readonly newId: (row: number) => string
}

export const peopleColumns = {
  login: { label: { zh: '登录名', en: 'Login' }, also: ['账号', '用户名', '帐号'], needed: true },
  name: { label: { zh: '姓名', en: 'Name' }, also: ['人员姓名', '名字'], needed: true },
  agency: {
    label: { zh: '所在机关', en: 'Agency' },
    also: ['机关', '机关名称', '单位', '单位名称', '所在单位', '机构名称'],
  },
  section: { label: { zh: '科室', en: 'Section' }, also: ['处室', '股室', '所在科室', '部门'] },
  roles: { label: { zh: '角色', en: 'Roles' }, also: ['岗位角色', '权限角色'] },
  phone: { label: { zh: '手机', en: 'Telephone' }, also: ['手机号', '手机号码', '联系电话', '电话'] },
  email: { label: { zh: '电子邮箱', en: 'E-mail' }, also: ['邮箱', 'email'] },
} as const satisfies SheetColumns<string>

export type PeopleColumn = keyof typeof peopleColumns

interface Draft {
  readonly row: number
  readonly before: Person | null
  readonly after: Person | null
  readonly refusals: readonly Refusal[]
}

/**
 * Reads a list of staff against the accounts that are there, told by login. Empty cells leave what is there.
 * Administrators are not made by lists: each is appointed by a person, and on the record.
 */
export function parsePeopleRows(grid: Grid, around: PeopleAround): ImportPlan<Person> {
  const { rows, ignored, refusals } = readSheet<PeopleColumn>(grid, peopleColumns)
  const drafts = rows.map(row => draftOf(row, around))
  const settled = drafts.map((draft, n) => refuseDouble(draft, drafts.slice(0, n)))
  const names = new Map(around.agencies.map(({ id, name }) => [id, name]))
  return {
    rows: settled.map(({ row, before, after, refusals: why }) =>
      after ? plannedRow(row, before, after, shownFields(names)) : { row, outcome: 'refused', refusals: why },
    ),
    ignored,
    refusals,
  }
}

function draftOf({ row, values }: SheetRow<PeopleColumn>, around: PeopleAround): Draft {
  const refusals: Refusal[] = []
  const read = <T>(column: PeopleColumn, parse: (typed: string) => Result<T>): T | undefined => {
    const typed = values[column] ?? ''
    if (typed === '') return undefined
    const parsed = parse(typed)
    if (parsed.ok) return parsed.value
    refusals.push(atCell(parsed.refusal, row, column, peopleColumns[column].label))
    return undefined
  }
  const login = read('login', typed => parseLogin(typed))
  const says = {
    name: read('name', parseName),
    agencyId: read('agency', typed => findAgency(typed, around.agencies)),
    section: read('section', parseName),
    roles: read('roles', parseRoles),
    phone: read('phone', parsePhone),
    email: read('email', parseEmail),
  }
  const same = around.existing.filter(person => person.login === login)
  const before = same.find(({ agencyId }) => agencyId === says.agencyId) ?? same[0] ?? null
  const needed = (['login', 'name', 'agency'] as const).filter(column => column === 'login' || !before)
  const missing = needed.filter(column => (values[column] ?? '') === '')
  refusals.push(...missing.map(column => atCell(isMissing, row, column, peopleColumns[column].label)))
  if (before) refusals.push(...refusedChanges(row, before, says))
  if (refusals.length > 0 || login === undefined) return { row, before, after: null, refusals }
  return { row, before, after: merged(login, before, says, around.newId(row)), refusals }
}

interface Says {
  readonly name: string | undefined
  readonly agencyId: string | undefined
  readonly section: string | undefined
  readonly roles: readonly RoleId[] | undefined
  readonly phone: string | undefined
  readonly email: string | undefined
}

/** Moving between agencies and ending or changing administrators are acts of their own, not a line of a list. */
function refusedChanges(row: number, before: Person, { agencyId, roles: wanted }: Says): Refusal[] {
  const at = (column: PeopleColumn, refusal: Refusal) => atCell(refusal, row, column, peopleColumns[column].label)
  if (before.deactivatedOn !== null) return [at('login', isDeactivated)]
  return [
    ...(agencyId !== undefined && agencyId !== before.agencyId ? [at('agency', isElsewhere)] : []),
    ...(wanted !== undefined && before.roles.some(isAdministrator) ? [at('roles', isAdmin)] : []),
  ]
}

function merged(login: string, before: Person | null, says: Says, id: string): Person {
  const bare = { id, agencyId: '', name: '', roles: [], deactivatedOn: null, section: null, phone: null, email: null }
  const old = before ?? bare
  return {
    id: old.id,
    login,
    deactivatedOn: old.deactivatedOn,
    name: says.name ?? old.name,
    agencyId: says.agencyId ?? old.agencyId,
    roles: says.roles ?? old.roles,
    section: says.section ?? old.section,
    phone: says.phone ?? old.phone,
    email: says.email ?? old.email,
  }
}

function refuseDouble(draft: Draft, earlier: readonly Draft[]): Draft {
  const first = earlier.find(other => draft.after && other.after?.login === draft.after.login)
  if (!first) return draft
  const says = {
    zh: `与第 ${first.row} 行的登录名相同，请改用另一个登录名，或合并成一行`,
    en: `is the login of row ${first.row}; take another, or make one row of them`,
  }
  const refusal = atCell(refuse('row_twice', says).refusal, draft.row, 'login', peopleColumns.login.label)
  return { ...draft, after: null, refusals: [refusal] }
}

function shownFields(agencyNames: ReadonlyMap<string, string>): ShownField<Person>[] {
  const field = (id: PeopleColumn, text: (person: Person) => string) => ({
    field: id,
    label: peopleColumns[id].label,
    text,
  })
  return [
    field('name', p => p.name),
    field('agency', p => agencyNames.get(p.agencyId) ?? ''),
    field('section', p => p.section ?? ''),
    field('roles', p => p.roles.map(role => roles[role].label.zh).join('、')),
    field('phone', p => p.phone ?? ''),
    field('email', p => p.email ?? ''),
  ]
}

const isMissing = refuse('missing', { zh: '没有填写，请补充', en: 'is empty; fill it in' }).refusal
const isDeactivated = refuse('deactivated', {
  zh: '该账号已停用，不能修改；如是另一人，请换一个登录名',
  en: 'This account is deactivated; if it is another person, take another login',
}).refusal
const isElsewhere = refuse('other_agency', {
  zh: '该账号属于另一机关；人员调动请先停用原账号，再用新的登录名建立',
  en: 'This account belongs to another agency; deactivate it and make a new one with another login',
}).refusal
