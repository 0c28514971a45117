/** An account as it stands now: what is left to do before it is in, and who it is in the agency it works in. */
import { actorOn } from '../../domain/people/actor.ts'
import type { Actor } from '../../domain/people/policy.ts'
import { isAdministrator } from '../../domain/people/roles.ts'
import { nextStep, type Proof, type Step } from '../../domain/people/steps.ts'
import { dayOf } from '../../kit/days.ts'
import { noAgency } from '../../kit/routes.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { type AccountRow, passkeysOf } from './store/accounts.ts'
import { domainAccount, handedTo, type Membership, membershipsOf } from './store/members.ts'
import { supervisedAgencies } from './store/supervision.ts'

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
  const memberships = await membershipsOf(tx, account.id)
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
  )
  return { memberships, step }
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
  if (!membership) return { accountId: account.id, agencyId: noAgency, roles: [], supervisedAgencies: [] }
  const handed = await handedTo(tx, membership.agencyId, account.id, dayOf(now))
  const actor = actorOn(dayOf(now), domainAccount(account, membership), {
    delegations: handed.map(({ delegation }) => delegation),
    colleagues: handed.map(({ giver }) => giver),
    supervisedAgencies: await supervisedAgencies(tx, membership.agencyId),
  })
  if (!actor) throw new Error('a membership that has ended was taken for one that holds')
  return actor
}
