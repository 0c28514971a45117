/** Who acts on the requests of an agency of the demo. */
import type { RoleId } from '../../../domain/people/roles.ts'
import type { ActActor } from '../../../domain/request/inputs.ts'

export type Staff = Extract<ActActor, { kind: 'staff' }>
export type Actor = ActActor

/** The posts every agency of the demo has, by the words of their logins. */
export const posts = ['drafter', 'reviewer', 'secrecy', 'handler', 'head', 'leader'] as const
export type Post = (typeof posts)[number]

export interface Cast {
  readonly agencyId: string
  /** Ids of the sections, in the order of the agency's own list. */
  readonly sections: readonly string[]
  readonly people: Readonly<Record<Post, Staff>>
  /** Of the agency above; null where it has none. */
  readonly supervisor: Staff | null
}

export function staffOf(accountId: string, sectionId: string | null, roles: readonly RoleId[]): Staff {
  return { kind: 'staff', accountId, sectionId, roles: roles.map(role => ({ role })) }
}

/** The section the drafter works in, the one of the office, and a third that is asked now and then. */
export function sectionsOf({ sections }: Cast) {
  const [office = '', drafting = office, asked = office] = sections
  return { office, drafting, asked }
}
