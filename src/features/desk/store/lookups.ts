/** What the desk looks up about agencies and people. */
import { and, eq, ilike, inArray, isNull, or } from 'drizzle-orm'
import { anywhere } from '../../../kit/like.ts'
import { agency, documentVersion, section } from '../../../kit/schema/agencies.ts'
import { storedReport } from '../../../kit/schema/desk.ts'
import { account, membership } from '../../../kit/schema/people.ts'
import { publication } from '../../../kit/schema/publications.ts'
import type { Tx } from '../../../platform/db/connect.ts'

export async function regionOf(tx: Tx, agencyId: string): Promise<string | null> {
  const [row] = await tx.select({ code: agency.regionCode }).from(agency).where(eq(agency.id, agencyId))
  return row?.code ?? null
}

/** The names of accounts by id; what is no account is left out. */
export async function accountNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = uuids(ids)
  if (known.length === 0) return new Map()
  const { id, name } = account
  const rows = await tx.select({ id, name }).from(account).where(inArray(account.id, known))
  return new Map(rows.map(row => [row.id, row.name]))
}

const uuids = (ids: readonly string[]) => [...new Set(ids.filter(id => /^[0-9a-f-]{36}$/.test(id)))]

export async function agencyNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = uuids(ids)
  if (known.length === 0) return new Map()
  const { id, name } = agency
  const rows = await tx.select({ id, name }).from(agency).where(inArray(agency.id, known))
  return new Map(rows.map(row => [row.id, row.name]))
}

export async function sectionNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = uuids(ids)
  if (known.length === 0) return new Map()
  const { id, name } = section
  const rows = await tx.select({ id, name }).from(section).where(inArray(section.id, known))
  return new Map(rows.map(row => [row.id, row.name]))
}

/** Pages by their newest title. */
export async function documentTitles(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = uuids(ids)
  if (known.length === 0) return new Map()
  const { documentId: id, title, version } = documentVersion
  const rows = await tx
    .select({ id, title })
    .from(documentVersion)
    .where(inArray(documentVersion.documentId, known))
    .orderBy(version)
  return new Map(rows.map(row => [row.id, row.title]))
}

export async function publicationTitles(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = uuids(ids)
  if (known.length === 0) return new Map()
  const { id, title } = publication
  const rows = await tx.select({ id, title }).from(publication).where(inArray(publication.id, known))
  return new Map(rows.map(row => [row.id, row.title]))
}

/** Reports kept, by whose they are and of what year. */
export async function reportNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = uuids(ids)
  if (known.length === 0) return new Map()
  const { id, reporter, year } = storedReport
  const rows = await tx.select({ id, reporter, year }).from(storedReport).where(inArray(storedReport.id, known))
  return new Map(rows.map(row => [row.id, `${row.reporter} ${row.year}`]))
}

/** Agencies called so. */
export async function agenciesCalled(tx: Tx, typed: string): Promise<string[]> {
  const rows = await tx
    .select({ id: agency.id })
    .from(agency)
    .where(ilike(agency.name, anywhere(typed)))
    .limit(100)
  return rows.map(({ id }) => id)
}

/** Accounts called so, by name or login. */
export async function accountsCalled(tx: Tx, typed: string): Promise<string[]> {
  const rows = await tx
    .select({ id: account.id })
    .from(account)
    .where(or(ilike(account.name, anywhere(typed)), eq(account.login, typed.toLowerCase())))
    .limit(100)
  return rows.map(({ id }) => id)
}

/** People who work for the agency now. */
export async function peopleCalled(tx: Tx, agencyId: string, typed: string, limit: number) {
  return tx
    .select({ id: account.id, name: account.name, login: account.login })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(
      and(
        eq(membership.agencyId, agencyId),
        isNull(membership.endedAt),
        or(ilike(account.name, anywhere(typed)), ilike(account.login, anywhere(typed))),
      ),
    )
    .orderBy(account.name, account.id)
    .limit(limit)
}
