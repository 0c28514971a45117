/** The holiday calendar as it stands here: the law's years, and what people entered over them. */
import type { RegionCode } from '../domain/agency/region.ts'
import type { Calendar } from '../domain/calendar.ts'
import { calendarFor } from '../domain/days/calendars.ts'
import type { EnteredYear } from '../domain/days/years.ts'
import type { Tx } from '../platform/db/connect.ts'
import { calendarYear } from './schema/desk.ts'

/** A year as kept; `version` goes up with every change. */
export interface KeptYear extends EnteredYear {
  readonly version: number
}

/** All years people entered, of the country and of regions. */
export async function enteredYears(tx: Tx): Promise<KeptYear[]> {
  const rows = await tx.select().from(calendarYear).orderBy(calendarYear.year, calendarYear.region)
  return rows.map(keptYear)
}

export function keptYear({
  region,
  year,
  state,
  notice,
  noticeDate,
  days,
  version,
}: typeof calendarYear.$inferSelect): KeptYear {
  return {
    region: region as KeptYear['region'],
    year,
    state: state === 'published' ? 'published' : 'not_yet_published',
    notice,
    noticeDate: noticeDate as KeptYear['noticeDate'],
    days: days as KeptYear['days'],
    version,
  }
}

/** The calendar an agency of that region counts by. */
export async function calendarIn(tx: Tx, region: RegionCode | null): Promise<Calendar> {
  return calendarFor(region, await enteredYears(tx))
}
