/** A year of the calendar nobody has entered: notices come in November, and from January on deadlines rest on it. */
import { isNull } from 'drizzle-orm'
import { yearStandings } from '../../domain/days/calendars.ts'
import type { LocalDate } from '../../domain/kernel/date.ts'
import { may } from '../../domain/people/may.ts'
import { type Actor, rolesFor } from '../../domain/people/policy.ts'
import { enteredYears } from '../../kit/calendars.ts'
import { dayOf, startOf } from '../../kit/days.ts'
import { notify, type Telling } from '../../kit/notify.ts'
import type { Waiting } from '../../kit/providers.ts'
import { agency } from '../../kit/schema/agencies.ts'
import { topAgency } from '../../kit/tree.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { calendarPolicies } from './policies.ts'

/** Asked for after this day of the year before. */
const askAfter = '12-10'

export async function calendarWork(tx: Tx, actor: Actor, now: Date): Promise<readonly Waiting[]> {
  const agencyId = await topAgency(tx, actor.agencyId)
  if (!may(calendarPolicies, actor, 'calendar.set', { agencyId }).ok) return []
  return (await missingYears(tx, now)).map(waitingYear)
}

/** Years by which deadlines are counted already, or soon, and that nobody has entered. */
async function missingYears(tx: Tx, now: Date): Promise<readonly number[]> {
  const today = dayOf(now)
  const year = Number(today.slice(0, 4))
  const last = today.slice(5) > askAfter ? year + 1 : year
  return yearStandings(year, last, await enteredYears(tx))
    .filter(({ state }) => state === 'not_yet_published')
    .map(missing => missing.year)
}

/** Tells the system administrators of the top agencies of each missing year, once. For a job that runs daily. */
export async function tellMissingYears(tx: Tx, services: Telling, now: Date): Promise<void> {
  const years = await missingYears(tx, now)
  if (years.length === 0) return
  const tops = await tx.select({ id: agency.id }).from(agency).where(isNull(agency.superiorId))
  for (const { id: agencyId } of tops) {
    for (const year of years) {
      const { title, asks, link } = waitingYear(year)
      await notify(tx, services, {
        agencyId,
        to: { roles: rolesFor(calendarPolicies, 'calendar.set') },
        kind: 'system.calendar',
        title: { zh: `${title}还没有录入`, en: `The holidays of ${year} are not entered yet` },
        body: asks,
        link,
        at: now,
        key: String(year),
      })
    }
  }
}

function waitingYear(year: number): Waiting {
  return {
    key: `calendar:${year}`,
    kind: 'calendar_year',
    kindLabel: { zh: '节假日历', en: 'Holiday calendar' },
    title: `${year} 年节假日`,
    asks: {
      zh: '请照国务院办公厅的放假通知录入；录入前到期日都是暂定的',
      en: 'Enter it from the notice of the General Office of the State Council; until then due dates are provisional',
    },
    link: '/console/calendar',
    due: `${year - 1}-12-31` as LocalDate,
    since: new Date(startOf(`${year - 1}-12-11`)),
  }
}
