/**
 * Permissions as sentences (D§9.3; design §9). Each slice writes its own in `policies.ts`:
 *
 *     export const agencyPolicies = policies(
 *       allow('agency.edit', { zh: '系统管理员可以修改本机关的资料', en: '…' }, holding('system_admin'), where(ownAgency)),
 *     )
 *
 * What no sentence allows is refused. Two rules stand over all sentences: nobody approves their own draft, and nobody
 * watches over, or gives rights to, themselves.
 */
import type { Said } from '../kernel/lang.ts'
import type { RoleId } from './roles.ts'

/** A role held; `onBehalfOf` the account that handed it over while away. */
export interface HeldRole {
  readonly role: RoleId
  readonly onBehalfOf?: string
}

/** Who acts. */
export interface Actor {
  readonly accountId: string
  readonly agencyId: string
  readonly roles: readonly HeldRole[]
  /** Agencies that the actor's agency supervises. */
  readonly supervisedAgencies: readonly string[]
}

/** On what. `authorId`: who drafted it, null where no person did. `subjectAccountId`: whom it is about, null for no one. */
export interface Resource {
  readonly agencyId: string
  readonly authorId?: string | null
  readonly subjectAccountId?: string | null
}

/** visitors: anyone, signed in or not. staff: anyone signed in. */
export type Who = 'visitors' | 'staff' | { readonly roles: readonly RoleId[] }

/** What must hold between actor and resource; `refused` is said when it does not. Actor null: a visitor. */
export interface Condition {
  readonly holds: (actor: Actor | null, resource: Resource) => boolean
  readonly refused: Said
}

/** approval: not of one's own draft. audit, rights: not about oneself. */
export type Nature = 'plain' | 'approval' | 'audit' | 'rights'

/** One sentence. */
export interface Policy<A extends string> {
  readonly action: A
  readonly says: Said
  readonly who: Who
  readonly conditions: readonly Condition[]
  readonly nature: Nature
}

/** The sentences of a slice, or of all. */
export interface Policies<A extends string> {
  readonly actions: readonly A[]
  readonly sentences: readonly Policy<A>[]
}

type Sentence = <const A extends string>(action: A, says: Said, who: Who, conditions: readonly Condition[]) => Policy<A>

const sentence =
  (nature: Nature): Sentence =>
  (action, says, who, conditions) => ({ action, says, who, conditions, nature })

export const allow = sentence('plain')
/** An act that approves, reviews or signs what somebody drafted. */
export const allowApproving = sentence('approval')
/** An act that looks over what somebody did. */
export const allowAuditing = sentence('audit')
/** An act that gives somebody rights, or takes them. */
export const allowGranting = sentence('rights')

/** Holding one of these roles, one's own or handed over. */
export function holding(...roles: readonly [RoleId, ...RoleId[]]): Who {
  return { roles }
}

/** All of these must hold; say `anyAgency` where none is meant. */
export function where(...conditions: readonly [Condition, ...Condition[]]): readonly Condition[] {
  return conditions
}

export const anyAgency: Condition = { holds: () => true, refused: { zh: '', en: '' } }

export const ownAgency: Condition = {
  holds: (actor, { agencyId }) => actor?.agencyId === agencyId,
  refused: { zh: '这是其他机关的事项，请由该机关办理', en: 'This belongs to another agency, which must do it' },
}

export const supervisedAgency: Condition = {
  holds: (actor, { agencyId }) => actor?.supervisedAgencies.includes(agencyId) ?? false,
  refused: { zh: '该机关不由您所在的机关监督', en: 'Your agency does not supervise this one' },
}

export const ownOrSupervisedAgency: Condition = {
  holds: (actor, resource) => ownAgency.holds(actor, resource) || supervisedAgency.holds(actor, resource),
  refused: {
    zh: '这既不是本机关、也不是本机关监督的机关的事项',
    en: 'This is neither of your agency nor of one it supervises',
  },
}

/** The actor's own account: password, sessions, delegations. */
export const ownAccount: Condition = {
  holds: (actor, { subjectAccountId }) => actor !== null && actor.accountId === subjectAccountId,
  refused: { zh: '只能由本人办理', en: 'Only the person concerned may do this' },
}

/** Drafted by the actor. */
export const ownDraft: Condition = {
  holds: (actor, { authorId }) => actor !== null && actor.accountId === authorId,
  refused: { zh: '只能由起草人办理', en: 'Only the one who drafted it may do this' },
}

/** What an action's last word promises must be what it is. */
const natureOfVerb: Readonly<Record<string, Nature>> = {
  approve: 'approval',
  sign: 'approval',
  audit: 'audit',
  grant: 'rights',
}

/** Gathers sentences; several may allow the same act. Throws on a slip of the one who wrote them. */
export function policies<const A extends string>(...sentences: readonly Policy<A>[]): Policies<A> {
  const natures = new Map<A, Nature>()
  for (const { action, nature } of sentences) {
    const verb = action.slice(action.lastIndexOf('.') + 1)
    const expected = natures.get(action) ?? (Object.hasOwn(natureOfVerb, verb) ? natureOfVerb[verb] : nature)
    if (expected !== nature) throw new Error(`${action} is said to be ${nature}, but is ${expected}`)
    natures.set(action, nature)
  }
  return { actions: [...natures.keys()], sentences }
}

/** The roles by which an act may be done, whatever else must hold: whom to tell that it waits. */
export function rolesFor<A extends string>({ sentences }: Policies<A>, act: A): readonly RoleId[] {
  const allowing = sentences.filter(({ action }) => action === act)
  return [...new Set(allowing.flatMap(({ who }) => (typeof who === 'object' ? who.roles : [])))]
}

/** The sentences of several slices together; each action belongs to one of them. */
export function joinPolicies<const A extends string>(...slices: readonly Policies<A>[]): Policies<A> {
  const actions = slices.flatMap(slice => slice.actions)
  const twice = actions.find((action, n) => actions.indexOf(action) !== n)
  if (twice !== undefined) throw new Error(`two slices have sentences for ${twice}`)
  return { actions, sentences: slices.flatMap(slice => slice.sentences) }
}
