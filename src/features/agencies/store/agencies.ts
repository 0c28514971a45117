/** Agencies in the table. */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Agency } from '../../../domain/agency/agency.ts'
import type { AgencyKind } from '../../../domain/agency/kinds.ts'
import type { Office } from '../../../domain/agency/office.ts'
import type { RegionCode } from '../../../domain/agency/region.ts'
import type { Settings } from '../../../domain/agency/settings.ts'
import { anywhere } from '../../../kit/like.ts'
import { keyBehind } from '../../../kit/paging.ts'
import { agency } from '../../../kit/schema/agencies.ts'
import { session } from '../../../kit/schema/people.ts'
import { request } from '../../../kit/schema/requests.ts'
import type { ChannelId } from '../../../law/channels.ts'
import { brokenConstraint, type Tx } from '../../../platform/db/connect.ts'

export type AgencyRow = typeof agency.$inferSelect

/** The agency as the tree and the import know it. */
export function domainAgency(row: AgencyRow): Agency {
  const { id, name, shortName, superiorId, vertical, creditCode, siteCode } = row
  return {
    id,
    name,
    shortName,
    superiorId,
    vertical,
    creditCode,
    siteCode,
    kind: row.kind as AgencyKind,
    regionCode: row.regionCode as RegionCode,
    office: row.office as Office,
  }
}

interface Listing {
  readonly q?: string | undefined
  readonly regionCode?: string | undefined
  readonly under?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** By region and name; one more than asked for, to tell whether more follow. `under`: directly below that agency. */
export async function agenciesBehind(tx: Tx, { q, regionCode, under, after, limit }: Listing): Promise<AgencyRow[]> {
  const conditions: SQL[] = []
  if (q) conditions.push(sql`(${agency.name} ILIKE ${anywhere(q)} OR ${agency.shortName} ILIKE ${anywhere(q)})`)
  if (regionCode) conditions.push(eq(agency.regionCode, regionCode))
  if (under) conditions.push(eq(agency.superiorId, under))
  const key = keyBehind(after, z.tuple([z.string(), z.string(), z.uuid()]))
  if (key) {
    const [region, name, id] = key
    conditions.push(sql`(${agency.regionCode}, ${agency.name}, ${agency.id}) > (${region}, ${name}, ${id}::uuid)`)
  }
  return tx
    .select()
    .from(agency)
    .where(and(...conditions))
    .orderBy(agency.regionCode, agency.name, agency.id)
    .limit(limit + 1)
}

export async function agencyById(tx: Tx, id: string): Promise<AgencyRow | null> {
  const [row] = await tx.select().from(agency).where(eq(agency.id, id))
  return row ?? null
}

/** Who takes complaints about an agency: its superior (条例3, 47). */
export async function supervisorOf(tx: Tx, { superiorId }: Pick<AgencyRow, 'superiorId'>) {
  const above = superiorId === null ? null : await agencyById(tx, superiorId)
  return above && { name: above.name, telephone: (above.office as Office).telephone ?? null }
}

/** The ways to apply that an agency has opened beside those nobody can be refused. */
export function openedChannels(settings: Settings): readonly ChannelId[] {
  return (['online', 'email', 'fax'] as const).filter(channel => settings[`channel.${channel}`])
}

/** The same, held until the transaction ends. */
export async function holdAgency(tx: Tx, id: string): Promise<AgencyRow | null> {
  const [row] = await tx.select().from(agency).where(eq(agency.id, id)).for('update')
  return row ?? null
}

/** The open agencies directly below one. */
export async function openBelow(tx: Tx, id: string): Promise<readonly Pick<AgencyRow, 'id' | 'name'>[]> {
  return tx
    .select({ id: agency.id, name: agency.name })
    .from(agency)
    .where(and(eq(agency.superiorId, id), eq(agency.status, 'open')))
    .orderBy(agency.name)
}

/** How many requests an agency has that are not closed. */
export async function openRequests(tx: Tx, agencyId: string): Promise<number> {
  return tx.$count(request, and(eq(request.agencyId, agencyId), isNull(request.closedOn)))
}

/** Signs out everybody who works in an agency now; returns how many sessions that ended. */
export async function endSessionsIn(tx: Tx, agencyId: string, now: Date): Promise<number> {
  const ended = await tx
    .update(session)
    .set({ revokedAt: now })
    .where(and(eq(session.agencyId, agencyId), isNull(session.revokedAt)))
    .returning({ id: session.id })
  return ended.length
}

export async function allAgencies(tx: Tx): Promise<AgencyRow[]> {
  return tx.select().from(agency).orderBy(agency.regionCode, agency.name)
}

/**
 * The agencies that decide whether one may stand where it is to stand: those above it, beside it and below it, and
 * whoever has its credit code.
 */
export async function around(
  tx: Tx,
  { id, superiorId, creditCode }: Pick<Agency, 'id' | 'superiorId' | 'creditCode'>,
): Promise<AgencyRow[]> {
  const above = sql`
    WITH RECURSIVE above AS (
      SELECT id, superior_id FROM agency WHERE id = ${superiorId}::uuid
      UNION
      SELECT a.id, a.superior_id FROM agency a JOIN above b ON a.id = b.superior_id
    ) SELECT id FROM above`
  return tx
    .select()
    .from(agency)
    .where(sql`
    ${agency.id} <> ${id}::uuid AND (
      ${agency.id} IN (${above}) OR ${agency.superiorId} IS NOT DISTINCT FROM ${superiorId}::uuid
      OR ${agency.superiorId} = ${id}::uuid OR ${agency.creditCode} = ${creditCode})`)
}

/** Gives the constraint that something else of the same value breaks, or null. */
export async function insertAgency(tx: Tx, row: AgencyRow): Promise<string | null> {
  return broken(tx.insert(agency).values(row))
}

/** Changes an agency, its version going up by one. Gives the constraint that is broken, or null. */
export async function updateAgency(tx: Tx, { id, ...rest }: AgencyRow): Promise<string | null> {
  return broken(tx.update(agency).set(rest).where(eq(agency.id, id)))
}

async function broken(work: PromiseLike<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === null) throw error
    return constraint
  }
}
