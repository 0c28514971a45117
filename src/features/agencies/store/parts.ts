/** Sections and the leading group in their tables. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { leader, section } from '../../../kit/schema/agencies.ts'
import { brokenConstraint, type Tx } from '../../../platform/db/connect.ts'

export type SectionRow = typeof section.$inferSelect
export type LeaderRow = typeof leader.$inferSelect

export async function sectionsOf(tx: Tx, agencyId: string): Promise<SectionRow[]> {
  return tx.select().from(section).where(eq(section.agencyId, agencyId)).orderBy(asc(section.position), asc(section.id))
}

/** The section, held until the transaction ends. */
export async function holdSection(tx: Tx, agencyId: string, id: string): Promise<SectionRow | null> {
  const [row] = await tx
    .select()
    .from(section)
    .where(and(eq(section.agencyId, agencyId), eq(section.id, id)))
    .for('update')
  return row ?? null
}

/** The place behind the last section. */
export async function nextPlace(tx: Tx, agencyId: string): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${section.position}), 0)::int` })
    .from(section)
    .where(eq(section.agencyId, agencyId))
  return (row?.last ?? 0) + 1
}

/** Adds a section or changes the one of this id. Gives the constraint that is broken, or null. */
export async function keepSection(tx: Tx, row: SectionRow): Promise<string | null> {
  try {
    await tx
      .insert(section)
      .values(row)
      .onConflictDoUpdate({ target: [section.agencyId, section.id], set: row })
    return null
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === null) throw error
    return constraint
  }
}

export async function leadersOf(tx: Tx, agencyId: string): Promise<LeaderRow[]> {
  return tx.select().from(leader).where(eq(leader.agencyId, agencyId)).orderBy(asc(leader.position), asc(leader.id))
}

/** Puts a new group in the place of the one before. */
export async function replaceLeaders(tx: Tx, agencyId: string, rows: readonly LeaderRow[]): Promise<void> {
  await tx.delete(leader).where(eq(leader.agencyId, agencyId))
  if (rows.length > 0) await tx.insert(leader).values([...rows])
}
