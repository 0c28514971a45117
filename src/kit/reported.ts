/** The annual reports an agency has handed in (条例49), for what must not change a year behind its report's back. */
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../platform/db/connect.ts'
import type { agency } from './schema/agencies.ts'
import { storedReport } from './schema/desk.ts'

type Named = Pick<typeof agency.$inferSelect, 'id' | 'name' | 'shortName'>

export interface HandedIn {
  /** Whose report it is by its own words. */
  readonly reporter: string
  readonly year: number
  readonly published: boolean
}

/** Its own reports of any of the years, the latest first; a supervisor also keeps those of others. */
export async function reportsHandedIn(tx: Tx, own: Named, years: readonly number[]): Promise<readonly HandedIn[]> {
  if (years.length === 0) return []
  const { reporter, year, publishedAt } = storedReport
  const rows = await tx
    .select({ reporter, year, publishedAt })
    .from(storedReport)
    .where(and(eq(storedReport.agencyId, own.id), inArray(year, [...years])))
    .orderBy(desc(year), reporter)
  return rows
    .filter(row => isOwnReport(row.reporter, own))
    .map(row => ({ reporter: row.reporter, year: row.year, published: row.publishedAt !== null }))
}

/** Titles leave out 人民政府 and the like; a name that goes on is another agency's. */
export function isOwnReport(reporter: string, { name, shortName }: Pick<Named, 'name' | 'shortName'>): boolean {
  return reporter === shortName || name.startsWith(reporter)
}
