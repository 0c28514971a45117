/** Whether somebody may do something: the sentences of `policy.ts`, judged in one place. */
import { done, type Refusal, type Result, refuse } from '../kernel/result.ts'
import type { Actor, HeldRole, Policies, Policy, Resource } from './policy.ts'
import { roles } from './roles.ts'

/** Allowed by a sentence, in a role (null where any staff, or anyone, may); the record keeps for whom. */
export interface Permission {
  readonly by: Policy<string>
  readonly as: HeldRole | null
}

/** Allowed, or refused in a sentence that says who may. `actor` null: a visitor. */
export function may<A extends string>(
  { sentences }: Policies<A>,
  actor: Actor | null,
  action: NoInfer<A>,
  resource: Resource,
): Result<Permission> {
  const judged = sentences.filter(policy => policy.action === action).map(policy => judge(policy, actor, resource))
  const allowed = judged.find(judgement => judgement.ok)
  if (allowed) return allowed
  // Who has the role, but not for this, is told why not; the others are told whom to ask.
  const refusals = judged.flatMap(judgement => (judgement.ok ? [] : [judgement.refusal]))
  const refusal = refusals.find(({ code }) => code !== 'no_role' && code !== 'not_signed_in') ?? refusals[0]
  return { ok: false, refusal: refusal ?? noPolicy(action) }
}

/** What somebody may do with one thing: the buttons to show. */
export function allowedActions<A extends string>(
  set: Policies<A>,
  actor: Actor | null,
  resource: Resource,
): readonly A[] {
  return set.actions.filter(action => may(set, actor, action, resource).ok)
}

function judge(policy: Policy<string>, actor: Actor | null, resource: Resource): Result<Permission> {
  if (actor === null && policy.who !== 'visitors') return refuse('not_signed_in', notSignedIn)
  const held = heldFor(policy, actor)
  if (held.length === 0) return refuse('no_role', noRole(policy, actor))
  const failed = policy.conditions.find(condition => !condition.holds(actor, resource))
  if (failed) return refuse('not_for_this', failed.refused)
  const refusals = held.map(as => overAll(policy, actor, as, resource))
  const free = refusals.indexOf(null)
  const refusal = refusals[0]
  if (free < 0 && refusal) return { ok: false, refusal }
  return done({ by: policy, as: held[free] ?? null })
}

/** The roles the actor can act in here, own ones first; `[null]` where none is needed. */
function heldFor({ who }: Policy<string>, actor: Actor | null): readonly (HeldRole | null)[] {
  if (who === 'visitors' || who === 'staff') return [null]
  const held = (actor?.roles ?? []).filter(({ role }) => who.roles.includes(role))
  return [...held.filter(h => h.onBehalfOf === undefined), ...held.filter(h => h.onBehalfOf !== undefined)]
}

/** The rules over every sentence; null where they have nothing against it. What is not told is taken for the worst. */
function overAll(
  { nature }: Policy<string>,
  actor: Actor | null,
  as: HeldRole | null,
  resource: Resource,
): Refusal | null {
  const own = [actor?.accountId, as?.onBehalfOf].filter(id => id !== undefined)
  if (nature === 'approval') {
    if (resource.authorId === undefined) return refuse('author_unknown', authorUnknown).refusal
    return resource.authorId !== null && own.includes(resource.authorId)
      ? refuse('own_draft', notOwnDraft).refusal
      : null
  }
  if (nature === 'plain') return null
  if (resource.subjectAccountId === undefined) return refuse('subject_unknown', subjectUnknown).refusal
  const oneself = resource.subjectAccountId !== null && own.includes(resource.subjectAccountId)
  return oneself ? refuse('oneself', nature === 'audit' ? notOneself : notOwnRights).refusal : null
}

function noRole(policy: Policy<string>, actor: Actor | null) {
  const held = (actor?.roles ?? []).map(({ role }) => roles[role].label)
  const [zh, en] = [held.map(l => l.zh).join('、') || '无', held.map(l => l.en).join(', ') || 'none']
  return {
    zh: `您没有这项权限：${policy.says.zh}。您的角色：${zh}。确需办理的，请向安全管理员申请`,
    en: `You may not do this: ${policy.says.en}. Your roles: ${en}. If you need it, ask the security administrator`,
  }
}

function noPolicy(action: string): Refusal {
  return refuse('no_policy', {
    zh: `没有任何规定允许“${action}”，请告知系统管理员`,
    en: `No sentence allows "${action}"; tell the system administrator`,
  }).refusal
}

const notSignedIn = { zh: '请先登录', en: 'Sign in first' }
const notOwnDraft = {
  zh: '不能审批自己起草的稿件，也不能代起草人审批；请由另一位审批人办理',
  en: 'Nobody approves their own draft, nor another in the place of its author; have another approver do it',
}
const authorUnknown = {
  zh: '不知道起草人是谁，不能审批；请先补录起草人',
  en: 'Its author is not known: enter the author first',
}
const notOneself = {
  zh: '不能审计自己；请由另一位审计管理员办理',
  en: 'Nobody audits themselves; have another audit administrator do it',
}
const notOwnRights = {
  zh: '不能给自己授予、收回权限；请由另一位管理员办理',
  en: 'Nobody gives rights to, or takes them from, themselves; have another administrator do it',
}
const subjectUnknown = { zh: '不知道涉及哪个账号，不能办理', en: 'Whom this is about is not known' }
