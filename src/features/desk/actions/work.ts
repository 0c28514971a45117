/** What waits for somebody, from every slice, the most pressing first. */

import { z } from 'zod'
import type { RegionCode } from '../../../domain/agency/region.ts'
import { pressing } from '../../../domain/days/urgency.ts'
import { calendarIn } from '../../../kit/calendars.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { dayOf } from '../../../kit/days.ts'
import { keyBehind, pageFrom } from '../../../kit/paging.ts'
import type { Waiting, WorkProvider } from '../../../kit/providers.ts'
import { signedIn, type Task } from '../../../kit/routes.ts'
import { settingsOf } from '../../../kit/settings.ts'
import type * as contracts from '../contract.ts'
import { regionOf } from '../store/lookups.ts'

type Answer = AnswerOf<typeof contracts.getWork>

/** After all that has a due date stands what has none. */
const noDue = '9999-12-31'

export async function work(task: Task<typeof contracts.getWork>, providers: readonly WorkProvider[]): Promise<Answer> {
  const { tx, now, params, query } = task
  const { actor } = signedIn(task)
  const all: Waiting[] = []
  for (const provide of providers) all.push(...(await provide(tx, actor, now)))
  const waiting = query.kind === undefined ? all : all.filter(({ kind }) => kind === query.kind)
  const key = keyBehind(query.after, z.tuple([z.string(), z.string(), z.string()]))
  const behind = waiting.sort(byKey).filter(one => key === null || compare(keyOf(one), key) > 0)
  const region = await regionOf(tx, params.agencyId)
  const calendar = await calendarIn(tx, region as RegionCode | null)
  const soon = (await settingsOf(tx, params.agencyId))['reminder.days']
  const page = pageFrom(behind, query.limit, keyOf, one => ({
    ...one,
    since: one.since.toISOString(),
    ...pressing(one.due, dayOf(now), soon, calendar),
  }))
  return { ...page, counts: countsOf(all) }
}

type Key = readonly [due: string, since: string, key: string]

function keyOf({ due, since, key }: Waiting): Key {
  return [due ?? noDue, since.toISOString(), key]
}

function byKey(a: Waiting, b: Waiting): number {
  return compare(keyOf(a), keyOf(b))
}

function compare(a: Key, b: Key): number {
  const n = a.findIndex((part, i) => part !== b[i])
  return n < 0 ? 0 : (a[n] ?? '') < (b[n] ?? '') ? -1 : 1
}

/** How many of each kind, whichever of them are shown. */
function countsOf(all: readonly Waiting[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of all) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
