/** An account as it stands now: what is left to do before it is in, and who it is in the agency it works in. */
import { actorOn } from '../../domain/people/actor.ts'
import type { Actor } from '../../domain/people/policy.ts'
import { isAdministrator } from '../../domain/people/roles.ts'
import { nextStep, type Proof, type Step } from '../../domain/people/steps.ts'
import { dayOf } from '../../kit/days.ts'
import { noAgency } from '../../kit/routes.ts'
import { supervisedAgencies } from '../../kit/tree.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { rulesForAge } from './password-rules.ts'
import { type AccountRow, passkeysOf } from './store/accounts.ts'
import { domainAccount, handedTo, type Membership, workplacesOf } from './store/members.ts'

export interface Standing {
  readonly memberships: readonly Membership[]
  readonly step: Step
}

/** Asked anew for every call, so that what is granted or taken counts at once. */
export async function standingOf(
  tx: Tx,
  account: AccountRow,
  { proof, strong }: { readonly proof: Proof; readonly strong: boolean },
  now: Date,
): Promise<Standing> {
  const memberships = await workplacesOf(tx, account.id)
  const administrator = memberships.some(({ roles }) => roles.some(isAdministrator))
  const step = nextStep(
    {
      proof,
      strong,
      codes: account.totp !== null,
      // Counted only where it matters: this is asked at every call.
      passkeys: administrator && !strong ? await passkeysOf(tx, account.id) : 0,
      administrator,
      passwordSetAt: account.passwordChangedAt?.getTime() ?? null,
    },
    now.getTime(),
    await rulesForAge(tx, memberships, proof === 'password' ? account.passwordChangedAt : null, now),
  )
  return { memberships, step }
}

/** What stands around an account in an agency, whether or not it works there. */
interface Around {
  readonly handed: Awaited<ReturnType<typeof handedTo>>
  readonly supervised: readonly string[]
}

/** Asks all at once: on one connection they share a trip. */
export async function aroundIn(tx: Tx, agencyId: string | null, accountId: string, now: Date): Promise<Around> {
  if (agencyId === null) return { handed: [], supervised: [] }
  const [handed, supervised] = await Promise.all([
    handedTo(tx, agencyId, accountId, dayOf(now)),
    supervisedAgencies(tx, agencyId),
  ])
  return { handed, supervised }
}

/** Who somebody is in one agency; without any role where they do not work for it. */
export async function actorIn(
  tx: Tx,
  account: AccountRow,
  { memberships }: Pick<Standing, 'memberships'>,
  agencyId: string | null,
  now: Date,
): Promise<Actor> {
  const membership = memberships.find(one => one.agencyId === agencyId)
  return actorOf(account, membership, await aroundIn(tx, membership?.agencyId ?? null, account.id, now), now)
}

/** The same from what is known already: the membership in the agency, if any, and what stands around it. */
export function actorOf(
  account: AccountRow,
  membership: Membership | undefined,
  { handed, supervised }: Around,
  now: Date,
): Actor {
  if (!membership) return { accountId: account.id, agencyId: noAgency, roles: [], supervisedAgencies: [] }
  const actor = actorOn(dayOf(now), domainAccount(account, membership), {
    delegations: handed.map(({ delegation }) => delegation),
    colleagues: handed.map(({ giver }) => giver),
    supervisedAgencies: supervised,
  })
  if (!actor) throw new Error('a membership that has ended was taken for one that holds')
  return actor
}
