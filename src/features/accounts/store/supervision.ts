/** What supervises an agency: every agency above it, as `domain/agency/tree` says. */
import { sql } from 'drizzle-orm'
import type { Tx } from '../../../platform/db/connect.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
}

/** The agencies that supervise an agency, directly or through others; not itself. */
export async function supervisingAgencies(tx: Tx, agencyId: string): Promise<readonly string[]> {
  const { rows } = await tx.execute<Row>(sql`
    WITH RECURSIVE above AS (
      SELECT id, superior_id FROM agency WHERE id = ${agencyId}
      UNION
      SELECT a.id, a.superior_id FROM agency a JOIN above b ON a.id = b.superior_id
    ) SELECT id FROM above WHERE id <> ${agencyId}`)
  return rows.map(({ id }) => id)
}
