/** Where an agency stands among the others. */
import { sql } from 'drizzle-orm'
import type { Tx } from '../platform/db/connect.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
}

/**
 * The agency at the top of the tree that this one stands in; itself where it has no superior. What belongs to the
 * installation as a whole (the national calendar, jobs, the record of no agency) is the top agency's.
 */
export async function topAgency(tx: Tx, agencyId: string): Promise<string> {
  const { rows } = await tx.execute<Row>(sql`
    WITH RECURSIVE above AS (
      SELECT id, superior_id FROM agency WHERE id = ${agencyId}
      UNION
      SELECT a.id, a.superior_id FROM agency a JOIN above b ON a.id = b.superior_id
    ) SELECT id FROM above WHERE superior_id IS NULL`)
  return rows[0]?.id ?? agencyId
}

/** The agencies an agency supervises, directly or through others; not itself. A ring in the tree ends where it began. */
export async function supervisedAgencies(tx: Tx, agencyId: string): Promise<readonly string[]> {
  const { rows } = await tx.execute<Row>(sql`
    WITH RECURSIVE below AS (
      SELECT id FROM agency WHERE superior_id = ${agencyId}
      UNION
      SELECT a.id FROM agency a JOIN below b ON a.superior_id = b.id
    ) SELECT id FROM below WHERE id <> ${agencyId}`)
  return rows.map(({ id }) => id)
}
