/** Handing roles to a colleague while away, for a time, with the record saying for whom each act was done. */
import { addDays, daysBetween, type LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import { done, type Result, refuse } from '../kernel/result.ts'
import type { Account } from './accounts.ts'
import { approves, checkRoles, isAdministrator, type RoleId, roles } from './roles.ts'

/** Both days belong to it. `endedOn`: the first day it no longer holds, where it was ended early. */
export interface Delegation {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly roles: readonly RoleId[]
  readonly fromDate: LocalDate
  readonly untilDate: LocalDate
  readonly endedOn: LocalDate | null
}

export type DelegationDraft = Omit<Delegation, 'id' | 'endedOn'>

/** What stands around a draft. `waitingAuthors`: who drafted what now waits for the approval of the one going away. */
export interface DelegationContext {
  readonly from: Account
  readonly to: Account
  readonly existing: readonly Delegation[]
  readonly waitingAuthors: readonly string[]
  readonly today: LocalDate
}

/** The longest absence, in days; a longer one is a change of roles. */
const LONGEST = 90

/** Whether the roles may be handed over; refused with `at` the field to mend. */
export function checkDelegation(
  draft: DelegationDraft,
  context: DelegationContext,
  longest = LONGEST,
): Result<DelegationDraft> {
  const found =
    troubleOfPeople(context) ??
    troubleOfDays(draft, context.today, longest) ??
    troubleOfRoles(draft, context) ??
    troubleOfApproval(draft, context)
  return found ? refuse(found.code, found.says, found.at) : done(draft)
}

/** Whether it holds on a day. */
export function isInForce(delegation: Delegation, day: LocalDate): boolean {
  const { fromDate, untilDate, endedOn } = delegation
  return fromDate <= day && day <= untilDate && (endedOn === null || day < endedOn)
}

interface Trouble {
  readonly code: string
  readonly at: keyof DelegationDraft
  readonly says: Said
}

function troubleOfPeople({ from, to }: DelegationContext): Trouble | null {
  if (from.id === to.id)
    return trouble('to_self', 'to', '不能委托给自己，请选择另一位同事', 'Choose a colleague, not yourself')
  if (to.deactivatedOn !== null) {
    return trouble(
      'to_inactive',
      'to',
      `${to.name}的账号已停用，请选择在岗的同事`,
      `${to.name} has been deactivated; choose another`,
    )
  }
  if (from.agencyId !== to.agencyId) {
    return trouble(
      'to_elsewhere',
      'to',
      `${to.name}不在本机关，请选择本机关的同事`,
      `${to.name} is of another agency; choose a colleague`,
    )
  }
  return null
}

function troubleOfDays({ fromDate, untilDate }: DelegationDraft, today: LocalDate, longest: number): Trouble | null {
  if (untilDate < fromDate) {
    return trouble(
      'days_order',
      'untilDate',
      '结束日期早于开始日期，请核对',
      'The last day is before the first; check them',
    )
  }
  if (untilDate < today)
    return trouble('days_past', 'untilDate', '结束日期已过，请改为今天或以后', 'The last day is past; take a later one')
  if (daysBetween(fromDate, untilDate) < longest) return null
  const latest = addDays(fromDate, longest - 1)
  return trouble(
    'days_long',
    'untilDate',
    `最长委托 ${longest} 天，请把结束日期改到 ${latest} 以前，更长的请由安全管理员调整角色`,
    `At most ${longest} days: end on ${latest} or before; for longer, have the roles changed`,
  )
}

function troubleOfRoles(draft: DelegationDraft, { from, to, existing }: DelegationContext): Trouble | null {
  if (draft.roles.length === 0)
    return trouble('no_role', 'roles', '请选择要委托的角色', 'Choose the roles to hand over')
  const foreign = draft.roles.find(role => !from.roles.includes(role))
  if (foreign)
    return roleTrouble(
      'role_not_own',
      foreign,
      '不是您自己的角色，不能委托（受托的角色也不能转委托）',
      'is not your own role; what was handed to you cannot be handed on',
    )
  const admin = draft.roles.find(isAdministrator)
  if (admin)
    return roleTrouble(
      'role_administrator',
      admin,
      '不能委托，请由安全管理员另行指定',
      'cannot be handed over; have someone else appointed',
    )
  const together = checkRoles([...to.roles, ...draft.roles])
  if (!together.ok) return { code: together.refusal.code, at: 'to', says: together.refusal.says }
  const taken = draft.roles.find(role => existing.some(other => other.roles.includes(role) && overlaps(other, draft)))
  return taken
    ? roleTrouble(
        'role_taken',
        taken,
        '在这段时间已委托给他人，请先结束原来的委托',
        'is already handed over in these days; end that first',
      )
    : null
}

function overlaps(other: Delegation, draft: DelegationDraft): boolean {
  const last = other.endedOn === null ? other.untilDate : addDays(other.endedOn, -1)
  return other.from === draft.from && other.fromDate <= draft.untilDate && draft.fromDate <= last
}

/** Nobody approves their own draft: whoever drafted what waits here cannot be put in the approver's place. */
function troubleOfApproval(draft: DelegationDraft, { to, waitingAuthors }: DelegationContext): Trouble | null {
  const waiting = waitingAuthors.filter(author => author === to.id).length
  if (waiting === 0 || !draft.roles.some(approves)) return null
  return trouble(
    'own_draft',
    'to',
    `有 ${waiting} 件待您审批的稿件由${to.name}起草，不能由其审批，请选择另一位同事或先办完这些稿件`,
    `${to.name} drafted ${waiting} of the items waiting for your approval; choose another, or deal with them first`,
  )
}

function roleTrouble(code: string, role: RoleId, zh: string, en: string): Trouble {
  return trouble(code, 'roles', `“${roles[role].label.zh}”${zh}`, `${roles[role].label.en} ${en}`)
}

function trouble(code: string, at: keyof DelegationDraft, zh: string, en: string): Trouble {
  return { code, at, says: { zh, en } }
}
