/** Reports kept, in their table. */
import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Finding, Report } from '../../../domain/report/report.ts'
import { anywhere } from '../../../kit/like.ts'
import { keyBehind } from '../../../kit/paging.ts'
import { file, storedReport } from '../../../kit/schema/desk.ts'
import { brokenConstraint, type Tx } from '../../../platform/db/connect.ts'

type Stored = typeof storedReport.$inferSelect

export interface ReportRow extends Omit<Stored, 'report' | 'findings'> {
  readonly report: Report
  readonly findings: readonly Finding[]
}

/** What a list shows: without the report itself. */
export interface ReportHead extends Omit<Stored, 'report' | 'findings'> {
  readonly errors: number
  readonly warnings: number
  readonly fileName: string | null
}

const { report: _, findings: __, ...columns } = getTableColumns(storedReport)
const count = (severity: string) =>
  sql<number>`(SELECT count(*)::int FROM jsonb_array_elements(${storedReport.findings}) f WHERE f->>'severity' = ${severity})`
const head = { ...columns, errors: count('error'), warnings: count('warning'), fileName: file.name }
const itsFile = and(eq(file.agencyId, storedReport.agencyId), eq(file.id, storedReport.fileId))

interface Listing {
  readonly year?: number | undefined
  readonly q?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** The newest year first, by reporter within it; one more than asked for. */
export async function reportsBehind(
  tx: Tx,
  agencyId: string,
  { year, q, after, limit }: Listing,
): Promise<ReportHead[]> {
  const conditions: SQL[] = [eq(storedReport.agencyId, agencyId)]
  if (year !== undefined) conditions.push(eq(storedReport.year, year))
  if (q) conditions.push(sql`${storedReport.reporter} ILIKE ${anywhere(q)}`)
  const key = keyBehind(after, z.tuple([z.number().int(), z.string()]))
  if (key) {
    conditions.push(sql`(-${storedReport.year}, ${storedReport.reporter}) > (${-key[0]}::int, ${key[1]}::text)`)
  }
  return tx
    .select(head)
    .from(storedReport)
    .leftJoin(file, itsFile)
    .where(and(...conditions))
    .orderBy(sql`-${storedReport.year}`, storedReport.reporter)
    .limit(limit + 1)
}

export async function headOf(tx: Tx, agencyId: string, id: string): Promise<ReportHead | null> {
  const here = and(eq(storedReport.agencyId, agencyId), eq(storedReport.id, id))
  const [row] = await tx.select(head).from(storedReport).leftJoin(file, itsFile).where(here)
  return row ?? null
}

export async function reportById(tx: Tx, agencyId: string, id: string): Promise<ReportRow | null> {
  return one(tx, and(eq(storedReport.agencyId, agencyId), eq(storedReport.id, id)))
}

/** The same, held until the transaction ends. */
export async function holdReport(tx: Tx, agencyId: string, id: string): Promise<ReportRow | null> {
  return one(tx, and(eq(storedReport.agencyId, agencyId), eq(storedReport.id, id)), true)
}

/** The report of a reporter's year, held until the transaction ends. */
export async function holdReportOf(
  tx: Tx,
  agencyId: string,
  reporter: string,
  year: number,
): Promise<ReportRow | null> {
  const of = and(eq(storedReport.reporter, reporter), eq(storedReport.year, year))
  return one(tx, and(eq(storedReport.agencyId, agencyId), of), true)
}

async function one(tx: Tx, where: SQL | undefined, hold = false): Promise<ReportRow | null> {
  const query = tx.select().from(storedReport).where(where)
  const [row] = await (hold ? query.for('update') : query)
  return row ? { ...row, report: row.report as Report, findings: row.findings as Finding[] } : null
}

/** Adds the report, or puts it in the place of the one of that id. False where another of that year came first. */
export async function putReport(tx: Tx, row: ReportRow): Promise<boolean> {
  try {
    const target = [storedReport.agencyId, storedReport.id]
    await tx.insert(storedReport).values(row).onConflictDoUpdate({ target, set: row })
    return true
  } catch (error) {
    if (brokenConstraint(error) !== 'stored_report_of_year') throw error
    return false
  }
}

export async function changeReport(
  tx: Tx,
  { agencyId, id }: Pick<Stored, 'agencyId' | 'id'>,
  changes: Partial<Pick<Stored, 'findings' | 'version' | 'publishedAt'>>,
): Promise<void> {
  await tx
    .update(storedReport)
    .set(changes)
    .where(and(eq(storedReport.agencyId, agencyId), eq(storedReport.id, id)))
}

export async function dropReport(tx: Tx, { agencyId, id }: Pick<Stored, 'agencyId' | 'id'>): Promise<void> {
  await tx.delete(storedReport).where(and(eq(storedReport.agencyId, agencyId), eq(storedReport.id, id)))
}

export async function addFile(tx: Tx, row: typeof file.$inferInsert): Promise<void> {
  await tx.insert(file).values(row)
}

/** The reports of a year, whoever they are of. */
export async function reportsOf(tx: Tx, agencyId: string, year: number): Promise<ReportHead[]> {
  return tx
    .select(head)
    .from(storedReport)
    .leftJoin(file, itsFile)
    .where(and(eq(storedReport.agencyId, agencyId), eq(storedReport.year, year)))
}
