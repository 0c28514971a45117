/** The agency, its sections and its people, as far as requests need them. */
import { and, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AgencyKind } from '../../../domain/agency/kinds.ts'
import type { RegionCode } from '../../../domain/agency/region.ts'
import type { AgencyAbove } from '../../../domain/letter/review-organ.ts'
import { agency, section } from '../../../kit/schema/agencies.ts'
import { account, membership } from '../../../kit/schema/people.ts'
import type { Tx } from '../../../platform/db/connect.ts'

/** The agency, with those it belongs to, the nearest first: two, as no rule of review looks further. */
export type AgencyRow = typeof agency.$inferSelect & { readonly above: readonly AgencyAbove[] }

const [next, nextButOne] = [alias(agency, 'next'), alias(agency, 'next_but_one')]
const placeOf = ({ name, kind, regionCode }: typeof next | typeof nextButOne) => ({ name, kind, regionCode })

export async function agencyOf(tx: Tx, agencyId: string): Promise<AgencyRow | null> {
  const [row] = await tx
    .select({ own: agency, next: placeOf(next), nextButOne: placeOf(nextButOne) })
    .from(agency)
    .leftJoin(next, eq(next.id, agency.superiorId))
    .leftJoin(nextButOne, eq(nextButOne.id, next.superiorId))
    .where(eq(agency.id, agencyId))
  if (!row) return null
  return { ...row.own, above: [row.next, row.nextButOne].flatMap(aboveIn) }
}

/** Nothing where there is none above: a join gives no row then, or one of nulls. */
function aboveIn(row: Readonly<Record<keyof AgencyAbove, string | null>> | null): readonly AgencyAbove[] {
  const { name = null, kind = null, regionCode = null } = row ?? {}
  if (name === null || kind === null || regionCode === null) return []
  return [{ name, kind: kind as AgencyKind, regionCode: regionCode as RegionCode }]
}

/** The section somebody works in; null for none, and for people of another agency. */
export async function sectionOfMember(tx: Tx, agencyId: string, accountId: string): Promise<string | null> {
  const [row] = await tx
    .select({ sectionId: membership.sectionId })
    .from(membership)
    .where(and(eq(membership.agencyId, agencyId), eq(membership.accountId, accountId)))
  return row?.sectionId ?? null
}

export async function isOpenSection(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const here = and(eq(section.agencyId, agencyId), eq(section.id, id), eq(section.status, 'open'))
  return (await tx.$count(section, here)) > 0
}

/** Names of accounts and of the agency's sections, by id. */
export async function namesOf(tx: Tx, agencyId: string, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const all = [...ids]
  const [accounts, sections] = await Promise.all([
    tx.select({ id: account.id, name: account.name }).from(account).where(inArray(account.id, all)),
    tx
      .select({ id: section.id, name: section.name })
      .from(section)
      .where(and(eq(section.agencyId, agencyId), inArray(section.id, all))),
  ])
  return Object.fromEntries([...accounts, ...sections].map(({ id, name }) => [id, name]))
}
