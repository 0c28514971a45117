/** What requests tell the others: what waits for somebody, what is found, which days are counted by the calendar. */
import type { RegionCode } from '../../../domain/agency/region.ts'
import { may } from '../../../domain/people/may.ts'
import { openHistory } from '../../../domain/request/case-clock.ts'
import { requestStates } from '../../../domain/request/states.ts'
import type { Wait } from '../../../domain/request/waiting/wait.ts'
import { waitsFor } from '../../../domain/request/waiting/waits-for.ts'
import { calendarIn } from '../../../kit/calendars.ts'
import { dayOf } from '../../../kit/days.ts'
import type { DeadlineProvider, Renewal } from '../../../kit/deadlines.ts'
import { agencyKeys } from '../../../kit/keys.ts'
import type { SearchProvider, Waiting, WorkProvider } from '../../../kit/providers.ts'
import { agency } from '../../../kit/schema/agencies.ts'
import { settingsOf } from '../../../kit/settings.ts'
import { liesWith } from '../actions/lies-with.ts'
import { chainOf } from '../actions/setup.ts'
import { requestPolicies } from '../policies.ts'
import { matchesOf } from '../sealed.ts'
import { agencyOf, sectionOfMember } from '../store/agency.ts'
import { requestsBehind } from '../store/listed.ts'
import { openRequests, unfinishedRequests } from '../store/open.ts'
import type { KeptRequest } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'
import { renewDueDates } from './renewal.ts'

const linkTo = (id: string) => `/console/requests/${id}`

/** What the actor must do, case by case, the most pressing first. */
export const requestWork: WorkProvider = async (tx, actor, now) => {
  const { agencyId } = actor
  if (!may(requestPolicies, actor, 'requests.get', { agencyId }).ok) return []
  const own = await agencyOf(tx, agencyId)
  if (!own) return []
  const calendar = await calendarIn(tx, own.regionCode as RegionCode)
  const rules = { chain: chainOf(await settingsOf(tx, agencyId)) }
  const me = { actor, sectionId: await sectionOfMember(tx, agencyId, actor.accountId) }
  return (await unfinishedRequests(tx, agencyId)).flatMap(kept =>
    waitsFor(kept.case, dayOf(now), calendar, rules)
      .filter(wait => wait.must && liesWith(wait, kept.case, me))
      .map(wait => waiting(wait, kept)),
  )
}

function waiting({ act, about, says, by }: Wait, { case: of, updatedAt }: KeptRequest): Waiting {
  return {
    key: ['requests', of.id, act, about].filter(part => part !== null).join(':'),
    kind: 'request',
    kindLabel: { zh: '依申请公开', en: 'Request' },
    title: `${of.number} ${of.wanted.title}`,
    asks: says,
    link: linkTo(of.id),
    due: by,
    since: updatedAt,
  }
}

/** By number and title, and by a name, identity number or telephone typed whole. */
export const searchRequests: SearchProvider = async (tx, actor, q, limit, { keys }) => {
  const { agencyId, accountId } = actor
  if (!may(requestPolicies, actor, 'requests.list', { agencyId }).ok) return []
  const matches = matchesOf(await agencyKeys(tx, keys, agencyId), q)
  const day = '0001-01-01' as Parameters<typeof requestsBehind>[2]['today']
  const looking = { agencyId, accountId, today: day, soonUntil: day, matches }
  const found = await requestsBehind(tx, { q }, looking, { limit: limit - 1, order: 'received' })
  return found.map(({ case: of, applicantMask }) => ({
    kind: 'request',
    kindLabel: { zh: '申请', en: 'Request' },
    title: `${of.number} ${of.wanted.title}`,
    detail: `${applicantMask} · ${requestStates[of.state].label.zh}`,
    link: linkTo(of.id),
  }))
}

/** Every open request whose day is counted, of all agencies. */
export const requestDeadlines: DeadlineProvider = async (tx, now) => {
  const regions = new Map(
    (await tx.select({ id: agency.id, region: agency.regionCode }).from(agency)).map(({ id, region }) => [id, region]),
  )
  return (await openRequests(tx)).flatMap(({ case: of }) => {
    const history = openHistory(of, dayOf(now))
    const regionCode = regions.get(of.agencyId) as RegionCode | undefined
    if (history === null || regionCode === undefined) return []
    return [{ agencyId: of.agencyId, regionCode, subject: subjectOf(of.id), label: of.number, history }]
  })
}

export const renewRequests: Renewal = (tx, now, services, moved) => renewDueDates({ tx, now, services }, moved)
