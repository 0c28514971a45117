/** Pages with their versions in their tables. */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { document, documentVersion } from '../../../kit/schema/agencies.ts'
import { account } from '../../../kit/schema/people.ts'
import { brokenConstraint, type Tx } from '../../../platform/db/connect.ts'

export type DocumentRow = typeof document.$inferSelect
export type VersionRow = typeof documentVersion.$inferSelect

/** A page with its newest version. */
export interface LatestRow {
  readonly document: DocumentRow
  readonly latest: Pick<VersionRow, 'version' | 'title' | 'authorId' | 'savedAt' | 'publishedAt'>
}

const { version, title, authorId, savedAt, publishedAt } = documentVersion
const newest = sql`${version} = (
  SELECT max(v.version) FROM document_version v
  WHERE v.agency_id = ${document.agencyId} AND v.document_id = ${document.id})`

/** In the agency's order: guide, rules, pages, each by its place. */
export async function documentsOf(tx: Tx, agencyId: string): Promise<LatestRow[]> {
  return tx
    .select({ document, latest: { version, title, authorId, savedAt, publishedAt } })
    .from(document)
    .innerJoin(documentVersion, and(ofDocument, newest))
    .where(eq(document.agencyId, agencyId))
    .orderBy(
      sql`array_position(ARRAY['guide','rule','page'], ${document.kind})`,
      asc(document.position),
      asc(document.id),
    )
}

const ofDocument = and(eq(documentVersion.agencyId, document.agencyId), eq(documentVersion.documentId, document.id))

export async function documentById(tx: Tx, agencyId: string, id: string): Promise<DocumentRow | null> {
  const [row] = await tx
    .select()
    .from(document)
    .where(and(eq(document.agencyId, agencyId), eq(document.id, id)))
  return row ?? null
}

/** The page, held until the transaction ends: whoever saves or publishes next waits. */
export async function holdDocument(tx: Tx, agencyId: string, id: string): Promise<DocumentRow | null> {
  const [row] = await tx
    .select()
    .from(document)
    .where(and(eq(document.agencyId, agencyId), eq(document.id, id)))
    .for('update')
  return row ?? null
}

/** All versions with the names of their authors, the newest first; none where there is no such page. */
export async function versionsOf(tx: Tx, agencyId: string, documentId: string) {
  return tx
    .select({ version: documentVersion, author: account.name })
    .from(documentVersion)
    .leftJoin(account, eq(account.id, documentVersion.authorId))
    .where(and(eq(documentVersion.agencyId, agencyId), eq(documentVersion.documentId, documentId)))
    .orderBy(desc(documentVersion.version))
}

export async function versionOf(tx: Tx, agencyId: string, documentId: string, n: number): Promise<VersionRow | null> {
  const [row] = await tx
    .select()
    .from(documentVersion)
    .where(theVersion(agencyId, documentId, n))
  return row ?? null
}

function theVersion(agencyId: string, documentId: string, n: number) {
  return and(
    eq(documentVersion.agencyId, agencyId),
    eq(documentVersion.documentId, documentId),
    eq(documentVersion.version, n),
  )
}

/** Adds a page behind the others. Gives the constraint that is broken, or null. */
export async function insertDocument(tx: Tx, row: Omit<DocumentRow, 'position'>): Promise<string | null> {
  const last = sql<number>`(SELECT coalesce(max(d.position), 0) + 1 FROM document d WHERE d.agency_id = ${row.agencyId})`
  try {
    await tx.insert(document).values({ ...row, position: last })
    return null
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === null) throw error
    return constraint
  }
}

export async function changeDocument(
  tx: Tx,
  { agencyId, id }: Pick<DocumentRow, 'agencyId' | 'id'>,
  changes: Partial<Pick<DocumentRow, 'shown' | 'updatedAt'>>,
): Promise<void> {
  await tx
    .update(document)
    .set(changes)
    .where(and(eq(document.agencyId, agencyId), eq(document.id, id)))
}

/** Removes a page with its versions. */
export async function dropDocument(tx: Tx, agencyId: string, id: string): Promise<void> {
  await tx.delete(document).where(and(eq(document.agencyId, agencyId), eq(document.id, id)))
}

export async function addVersion(tx: Tx, row: Omit<VersionRow, 'publishedAt' | 'publishedBy'>): Promise<void> {
  await tx.insert(documentVersion).values(row)
}

export async function markPublished(
  tx: Tx,
  { agencyId, documentId, version: n }: VersionRow,
  changes: Pick<VersionRow, 'publishedAt' | 'publishedBy'>,
): Promise<void> {
  await tx
    .update(documentVersion)
    .set(changes)
    .where(theVersion(agencyId, documentId, n))
}
