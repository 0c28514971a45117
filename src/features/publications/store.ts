/** Publications in their tables: the draft parsed, its files by what they are. */
import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Publication } from '../../domain/publication/publication.ts'
import { anywhere } from '../../kit/like.ts'
import { keyBehind } from '../../kit/paging.ts'
import { section } from '../../kit/schema/agencies.ts'
import { publication, publicationFile } from '../../kit/schema/publications.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { type publicationFilters, publication as publicationShape } from './contract.ts'

type Row = typeof publication.$inferSelect
export type FileRow = typeof publicationFile.$inferSelect

export interface KeptPublication {
  readonly publication: Publication
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** Throws where what is kept is no publication: the program and its tables do not belong together. */
function keptPublication({ body, createdAt, updatedAt }: Row): KeptPublication {
  return { publication: publicationShape.parse(body), createdAt, updatedAt }
}

function columnsOf(of: Publication) {
  const { agencyId, id, version, content, source, standing } = of
  const { title, category, sectionId } = content
  const request = source.kind === 'request' ? source : null
  return {
    ...{ agencyId, id, version, title, category, sectionId, body: of, state: standing.state },
    requestId: request?.requestId ?? null,
    requestNumber: request?.number ?? null,
  }
}

export async function addPublication(tx: Tx, of: Publication, at: Date): Promise<void> {
  await tx.insert(publication).values({ ...columnsOf(of), createdAt: at, updatedAt: at })
}

const isIt = (agencyId: string, id: string) => and(eq(publication.agencyId, agencyId), eq(publication.id, id))

export async function savePublication(tx: Tx, of: Publication, updatedAt: Date): Promise<void> {
  await tx
    .update(publication)
    .set({ ...columnsOf(of), updatedAt })
    .where(isIt(of.agencyId, of.id))
}

export async function publicationById(tx: Tx, agencyId: string, id: string): Promise<KeptPublication | null> {
  const [row] = await tx.select().from(publication).where(isIt(agencyId, id))
  return row ? keptPublication(row) : null
}

/** The same, held until the transaction ends: who changes it next waits. */
export async function holdPublication(tx: Tx, agencyId: string, id: string): Promise<KeptPublication | null> {
  const [row] = await tx.select().from(publication).where(isIt(agencyId, id)).for('update')
  return row ? keptPublication(row) : null
}

export type Filters = z.output<typeof publicationFilters>

export interface ListedPublication extends KeptPublication {
  readonly section: string | null
}

/** Those changed last first; one more than asked for. */
export async function publicationsBehind(
  tx: Tx,
  agencyId: string,
  filters: Filters,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<ListedPublication[]> {
  const key = keyBehind(after, z.tuple([z.iso.datetime(), z.uuid()]))
  const behind = key && sql`(${publication.updatedAt}, ${publication.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`
  const itsSection = and(eq(section.agencyId, publication.agencyId), eq(section.id, publication.sectionId))
  const rows = await tx
    .select({ row: publication, section: section.name })
    .from(publication)
    .leftJoin(section, itsSection)
    .where(and(eq(publication.agencyId, agencyId), ...conditionsOf(filters), behind ?? undefined))
    .orderBy(desc(publication.updatedAt), desc(publication.id))
    .limit(limit + 1)
  return rows.map(({ row, section: named }) => ({ ...keptPublication(row), section: named }))
}

function conditionsOf({ q, state, source, category, sectionId }: Filters): (SQL | undefined)[] {
  return [
    q ? called(anywhere(q)) : undefined,
    state && eq(publication.state, state),
    source && (source === 'request' ? isNotNull(publication.requestId) : isNull(publication.requestId)),
    category && eq(publication.category, category),
    sectionId ? eq(publication.sectionId, sectionId) : undefined,
  ]
}

function called(words: string): SQL | undefined {
  return or(sql`${publication.title} ILIKE ${words}`, sql`${publication.requestNumber} ILIKE ${words}`)
}

/** Drafts of what was disclosed on request, the oldest first. */
export async function draftsOfRequests(tx: Tx, agencyId: string): Promise<KeptPublication[]> {
  const rows = await tx
    .select()
    .from(publication)
    .where(and(eq(publication.agencyId, agencyId), eq(publication.state, 'draft'), isNotNull(publication.requestId)))
    .orderBy(asc(publication.createdAt), asc(publication.id))
  return rows.map(keptPublication)
}

export async function addFileRow(tx: Tx, row: FileRow): Promise<void> {
  await tx.insert(publicationFile).values(row)
}

/** Those not taken off, in the order they came. */
export async function filesOf(tx: Tx, agencyId: string, publicationId: string): Promise<FileRow[]> {
  return tx
    .select()
    .from(publicationFile)
    .where(areThere(agencyId, publicationId))
    .orderBy(...inOrder)
}

const inOrder = [asc(publicationFile.at), asc(publicationFile.id)]

function areThere(agencyId: string, publicationId: string) {
  const { agencyId: agency, publicationId: of, removedAt } = publicationFile
  return and(eq(agency, agencyId), eq(of, publicationId), isNull(removedAt))
}

export async function fileById(tx: Tx, agencyId: string, publicationId: string, id: string): Promise<FileRow | null> {
  const [row] = await tx
    .select()
    .from(publicationFile)
    .where(and(areThere(agencyId, publicationId), eq(publicationFile.id, id)))
  return row ?? null
}

export async function removeFileRow(tx: Tx, { agencyId, id }: FileRow, removedAt: Date): Promise<void> {
  await tx
    .update(publicationFile)
    .set({ removedAt })
    .where(and(eq(publicationFile.agencyId, agencyId), eq(publicationFile.id, id)))
}
