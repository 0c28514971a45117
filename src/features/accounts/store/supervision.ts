/** What an agency supervises, and what supervises it: the tree of agencies, as far as it matters. */
import { sql } from 'drizzle-orm'
import type { Agency } from '../../../domain/agency/agency.ts'
import type { DivisionCode } from '../../../domain/agency/division.ts'
import { agencyKindIds } from '../../../domain/agency/kinds.ts'
import { supervisedBy, supervisors } from '../../../domain/agency/tree.ts'
import type { Tx } from '../../../platform/db/connect.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly region_code: string
  readonly superior_id: string | null
  readonly vertical: boolean
  readonly regional_supervisor: boolean
}

const columns = sql`a.id, a.name, a.kind, a.region_code, a.superior_id, a.vertical, a.regional_supervisor`

/** The agencies an agency supervises, directly or through others. */
export async function supervisedAgencies(tx: Tx, agencyId: string): Promise<readonly string[]> {
  // A department that supervises for its region stands beside what it supervises: begin at its government.
  const { rows } = await tx.execute<Row>(sql`
    WITH RECURSIVE below AS (
      SELECT ${columns} FROM agency a WHERE a.id = (
        SELECT CASE WHEN own.regional_supervisor THEN coalesce(own.superior_id, own.id) ELSE own.id END
        FROM agency own WHERE own.id = ${agencyId})
      UNION
      SELECT ${columns} FROM agency a JOIN below b ON a.superior_id = b.id
    ) SELECT * FROM below`)
  return rows.length < 2 ? [] : supervisedBy(agencyId, rows.map(agencyOf))
}

/** The agencies that supervise an agency, directly or through others. */
export async function supervisingAgencies(tx: Tx, agencyId: string): Promise<readonly string[]> {
  const { rows } = await tx.execute<Row>(sql`
    WITH RECURSIVE above AS (
      SELECT ${columns} FROM agency a WHERE a.id = ${agencyId}
      UNION
      SELECT ${columns} FROM agency a JOIN above b ON a.id = b.superior_id
    )
    SELECT * FROM above
    UNION
    SELECT ${columns} FROM agency a JOIN above b ON a.superior_id = b.id WHERE a.regional_supervisor`)
  const direct = supervisors(rows.map(agencyOf))
  const found: string[] = []
  for (let at = direct.get(agencyId) ?? null; at !== null && !found.includes(at); at = direct.get(at) ?? null) {
    found.push(at)
  }
  return found
}

function agencyOf(row: Row): Agency {
  return {
    id: row.id,
    name: row.name,
    kind: agencyKindIds.find(kind => kind === row.kind) ?? 'department',
    division: row.region_code as DivisionCode,
    superiorId: row.superior_id,
    vertical: row.vertical,
    regionalSupervisor: row.regional_supervisor,
    creditCode: null,
    siteCode: null,
    office: {},
  }
}
