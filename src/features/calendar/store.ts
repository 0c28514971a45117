/** Years of the calendar in their table, and whose region is whose. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { RegionCode } from '../../domain/agency/region.ts'
import { regionPath } from '../../domain/agency/region.ts'
import { type KeptYear, keptYear } from '../../kit/calendars.ts'
import { agency } from '../../kit/schema/agencies.ts'
import { calendarYear } from '../../kit/schema/desk.ts'
import type { Tx } from '../../platform/db/connect.ts'

/** The year as entered, held until the transaction ends; null where nobody has. */
export async function holdYear(tx: Tx, region: string, year: number): Promise<KeptYear | null> {
  const [row] = await tx
    .select()
    .from(calendarYear)
    .where(and(eq(calendarYear.region, region), eq(calendarYear.year, year)))
    .for('update')
  return row ? keptYear(row) : null
}

interface Written extends KeptYear {
  readonly updatedAt: Date
  readonly accountId: string
}

/** Adds a year or puts it in the place of the version before. False where somebody else has added it meanwhile. */
export async function putYear(tx: Tx, row: Written): Promise<boolean> {
  if (row.version === 1) {
    const added = await tx.insert(calendarYear).values(row).onConflictDoNothing().returning({ year: calendarYear.year })
    return added.length > 0
  }
  await tx
    .update(calendarYear)
    .set(row)
    .where(and(eq(calendarYear.region, row.region), eq(calendarYear.year, row.year)))
  return true
}

/** The government whose region it is, or the nearest around it; null where there is none here. */
export async function governmentOf(tx: Tx, region: RegionCode): Promise<string | null> {
  const path = regionPath(region)
  const nearest = sql`array_position(${sql.param([...path])}::text[], ${agency.regionCode})`
  const [row] = await tx
    .select({ id: agency.id })
    .from(agency)
    .where(and(eq(agency.kind, 'government'), eq(agency.status, 'open'), inArray(agency.regionCode, [...path])))
    .orderBy(nearest)
    .limit(1)
  return row?.id ?? null
}
