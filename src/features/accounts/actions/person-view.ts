/** A person as others see them: the telephone number masked. */
import { lockedUntil, unlocked } from '../../../domain/people/lockout.ts'
import { maskPersonal } from '../../../domain/personal/personal.ts'
import type { AnswerOf, Contract } from '../../../kit/contract.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import { notFound } from '../../../kit/problem.ts'
import type { Task } from '../../../kit/routes.ts'
import { phonePlace } from '../../../kit/staff.ts'
import { type AgencyKeys, seal, unseal } from '../../../platform/crypto/seal.ts'
import type * as contracts from '../people-contract.ts'
import { personWord } from '../refusals.ts'
import { locksOf } from '../store/accounts.ts'
import type { Membership } from '../store/members.ts'
import { type Member, peopleIn } from '../store/people.ts'

export type Person = AnswerOf<typeof contracts.listPeople>['items'][number]
type Here = Pick<Task<Contract>, 'tx' | 'now' | 'services'>

export async function sealPhone({ tx, services }: Here, agencyId: string, accountId: string, phone: string | null) {
  if (phone === null) return null
  return seal(await agencyKeys(tx, services.keys, agencyId), phonePlace(accountId), phone)
}

/** The whole number; for those who said why. */
export async function openPhone(
  { tx, services }: Here,
  { membership }: Pick<Member, 'membership'>,
): Promise<string | null> {
  if (membership.phone === null) return null
  return unsealPhone(await agencyKeys(tx, services.keys, membership.agencyId), membership)
}

function unsealPhone(keys: AgencyKeys | null, { accountId, phone }: Membership): string | null {
  return phone === null || keys === null ? null : unseal(keys, phonePlace(accountId), phone)
}

/** One person of the agency. Throws a Problem where there is none. */
export async function personIn({ tx }: Here, agencyId: string, accountId: string): Promise<Member> {
  const [member] = await peopleIn(tx, agencyId, { accountId, limit: 1 })
  if (!member) throw notFound(personWord)
  return member
}

export async function shownPerson(here: Here, agencyId: string, accountId: string): Promise<Person> {
  const [person] = await shown(here, [await personIn(here, agencyId, accountId)])
  if (!person) throw new Error('one person went in and none came out')
  return person
}

/** People of one agency. */
export async function shown(here: Here, members: readonly Member[]): Promise<Person[]> {
  const locks = await locksOf(
    here.tx,
    members.map(({ account }) => account.login),
  )
  const sealed = members.find(({ membership }) => membership.phone !== null)
  const keys = sealed ? await agencyKeys(here.tx, here.services.keys, sealed.membership.agencyId) : null
  return members.map(member => {
    const { id, login, name, email } = member.account
    const phone = unsealPhone(keys, member.membership)
    const isLocked = lockedUntil(locks.get(login) ?? unlocked, here.now.getTime()) !== null
    return {
      id,
      login,
      name,
      email,
      phone: phone === null ? null : maskPersonal('phone', phone),
      sectionId: member.membership.sectionId,
      roles: [...member.membership.roles],
      status: statusOf(member, isLocked),
      lastSeenAt: member.lastSeenAt?.toISOString() ?? null,
    }
  })
}

function statusOf({ account, membership }: Member, isLocked: boolean): Person['status'] {
  if (membership.endedAt !== null || account.status === 'deactivated') return 'deactivated'
  if (account.status === 'invited') return 'invited'
  return isLocked ? 'locked' : 'active'
}
