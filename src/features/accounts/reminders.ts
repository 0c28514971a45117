/** What comes of the calendar alone and somebody should hear of: keys that end, delegations that ended of themselves. */
import { and, gt, isNull, lt, lte } from 'drizzle-orm'
import { addDays } from '../../domain/kernel/date.ts'
import { DAY } from '../../domain/kernel/instant.ts'
import { dayOf } from '../../kit/days.ts'
import { notify, type Telling } from '../../kit/notify.ts'
import { apiKey, delegation } from '../../kit/schema/people.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { tellEnded } from './actions/delegations.ts'

/** Told so many days before a key ends, or as late as that after it where no worker ran. */
const keyDays = 14

/** API keys near their end, each told once to the person who made it. For a job that runs daily. */
export async function tellEndingKeys(tx: Tx, services: Telling, now: Date): Promise<void> {
  const around = (days: number) => new Date(now.getTime() + days * DAY)
  const ending = await tx
    .select()
    .from(apiKey)
    .where(
      and(isNull(apiKey.revokedAt), lte(apiKey.expiresAt, around(keyDays)), gt(apiKey.expiresAt, around(-keyDays))),
    )
  for (const { agencyId, accountId, id, name, expiresAt } of ending) {
    const day = dayOf(expiresAt)
    const title =
      expiresAt > now
        ? { zh: `接口密钥“${name}”将于 ${day} 失效`, en: `The API key "${name}" ends on ${day}` }
        : { zh: `接口密钥“${name}”已于 ${day} 失效`, en: `The API key "${name}" ended on ${day}` }
    const body = {
      zh: '还要使用的，请新建密钥，并在使用它的程序里更换。',
      en: 'If it is still used, make a new one and put it into the program that uses it.',
    }
    const to = { accounts: [accountId] }
    await notify(tx, services, {
      agencyId,
      to,
      kind: 'account.key',
      title,
      body,
      link: '/console/keys',
      at: now,
      key: id,
    })
  }
}

/** Delegations that ended of themselves, told once to both; as late as this where no worker ran. */
const endedDays = 14

export async function tellEndedDelegations(tx: Tx, services: Telling, now: Date): Promise<void> {
  const today = dayOf(now)
  const from = addDays(today, -endedDays)
  const rows = await tx
    .select()
    .from(delegation)
    .where(and(isNull(delegation.endedOn), lt(delegation.untilDate, today), gt(delegation.untilDate, from)))
  for (const row of rows) {
    await tellEnded({ tx, now, services }, row.agencyId, [row.id])
  }
}
