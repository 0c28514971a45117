/** The people of a made-up agency, as they act on requests: one who may do nearly all, deputies, the applicant. */
import type { HeldRole } from '../../src/domain/people/policy.ts'
import type { RoleId } from '../../src/domain/people/roles.ts'
import type { ActActor } from '../../src/domain/request/inputs.ts'

function staff(accountId: string, sectionId: string | null, ...roles: readonly (RoleId | HeldRole)[]): ActActor {
  return {
    kind: 'staff',
    accountId,
    sectionId,
    roles: roles.map(role => (typeof role === 'string' ? { role } : role)),
  }
}

export const people = {
  handler: staff('handler', 'office', 'handler'),
  handler2: staff('handler2', 'office', 'handler'),
  drafter: staff('drafter', 'planning', 'drafter'),
  drafter2: staff('drafter2', 'finance', 'drafter'),
  reviewer: staff('reviewer', 'legal', 'reviewer'),
  secrecy: staff('secrecy', 'legal', 'secrecy_reviewer'),
  head: staff('head', 'office', 'office_head'),
  head2: staff('head2', 'office', 'office_head', 'reviewer', 'handler'),
  leader: staff('leader', null, 'leader'),
  deputy: staff('deputy', 'office', 'handler', { role: 'office_head', onBehalfOf: 'head' }),
  standIn: staff('standIn', 'planning', { role: 'leader', onBehalfOf: 'leader' }, 'drafter'),
  supervisor: staff('supervisor', null, 'supervisor'),
  clerk: staff('clerk', 'hall', 'reading_clerk'),
  applicant: { kind: 'applicant' },
  system: { kind: 'system' },
} as const satisfies Readonly<Record<string, ActActor>>

export type PersonId = keyof typeof people
export const personIds = Object.keys(people) as readonly PersonId[]
