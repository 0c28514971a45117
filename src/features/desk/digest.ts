/**
 * The daily summary: on each working day, to everyone who wants one, how much waits for them. A day's summary comes once,
 * however late in the day a worker gets to it; that of a day gone by says nothing any more and is left out.
 */
import { eq } from 'drizzle-orm'
import type { RegionCode } from '../../domain/agency/region.ts'
import { isWorkday } from '../../domain/calendar.ts'
import { HOUR } from '../../domain/kernel/instant.ts'
import type { Said } from '../../domain/kernel/lang.ts'
import { noticeChoices } from '../../domain/people/notices.ts'
import type { Actor } from '../../domain/people/policy.ts'
import { calendarIn } from '../../kit/calendars.ts'
import { dayOf, startOf } from '../../kit/days.ts'
import { type AgencyWorkServices, eachAgency } from '../../kit/each-agency.ts'
import { notify } from '../../kit/notify.ts'
import type { Waiting, WorkProvider } from '../../kit/providers.ts'
import { agency } from '../../kit/schema/agencies.ts'
import { type Staff, staffOf } from '../../kit/staff.ts'
import { supervisedAgencies } from '../../kit/tree.ts'
import type { Tx } from '../../platform/db/connect.ts'

export interface DigestParts extends AgencyWorkServices {
  readonly workProviders: readonly WorkProvider[]
}

/** Not before this hour in Asia/Shanghai. */
const fromHour = 8

const digests: Said = { zh: '每日待办汇总', en: 'Daily summary of what waits' }

/** Throws at the end where an agency's could not be made; the others are. */
export async function sendDigests(parts: DigestParts, now: Date): Promise<void> {
  const day = dayOf(now)
  if (now.getTime() < new Date(startOf(day)).getTime() + fromHour * HOUR) return
  const { database } = parts
  const open = await database.transaction('installation', tx =>
    tx
      .select({ id: agency.id, region: agency.regionCode })
      .from(agency)
      .where(eq(agency.status, 'open'))
      .orderBy(agency.id),
  )
  const regions = new Map(open.map(({ id, region }) => [id, region as RegionCode]))
  const run = (id: string) =>
    // One agency's length is not another's: each is a transaction of its own.
    database.transaction({ agency: id }, async tx => {
      const calendar = await calendarIn(tx, regions.get(id) ?? null)
      if (isWorkday(day, calendar)) await digestsOf(tx, parts, id, now)
    })
  await eachAgency(parts, { task: 'digests', label: digests, agencies: [...regions.keys()], now, run })
}

async function digestsOf(tx: Tx, parts: DigestParts, agencyId: string, now: Date): Promise<void> {
  const wanting = (await staffOf(tx, agencyId, now)).filter(({ notices }) => noticeChoices(notices).digest.length > 0)
  const supervised = wanting.length === 0 ? [] : await supervisedAgencies(tx, agencyId)
  for (const person of wanting) await digestFor(tx, parts, actorOf(person, agencyId, supervised), now)
}

function actorOf({ accountId, roles }: Staff, agencyId: string, supervisedAgencies: readonly string[]): Actor {
  return { accountId, agencyId, roles, supervisedAgencies }
}

async function digestFor(tx: Tx, parts: DigestParts, actor: Actor, now: Date): Promise<void> {
  const waiting: Waiting[] = []
  for (const provide of parts.workProviders) waiting.push(...(await provide(tx, actor, now)))
  if (waiting.length === 0) return
  const day = dayOf(now)
  const late = waiting.filter(({ due }) => due !== null && due < day).length
  await notify(tx, parts, {
    agencyId: actor.agencyId,
    to: { accounts: [actor.accountId] },
    kind: 'digest.day',
    title: headOf(waiting.length, late),
    body: countsOf(waiting),
    link: '/console/',
    at: now,
    key: day,
  })
}

function headOf(count: number, late: number): Said {
  const lateZh = late === 0 ? '' : `，其中 ${late} 件已超期`
  const lateEn = late === 0 ? '' : `, ${late} of them late`
  return { zh: `您有 ${count} 件待办${lateZh}`, en: `${count} things wait for you${lateEn}` }
}

/** How many of each kind; titles may name people, and this also goes out by mail. */
function countsOf(waiting: readonly Waiting[]): Said {
  const labels = new Map(waiting.map(({ kind, kindLabel }) => [kind, kindLabel]))
  const each = [...labels].map(([kind, label]) => ({ label, n: waiting.filter(one => one.kind === kind).length }))
  return {
    zh: `${each.map(({ label, n }) => `${label.zh} ${n} 件`).join('；')}。`,
    en: `${each.map(({ label, n }) => `${label.en}: ${n}`).join('; ')}.`,
  }
}
