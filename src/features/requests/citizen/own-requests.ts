/** The requests of an account: the list over all agencies, putting one in by number and code, taking one out. */
import { pressing } from '../../../domain/days/urgency.ts'
import { done, type Result } from '../../../domain/kernel/result.ts'
import { clockOfCase } from '../../../domain/request/case-clock.ts'
import { requestStates } from '../../../domain/request/states.ts'
import type { Entry } from '../../../kit/routes.ts'
import type { Services } from '../../../kit/services.ts'
import { type Call, type Setup, setupOf } from '../actions/setup.ts'
import type { Follower, OwnRequest, OwnRequests } from '../citizen.ts'
import { type OwnedRequest, ownedRequests, setOwner } from '../store/account.ts'
import { type KeptRequest, requestById } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'
import { found } from './find.ts'
import { askedOf } from './tracked.ts'

const atOnce = 50

/** Where they are is known for the installation; what they are is read for each agency within its own rows. */
export async function ownRequests(services: Services, accountId: string, page: number): Promise<OwnRequests> {
  const { database } = services
  const owned = await database.transaction('installation', tx =>
    ownedRequests(tx, accountId, { from: (page - 1) * atOnce, most: atOnce + 1 }),
  )
  const shown = owned.slice(0, atOnce)
  const read: OwnRequest[] = []
  for (const agencyId of new Set(shown.map(one => one.agencyId))) {
    const here = shown.filter(one => one.agencyId === agencyId)
    read.push(...(await inAgency(services, agencyId, accountId, here)))
  }
  const places = new Map(shown.map(({ id }, place) => [id, place]))
  const requests = read.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  return { requests, more: owned.length > atOnce }
}

function inAgency(services: Services, agencyId: string, accountId: string, owned: readonly OwnedRequest[]) {
  const now = services.now()
  return services.database.transaction({ agency: agencyId }, async tx => {
    const setup = await setupOf({ tx, now, services }, agencyId)
    const list: OwnRequest[] = []
    for (const { id } of owned) {
      const kept = await requestById(tx, agencyId, id)
      // It may have been taken out in between.
      if (kept?.accountId === accountId) list.push(listed(setup, kept, services.payments?.online ?? false))
    }
    return list
  })
}

function listed({ agency, today, calendar, settings }: Setup, { case: of }: KeptRequest, online: boolean): OwnRequest {
  const { due, provisional } = clockOfCase(of, today, calendar)
  return {
    ...{ id: of.id, number: of.number, kind: of.kind, state: of.state, title: of.wanted.title, due, provisional },
    agency: { id: agency.id, name: agency.name, slug: agency.slug },
    submittedOn: of.arrival.submittedOn,
    means: requestStates[of.state].means,
    remaining: pressing(due, today, settings['reminder.days'], calendar).remaining,
    asked: askedOf(of, online),
  }
}

interface Moved {
  readonly id: string
  readonly record: readonly Entry[]
}

/** Who has the code may have it in their account, also where it was in another: the code proves more. */
export function attach(call: Call, agencyId: string, who: Follower, accountId: string): Promise<Result<Moved>> {
  return move(call, agencyId, who, accountId)
}

export function detach(call: Call, agencyId: string, who: Follower): Promise<Result<Moved>> {
  return move(call, agencyId, who, null)
}

/** The record says that it was put in or taken out, and of no account which. */
async function move(call: Call, agencyId: string, who: Follower, to: string | null): Promise<Result<Moved>> {
  const kept = await found(call, agencyId, who, true)
  if (!kept.ok) return kept
  const { case: of, accountId } = kept.value
  if (accountId === to) return done({ id: of.id, record: [] })
  await setOwner(call.tx, of, to)
  const kind = to === null ? 'requests.detach' : 'requests.attach'
  return done({ id: of.id, record: [{ kind, subject: subjectOf(of.id), data: {} }] })
}
