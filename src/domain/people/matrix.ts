/** Every permission as a cell, so that a test, or a page of the security administrator, can show all of them. */
import { may } from './may.ts'
import type { Actor, Policies, Resource } from './policy.ts'
import { type RoleId, roleIds } from './roles.ts'

/** Whose thing it is, seen from the agency of the one who acts. */
export const relations = ['own', 'supervised', 'other'] as const
export type Relation = (typeof relations)[number]

/** visitor: not signed in. no_role: signed in, holding none. */
export type CellRole = RoleId | 'visitor' | 'no_role'
export const cellRoles: readonly CellRole[] = ['visitor', 'no_role', ...roleIds]

/** One cell: may this role do this, with a thing of this agency, drafted by or about oneself or another? */
export interface Cell<A extends string> {
  readonly action: A
  readonly role: CellRole
  readonly relation: Relation
  readonly person: 'self' | 'another'
  readonly allowed: boolean
  /** The word for why not. */
  readonly code?: string
}

/** All cells: actions x roles x relations x persons. */
export function cellsOf<A extends string>(set: Policies<A>): Cell<A>[] {
  return set.actions.flatMap(action =>
    cellRoles.flatMap(role =>
      relations.flatMap(relation =>
        (['self', 'another'] as const).map(person => {
          const answer = may(set, sampleActor(role), action, sampleResource(relation, person))
          const cell = { action, role, relation, person, allowed: answer.ok }
          return answer.ok ? cell : { ...cell, code: answer.refusal.code }
        }),
      ),
    ),
  )
}

function sampleActor(role: CellRole): Actor | null {
  if (role === 'visitor') return null
  const roles = role === 'no_role' ? [] : [{ role }]
  return { accountId: 'self', agencyId: 'own', roles, supervisedAgencies: ['supervised'] }
}

function sampleResource(agencyId: Relation, person: 'self' | 'another'): Resource {
  return { agencyId, authorId: person, subjectAccountId: person }
}
